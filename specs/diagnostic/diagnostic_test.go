package diagnostic

import (
	"go/token"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/specs/finding"
)

func at(file string, line, column int) token.Position {
	return token.Position{Filename: file, Line: line, Column: column}
}

func TestDiagnosticString(t *testing.T) {
	for _, tt := range []struct {
		d    Diagnostic
		want string
	}{
		{New(finding.UnknownKey, token.Position{}, "", "m", ""), "m [unknown-key]"},
		{New(finding.UnknownKey, at("f", 0, 0), "", "m", ""), "f: m [unknown-key]"},
		{New(finding.DeadIgnore, at("f", 1, 2), "/p", "m", ""), "f:1:2: warning: /p: m [dead-ignore]"},
		{New(finding.OpenDoubt, at("f", 1, 2), "", "m", ""), "f:1:2: note: m [open-doubt]"},
		{New(finding.OpenDoubt, at("f", 1, 2), "", "m", "").Raised(), "f:1:2: warning: m [open-doubt]"},
		{New(finding.UnknownKey, at("f", 1, 2), "", "m", "").Raised(), "f:1:2: m [unknown-key]"},
		{New(finding.UnknownKey, token.Position{}, "", "a\x1b[31m\u202e\xffb\n", ""), `a\x1b[31m\u202e\xffb\n [unknown-key]`},
		{New(finding.UnknownKey, token.Position{}, strings.Repeat("é", 100), "m", ""), strings.Repeat("é", 60) + "…: m [unknown-key]"},
	} {
		if got := tt.d.String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestNewPanics holds that no finding is without a rule.
func TestNewPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a finding without a rule was constructed")
		}
	}()
	New(0, token.Position{}, "", "m", "")
}
