package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Annotate writes a workflow command of GitHub, which becomes an annotation of a
// line in a pull request. Its level is error, warning or notice, and its title the rule.
func Annotate(w io.Writer, d diagnostic.Diagnostic) error {
	properties := []string{"file=" + property(d.Pos.Filename)}
	if d.Pos.IsValid() {
		properties = append(properties, fmt.Sprintf("line=%d", d.Pos.Line))
	}
	if d.Pos.Column > 0 {
		properties = append(properties, fmt.Sprintf("col=%d", d.Pos.Column))
	}
	properties = append(properties, "title="+d.Rule().String())
	message := d.Message()
	if d.Path != "" {
		message = d.Path + ": " + message
	}
	if d.Hint != "" {
		message += "\nhint: " + d.Hint
	}
	_, err := fmt.Fprintf(w, "::%s %s::%s\n", level(d.Severity()), strings.Join(properties, ","), data(message))
	return err
}

// level returns the level of an annotation for a severity.
func level(s finding.Severity) string {
	if s == finding.Note {
		return "notice"
	}
	return s.String()
}

// data escapes the text of a workflow command. Its line ends stay.
func data(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "%", "%25"), "\n")
	for i, line := range lines {
		lines[i] = diagnostic.Printable(line)
	}
	return strings.Join(lines, "%0A")
}

// property escapes the value of a property of a workflow command.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
