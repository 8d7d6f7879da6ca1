package cli

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"
)

// The folders where no flag names another.
const (
	defaultSpecs = "specs"
	defaultOut   = "generated"
)

// Folders are the folders that flags name.
type Folders struct {
	Specs, Out string
	up         string // from the working directory to that of the default folders
}

// AddSpecs adds the flag --specs.
func (f *Folders) AddSpecs(set *pflag.FlagSet) {
	f.Specs = defaultSpecs
	set.Var(Folder{Name: &f.Specs, up: &f.up}, "specs", "folder of the specs, with one folder for each platform")
}

// AddOut adds the flag --out for the folder of the generated packages.
func (f *Folders) AddOut(set *pflag.FlagSet) {
	f.Out = defaultOut
	set.Var(Folder{Name: &f.Out, up: &f.up}, "out", "folder of the generated packages, inside a Go module")
}

// GenerateCommand returns the command line that generates with these folders, for
// hints.
func (f Folders) GenerateCommand() string {
	command := "specimen generate"
	if f.Specs != filepath.Join(f.up, defaultSpecs) {
		command += " --specs " + f.Specs
	}
	if f.Out != filepath.Join(f.up, defaultOut) {
		command += " --out " + f.Out
	}
	return command
}

// Folder is the value of a flag that names a folder.
type Folder struct {
	Name *string
	Std  bool // whether Std stands for the standard output; a folder of that name is ./-
	up   *string
}

func (f Folder) String() string { return *f.Name }
func (f Folder) Type() string   { return "dir" }

// Set cleans the name. It fails for an empty one, and for Std where that has no meaning.
func (f Folder) Set(s string) error {
	switch {
	case s == "":
		return errors.New("want the name of a folder")
	case s == Std && !f.Std:
		return errors.New("want the name of a folder, which a stream is not; one of this name is ./-")
	case s != Std && filepath.Clean(s) == Std:
		*f.Name = "." + string(filepath.Separator) + Std
		return nil
	}
	*f.Name = filepath.Clean(s)
	return nil
}

// findFolders finds the folder of the specs in a subfolder of a module, where no flag names
// it: it is the nearest one above, up to the folder of the go.mod. The output folder is
// beside it.
func (e Env) findFolders(set *pflag.FlagSet) error {
	flag := set.Lookup("specs")
	if flag == nil || flag.Changed || isThere(e.Path(defaultSpecs)) {
		return nil
	}
	here, err := filepath.Abs(e.Path("."))
	if err != nil {
		return err
	}
	up := wayUp(here)
	if up == "" {
		return nil
	}
	set.VisitAll(func(f *pflag.Flag) {
		if folder, ok := f.Value.(Folder); ok && folder.up != nil {
			*folder.up = up
			if !f.Changed {
				*folder.Name = filepath.Join(up, f.DefValue)
			}
		}
	})
	return nil
}

// wayUp returns the way from a folder to the nearest one above that has specs, and is in the
// same module, or "" if there is none.
func wayUp(dir string) string {
	found := ""
	for up := ""; !isThere(filepath.Join(dir, "go.mod")); {
		above := filepath.Dir(dir)
		if above == dir {
			return "" // in no module
		}
		dir, up = above, filepath.Join(up, "..")
		if found == "" && isThere(filepath.Join(dir, defaultSpecs)) {
			found = up
		}
	}
	return found
}

func isThere(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
