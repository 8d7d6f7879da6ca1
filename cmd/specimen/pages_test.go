package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/page"
	"github.com/specimen-go/specimen/specs"
)

// TestPages runs testdata/pages/*.txtar. The files in new are specs, those in
// old, if there are any, what they were before; page is the page of the platform
// acme without style, script and policy.
func TestPages(t *testing.T) {
	cases, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			html := pageOf(t, archive)
			checkPage(t, name, html)
			got := onlyBody(html)
			i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "page" })
			if i < 0 {
				t.Fatal("the case expects no page")
			}
			if got != string(archive.Files[i].Data) && !*update {
				t.Errorf("%s: got:\n%s\nwant:\n%s", name, got, archive.Files[i].Data)
			}
			if *update {
				archive.Files[i].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// pageOf returns the page of the platform acme, compared with the state old
// where the archive has one.
func pageOf(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	now := stateOf(t, archive, "new")
	in := inputOf(t, now, "acme")
	if slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "old/") }) {
		c, err := compareSets(stateOf(t, archive, "old"), now, "main", "specs", nil)
		if err != nil {
			t.Fatal(err)
		}
		in.Against = c.against
		for _, x := range c.changes {
			in.Changes = append(in.Changes, page.Change{Change: x.Change, At: x.at, Why: x.why})
		}
	}
	return render(t, in)
}

func inputOf(t *testing.T, set *specs.Set, name string) page.Input {
	t.Helper()
	p := platformOf(set, name)
	types, problems := sideOf(set, p)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return page.Input{Spec: p, Line: set.Line, Types: types}
}

func render(t *testing.T, in page.Input) string {
	t.Helper()
	html, err := page.Render(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

// onlyBody leaves out what is the same on every page.
func onlyBody(html string) string {
	_, body, _ := strings.Cut(html, "</head>\n")
	return body
}

// maxPage is how large the page of the largest platform may become before
// somebody has to think about it.
const maxPage = 1 << 20

// TestPagesOfSpecs: the pages of all platforms here are whole, load nothing, are
// not too large, and are the same each time.
func TestPagesOfSpecs(t *testing.T) {
	set := loadFS(t, os.DirFS("../../specs"))
	for _, p := range set.Platforms {
		html := render(t, inputOf(t, set, p.Name))
		checkPage(t, p.Name, html)
		if len(html) > maxPage {
			t.Errorf("%s: the page has %d bytes", p.Name, len(html))
		}
		if render(t, inputOf(t, set, p.Name)) != html {
			t.Errorf("%s: the page is another one the second time", p.Name)
		}
		for _, topic := range p.Topics {
			if !strings.Contains(html, `id="topic:`+topic.Name+`"`) {
				t.Errorf("%s: the topic %s is not on the page", p.Name, topic.Name)
			}
		}
	}
}

var (
	hrefs  = regexp.MustCompile(`\shref="([^"]*)"`)
	ids    = regexp.MustCompile(`\sid="([^"]*)"`)
	quoted = regexp.MustCompile(`="[^"]*"`)
	// loads finds attributes and elements that load something or run it.
	loads = regexp.MustCompile(`<[a-z]+[^>]*\s(src|srcset|style|on[a-z]+|action|data)=|<(link|img|iframe|object|embed|base|form|video|audio)\b`)
)

// checkPage holds that every link of a page leads to a place of it, that no place
// has the name of another, and that nothing is loaded.
func checkPage(t *testing.T, name, html string) {
	t.Helper()
	body := onlyBody(html)
	seen := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(body, -1) {
		if seen[m[1]] {
			t.Errorf("%s: two places have the anchor %q", name, m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range hrefs.FindAllStringSubmatch(body, -1) {
		if target, ok := strings.CutPrefix(m[1], "#"); !ok || !seen[target] {
			t.Errorf("%s: a link leads to %q, which the page does not have", name, m[1])
		}
	}
	if len(seen) == 0 {
		t.Errorf("%s: the page has no anchors", name)
	}
	if m := loads.FindString(quoted.ReplaceAllString(body, "=")); m != "" {
		t.Errorf("%s: the page loads or runs something: %s", name, m)
	}
	if n := strings.Count(html, "<script"); n != 1 {
		t.Errorf("%s: the page has %d scripts", name, n)
	}
}
