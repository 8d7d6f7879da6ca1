package diagnostic

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/specs/finding"
)

func TestPrintColor(t *testing.T) {
	p := Printer{Source: func(string, int) (string, bool) { return "abc", true }, Color: true}
	var b strings.Builder
	if err := p.Print(&b, New(finding.UnknownKey, at("f", 1, 2), "", "m", "h")); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1mf:1:2: m [unknown-key]\x1b[0m\n    1 | abc\n      |  \x1b[1;31m^\x1b[0m \x1b[36mhint: h\x1b[0m\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
