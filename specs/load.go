package specs

import (
	"fmt"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"path"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// maxFileSize is how large a spec file can be. Hundreds of the largest known examples
// fit.
const maxFileSize = 32 << 20

// platformFile is the file with the platform itself and the decisions.
const platformFile = "platform.yaml"

// Set is a folder of specs.
type Set struct {
	Platforms   []*Platform     // sorted by name
	Diagnostics diagnostic.List // sorted
	files       map[string]*file
}

// Line returns a line of a spec file, the first being 1. It is the Source of a
// [diagnostic.Printer].
func (s *Set) Line(file string, line int) (string, bool) {
	f, ok := s.files[file]
	if !ok {
		return "", false
	}
	return f.line(line)
}

// SameFiles reports whether the spec of a platform of this set has the same files in
// another set.
func (s *Set) SameFiles(p *Platform, other *Set) bool {
	folder := path.Dir(p.At("").Filename) + "/"
	texts := func(s *Set) map[string]string {
		all := make(map[string]string)
		for name, f := range s.files {
			if strings.HasPrefix(name, folder) {
				all[name] = f.text
			}
		}
		return all
	}
	return maps.Equal(texts(s), texts(other))
}

// Load reads all platforms in a folder of specs. Positions have the names of files with
// base before them.
//
// The error is not nil if a file or folder could not be read. Errors in specs are in
// the set's Diagnostics; a platform with errors is in the set with everything that
// could be read.
//
// Load ignores folders named testdata, folders that start with "." or "_", and folders
// without YAML files. It does not follow symbolic links, and reports them.
func Load(fsys fs.FS, base string) (*Set, error) {
	l := loader{fsys: fsys, base: base, set: &Set{files: map[string]*file{}}}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	found := false
	for _, e := range entries {
		switch {
		case ignored(e.Name()):
		case e.Type()&fs.ModeSymlink != 0 && !plainName(e.Name()):
			found = true
			l.problem(finding.IrregularFile, e.Name(), "is a symbolic link", "specs are read from regular files and folders only")
		case e.IsDir():
			ok, err := l.folder(e.Name())
			if err != nil {
				return nil, err
			}
			found = found || ok
		case isYAML(e.Name()):
			found = true
			l.problem(finding.MisplacedFile, e.Name(), "spec outside a platform's folder", "move it to "+path.Join(base, "<platform>", e.Name()))
		}
	}
	if !found {
		l.problem(finding.NoSpecs, ".", "no specs in this folder", "a platform is a folder with a "+platformFile)
	}
	l.set.Diagnostics.Sort()
	return l.set, nil
}

// ignored reports whether a file or folder is not part of a spec.
func ignored(name string) bool {
	return name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

// isYAML reports whether a file looks like a spec. Names that do not end in ".yaml" are
// reported.
func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// plainName reports whether a link of this name can be ignored, because it does not
// look like a folder or a spec.
func plainName(name string) bool { return path.Ext(name) != "" && !isYAML(name) }

type loader struct {
	fsys fs.FS
	base string
	set  *Set
}

// problem reports something about a whole file or folder.
func (l *loader) problem(rule finding.Rule, name, message, hint string) {
	pos := token.Position{Filename: path.Join(l.base, name)}
	l.set.Diagnostics.Add(diagnostic.New(rule, pos, "", message, hint))
}

// folder reads a platform. It reports whether the folder is one.
func (l *loader) folder(name string) (bool, error) {
	entries, err := fs.ReadDir(l.fsys, name)
	if err != nil {
		return false, err
	}
	var files []*file
	specs, failed := false, false
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || !isYAML(e.Name()) {
			continue
		}
		specs = true
		f, err := l.file(path.Join(name, e.Name()), e)
		if err != nil {
			return false, err
		}
		if f == nil {
			failed = true
			continue
		}
		files = append(files, f)
	}
	if !specs {
		return false, nil
	}
	for _, e := range entries {
		if e.IsDir() && !ignored(e.Name()) && !isYAML(e.Name()) {
			l.problem(finding.MisplacedFile, path.Join(name, e.Name()), "folder inside a platform's folder", "spec files are directly in "+path.Join(l.base, name))
		}
	}
	p := readPlatform(name, path.Join(l.base, name), files, &l.set.Diagnostics, failed)
	l.set.Platforms = append(l.set.Platforms, p)
	return true, nil
}

// file reads a file. It returns nil if it reported a problem.
func (l *loader) file(name string, e fs.DirEntry) (*file, error) {
	info, err := e.Info()
	if err != nil {
		return nil, err
	}
	switch {
	case !e.Type().IsRegular() || !info.Mode().IsRegular():
		l.problem(finding.IrregularFile, name, "not a regular file", "specs are read from regular files only")
		return nil, nil
	case path.Ext(name) != ".yaml":
		l.problem(finding.MisplacedFile, name, "ignored", `rename it: the names of spec files end in ".yaml"`)
		return nil, nil
	case info.Size() > maxFileSize:
		l.problem(finding.LargeFile, name, fmt.Sprintf("file exceeds the limit of %d MiB", maxFileSize>>20), "shorten its examples")
		return nil, nil
	}
	raw, err := l.read(name)
	if err != nil {
		return nil, err
	}
	f := newFile(path.Join(l.base, name), raw)
	l.set.files[f.name] = f
	return f, nil
}

// read reads at most maxFileSize bytes, also if the file grows.
func (l *loader) read(name string) ([]byte, error) {
	r, err := l.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, maxFileSize))
}
