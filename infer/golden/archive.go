// Package golden runs the golden tests of the module: cases in testdata/*.txtar.
//
// An archive is one case. Its comment says why the case exists; its files are the
// inputs of the code under test and the outputs that it has to give. A new case is
// a new file. With -update, the outputs in the archives are rewritten with what
// the code gives, to be reviewed as a diff:
//
//	go test ./emit/suggest -update
//
// Test binaries without golden tests do not have the flag. To update all packages
// with one command, set the environment variable instead:
//
//	SPECIMEN_UPDATE=1 go test ./...
//
// Examples and decisions are written the same in the archives of every package:
// see Examples and ReadDecisions.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", os.Getenv("SPECIMEN_UPDATE") != "", "rewrite the outputs in testdata/*.txtar")

// Updating reports whether outputs are rewritten, for golden tests whose files are
// not archives.
func Updating() bool { return *update }

// An Archive is a case. Its files are inputs until an output is compared with them.
type Archive struct {
	Name string // of the case: its file's, without .txtar
	*txtar.Archive
	file string
	used map[string]bool // files that were read as inputs or compared
}

// Run runs check for each archive in testdata as a subtest. A file of an archive
// that check neither reads nor compares is an error.
func Run(t *testing.T, check func(*testing.T, *Archive)) {
	t.Helper()
	RunIn(t, "testdata", check)
}

// RunIn is Run for the archives in another folder: cases of another kind.
func RunIn(t *testing.T, folder string, check func(*testing.T, *Archive)) {
	t.Helper()
	for _, a := range Read(t, folder+"/*.txtar") {
		t.Run(a.Name, func(t *testing.T) {
			before := txtar.Format(a.Archive)
			check(t, a)
			for _, f := range a.Files {
				if !a.used[f.Name] {
					t.Errorf("%s: the file %s is neither an input nor an output", a.file, f.Name)
				}
			}
			if after := txtar.Format(a.Archive); *update && !t.Failed() && !bytes.Equal(before, after) {
				if err := os.WriteFile(a.file, after, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// Read reads the archives whose files match a pattern. It fails the test where
// there is none.
func Read(t testing.TB, pattern string) []*Archive {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no archive matches %s: %v", pattern, err)
	}
	var all []*Archive
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, &Archive{strings.TrimSuffix(filepath.Base(file), ".txtar"), archive, file, make(map[string]bool)})
	}
	return all
}

// New returns an archive of files in memory, for a test that makes its input.
func New(files ...txtar.File) *Archive {
	return &Archive{Archive: &txtar.Archive{Files: files}, used: make(map[string]bool)}
}

// Has reports whether the archive has a file.
func (a *Archive) Has(name string) bool { return a.find(name) != nil }

// Input returns the text of a file, or "" if there is none.
func (a *Archive) Input(name string) string {
	a.used[name] = true
	if f := a.find(name); f != nil {
		return string(f.Data)
	}
	return ""
}

// Inputs returns the files whose names a function accepts, in order.
func (a *Archive) Inputs(accept func(name string) bool) []txtar.File {
	var all []txtar.File
	for _, f := range a.Files {
		if accept(f.Name) {
			a.used[f.Name] = true
			all = append(all, f)
		}
	}
	return all
}

// Compare compares an output with the file of its name, if the archive has one.
func (a *Archive) Compare(t *testing.T, name, got string) {
	t.Helper()
	f := a.find(name)
	if f == nil {
		return
	}
	a.used[name] = true
	switch {
	case got == string(f.Data):
	case *update:
		f.Data = []byte(got)
	default:
		line, got, want := difference(got, string(f.Data))
		t.Errorf("%s: %s differs from line %d on; got\n%s\nwant\n%s", a.file, name, line, got, want)
	}
}

// difference returns the first line in which two texts differ, and both texts without
// the lines at the beginning and the end that they share.
func difference(got, want string) (line int, gotRest, wantRest string) {
	a, b := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b, line = a[1:], b[1:], line+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return line + 1, strings.Join(a, ""), strings.Join(b, "")
}

// Require is Compare for an output that the archive has to have unless it is empty.
func (a *Archive) Require(t *testing.T, name, got string) {
	t.Helper()
	if got != "" && !a.Has(name) {
		t.Errorf("%s: there is no file %s; got\n%s", a.file, name, got)
	}
	a.Compare(t, name, got)
}

func (a *Archive) find(name string) *txtar.File {
	for i := range a.Files {
		if a.Files[i].Name == name {
			return &a.Files[i]
		}
	}
	return nil
}
