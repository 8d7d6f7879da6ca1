package proposal

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/suggest"
)

// Line returns in one line what a suggestion decides, and why: "type Address at A/from and
// 2 more: the objects at 3 paths have the same 6 members".
func Line(s suggest.Suggestion) string {
	return fmt.Sprintf("%s %s: %s", s.Kind, decides(s), s.Message)
}

// decides returns what a suggestion decides: the names that it gives, and where.
func decides(s suggest.Suggestion) string {
	var names, paths []string
	c := s.Change
	for _, t := range c.Types {
		names = append(names, t.Name)
		for _, p := range t.At {
			paths = append(paths, p.Path)
		}
	}
	for _, e := range c.Enums {
		names = append(names, e.Name)
		for _, p := range e.At {
			paths = append(paths, p.Path)
		}
	}
	for _, f := range c.Fields {
		if f.Name != "" {
			names = append(names, f.Name)
		}
		paths = append(paths, f.Path)
	}
	for _, m := range c.Envelope {
		paths = append(paths, m.Name)
	}
	for _, t := range c.Topics {
		if t.Name != "" {
			names = append(names, t.Name)
		} else {
			names = append(names, t.Event)
		}
		paths = append(paths, t.Topic)
	}
	text := some(paths)
	if len(names) > 0 {
		text = some(names) + " at " + text
	}
	return text
}

// some returns the first of some texts, and how many more there are.
func some(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return fmt.Sprintf("%s and %s", all[0], cli.Count(len(all)-1, "other"))
}
