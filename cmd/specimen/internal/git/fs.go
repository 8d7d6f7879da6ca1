package git

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// FS returns the content of a folder in a revision: its files, links and subfolders.
// Files for which wanted is false are listed, but have no content.
//
// The error is ErrNoGit, ErrNoRepository, ErrNoRevision or ErrNoFolder if git, a
// repository, the revision, or the folder in the revision is missing. In a revision without any file, every folder is empty.
func FS(dir, revision string, wanted func(name string) bool) (fs.FS, error) {
	r := repository{dir}
	tree, err := r.tree(revision)
	if err != nil {
		return nil, err
	}
	var entries []entry
	if tree != "" {
		if entries, err = r.list(tree); err != nil {
			return nil, err
		}
	}
	if err := r.read(entries, wanted); err != nil {
		return nil, err
	}
	return inMemory(entries)
}

// entry is a file or a link in a tree.
type entry struct {
	name string // slash-separated
	link bool
	hash string
	data []byte
}

// list returns the files and links below a tree. It fails for a tree with a submodule,
// whose files it does not have.
func (r repository) list(tree string) ([]entry, error) {
	out, err := r.run(nil, "ls-tree", "-r", "-z", "--full-tree", tree)
	if err != nil {
		return nil, err
	}
	var all []entry
	for line := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		words := strings.Fields(about) // mode, type, hash
		if len(words) == 3 && words[1] == "commit" {
			return nil, fmt.Errorf("%s is a submodule, whose files are in another repository", name)
		}
		if len(words) == 3 && words[1] == "blob" && fs.ValidPath(name) && !strings.Contains(name, `\`) {
			all = append(all, entry{name: name, link: words[0] == "120000", hash: words[2]})
		}
	}
	return all, nil
}

// read reads the wanted files with one run of git.
func (r repository) read(entries []entry, wanted func(name string) bool) error {
	var hashes bytes.Buffer
	for _, e := range entries {
		if wanted(e.name) {
			hashes.WriteString(e.hash + "\n")
		}
	}
	out, err := r.run(hashes.Bytes(), "cat-file", "--batch")
	if err != nil {
		return err
	}
	for i, e := range entries {
		if !wanted(e.name) {
			continue
		}
		// "<hash> blob <size>", the bytes, and a line end.
		head, rest, _ := bytes.Cut(out, []byte("\n"))
		words := strings.Fields(string(head))
		if len(words) != 3 {
			return fmt.Errorf("git cat-file: %s is missing", e.name)
		}
		size, err := strconv.Atoi(words[2])
		if err != nil || size < 0 || size >= len(rest) {
			return fmt.Errorf("git cat-file: unexpected output for %s", e.name)
		}
		entries[i].data, out = rest[:size], rest[size+1:]
	}
	return nil
}

// inMemory returns a file system of entries: a zip archive, which is what the standard
// library can make from bytes.
func inMemory(entries []entry) (fs.FS, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Store}
		h.SetMode(0o644)
		if e.link {
			h.SetMode(fs.ModeSymlink | 0o777)
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(e.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}
