// Package spectest loads specs for tests.
package spectest

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/specs"
)

// Load reads and decides the specs in a folder, which have no errors.
func Load(t testing.TB, files fs.FS) *platform.Set {
	t.Helper()
	set, err := specs.Load(files, "specs")
	if err != nil {
		t.Fatal(err)
	}
	decided := platform.DecideAll(set, nil)
	if decided.Problems.HasErrors() {
		t.Fatal(decided.Problems)
	}
	return decided
}

// State is Load for the files below a folder of an archive.
func State(t testing.TB, archive *txtar.Archive, folder string) *platform.Set {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, folder+"/"); ok {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return Load(t, files)
}
