package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// specFiles is the folder of the specs, which no other specimen changes until
// Close: what is read of it meanwhile is what write replaces.
type specFiles struct {
	*rewrite.Folder
	shown  string                   // as the user names it
	loaded map[string]*bytes.Buffer // what load read, by name in the folder
}

// specStaging is the folder, in that of the specs, in which new files are made ready.
const specStaging = ".specimen-specs"

// openSpecs opens the folder of the specs to change it, and creates it where it is
// not there. What an interrupted run left there is undone first.
func (a app) openSpecs(dirs folders) (*specFiles, error) {
	folder, err := rewrite.Open(a.path(dirs.specs), rewrite.Options{Staging: specStaging, Step: a.step, May: isSpecFile})
	if err != nil {
		return nil, writing(err, dirs.specs)
	}
	return &specFiles{folder, filepath.ToSlash(dirs.specs), map[string]*bytes.Buffer{}}, nil
}

// openOldSpecs is openSpecs for a folder that has to be there.
func (a app) openOldSpecs(dirs folders) (*specFiles, error) {
	if _, err := os.Stat(a.path(dirs.specs)); errors.Is(err, fs.ErrNotExist) {
		return nil, noSpecs(dirs.specs)
	}
	return a.openSpecs(dirs)
}

// isSpecFile reports whether a file is one that is written into a folder of specs.
func isSpecFile(_ *os.Root, name string, _ []byte) bool {
	ok, _ := path.Match("*/*.yaml", name)
	return ok
}

// load reads the specs, and keeps the text of their files.
func (s *specFiles) load(dir string) (*specs.Set, error) { return loadFrom(s, dir) }

// Open opens a file for load.
func (s *specFiles) Open(name string) (fs.File, error) {
	f, err := s.Root.FS().Open(name)
	if err != nil || path.Ext(name) != ".yaml" {
		return f, err
	}
	s.loaded[name] = new(bytes.Buffer)
	return keeping{f, s.loaded[name]}, nil
}

// keeping is a file of which all that is read is kept.
type keeping struct {
	fs.File
	text *bytes.Buffer
}

func (k keeping) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	k.text.Write(p[:n])
	return n, err
}

// write makes the changes, all of them or none.
func (s *specFiles) write(changes []rewrite.Change) error { return writing(s.Apply(changes), s.shown) }

// notLink refuses the folder of a platform that is a link, as the loader does: it
// may lead anywhere.
func (a app) notLink(dirs folders, platform string) error {
	info, err := os.Lstat(filepath.Join(a.path(dirs.specs), platform))
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return nil
	}
	d := diagnostic.Diagnostic{Message: "is a link", Hint: "specs are read from real files and folders only"}
	d.Pos.Filename = path.Join(filepath.ToSlash(dirs.specs), platform)
	return refuse(diagnostic.List{d}, nil)
}

// writing explains an error of writing to a folder, which the user calls shown.
func writing(err error, shown string) error {
	var changed rewrite.ChangedError
	var foreign rewrite.ForeignError
	shown = filepath.ToSlash(shown)
	switch {
	case errors.As(err, &changed):
		return usageError{path.Join(shown, changed.Name) + " changed while this command was working on it; nothing was written", "run the command again"}
	case errors.As(err, &foreign):
		staging := path.Join(shown, foreign.Staging)
		return usageError{staging + " was not left by an interrupted run of specimen on this machine; nothing was changed", "look at what it holds, then: rm -r " + staging}
	}
	return err
}

// viewSpecs keeps other specimens from changing the folder of the specs until end is
// called. It fails where a run that did not end left some files changed and some not.
func (a app) viewSpecs(dir string) (end func(), err error) {
	end, interrupted, err := rewrite.View(a.path(dir), specStaging)
	if err != nil || !interrupted {
		return end, err
	}
	end()
	return nil, usageError{"a run that wrote to " + dir + " was interrupted", `"specimen generate" puts the old files back`}
}

// settle puts the old files back where a run that wrote to the specs was
// interrupted, and removes what else it left.
func (a app) settle(dirs folders) error {
	if _, err := os.Lstat(filepath.Join(a.path(dirs.specs), specStaging)); err != nil {
		return nil
	}
	files, err := a.openSpecs(dirs)
	if err != nil {
		return err
	}
	files.Close()
	return nil
}
