package diagnostic

import (
	"go/token"
	"strings"
	"testing"
)

func at(file string, line, column int) token.Position {
	return token.Position{Filename: file, Line: line, Column: column}
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
