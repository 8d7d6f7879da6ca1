// Package diagnostic is for findings about text files: errors, warnings and notes. A
// [Diagnostic] has a rule, a position, a path, a message and a hint; a [List] can be sorted
// and freed of duplicates; a [Printer] shows the source line.
//
//	specs/acme/orders.yaml:4:5: /topics/orders~1create/evnt: unknown key "evnt" [unknown-key]
//	    4 |     evnt: Order
//	      |     ^ hint: did you mean "event"?
//
// Messages show text from elsewhere as [Printable] or [Quote] returns it, so that a
// terminal does not interpret it. The package knows nothing of specs, JSON or types; what
// can be reported is in the table of package finding.
package diagnostic

import (
	"go/token"

	"github.com/specimen-go/specimen/specs/finding"
)

// Diagnostic is one finding at one position. [New] constructs it: only a finding with a
// rule has a message.
type Diagnostic struct {
	Pos  token.Position   // with Line 0, the file as a whole
	Path string           // a path within the file, or ""
	Hint string           // what to do about it, or ""
	Also []token.Position // other positions that the message is about

	rule    finding.Rule
	message string
	raised  bool
}

// New returns a finding. The path can be "", and so can the hint; the message is one
// sentence in lower case, without values of a payload. It panics for the zero Rule.
func New(rule finding.Rule, pos token.Position, path, message, hint string, also ...token.Position) Diagnostic {
	if rule == 0 {
		panic("diagnostic: a finding without a rule: " + message)
	}
	return Diagnostic{Pos: pos, Path: path, Hint: hint, Also: also, rule: rule, message: message}
}

// Rule returns what the finding reports.
func (d Diagnostic) Rule() finding.Rule { return d.rule }

// Message returns one sentence in lower case.
func (d Diagnostic) Message() string { return d.message }

// Severity returns how severe the finding is: as its rule has it, unless it was raised.
func (d Diagnostic) Severity() finding.Severity {
	if d.raised {
		return min(d.rule.Severity(), finding.Warning)
	}
	return d.rule.Severity()
}

// Raised returns the diagnostic as a warning if it is a note.
func (d Diagnostic) Raised() Diagnostic {
	d.raised = true
	return d
}

// maxPath is how many bytes of a path String shows.
const maxPath = 120

// String returns the diagnostic in one line, "file:line:col: path: message [rule]",
// printable. What is not an error has its severity before the path.
func (d Diagnostic) String() string {
	if d.Severity() == finding.Error {
		return d.Plain()
	}
	return d.line(d.Severity().String() + ": ")
}

// Plain returns what String returns, without the severity.
func (d Diagnostic) Plain() string { return d.line("") }

func (d Diagnostic) line(severity string) string {
	s := ""
	if d.Pos.IsValid() || d.Pos.Filename != "" {
		s = d.Pos.String() + ": "
	}
	s += severity
	if d.Path != "" {
		s += cut(d.Path, maxPath) + ": "
	}
	return Printable(s + d.message + " [" + d.rule.String() + "]")
}
