package rewrite

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestModes checks that a new file has the permissions that the umask leaves it, as its
// folder does, and that one that is replaced keeps its own.
func TestModes(t *testing.T) {
	dir := testfolder.New(t)
	put(t, dir, map[string]string{"wide": "old", "narrow": "old", "fixed": "old"})
	want := map[string]fs.FileMode{"wide": 0o666, "narrow": 0o600, "fixed": 0o444, "new": 0o600, "sub": 0o700, "sub/new": 0o600}
	for _, name := range []string{"wide", "narrow", "fixed"} {
		if err := os.Chmod(filepath.Join(dir, name), want[name]); err != nil {
			t.Fatal(err)
		}
	}
	defer syscall.Umask(syscall.Umask(0o077))
	err := apply(dir, []Change{
		{Name: "wide", Old: []byte("old"), New: []byte("new")},
		{Name: "narrow", Old: []byte("old"), New: []byte("new")},
		{Name: "fixed", Old: []byte("old"), New: []byte("new")},
		{Name: "new", New: []byte("new")},
		{Name: "sub/new", New: []byte("new")},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, mode := range want {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		} else if info.Mode().Perm() != mode {
			t.Errorf("%s has mode %v, want %v", name, info.Mode().Perm(), mode)
		}
	}
}
