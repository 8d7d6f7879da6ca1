package rewrite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func write(t *testing.T, name, text string, mode fs.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

// holds fails unless the folder has exactly these files, by name and content.
func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		got[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s is %q, want %q", name, got[name], text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("there are %d files, want %d: %v", len(got), len(want), got)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.yaml"), "old", 0o600)
	err := Write(dir, []Change{{Name: "a.yaml", Old: []byte("old"), New: []byte("new")}, {Name: "b/c.yaml", New: []byte("c")}})
	if err != nil {
		t.Fatal(err)
	}
	holds(t, dir, map[string]string{"a.yaml": "new", "b/c.yaml": "c"})
	if info, err := os.Stat(filepath.Join(dir, "a.yaml")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, error %v; want 0600 as before", info.Mode(), err)
	}
}

// TestNothing holds that a run that fails changes no file.
func TestNothing(t *testing.T) {
	for _, c := range []struct {
		name   string
		change Change
	}{
		{"changed", Change{Name: "b.yaml", Old: []byte("x"), New: []byte("new")}},
		{"is there", Change{Name: "b.yaml", New: []byte("new")}},
		{"is gone", Change{Name: "c.yaml", Old: []byte("c"), New: []byte("new")}},
		{"is a folder", Change{Name: "d", New: []byte("new")}},
		{"is in a file", Change{Name: "b.yaml/e", New: []byte("new")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "a.yaml"), "old", 0o644)
			write(t, filepath.Join(dir, "b.yaml"), "b", 0o644)
			if err := os.Mkdir(filepath.Join(dir, "d"), 0o755); err != nil {
				t.Fatal(err)
			}
			first := Change{Name: "a.yaml", Old: []byte("old"), New: []byte("new")}
			if err := Write(dir, []Change{first, c.change}); err == nil {
				t.Error("no error")
			}
			holds(t, dir, map[string]string{"a.yaml": "old", "b.yaml": "b"})
		})
	}
}

// TestUndo holds that files are put back when a later one cannot get its place.
func TestUndo(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.yaml"), "new", 0o644)
	write(t, filepath.Join(dir, "b.yaml"), "new", 0o644)
	if err := undo(dir, []Change{{Name: "a.yaml", Old: []byte("old"), New: []byte("new")}, {Name: "b.yaml", New: []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, map[string]string{"a.yaml": "old"})
}

func TestErrChanged(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.yaml"), "mine", 0o644)
	err := Write(dir, []Change{{Name: "a.yaml", Old: []byte("old"), New: []byte("new")}})
	if !errors.Is(err, ErrChanged) {
		t.Errorf("got %v, want ErrChanged", err)
	}
}
