package importing

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
	"github.com/specimen-go/specimen/specs/finding"
)

// tableDrift notes how the tables of newer copies differ from those of the spec, which stay
// as they are: a reviewer may have corrected them.
func (p *planner) tableDrift() {
	known := p.draft.Platform()
	for _, d := range p.docs {
		if known == nil || d.was == nil || d.was.SHA256 == "" || d.same() {
			continue
		}
		now := p.tableTypes(d)
		for _, x := range known.Documented {
			for _, m := range x.Members {
				if m.Document != d.id {
					continue
				}
				typ, there := now[member{x.Type, m.Path}]
				switch {
				case !there:
					p.drift(known, m, d, "no longer has this member")
				case typ != "" && m.Type != nil && typ != words(m.Type):
					p.drift(known, m, d, fmt.Sprintf("has this member as %s, the spec as %s", typ, words(m.Type)))
				}
			}
		}
	}
}

func (p *planner) drift(known *specs.Platform, m specs.Member, d *doc, what string) {
	message := "the table of " + d.title() + " as of " + d.asOf() + " " + what
	p.findings.Add(diagnostic.New(finding.TableDrift, known.At(m.Ref), string(m.Ref), message, ""))
}

// tableTypes returns the lines of the tables of a document, with the words for their types.
func (p *planner) tableTypes(d *doc) map[member]string {
	all := make(map[member]string)
	for i := range d.items {
		t := p.topic(d.items[i].Name)
		for _, m := range d.items[i].Members {
			path := strings.Trim(m.Path, "/")
			var parts []string
			for _, x := range typeOf(m.Type) {
				if text, ok := x.Value.(edit.Text); ok {
					parts = append(parts, string(text))
				}
			}
			all[member{infer.EventPath(t.event), path}] = strings.Join(parts, " of ")
			for i := range path { // lists to whose elements it leads
				if strings.HasPrefix(path[i:], "/*") {
					all[member{infer.EventPath(t.event), path[:i]}] += ""
				}
			}
		}
	}
	return all
}

// words returns the words for a type of a table.
func words(t *specs.MemberType) string {
	text := t.Word
	if t.Of != nil {
		text += " of " + words(t.Of)
	}
	return text
}
