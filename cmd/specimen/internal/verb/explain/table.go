package explain

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// table prints the members of a struct, each followed by its own members.
func (x explainer) table(w io.Writer, s subject) error {
	objects := 0
	for _, m := range explain.Members(x.Model, s.of) { // not of the envelope, which other events have too
		objects = m.Objects
	}
	from := ""
	if objects > 0 {
		from = ", from " + cli.Count(objects, "object")
	}
	fmt.Fprintf(w, "  A struct of %s%s, the first at %s\n", cli.Count(len(x.members(s.of)), "member"), from, diagnostic.Printable(x.Within(s.of.At).String()))
	if s.of.Why != "" {
		fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf("  decided at %s: %s", x.AtRef(s.of.Ref), s.of.Why)))
	}
	fmt.Fprintln(w)
	return x.tableOf(w, x.tree(s.of))
}

func (x explainer) tableOf(w io.Writer, members []member) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  member\tGo name\ttype\tpresent\tnull\tvalues\tby")
	for _, m := range members {
		name := x.goName(subject{path: m.Path, about: &m.Explanation})
		fmt.Fprintf(table, "  %s%s\t%s\t%s\t%d of %d\t%d\t%d\t%s\n", strings.Repeat("  ", m.depth), diagnostic.Printable(m.name),
			name[strings.LastIndexByte(name, '.')+1:], diagnostic.Printable(x.Names.Type(m.Type)), m.Present(), m.Objects, m.Null(), m.Values(), m.Rule)
	}
	return table.Flush()
}

// key returns the name of the member that a path ends in.
func key(path string) string {
	name := infer.SegmentName(path[strings.LastIndexByte(path, '/')+1:])
	if name == "" {
		return `""`
	}
	return name
}

// member is a member in a tree of members.
type member struct {
	explain.Explanation
	name  string
	depth int
}

// tree returns the members of a struct, each followed by its own members. The members
// of a type with several paths follow the first of them.
func (x explainer) tree(of *infer.Struct) []member {
	var all []member
	seen := map[*infer.Struct]bool{}
	var add func(of *infer.Struct, depth int)
	add = func(of *infer.Struct, depth int) {
		seen[of] = true
		for _, m := range x.members(of) {
			all = append(all, member{m, key(m.Path), depth})
			for _, below := range infer.StructsIn(m.Type) {
				if !seen[below] {
					add(below, depth+1)
				}
			}
		}
	}
	add(of, 0)
	return all
}
