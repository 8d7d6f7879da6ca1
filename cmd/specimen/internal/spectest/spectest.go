// Package spectest loads specs for tests.
package spectest

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/infer/golden"
	"github.com/specimen-go/specimen/specs"
)

// Load reads and decides the specs in a folder, which have no errors.
func Load(t testing.TB, files fs.FS) *platform.Set {
	t.Helper()
	set, err := specs.Load(files, "specs")
	if err != nil {
		t.Fatal(err)
	}
	decided := platform.SetOf(set, nil)
	if decided.Problems.HasErrors() {
		t.Fatal(decided.Problems)
	}
	return decided
}

// State is Load for the files below a folder of an archive.
func State(t testing.TB, a *golden.Archive, folder string) *platform.Set {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range a.Inputs(func(name string) bool { return strings.HasPrefix(name, folder+"/") }) {
		files[strings.TrimPrefix(f.Name, folder+"/")] = &fstest.MapFile{Data: f.Data}
	}
	return Load(t, files)
}
