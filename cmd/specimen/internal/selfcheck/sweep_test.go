package selfcheck

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestSweep checks that what a killed run has left goes, and nothing else does.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"specimen-go-1", "specimen-go-2", "specimen-check-1", "specimen-other", "other"} {
		if err := os.MkdirAll(filepath.Join(dir, name, "below"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "specimen-go-file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	old := time.Unix(1, 0)
	for _, name := range []string{"specimen-go-1", "specimen-check-1", "specimen-other", "other", "specimen-go-file"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	sweep(dir)
	sweep(filepath.Join(dir, "none"))
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if want := []string{"other", "specimen-go-2", "specimen-go-file", "specimen-other"}; !slices.Equal(left, want) {
		t.Errorf("left %q, want %q", left, want)
	}
}
