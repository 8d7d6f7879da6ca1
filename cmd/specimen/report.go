package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// report writes problems in the form that was asked for.
func report(w stream, format string, list diagnostic.List, line func(file string, line int) (string, bool)) error {
	p := diagnostic.Printer{Source: line, Color: w.color}
	for _, d := range list {
		var err error
		switch format {
		case "json":
			err = reportJSON(w, d)
		case "github":
			err = reportGitHub(w, d)
		default:
			err = p.Print(w, d)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// refuse shows the problems for which nothing is done.
func (a app) refuse(list diagnostic.List, line func(file string, n int) (string, bool)) error {
	list.Sort()
	return cmp.Or(report(a.stderr, "text", list, line), errFindings)
}

// place is a position in JSON.
type place struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"` // in bytes, from 1
}

// finding is a problem in JSON.
type finding struct {
	place
	Severity string  `json:"severity"`
	Path     string  `json:"path,omitempty"`
	Message  string  `json:"message"`
	Hint     string  `json:"hint,omitempty"`
	Also     []place `json:"also,omitempty"`
}

// reportJSON writes one object in one line.
func reportJSON(w io.Writer, d diagnostic.Diagnostic) error {
	f := finding{
		place:    place{d.Pos.Filename, d.Pos.Line, d.Pos.Column},
		Severity: d.Severity.String(),
		Path:     d.Path,
		Message:  d.Message,
		Hint:     d.Hint,
	}
	for _, pos := range d.Also {
		f.Also = append(f.Also, place{pos.Filename, pos.Line, pos.Column})
	}
	return writeJSON(w, f, "")
}

// writeJSON writes a value, indented by indent where that is not "", with what a
// terminal would obey instead of show as escapes.
func writeJSON(w io.Writer, v any, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return err
	}
	var out strings.Builder
	for _, c := range b.String() {
		switch {
		case c == '\n' || diagnostic.Visible(c):
			out.WriteRune(c)
		case c > 0xffff:
			high, low := utf16.EncodeRune(c)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, c)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// reportGitHub writes a workflow command, which becomes an annotation of a line
// in a pull request.
func reportGitHub(w io.Writer, d diagnostic.Diagnostic) error {
	return reportGitHubAs(w, d.Severity.String(), d)
}

// reportGitHubAs writes one of another severity, such as a notice.
func reportGitHubAs(w io.Writer, severity string, d diagnostic.Diagnostic) error {
	properties := []string{"file=" + property(d.Pos.Filename)}
	if d.Pos.IsValid() {
		properties = append(properties, fmt.Sprintf("line=%d,col=%d", d.Pos.Line, d.Pos.Column))
	}
	message := d.Message
	if d.Path != "" {
		message = d.Path + ": " + message
	}
	if d.Hint != "" {
		message += "\nhint: " + d.Hint
	}
	_, err := fmt.Fprintf(w, "::%s %s::%s\n", severity, strings.Join(properties, ","), data(message))
	return err
}

// data and property escape text for a workflow command. Only the line ends that
// are meant stay what they are.
func data(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "%", "%25"), "\n")
	for i, line := range lines {
		lines[i] = diagnostic.Printable(line)
	}
	return strings.Join(lines, "%0A")
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
