// Package diagnostic is for errors and warnings about text files. A [Diagnostic] has a
// position, a path, a message and a hint; a [List] can be sorted and freed of
// duplicates; a [Printer] shows the source line.
//
//	specs/acme/orders.yaml:4:5: /topics/orders~1create/evnt: unknown key "evnt"
//	    4 |     evnt: Order
//	      |     ^ hint: did you mean "event"?
//
// Messages show text from elsewhere as [Printable] or [Quote] returns it, so that a
// terminal does not interpret it. The package knows nothing of specs, JSON or types.
package diagnostic

import "go/token"

// Severity tells errors from warnings.
type Severity int

// An Error makes a run fail, a Warning does not, and a Note is not even a finding. The
// zero value is Error.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns "error", "warning" or "note".
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// Diagnostic is one error or warning at one position.
type Diagnostic struct {
	Pos      token.Position   // with Line 0, the file as a whole
	Path     string           // a path within the file, or ""
	Message  string           // one sentence in lower case, without values of a payload
	Hint     string           // what to do about it, or ""
	Also     []token.Position // other positions that the message is about
	Severity Severity
}

// maxPath is how many bytes of a path String shows.
const maxPath = 120

// String returns the diagnostic in one line, "file:line:col: path: message",
// printable.
func (d Diagnostic) String() string {
	s := ""
	if d.Pos.IsValid() || d.Pos.Filename != "" {
		s = d.Pos.String() + ": "
	}
	if d.Severity != Error {
		s += d.Severity.String() + ": "
	}
	if d.Path != "" {
		s += cut(d.Path, maxPath) + ": "
	}
	return Printable(s + d.Message)
}
