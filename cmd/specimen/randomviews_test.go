package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/page"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestRandomPlatformsViewed checks that report, diff, explain and suggest show what
// random specs give: the page with the changes since a spec without decisions, which has
// the explanation of every path, some paths, and all suggestions. Every link of a page
// leads to an anchor of it.
func TestRandomPlatformsViewed(t *testing.T) {
	first, count := envNumber(t, "SPECIMEN_SEED", 1), envNumber(t, "SPECIMEN_PLATFORMS", 6)
	for seed := first; seed < first+count; seed++ {
		s, _ := randomPlatform(t, seed)
		if s == nil {
			continue
		}
		plain := *s
		plain.decisions, plain.tables, plain.envelope = nil, nil, nil
		viewPlatform(t, plain.files(), s.files(), s.name)
	}
}

var (
	pageLinks   = regexp.MustCompile(`\shref="#([^"]*)"`)
	pageAnchors = regexp.MustCompile(`\sid="([^"]*)"`)
)

func viewPlatform(t *testing.T, before, now fstest.MapFS, name string) {
	t.Helper()
	old, set := spectest.Load(t, before), spectest.Load(t, now)
	text := string(now[name+"/platform.yaml"].Data)
	since, err := changes.Compare(old, set, "before")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	html, err := page.Render(set.Platform(name), set.Line, page.Options{Since: since})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	anchors := map[string]bool{}
	for _, m := range pageAnchors.FindAllStringSubmatch(string(html), -1) {
		anchors[m[1]] = true
	}
	for _, m := range pageLinks.FindAllStringSubmatch(string(html), -1) {
		if !anchors[m[1]] {
			t.Errorf("a link of the page leads to %q, which it does not have\n%s", m[1], text)
		}
	}
	dir := testfolder.New(t)
	if err := os.CopyFS(dir+"/specs", now); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) {
		if code, out := runIn(dir, args...); code != cli.ExitFine {
			t.Errorf("%q exits with %d: %s\n%s", args, code, out, text)
		}
	}
	run("suggest", name)
	paths := set.Platform(name).Model.All()
	for i := 0; i < len(paths); i += 1 + len(paths)/6 { // each reads the spec again
		if !strings.HasPrefix(paths[i].Path, "-") { // which would be a flag
			run("explain", name, paths[i].Path)
		}
	}
}
