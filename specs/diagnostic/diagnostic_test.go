package diagnostic

import (
	"errors"
	"go/token"
	"strings"
	"testing"
)

func at(file string, line, column int) token.Position {
	return token.Position{Filename: file, Line: line, Column: column}
}

func TestListSort(t *testing.T) {
	var l List
	l.Add(Diagnostic{Pos: at("b", 1, 1), Message: "last"})
	l.Add(Diagnostic{Pos: at("a", 10, 1), Message: "third"})
	l.Add(Diagnostic{Pos: at("a", 9, 2), Message: "second"})
	l.Add(Diagnostic{Pos: at("a", 9, 2), Message: "second"})
	l.Add(Diagnostic{Pos: at("a", 9, 2), Message: "second", Path: "/other"})
	l.Add(Diagnostic{Pos: at("a", 0, 0), Message: "of the file"})
	l.Sort()
	var got []string
	for _, d := range l {
		got = append(got, d.String())
	}
	want := "a: of the file\na:9:2: second\na:9:2: /other: second\na:10:1: third\nb:1:1: last"
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestListErr(t *testing.T) {
	var l List
	if err := l.Err(); err != nil {
		t.Errorf("the empty list: %v", err)
	}
	l.Add(Diagnostic{Severity: Warning, Message: "w"})
	if err := l.Err(); err != nil {
		t.Errorf("a warning: %v", err)
	}
	l.Add(Diagnostic{Pos: at("a", 1, 2), Message: "e"})
	if err := l.Err(); err == nil || err.Error() != "warning: w (and 1 more)" {
		t.Errorf("an error: %v", err)
	}
	if list := (List{}); !errors.As(l.Err(), &list) || len(list) != 2 {
		t.Error("the error is not the list")
	}
}

func TestDiagnosticString(t *testing.T) {
	for _, tt := range []struct {
		d    Diagnostic
		want string
	}{
		{Diagnostic{Message: "m"}, "m"},
		{Diagnostic{Pos: at("f", 0, 0), Message: "m"}, "f: m"},
		{Diagnostic{Pos: at("f", 1, 2), Message: "m", Path: "/p", Severity: Warning}, "f:1:2: warning: /p: m"},
		{Diagnostic{Message: "a\x1b[31m\u202e\xffb\n"}, `a\x1b[31m\u202e\xffb\n`},
		{Diagnostic{Path: strings.Repeat("é", 100), Message: "m"}, strings.Repeat("é", 60) + "…: m"},
	} {
		if got := tt.d.String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestPrintColor(t *testing.T) {
	p := Printer{Source: func(string, int) (string, bool) { return "abc", true }, Color: true}
	var b strings.Builder
	if err := p.Print(&b, Diagnostic{Pos: at("f", 1, 2), Message: "m", Hint: "h"}); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1mf:1:2: m\x1b[0m\n    1 | abc\n      |  \x1b[1;31m^\x1b[0m \x1b[36mhint: h\x1b[0m\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("0123456789", 100)
	for _, tt := range []struct {
		line   string
		offset int
		text   string
		column int
	}{
		{"", 0, "", 0},
		{"abc", 1, "abc", 1},
		{"abc", 99, "abc", 3},
		{"a\tb", 2, "a b", 2},
		{"日本x", 6, "日本x", 4},
		{"e\u0301x", 3, "e\u0301x", 1},
		{"\x00x", 1, `\x00x`, 4},
		{long, 0, long[:100] + "…", 0},
		{long, 500, "…" + long[440:540] + "…", 61},
		{long, 999, "…" + long[900:], 100},
	} {
		text, column := excerpt(tt.line, tt.offset)
		if text != tt.text || column != tt.column {
			t.Errorf("excerpt(%.20q, %d) = %q, %d, want %q, %d", tt.line, tt.offset, text, column, tt.text, tt.column)
		}
	}
}

func TestNearest(t *testing.T) {
	candidates := []string{"about", "why", "values", "event", "number", "orders/create"}
	for got, want := range map[string]string{
		"abuot": "about", "abot": "about", "wy": "why", "vals": "values", "evnt": "event",
		"Event": "event", "nubmer": "number", "orders/craete": "orders/create",
		"x": "", "": "", "description": "", "abcdefgh": "",
	} {
		if best := nearest(got, candidates); best != want {
			t.Errorf("nearest(%q) = %q, want %q", got, best, want)
		}
	}
}

// TestPrintable: messages show what is there (C6, C11).
func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"日本 ß":                               "日本 ß",
		"a\u202eb\u200b\ufeff\x1b\n":         `a\u202eb\u200b\ufeff\x1b\n`,
		"\u2028\u00a0\ue000\u0378\U000e0001": `\u2028\u00a0\ue000\u0378\U000e0001`,
		"a\u3164b\u034f\ufe0f":               `a\u3164b\u034f\ufe0f`,
		"\xff\ufffd":                         `\xff\ufffd`,
	} {
		if got := Printable(text); got != want {
			t.Errorf("Printable(%+q) = %s, want %s", text, got, want)
		}
	}
}
