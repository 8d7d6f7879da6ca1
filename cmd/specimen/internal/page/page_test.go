package page_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

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
	now, since := spectest.State(t, a, "new"), new(changes.Report)
	if slices.ContainsFunc(a.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "old/") }) {
		var err error
		if since, err = changes.Compare(spectest.State(t, a, "old"), now, "main"); err != nil {
			t.Fatal(err)
		}
	}
	return render(t, now, "acme", since)
}

func render(t *testing.T, set *platform.Set, name string, since *changes.Report) string {
	t.Helper()
	html, err := page.Render(set.Platform(name), set.Line, since)
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
const maxPage = 5 << 18

// TestPagesOfSpecs checks that the pages of all platforms here are whole, load nothing,
// are not too large, and are the same each time.
func TestPagesOfSpecs(t *testing.T) {
	set := spectest.Load(t, os.DirFS("../../../../specs"))
	for _, p := range set.Platforms {
		html := render(t, set, p.Spec.Name, new(changes.Report))
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
