package importing

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/edit"
)

// table is what a document says of the members of the bodies of an event.
type table struct {
	doc   *doc
	topic *topic // the first one that has it
	typ   string
	lines []tableRow
}

// tableRow is a line of a table.
type tableRow struct {
	path  string
	value edit.Inline
}

// tablesOf plans the tables of all documents, each line once for each type.
func (p *planner) tablesOf() {
	for _, d := range p.docs {
		if d.same() {
			continue
		}
		for i := range d.items {
			if it := &d.items[i]; len(it.Members) > 0 {
				p.tableOf(d, it)
			}
		}
	}
}

func (p *planner) tableOf(d *doc, it *item) {
	t := p.topic(it.Name)
	if t.event == "" {
		first := it.Members[0].Offset
		p.note(t, d, first, fmt.Sprintf("the table at line %d was not taken: the topic has no payload", d.lines.line(first)))
		return
	}
	typ := infer.EventPath(t.event)
	i := slices.IndexFunc(p.tables, func(x table) bool { return x.doc == d && x.typ == typ })
	if i < 0 {
		i = len(p.tables)
		p.tables = append(p.tables, table{doc: d, topic: t, typ: typ})
	}
	for _, m := range it.Members {
		p.row(t, i, m)
	}
}

// maxPath is the length of the longest path of a line: YAML has a limit for keys.
const maxPath = 500

// row adds a line to a table, unless the spec or a table has it.
func (p *planner) row(t *topic, i int, m document.Member) {
	x := &p.tables[i]
	path := strings.Trim(m.Path, "/")
	key := member{x.typ, path}
	if len(path) > maxPath || path != oneLine(path, maxPath) {
		p.note(t, x.doc, m.Offset, fmt.Sprintf("the table at line %d has a member whose name cannot be one", x.doc.lines.line(m.Offset)))
		return
	}
	if path == "" || p.isDocumented(key) {
		return
	}
	refused := p.refused.members[key]
	if refused.reason != "" {
		p.note(t, x.doc, m.Offset, fmt.Sprintf("the table at line %d says of %s: %s", x.doc.lines.line(m.Offset), oneLine(path, maxLine), refused.reason))
	}
	if refused.all || !p.containers(x, path) {
		return
	}
	value := edit.Inline(nil)
	if !refused.typ {
		value = typeOf(m.Type)
	}
	if about := oneLine(m.About, maxProse); about != "" {
		value = append(value, edit.Member{Key: "about", Value: edit.Text(about)})
	}
	switch {
	case refused.presence:
	case m.Presence == document.Required:
		value = append(value, edit.Member{Key: "required", Value: edit.Bool(true)})
	case m.Presence == document.Optional:
		value = append(value, edit.Member{Key: "optional", Value: edit.Bool(true)})
	}
	if len(value) > 0 {
		p.put(x, path, value)
	}
}

// containers adds the lists to whose elements a path leads, where the table has none. It
// reports false where one of them was refused.
func (p *planner) containers(x *table, path string) bool {
	for i := range path {
		list := path[:i]
		if !strings.HasPrefix(path[i:], "/*") || len(path) > i+2 && path[i+2] != '/' || p.isDocumented(member{x.typ, list}) {
			continue
		}
		if p.refused.members[member{x.typ, list}].typ {
			return false
		}
		p.put(x, list, edit.Inline{{Key: "type", Value: edit.Text("list")}})
	}
	return true
}

// isDocumented reports whether a table of the spec, or one before, has a line.
func (p *planner) isDocumented(m member) bool { return p.inTable[m] || p.known[m] }

// put adds a line to a table.
func (p *planner) put(x *table, path string, value edit.Inline) {
	x.lines = append(x.lines, tableRow{path, value})
	p.inTable[member{x.typ, path}] = true
}

// block returns the table as a spec has it.
func (x table) block() edit.Block {
	var members edit.Block
	for _, l := range x.lines {
		members = append(members, edit.Member{Key: l.path, Value: l.value})
	}
	return edit.Block{
		{Key: "type", Value: edit.Text(x.typ)},
		{Key: "document", Value: edit.Text(x.doc.id)},
		{Key: "members", Value: members},
	}
}
