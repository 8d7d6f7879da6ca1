// Package diagnostic holds what a tool has to say about lines of text files:
// each [Diagnostic] a position, a path, a message and a hint, and a [List] of
// them sorted and each once.
//
//	specs/acme/orders.yaml:4:5: /topics/orders~1create/evnt: unknown key "evnt"
//	    4 |     evnt: Order
//	      |     ^ hint: did you mean "event"?
//
// The package knows nothing of specs, of JSON or of types. Text from outside
// passes through [Printable] or [Quote], so that a message shows it and a
// terminal does not obey it.
package diagnostic

import "go/token"

// Severity tells errors from warnings.
type Severity int

// An Error makes a run fail, a Warning does not. The zero value is Error.
const (
	Error Severity = iota
	Warning
)

// String returns "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

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
	if d.Severity == Warning {
		s += "warning: "
	}
	if d.Path != "" {
		s += cut(d.Path, maxPath) + ": "
	}
	return Printable(s + d.Message)
}
