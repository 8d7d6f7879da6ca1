package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestReportIndex checks that report writes an index over all platforms, that a page has a
// link to it where it is, and that the page of a platform called index takes its place.
func TestReportIndex(t *testing.T) {
	dir := testfolder.New(t)
	platform := func(name string) {
		file := filepath.Join(dir, "specs", name, "platform.yaml")
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		spec := "platform: " + name + "\ntitle: The " + name + "\ntopic: {header: X-Topic}\ntopics: {a: {payload: undocumented}}\n"
		if err := os.WriteFile(file, []byte(spec), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	report := func(args ...string) {
		t.Helper()
		if code, out := runIn(dir, append([]string{"report"}, args...)...); code != 0 {
			t.Fatalf("report %q exits with %d: %s", args, code, out)
		}
	}
	// has checks whether a file is there, and what is in its text.
	has := func(file, text string, want bool) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(dir, file))
		if got := err == nil && strings.Contains(string(data), text); got != want {
			t.Errorf("%s has %q: %t, want %t", file, text, got, want)
		}
	}
	const home = `<a href="index.html">All platforms</a>`

	platform("acme")
	platform("bcme")
	report("--out", "pages")
	has("pages/index.html", `<a href="acme.html">The acme</a>`, true)
	has("pages/index.html", `<a href="bcme.html#topic:a">a</a>`, true)
	has("pages/acme.html", home, true)

	report("--out", "one", "acme")
	has("one/acme.html", home, false)
	has("one/index.html", "", false)

	platform("index")
	report("--out", "pages")
	has("pages/index.html", "<h1>The index</h1>", true)
	has("pages/acme.html", home, false)
}
