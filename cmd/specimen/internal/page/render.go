package page

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

//go:embed parts.html
var partsHTML string

//go:embed page.html
var pageHTML string

//go:embed index.html
var indexHTML string

//go:embed base.css
var baseCSS string

//go:embed page.css
var pageCSS string

//go:embed index.css
var indexCSS string

//go:embed base.js
var baseJS string

//go:embed page.js
var pageJS string

//go:embed index.js
var indexJS string

// IndexFile is the name of the page over all platforms, to which the pages of platforms
// link.
const IndexFile = "index.html"

// File returns the name of the page of a platform.
func File(platform string) string { return platform + ".html" }

// Options are what a page shows besides its platform.
type Options struct {
	Since *changes.Report // the changes to mark, of this platform and others; nil for a page without
	Home  bool            // whether the page links to the index
}

// Render returns the page of a platform. source has the lines of the spec. Render fails
// only if the template has a bug.
func Render(of *platform.Platform, source cli.Source, with Options) ([]byte, error) {
	p := build(of, source, with.since())
	p.Home = with.Home
	p.head = headOf(p.title(), baseCSS+pageCSS, baseJS+pageJS)
	return execute(pageHTML, p)
}

// Index returns the page over all platforms, which lies beside their pages. It fails only
// if the template has a bug.
func Index(of []*platform.Platform, with Options) ([]byte, error) {
	v := indexOf(of, with.since())
	v.head = headOf(v.title(), baseCSS+indexCSS, baseJS+indexJS)
	return execute(indexHTML, v)
}

func (o Options) since() *changes.Report {
	if o.Since == nil {
		return new(changes.Report)
	}
	return o.Since
}

// head is what a page says before its body.
type head struct {
	Heading string
	CSS     template.CSS
	Script  template.JS
	Policy  string // content security
}

func headOf(heading, css, script string) head {
	return head{
		Heading: heading, CSS: template.CSS(css), Script: template.JS(script),
		Policy: "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(css) + "; script-src " + hash(script),
	}
}

func execute(text string, data any) ([]byte, error) {
	t := template.New("page").Funcs(template.FuncMap{"wrap": wrap})
	for _, text := range []string{partsHTML, text} {
		if _, err := t.Parse(text); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	b.WriteString(output.PageHeader + "\n") // a template loses comments
	if err := t.Execute(&b, data); err != nil {
		return nil, err
	}
	return visible(b.String()), nil
}

// visible escapes characters that a browser would not show. They occur in text of the
// spec only, not in the markup.
func visible(page string) []byte {
	var b strings.Builder
	for line := range strings.Lines(page) {
		for i, part := range strings.Split(strings.TrimSuffix(line, "\n"), "\t") {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(diagnostic.Printable(part))
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// hash returns a source expression that allows exactly this text.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
