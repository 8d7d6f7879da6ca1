package specfolder

import (
	"io/fs"
	"path"
)

// counted is a file system that counts the files that are read, and their bytes.
type counted struct {
	fs.FS
	files int
	bytes int64
}

func (c *counted) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	if err != nil || path.Ext(name) != ".yaml" {
		return f, err
	}
	return &countedFile{f, c, false}, nil
}

type countedFile struct {
	fs.File
	of   *counted
	read bool
}

func (f *countedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	if !f.read {
		f.read = true
		f.of.files++
	}
	f.of.bytes += int64(n)
	return n, err
}
