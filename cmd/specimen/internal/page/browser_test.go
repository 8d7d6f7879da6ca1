package page_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestPagesInBrowser opens pages in a headless browser, as wide as a telephone
// and as a desk, and lets testdata/browser.js use them as a person would, with
// the keyboard. It is skipped where there is no Chromium.
func TestPagesInBrowser(t *testing.T) {
	browser := findBrowser(t)
	script, err := os.ReadFile("testdata/browser.js")
	if err != nil {
		t.Fatal(err)
	}
	set := spectest.Load(t, os.DirFS("../../../../specs"))
	pages := map[string]string{}
	for _, p := range set.Platforms {
		pages[p.Spec.Name] = render(t, set, p.Spec.Name, new(changes.Report))
	}
	for _, name := range []string{"everything", "changes", "hostile"} {
		pages[name] = pageOf(t, golden.Read(t, "testdata/"+name+".txtar")[0])
	}
	pages["index"] = index(t, set, new(changes.Report))
	a := golden.Read(t, "testdata/changes.txtar")[0]
	now, since := states(t, a)
	pages["index-changes"] = index(t, now, since)
	dir := t.TempDir()
	var frames strings.Builder
	for name, page := range pages {
		write(t, filepath.Join(dir, name+".html"), withScript(t, page, string(script)))
		for _, width := range []int{400, 1400} {
			fmt.Fprintf(&frames, `<iframe width="%d" height="900" src="%s.html?%s-%d"></iframe>`+"\n", width, name, name, width)
		}
	}
	write(t, filepath.Join(dir, "all.html"), `<!doctype html><body>
<script>addEventListener("message", function (e) {
	var p = document.createElement("pre"); p.className = "result"; p.textContent = JSON.stringify(e.data); document.body.append(p);
});</script>
`+frames.String())

	dom := dump(t, browser, filepath.Join(dir, "all.html"))
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`<pre class="result">([^<]*)</pre>`).FindAllStringSubmatch(dom, -1) {
		var result struct {
			Page   string
			Checks int
			Failed []string
		}
		if err := json.Unmarshal([]byte(html.UnescapeString(m[1])), &result); err != nil {
			t.Fatal(err)
		}
		seen[result.Page] = true
		for _, f := range result.Failed {
			t.Errorf("%s: %s", result.Page, f)
		}
		if result.Checks < 10 {
			t.Errorf("%s: only %d checks", result.Page, result.Checks)
		}
	}
	for name := range pages {
		for _, width := range []string{"400", "1400"} {
			if !seen[name+"-"+width] {
				t.Errorf("%s did not end its checks at width %s", name, width)
			}
		}
	}
}

// findBrowser returns a Chromium, and skips the test where there is none.
func findBrowser(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds to start")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	t.Skip("there is no Chromium to look at pages with")
	return ""
}

// withScript adds a script to a page, and to what its policy allows.
func withScript(t *testing.T, page, script string) string {
	t.Helper()
	sum := sha256.Sum256([]byte(script))
	allowed := "script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "' "
	out := strings.Replace(page, "script-src ", allowed, 1)
	out = strings.Replace(out, "</head>", "<script>"+script+"</script>\n</head>", 1)
	if len(out) != len(page)+len(allowed)-len("script-src ")+len(script)+len("<script></script>\n") {
		t.Fatal("the page has no policy or no head")
	}
	return out
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// dump returns the document of a page after its scripts have run.
func dump(t *testing.T, browser, file string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser,
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--window-size=1500,1000", "--virtual-time-budget=20000", "--dump-dom", "file://"+filepath.ToSlash(file))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	return string(out)
}
