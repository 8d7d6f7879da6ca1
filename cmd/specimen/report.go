package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/specimen-go/specimen/specs"
)

// report writes problems in the form that was asked for.
func report(w stream, format string, list specs.List, line func(file string, line int) (string, bool)) error {
	p := specs.Printer{Source: line, Color: w.color}
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
func reportJSON(w io.Writer, d specs.Diagnostic) error {
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
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(f)
}

// reportGitHub writes a workflow command, which becomes an annotation of a line
// in a pull request.
func reportGitHub(w io.Writer, d specs.Diagnostic) error {
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
	_, err := fmt.Fprintf(w, "::%s %s::%s\n", d.Severity, strings.Join(properties, ","), data(message))
	return err
}

// data and property escape text for a workflow command.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
