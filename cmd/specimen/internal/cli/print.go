package cli

import (
	"fmt"
	"io"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Source returns a line of a file, counted from 1.
type Source func(file string, line int) (text string, ok bool)

// Print writes diagnostics in a format: "json" is one object a line, "github" the
// annotations of a GitHub workflow, anything else text with the lines that source
// knows.
func Print(w Stream, format string, list diagnostic.List, source Source) error {
	p := diagnostic.Printer{Source: source, Color: w.Color}
	for _, d := range list {
		var err error
		switch format {
		case "json":
			err = printJSON(w, d)
		case "github":
			err = Annotate(w, d)
		default:
			err = p.Print(w, d)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Count returns a number with the noun that it counts: "1 topic", "2 topics".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// printJSON writes a diagnostic as one object in one line.
func printJSON(w io.Writer, d diagnostic.Diagnostic) error {
	f := found{
		Position: PositionOf(d.Pos),
		Rule:     d.Rule().String(),
		Severity: d.Severity().String(),
		Path:     d.Path,
		Message:  d.Message(),
		Hint:     d.Hint,
	}
	for _, pos := range d.Also {
		f.Also = append(f.Also, PositionOf(pos))
	}
	return WriteJSON(w, f, "")
}

// found is a diagnostic in JSON.
type found struct {
	Position
	Rule     string     `json:"rule"`
	Severity string     `json:"severity"`
	Path     string     `json:"path,omitempty"`
	Message  string     `json:"message"`
	Hint     string     `json:"hint,omitempty"`
	Also     []Position `json:"also,omitempty"`
}
