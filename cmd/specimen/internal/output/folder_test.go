package output

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// The two states that tests go between: a package loses a file, gains one,
// changes one and keeps one, with a testdata file for each.
func before() map[string][]byte { return version("old", "gone") }

func after() map[string][]byte { return version("new", "more") }

func version(text, extra string) map[string][]byte {
	return map[string][]byte{
		"acme/types.go":                      goFile("package acme // " + text),
		"acme/same.go":                       goFile("package acme // same"),
		"acme/" + extra + ".go":              goFile("package acme // " + extra),
		"acme/decode_test.go":                goFile(`var _ = []T{{File: "testdata/a/x.json"}, {File:  "testdata/` + extra + `/y.json"}}`),
		"acme/testdata/a/x.json":             []byte(`"` + text + `"`),
		"acme/testdata/" + extra + "/y.json": []byte("1"),
		"payload/payload.go":                 goFile("package payload // " + text),
	}
}

func goFile(text string) []byte { return []byte(Header + "\n\n" + text + "\n") }

// put makes a folder hold files, without any of the care of Write.
func put(t testing.TB, dir string, files map[string][]byte) {
	t.Helper()
	for name, data := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// read returns all that a folder holds; folders without files appear as names
// that end in a slash.
func read(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			files[rel] = []byte("-> " + target)
			return err
		case e.IsDir():
			entries, err := os.ReadDir(name)
			if len(entries) == 0 && rel != "." {
				files[rel+"/"] = nil
			}
			return err
		case !e.Type().IsRegular():
			return nil
		}
		files[rel], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// check compares the content of a folder with what it should be.
func check(t testing.TB, dir string, want map[string][]byte) {
	t.Helper()
	got := read(t, dir)
	for name, data := range want {
		if string(got[name]) != string(data) {
			t.Errorf("%s: got %q, want %q", name, got[name], data)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there and should not be", name)
		}
	}
}
