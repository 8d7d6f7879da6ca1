package page_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/page"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestPages runs testdata/*.txtar. The files in new are specs, those in old, if there
// are any, what they were before; page is the page of the platform acme without style,
// script and policy.
func TestPages(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		html := pageOf(t, a)
		checkPage(t, a.Name, html)
		a.Require(t, "page", onlyBody(html))
	})
}

// pageOf returns the page of the platform acme, compared with the state old
// where the archive has one.
func pageOf(t *testing.T, a *golden.Archive) string {
	t.Helper()
	now, since := states(t, a)
	return render(t, now, "acme", since)
}

// states returns the specs in new, and what changed since those in old, if there are any.
func states(t *testing.T, a *golden.Archive) (*platform.Set, *changes.Report) {
	t.Helper()
	now, since := spectest.State(t, a, "new"), new(changes.Report)
	if slices.ContainsFunc(a.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "old/") }) {
		var err error
		if since, err = changes.Compare(spectest.State(t, a, "old"), now, "main"); err != nil {
			t.Fatal(err)
		}
	}
	return now, since
}

func render(t *testing.T, set *platform.Set, name string, since *changes.Report) string {
	t.Helper()
	html, err := page.Render(set.Platform(name), set.Line, page.Options{Since: since, Home: true})
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
// somebody has to think about it. The largest has a text for most of its many members.
const maxPage = 11 << 17

// TestPagesOfSpecs checks that the pages of all platforms here are whole, load nothing,
// are not too large, and are the same each time.
func TestPagesOfSpecs(t *testing.T) {
	set := spectest.Load(t, os.DirFS("../../../../specs"))
	pages := map[string]string{}
	for _, p := range set.Platforms {
		html := render(t, set, p.Spec.Name, new(changes.Report))
		pages[page.File(p.Spec.Name)] = html
		checkPage(t, p.Spec.Name, html)
		if len(html) > maxPage {
			t.Errorf("%s: the page has %d bytes", p.Spec.Name, len(html))
		}
		if render(t, set, p.Spec.Name, new(changes.Report)) != html {
			t.Errorf("%s: the page is another one the second time", p.Spec.Name)
		}
		for _, topic := range p.Spec.Topics {
			if !strings.Contains(html, `id="topic:`+topic.Name+`"`) {
				t.Errorf("%s: the topic %s is not on the page", p.Spec.Name, topic.Name)
			}
		}
	}
	checkIndex(t, index(t, set, new(changes.Report)), pages)
}

// TestIndex checks the index of testdata/*.txtar: its links lead to places of the page, and
// it says how many changes the page has.
func TestIndex(t *testing.T) {
	for _, name := range []string{"everything", "changes", "hostile"} {
		a := golden.Read(t, "testdata/"+name+".txtar")[0]
		set, since := states(t, a)
		html := index(t, set, since)
		checkIndex(t, html, map[string]string{page.File("acme"): pageOf(t, a)})
		if want := "main"; (since.Against != "") != strings.Contains(html, "<code>"+want+"</code>") {
			t.Errorf("%s: the index names %q, or does not: the revision is %q", name, want, since.Against)
		}
		if since.Against != "" && !strings.Contains(html, `<a href="acme.html#changes">`) {
			t.Errorf("%s: the index does not lead to the changes", name)
		}
	}
}

// TestIndexNames checks that a platform can have the name of a part of the index.
func TestIndexNames(t *testing.T) {
	const spec = "platform: %s\ntitle: Title\ntopic: {header: X-Topic}\ntopics: {a: {payload: undocumented}}\n"
	specs := fstest.MapFS{}
	for _, name := range []string{"content", "search", "found", "theme", "copied"} {
		specs[name+"/platform.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, spec, name)}
	}
	seen := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(index(t, spectest.Load(t, specs), new(changes.Report)), -1) {
		if seen[m[1]] {
			t.Errorf("two places of the index have the anchor %q", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) != 10 {
		t.Errorf("the index has %d anchors, want 5 platforms and 5 parts", len(seen))
	}
}

// TestIndexOfNothing checks that an index of no platforms says so.
func TestIndexOfNothing(t *testing.T) {
	html, err := page.Index(nil, page.Options{})
	if err != nil || !strings.Contains(string(html), "There are no platforms.") {
		t.Errorf("%v\n%s", err, html)
	}
}

func index(t *testing.T, set *platform.Set, since *changes.Report) string {
	t.Helper()
	html, err := page.Index(set.Platforms, page.Options{Since: since})
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

// checkIndex checks that every link of an index leads to a place of a page, that every
// page has one, and that nothing is loaded.
func checkIndex(t *testing.T, html string, pages map[string]string) {
	t.Helper()
	body := onlyBody(html)
	linked := map[string]bool{}
	for _, m := range hrefs.FindAllStringSubmatch(body, -1) {
		if m[1] == "#content" {
			continue
		}
		file, place, _ := strings.Cut(m[1], "#")
		linked[file] = true
		if text, ok := pages[file]; !ok || place != "" && !strings.Contains(text, ` id="`+place+`"`) {
			t.Errorf("a link of the index leads to %q, which is not there", m[1])
		}
	}
	for file := range pages {
		if !linked[file] {
			t.Errorf("the index does not lead to %s", file)
		}
	}
	checkLoads(t, "the index", html)
}

var (
	hrefs  = regexp.MustCompile(`\shref="([^"]*)"`)
	ids    = regexp.MustCompile(`\sid="([^"]*)"`)
	quoted = regexp.MustCompile(`="[^"]*"`)
	// loads finds attributes and elements that load something or run it.
	loads = regexp.MustCompile(`<[a-z]+[^>]*\s(src|srcset|style|on[a-z]+|action|data)=|<(link|img|iframe|object|embed|base|form|video|audio)\b`)
)

// checkPage checks that every link of a page leads to a place of it, that no place has
// the name of another, and that nothing is loaded.
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
		if target, ok := strings.CutPrefix(m[1], "#"); m[1] != page.IndexFile && (!ok || !seen[target]) {
			t.Errorf("%s: a link leads to %q, which the page does not have", name, m[1])
		}
	}
	if len(seen) == 0 {
		t.Errorf("%s: the page has no anchors", name)
	}
	checkLoads(t, name, html)
}

// checkLoads checks that a page loads nothing, and runs nothing but its script.
func checkLoads(t *testing.T, name, html string) {
	t.Helper()
	body := onlyBody(html)
	if m := loads.FindString(quoted.ReplaceAllString(body, "=")); m != "" {
		t.Errorf("%s: the page loads or runs something: %s", name, m)
	}
	if n := strings.Count(html, "<script"); n != 1 {
		t.Errorf("%s: the page has %d scripts", name, n)
	}
}
