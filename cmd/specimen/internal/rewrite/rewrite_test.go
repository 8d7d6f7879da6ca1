package rewrite

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

const staging = ".staging"

// put makes a folder hold files; an empty folder is a name that ends in a slash.
func put(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if strings.HasSuffix(text, "/") {
			if err := os.MkdirAll(name, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// holds fails unless the folder has exactly these files, by name and content, and
// no empty folder.
func holds(t testing.TB, dir string, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		if e.IsDir() {
			if entries, _ := os.ReadDir(name); len(entries) == 0 && rel != "." {
				got[rel] = "/"
			}
			return nil
		}
		data, err := os.ReadFile(name)
		got[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(got, want) {
		t.Errorf("%s holds\n%q, want\n%q", dir, got, want)
	}
}

// apply opens a folder and makes changes in it.
func apply(dir string, changes []Change, step func(op, name string) error) error {
	f, err := Open(dir, Options{Staging: staging, Step: step})
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Apply(changes)
}

func TestApply(t *testing.T) {
	dir := testfolder.New(t)
	put(t, dir, map[string]string{"a.yaml": "old", "gone/x": "x", "empty": ""})
	if err := os.Chmod(filepath.Join(dir, "a.yaml"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := apply(dir, []Change{
		{Name: "a.yaml", Old: []byte("old"), New: []byte("new")},
		{Name: "b/c.yaml", New: []byte("c")},
		{Name: "gone/x", Old: []byte("x")},
		{Name: "empty", Old: []byte{}, New: []byte("full")},
		{Name: "none", New: []byte{}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, dir, map[string]string{"a.yaml": "new", "b/c.yaml": "c", "empty": "full", "none": ""})
	if info, err := os.Stat(filepath.Join(dir, "a.yaml")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, error %v; want 0600 as before", info.Mode(), err)
	}
}

// TestNothing checks that a run that fails changes no file.
func TestNothing(t *testing.T) {
	start := map[string]string{"a.yaml": "old", "b.yaml": "b", "d": "/", "empty": ""}
	for _, c := range []struct {
		name   string
		change Change
		want   error
	}{
		{"changed", Change{Name: "b.yaml", Old: []byte("x"), New: []byte("new")}, ChangedError{"b.yaml"}},
		{"is there", Change{Name: "b.yaml", New: []byte("new")}, ChangedError{"b.yaml"}},
		{"is there, empty", Change{Name: "empty", New: []byte("new")}, ChangedError{"empty"}},
		{"is gone", Change{Name: "c.yaml", Old: []byte("c"), New: []byte("new")}, ChangedError{"c.yaml"}},
		{"is gone, empty", Change{Name: "c.yaml", Old: []byte{}, New: []byte("new")}, ChangedError{"c.yaml"}},
		{"to be removed, changed", Change{Name: "b.yaml", Old: []byte("x")}, ChangedError{"b.yaml"}},
		{"is a folder", Change{Name: "d", New: []byte("new")}, errNotFile},
		{"is in a file", Change{Name: "b.yaml/e", New: []byte("new")}, errNotFolder},
		{"outside", Change{Name: "../e", New: []byte("new")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := testfolder.New(t)
			put(t, dir, start)
			first := Change{Name: "a.yaml", Old: []byte("old"), New: []byte("new")}
			err := apply(dir, []Change{first, c.change}, nil)
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			holds(t, dir, start)
		})
	}
}

// TestLinks checks that no link is followed, in or out of the folder.
func TestLinks(t *testing.T) {
	other := testfolder.New(t)
	for _, to := range []string{"real", other, "gone"} {
		for _, name := range []string{"link/new", "link/x", "link"} {
			dir := testfolder.New(t)
			put(t, dir, map[string]string{"real/x": "x"})
			put(t, other, map[string]string{"x": "x"})
			if err := os.Symlink(to, filepath.Join(dir, "link")); err != nil {
				t.Skip(err)
			}
			for _, old := range [][]byte{nil, []byte("x")} {
				if err := apply(dir, []Change{{Name: name, Old: old, New: []byte("y")}}, nil); err == nil {
					t.Errorf("%s through a link to %s: no error", name, to)
				}
			}
			holds(t, filepath.Join(dir, "real"), map[string]string{"x": "x"})
			holds(t, other, map[string]string{"x": "x"})
			if got, err := os.Readlink(filepath.Join(dir, "link")); got != to {
				t.Errorf("the link leads to %q, %v", got, err)
			}
		}
	}
}
