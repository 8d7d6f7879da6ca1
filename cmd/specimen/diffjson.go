package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// changeJSON is a change in JSON. Lists are never null.
type changeJSON struct {
	Platform     string   `json:"platform"`
	Kind         string   `json:"kind"`
	What         string   `json:"what"`
	Path         string   `json:"path"`
	WasPath      string   `json:"wasPath,omitempty"`
	Type         string   `json:"type,omitempty"`
	WasType      string   `json:"wasType,omitempty"`
	Name         string   `json:"name,omitempty"`
	Old          string   `json:"old,omitempty"`
	New          string   `json:"new,omitempty"`
	WasThere     string   `json:"wasThere,omitempty"`
	IsThere      string   `json:"isThere,omitempty"`
	Code         string   `json:"code"`
	Wire         string   `json:"wire"`
	Acknowledged string   `json:"acknowledged,omitempty"`
	Events       []string `json:"events"`
	Topics       []string `json:"topics"`
	Message      string   `json:"message"`
	At           *place   `json:"at,omitempty"`
	Was          *place   `json:"was,omitempty"`
}

func (c change) json() changeJSON {
	out := changeJSON{
		Platform: c.platform, Kind: c.Kind.String(), What: c.What.String(), Path: c.Path, WasPath: c.Was,
		Type: c.Type, WasType: c.WasType, Name: c.Name, Old: c.Old, New: c.New, WasThere: c.WasThere, IsThere: c.IsThere,
		Code: c.Code.String(), Wire: c.Wire.String(),
		Events: append([]string{}, c.Events...), Topics: append([]string{}, c.Topics...), Message: c.String(),
	}
	if c.Breaking() {
		out.Acknowledged = c.why
	}
	if c.at.Filename != "" {
		out.At = &place{c.at.Filename, c.at.Line, c.at.Column}
	}
	if c.was.IsValid() && c.was != c.at {
		out.Was = &place{c.was.Filename, c.was.Line, c.was.Column}
	}
	return out
}

// annotations writes workflow commands: an error for what breaks something and
// is not acknowledged, a notice for every other change, a warning for an entry of
// the log that speaks of nothing.
func (c *changeReport) annotations(w io.Writer) error {
	for _, x := range c.changes {
		command := "notice"
		if x.open() {
			command = "error"
		}
		properties := []string{"file=" + property(x.at.Filename)}
		if x.at.IsValid() {
			properties = append(properties, fmt.Sprintf("line=%d", x.at.Line))
		}
		if x.at.Column > 0 {
			properties = append(properties, fmt.Sprintf("col=%d", x.at.Column))
		}
		message := diagnostic.Printable(x.subject()+": "+x.String()) + "\n" + x.Effects() + topicsText(x.Topics)
		if x.gone {
			message += "\nremoved: " + diagnostic.Printable(c.inGit(x))
		}
		if x.Breaking() && x.why != "" {
			message += "\nacknowledged: " + diagnostic.Printable(x.why)
		}
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", command, strings.Join(properties, ","), data(message)); err != nil {
			return err
		}
	}
	for _, d := range c.idle {
		if err := reportGitHub(w, d); err != nil {
			return err
		}
	}
	return nil
}
