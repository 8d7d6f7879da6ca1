package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// The two states that tests go between: a package loses a file, gains one,
// changes one and keeps one, with a testdata file for each.
func before() map[string][]byte { return version("old", "gone") }
func after() map[string][]byte  { return version("new", "more") }

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

func TestWrite(t *testing.T) {
	dir := filepath.Join(testfolder.New(t), "a", "generated")
	for i, files := range []map[string][]byte{before(), after(), after(), before()} {
		plan, err := Write(dir, files)
		if err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		check(t, dir, files)
		if i == 2 && len(plan.Changes) > 0 {
			t.Errorf("the second time there are changes: %v", plan.Changes)
		}
	}
}

// TestWriteLeavesAlone checks that what is right already is not touched (F11), and that
// files have the mode of any other (F14).
func TestWriteLeavesAlone(t *testing.T) {
	dir := testfolder.New(t)
	put(t, dir, before())
	old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	same := filepath.Join(dir, "acme/same.go")
	if err := os.Chtimes(same, old, old); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(dir, after()); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(same); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("same.go was touched: %v, %v", info.ModTime(), err)
	}
	if info, err := os.Stat(filepath.Join(dir, "acme/types.go")); err != nil || info.Mode() != 0o644 {
		t.Errorf("types.go has mode %v, %v", info.Mode(), err)
	}
}

// TestLineEnds checks that a checkout which put CRLF for LF is as it has to be (F14,
// X5): nothing is out of date, and no file is touched but those that differ in
// something else.
func TestLineEnds(t *testing.T) {
	crlf := func(files map[string][]byte) map[string][]byte {
		out := map[string][]byte{}
		for name, data := range files {
			out[name] = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		}
		return out
	}
	dir := testfolder.New(t)
	put(t, dir, crlf(before()))
	if plan, err := Write(dir, before()); err != nil || len(plan.Changes) > 0 {
		t.Errorf("changes %v, %v", plan.Changes, err)
	}
	check(t, dir, crlf(before()))
	if _, err := Write(dir, after()); err != nil {
		t.Error(err)
	}
	want := after()
	for _, name := range []string{"acme/same.go"} {
		want[name] = crlf(want)[name]
	}
	check(t, dir, want)
	for _, text := range []string{"\r", "\n", "\r\r\n", "\n\r\n"} {
		data := append(bytes.Clone(before()["acme/same.go"]), text...)
		put(t, dir, map[string][]byte{"acme/same.go": data})
		if plan, err := Compare(dir, after()); err != nil || plan.Changes["acme/same.go"] != Stale {
			t.Errorf("%q behind it is no change: %v, %v", text, plan.Changes, err)
		}
	}
}

// TestForeign checks that what was not generated stops everything where a generated file
// has to be (F1, F3, F4, F5, F13), and is left alone anywhere else (F9, F12, X5).
func TestForeign(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		make func(t *testing.T, dir string)
		want string // the foreign things, or "" where all is well
	}{
		{"nothing", func(*testing.T, string) {}, ""},
		{"a Go file", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/mine.go": []byte("package acme\n")})
		}, ""},
		{"a Go file of another package in a place of ours", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/types.go": []byte("package other\n")})
		}, "acme/types.go was not generated"},
		{"a Go file whose name differs in case", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/More.go": []byte("package acme\n")})
		}, "acme/More.go was not generated"},
		{"the header of another generator", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"payload/payload.go": []byte("// Code generated by other; DO NOT EDIT.\n")})
		}, "payload/payload.go was not generated"},
		{"a spec", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/platform.yaml": []byte("platform: acme\n")})
		}, ""},
		{"testdata that no test of ours names", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/testdata/a/z.json": []byte("1")})
		}, ""},
		{"testdata that no test of ours names yet", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/testdata/more/y.json": []byte("2")})
		}, "acme/testdata/more/y.json was not generated"},
		{"testdata that only a test of theirs names", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{
				"acme/testdata/a/z.json": []byte("1"),
				"acme/my_test.go":        []byte("package acme\nvar _ = \"testdata/a/z.json\"\n"),
			})
		}, ""},
		{"a file beside testdata that a test with our header names", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{
				"acme/notes.json": []byte("1"), "acme/testdata/notes.json": []byte("1"), "acme/testdata/a/b.txt": []byte("1"),
				"acme/x_test.go": goFile(`var _ = []T{{File: "testdata/a/../../notes.json"}, {File: "testdata/../notes.json"}, {File: "testdata/notes.json"}, {File: "testdata/a/b.txt"}}`),
			})
		}, ""},
		{"a file where a folder has to be", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/testdata/more": []byte("1")})
		}, "acme/testdata/more was not generated"},
		{"a link to a file", func(t *testing.T, dir string) {
			link(t, "/etc/passwd", filepath.Join(dir, "acme/types2.go"))
		}, ""},
		{"a link in a place of ours", func(t *testing.T, dir string) {
			os.Remove(filepath.Join(dir, "acme/types.go"))
			link(t, "same.go", filepath.Join(dir, "acme/types.go"))
		}, "acme/types.go is a link"},
		{"a link to a folder", func(t *testing.T, dir string) {
			os.RemoveAll(filepath.Join(dir, "payload"))
			link(t, "acme", filepath.Join(dir, "payload"))
		}, "payload is a link"},
		{"a file for a folder", func(t *testing.T, dir string) {
			os.RemoveAll(filepath.Join(dir, "payload"))
			put(t, dir, map[string][]byte{"payload": []byte("x")})
		}, "payload is not a folder"},
		{"a folder for a file", func(t *testing.T, dir string) {
			os.Remove(filepath.Join(dir, "acme/types.go"))
			if err := os.Mkdir(filepath.Join(dir, "acme/types.go"), 0o755); err != nil {
				t.Fatal(err)
			}
		}, "acme/types.go is a folder where a file has to be"},
		{"hidden files", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/.gitattributes": []byte("* -text\n"), "acme/.hidden/x.go": []byte("package x")})
		}, ""},
		{"files beside the packages", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"README.md": []byte("x"), "other/x.go": []byte("package other")})
		}, ""},
		{"the header with CRLF", func(t *testing.T, dir string) {
			put(t, dir, map[string][]byte{"acme/types.go": []byte(Header + "\r\n\r\npackage acme\r\n")})
		}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := testfolder.New(t)
			put(t, dir, before())
			tt.make(t, dir)
			start := read(t, dir)
			plan, err := Write(dir, after())
			var got []string
			for _, f := range plan.Foreign {
				got = append(got, f.Name+" "+f.Why)
			}
			if got := strings.Join(got, "; "); got != tt.want {
				t.Errorf("foreign: %q, want %q", got, tt.want)
			}
			if (err != nil) != (tt.want != "") || err != nil && !errors.Is(err, ErrForeign) {
				t.Errorf("error: %v", err)
			}
			want := start
			if tt.want == "" {
				want = after()
				for name, data := range start {
					if _, ours := before()[name]; !ours && !isOurs(name, data) {
						want[name] = data
					}
				}
			}
			check(t, dir, want)
		})
	}
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Skip(err)
	}
}

// TestPages checks that pages right in the folder are replaced where they are ours,
// that others stop everything, and that files beside them are let be.
func TestPages(t *testing.T) {
	page := func(text string) []byte { return []byte(PageHeader + "\n" + text) }
	want := map[string][]byte{"acme.html": page("new"), "bcme.html": page("b")}
	for _, tt := range []struct {
		name    string
		start   map[string][]byte
		foreign string
	}{
		{"nothing", nil, ""},
		{"an older one", map[string][]byte{"acme.html": page("old"), "other.html": []byte("theirs"), "gone.html": page("x"), "img/a.png": nil}, ""},
		{"theirs", map[string][]byte{"acme.html": []byte("<!doctype html>\n"), "bcme.html": page("old")}, "acme.html was not generated"},
		{"Go's header", map[string][]byte{"acme.html": goFile("x")}, "acme.html was not generated"},
		{"a folder", map[string][]byte{"acme.html/x.html": page("x")}, "acme.html is a folder where a file has to be"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := testfolder.New(t)
			put(t, dir, tt.start)
			plan, err := Write(dir, want)
			var got []string
			for _, f := range plan.Foreign {
				got = append(got, f.Name+" "+f.Why)
			}
			if got := strings.Join(got, "; "); got != tt.foreign || (err != nil) != (tt.foreign != "") {
				t.Errorf("got %q, %v, want %q", got, err, tt.foreign)
			}
			after := maps.Clone(tt.start)
			if tt.foreign == "" {
				if after == nil {
					after = map[string][]byte{}
				}
				maps.Copy(after, want)
			}
			check(t, dir, after)
		})
	}
}

// TestWriteNames checks that no name can leave the folder (F1, F14).
func TestWriteNames(t *testing.T) {
	for _, name := range []string{"../x/y.go", "../x.html", "x.htm", "/x.html", "/x/y.go", "x/../../y.go", "y.go", `x\y/z.go`, "c:/x.go", "x//y.go", ""} {
		dir := filepath.Join(testfolder.New(t), "generated")
		if _, err := Write(dir, map[string][]byte{name: nil}); err == nil {
			t.Errorf("%q was written", name)
		}
		check(t, filepath.Dir(dir), nil)
	}
	if _, err := Write(testfolder.New(t), map[string][]byte{"a/B.go": nil, "a/b.go": nil}); err == nil {
		t.Error("names that differ only in case were written")
	}
}

// TestOutputFolder checks what the folder itself can be (F4, F5, F6).
func TestOutputFolder(t *testing.T) {
	t.Run("a link", func(t *testing.T) {
		dir := testfolder.New(t)
		link(t, testfolder.New(t), filepath.Join(dir, "generated"))
		if _, err := Write(filepath.Join(dir, "generated"), after()); err == nil {
			t.Error("no error")
		}
	})
	t.Run("a file", func(t *testing.T) {
		name := filepath.Join(testfolder.New(t), "generated")
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Write(name, after()); err == nil {
			t.Error("no error")
		}
	})
	t.Run("below a file", func(t *testing.T) {
		dir := testfolder.New(t)
		put(t, dir, map[string][]byte{"file": nil})
		if _, err := Write(filepath.Join(dir, "file/generated"), after()); err == nil {
			t.Error("no error")
		}
		check(t, dir, map[string][]byte{"file": nil})
	})
	t.Run("read only", func(t *testing.T) {
		if os.Getuid() == 0 {
			t.Skip("root writes everywhere")
		}
		dir := testfolder.New(t)
		put(t, dir, before())
		if err := os.Chmod(dir, 0o555); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(dir, 0o755)
		if _, err := Write(dir, after()); err == nil {
			t.Error("no error")
		}
		check(t, dir, before())
	})
}

func TestOrphans(t *testing.T) {
	dir := testfolder.New(t)
	put(t, dir, before())
	put(t, dir, map[string][]byte{"mine/x.go": []byte("package mine\n"), "old/types.go": goFile("package old"), ".x/y.go": goFile("package y")})
	put(t, dir, map[string][]byte{"older/types.go": goFile("package older"), "older/mine.go": []byte("package older\n"), "older/a.txt": nil})
	got, err := Orphans(dir, []string{"acme", "payload"})
	if want := "[{old []} {older [older/a.txt older/mine.go]}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("got %v, %v, want %s", got, err, want)
	}
	if got, err := Orphans(filepath.Join(dir, "none"), nil); err != nil || len(got) > 0 {
		t.Errorf("no folder: %v, %v", got, err)
	}
}
