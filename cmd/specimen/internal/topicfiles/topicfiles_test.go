package topicfiles

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// TestIn checks which files of a folder are found, in which order, and the topics that their
// names say.
func TestIn(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"orders%2Fcreate--2.json", "orders%2Fcreate.json", "orders/paid.json", "a.b.ndjson", "notes.txt", ".hidden.json", "100%.jsonl"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	env := cli.Env{Dir: folder}
	for _, c := range []struct {
		name string
		want []File
	}{
		{"-", []File{{"-", ""}}},
		{"notes.txt", []File{{"notes.txt", "notes"}}},
		{".", []File{
			{"100%.jsonl", "100%"},
			{"a.b.ndjson", "a.b"},
			{"orders%2Fcreate.json", "orders/create"},
			{"orders%2Fcreate--2.json", "orders/create"},
			{filepath.Join("orders", "paid.json"), "orders/paid"},
		}},
		{"orders", []File{{filepath.Join("orders", "paid.json"), "paid"}}},
	} {
		got, err := In(env, c.name)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, %v, want %v", c.name, got, err, c.want)
		}
	}
	if _, err := In(env, "missing"); err == nil {
		t.Error("a file that is not there is found")
	}
}
