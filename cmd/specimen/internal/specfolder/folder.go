// Package specfolder reads and changes the folder of the specs.
//
//	At      Env, name -> Folder
//	Load    Folder -> specs.Set, while no other run changes the files
//	Open    Folder -> Editing, a lock on the folder
//	Write   Editing, changes -> all of the files, or none
//
// A run that was interrupted while it wrote leaves a journal. Load fails then; Open
// and Settle put the old files back.
package specfolder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/specs"
)

// staging is the folder, in that of the specs, in which new files are made ready.
const staging = ".specimen-specs"

// Folder is a folder of specs, which need not exist.
type Folder struct {
	Path string // where it is
	Name string // what the user calls it, with slashes
	// Version is that of the program, which new files name.
	Version cli.Version
	log     *cli.Log
	step    func(op, name string) error
}

// At returns the folder with a name given by the user.
func At(env cli.Env, name string) Folder {
	return Folder{Path: env.Path(name), Name: filepath.ToSlash(name), Version: env.Version, log: env.Log, step: env.Step}
}

// Load reads the specs. It fails where the folder does not exist, cannot be read, or
// was left half written; problems of the specs are in the result.
func (f Folder) Load() (*specs.Set, error) {
	end, err := f.view()
	if err != nil {
		return nil, err
	}
	defer end()
	root, err := os.OpenRoot(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, f.missing()
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return f.loadFrom(root.FS())
}

// Dir returns what the user calls the folder.
func (f Folder) Dir() string { return f.Name }

// Log returns where what is read and written is said.
func (f Folder) Log() *cli.Log { return f.log }

func (f Folder) loadFrom(files fs.FS) (*specs.Set, error) {
	stage, read := f.log.Start(), &counted{FS: files}
	set, err := specs.Load(read, f.Name)
	if err != nil {
		return nil, ReadError(fmt.Errorf("reading %s: %w", f.Name, err), f.Name)
	}
	stage.Done("read %s: %s, %s", f.Name, cli.Count(read.files, "file"), cli.Size(read.bytes))
	return set, nil
}

func (f Folder) missing() error {
	return cli.UsageError{Message: "there is no folder " + f.Name, Hint: `"specimen init PLATFORM" creates one; --specs names another one`}
}

// view keeps other runs from changing the folder until end is called. It fails where
// an interrupted run left some files changed and some not.
func (f Folder) view() (end func(), err error) {
	end, interrupted, err := rewrite.View(f.Path, staging)
	if err != nil || !interrupted {
		return end, err
	}
	end()
	return nil, cli.UsageError{Message: "a run that wrote to " + f.Name + " was interrupted", Hint: `"specimen generate" puts the old files back`}
}

// Settle puts the old files back where a run that wrote to the specs was
// interrupted, and removes everything else that it left.
func (f Folder) Settle() error {
	if _, err := os.Lstat(filepath.Join(f.Path, staging)); err != nil {
		return nil
	}
	files, err := f.Open()
	if err != nil {
		return err
	}
	files.Close()
	return nil
}
