package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/specs"
)

// longestPath is how long the name of a file below the root can be. Windows has room for
// 260 characters together with the folder of the checkout.
const longestPath = 200

// unportable says why some system cannot have the files of a folder, which are named with
// slashes.
func unportable(names []string) []string {
	var all []string
	folded := make(map[string]string)
	for _, name := range names {
		if len(name) > longestPath {
			all = append(all, fmt.Sprintf("%s: has %d bytes", name, len(name)))
		}
		for at := name; at != "."; at = path.Dir(at) {
			part := path.Base(at)
			word, _, _ := strings.Cut(strings.ToLower(part), ".")
			switch {
			case strings.ContainsAny(part, `<>:"|?*\`) || strings.ContainsFunc(part, func(r rune) bool { return r < ' ' }):
				all = append(all, fmt.Sprintf("%q: Windows has no such character in names", name))
			case strings.TrimRight(part, ". ") != part:
				all = append(all, fmt.Sprintf("%q: a part ends with a dot or a space", name))
			case specs.IsDevice(strings.TrimRight(word, " ")):
				all = append(all, fmt.Sprintf("%q: Windows reserves %s", name, word))
			}
			if other, ok := folded[strings.ToLower(at)]; ok && other != at {
				all = append(all, fmt.Sprintf("%q and %q differ only in case", other, at))
			}
			folded[strings.ToLower(at)] = at
		}
	}
	return all
}

// TestUnportable checks that the test would find what it is for.
func TestUnportable(t *testing.T) {
	for _, name := range []string{"a/con", "a/Aux.yaml", "nul.tar.gz", "lpt9 .x", "a:b", `a\b`, "a?", "a*", "a\tb", "a.", "a /b", "a./b", strings.Repeat("x", 201)} {
		if len(unportable([]string{"fine", name})) == 0 {
			t.Errorf("%q is said to be portable", name)
		}
	}
	if len(unportable([]string{"a/b", "A/c"})) == 0 || len(unportable([]string{"a/b", "a/B"})) == 0 {
		t.Error("names that differ in case are said to be portable")
	}
	if got := unportable([]string{"a/b", "a/c.d", "console/com", "a/.x", "auxiliary"}); len(got) > 0 {
		t.Error(got)
	}
}

// TestFileNames checks that Windows and macOS can have every file of the repository.
func TestFileNames(t *testing.T) {
	names := filesBelow(t, "../..")
	if len(names) < 1000 {
		t.Errorf("%d files: some were not found", len(names))
	}
	for _, problem := range unportable(names) {
		t.Error(problem)
	}
}

// filesBelow returns the names of the files below a folder, without those of git.
func filesBelow(t *testing.T, root string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.Name() == ".git" {
			return filepath.SkipDir
		}
		if !e.IsDir() {
			below, err := filepath.Rel(root, name)
			names = append(names, filepath.ToSlash(below))
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestWrittenNames checks that Windows and macOS can have every file that is written for
// topics with any name: specs, generated packages and pages.
func TestWrittenNames(t *testing.T) {
	t.Parallel()
	topics := []string{
		"con", "Con", "CON", "aux/opened", "AUX.opened", "nul", "prn.x", "com1:x", "lpt9/x", "com0", "con/aux", "a/con", "a/nul.json",
		"orders/create", "Orders/create", "orders/Create", "orders.create", "orders:create", "orders create", "orders?create", "orders*", `orders"x`,
		"orders|x", "orders<x>", `orders\x`, "trailing./dot.", "x.yaml", "x/", "ünï/çödé", "日本", "..", "../../up", "-", "_x/y", "a" + strings.Repeat("/long", 30),
	}
	dir := testfolder.New(t)
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/x\n\ngo 1.26\n")
	added := 0
	for i, topic := range topics {
		write("payload.json", fmt.Sprintf(`{"id": %d, "member%d": "x"}`, i, i))
		args := []string{"add", "acme", topic, "payload.json", "--event", fmt.Sprintf("E%d", i)}
		if i == 0 {
			args = append(args, "--header", "X-Topic")
		}
		if code, out := runIn(dir, args...); code != 0 {
			t.Logf("%q: %s", topic, out)
			continue
		}
		added++
	}
	if added < len(topics)-5 {
		t.Errorf("%d of %d topics were added", added, len(topics))
	}
	if code, out := runIn(dir, "suggest", "-w"); code > 1 { // Go names for topics that differ in punctuation
		t.Fatal(out)
	}
	if code, out := runIn(dir, "generate"); code != 0 {
		t.Fatal(out)
	}
	if code, out := runIn(dir, "report", "--out", "pages"); code != 0 {
		t.Fatal(out)
	}
	names := filesBelow(t, dir)
	if !slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, "testdata/") }) {
		t.Errorf("no payload was written: %v", names)
	}
	for _, problem := range unportable(names) {
		t.Error(problem)
	}
}
