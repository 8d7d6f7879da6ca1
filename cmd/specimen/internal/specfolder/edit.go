package specfolder

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/specs"
)

// Editing is a folder of specs that no other run changes until Close: what is read
// from it is what Write replaces.
type Editing struct {
	*rewrite.Folder
	folder Folder
	loaded map[string]*bytes.Buffer // what Load read, by name in the folder
}

// Open opens the folder to change it, and creates it where it does not exist. What an
// interrupted run left there is undone first.
func (f Folder) Open() (*Editing, error) {
	folder, err := rewrite.Open(f.Path, rewrite.Options{Staging: staging, Step: f.step, May: isSpecFile})
	if err != nil {
		return nil, WriteError(err, f.Name)
	}
	return &Editing{folder, f, map[string]*bytes.Buffer{}}, nil
}

// OpenExisting is Open for a folder that has to exist.
func (f Folder) OpenExisting() (*Editing, error) {
	if _, err := os.Stat(f.Path); errors.Is(err, fs.ErrNotExist) {
		return nil, f.missing()
	}
	return f.Open()
}

// isSpecFile reports whether a file is one that is written into a folder of specs: a spec, or
// what init writes beside them.
func isSpecFile(_ *os.Root, name string, _ []byte) bool {
	ok, _ := path.Match("*/*.yaml", name)
	return ok || IsBeside(name)
}

// IsBeside reports whether a file is one that init writes beside specs and Go files.
func IsBeside(name string) bool { return name == "generate.go" || name == ".gitattributes" }

// Load reads the specs, and keeps the text of their files for Text.
func (e *Editing) Load() (*specs.Set, error) { return e.folder.loadFrom(reader{e}) }

// Dir returns what the user calls the folder.
func (e *Editing) Dir() string { return e.folder.Name }

// Log returns where what is read and written is said.
func (e *Editing) Log() *cli.Log { return e.folder.log }

// Text returns the text of a file, by its name in the folder, as Load read it.
func (e *Editing) Text(name string) []byte { return e.loaded[name].Bytes() }

// Write makes changes, all of them or none.
func (e *Editing) Write(changes []rewrite.Change) error {
	err := e.Apply(changes)
	if err == nil {
		for _, c := range changes {
			e.folder.log.Note("wrote %s", path.Join(e.folder.Name, c.Name))
		}
	}
	return WriteError(err, e.folder.Name)
}

// reader is the file system that Load reads.
type reader struct{ *Editing }

func (r reader) Open(name string) (fs.File, error) {
	f, err := r.Root.FS().Open(name)
	if err != nil || path.Ext(name) != ".yaml" {
		return f, err
	}
	r.loaded[name] = new(bytes.Buffer)
	return keeping{f, r.loaded[name]}, nil
}

// keeping is a file that keeps what is read from it.
type keeping struct {
	fs.File
	text *bytes.Buffer
}

func (k keeping) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	k.text.Write(p[:n])
	return n, err
}
