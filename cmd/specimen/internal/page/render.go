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

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// Render returns the page of a platform. source has the lines of the spec. since has
// the changes to mark, and may have those of other platforms; it is empty for a page
// without changes. Render fails only if the template has a bug.
func Render(of *platform.Platform, source cli.Source, since *changes.Report) ([]byte, error) {
	t, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	p := build(of, source, since)
	p.CSS, p.Script = template.CSS(pageCSS), template.JS(pageJS)
	p.Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(pageCSS) + "; script-src " + hash(pageJS)
	var b bytes.Buffer
	b.WriteString(output.PageHeader + "\n") // a template loses comments
	if err := t.Execute(&b, p); err != nil {
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
