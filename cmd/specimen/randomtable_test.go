package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// randomTable is what documents say of one type: an entry of documented.
type randomTable struct {
	root     string
	members  [][2]string // path and value
	examples []string
	dropped  bool
}

// document adds random tables and examples of the types of a model, and of types that
// only tables have.
func (d dice) document(s *randomSpec, m infer.Model) {
	roots := slices.Sorted(maps.Keys(s.decisions["types"]))
	for _, e := range m.Events {
		if m.StructAt(infer.EventPath(e.Name)) != nil {
			roots = append(roots, infer.EventPath(e.Name))
		}
	}
	if len(roots) == 0 {
		return
	}
	for range d.IntN(3) {
		t := &randomTable{root: pick(d, roots)}
		keys := slices.Clone(plainKeys[:4])
		if st := m.StructAt(t.root); st != nil {
			for _, f := range st.Fields {
				keys = append(keys, f.Key)
			}
		}
		for range d.IntN(4) {
			path := infer.Segment(pick(d, keys))
			if d.one(3) {
				path = infer.Segment(pick(d, oddKeys))
			}
			if d.one(6) {
				path += "/" + infer.Segment(pick(d, plainKeys))
			}
			if !slices.ContainsFunc(t.members, func(m [2]string) bool { return m[0] == path }) {
				t.members = append(t.members, [2]string{path, d.line(s)})
			}
		}
		for range d.IntN(3) {
			if text := d.json(d.sample(d.object(2, 4), false), ""); strings.HasPrefix(text, "{") {
				t.examples = append(t.examples, text)
			}
		}
		if len(t.members)+len(t.examples) > 0 {
			s.tables = append(s.tables, t)
		}
	}
}

// line returns what a table says of a member.
func (d dice) line(s *randomSpec) string {
	var keys []string
	if !d.one(6) {
		keys = append(keys, d.lineType(s, 2)...)
	}
	for _, key := range []string{"nullable: true", "optional: true", "required: true", "about: " + yamlText(pick(d, oddKeys)+" of it")} {
		if d.one(4) {
			keys = append(keys, key)
		}
	}
	return "{" + strings.Join(keys, ", ") + "}"
}

func (d dice) lineType(s *randomSpec, depth int) []string {
	word := pick(d, infer.TableWords())
	switch types := slices.Sorted(maps.Keys(s.decisions["types"])); {
	case d.one(6) && len(types) > 0:
		word = pick(d, types)
	case d.one(8):
		word = s.fresh("Told")
		s.tables = append(s.tables, &randomTable{root: word, members: [][2]string{{"id", "{type: string}"}, {pick(d, plainKeys[1:]), d.line(s)}}})
	}
	if (word == "list" || word == "map") && depth > 0 && d.IntN(4) > 0 {
		of := d.lineType(s, depth-1)
		return []string{"type: " + word, "of: {" + strings.Join(of, ", ") + "}"}
	}
	return []string{"type: " + word}
}

// writeTables writes the tables that were not dropped.
func (s *randomSpec) writeTables(b *strings.Builder) {
	s.tables = slices.DeleteFunc(s.tables, func(t *randomTable) bool { return t.dropped || len(t.members)+len(t.examples) == 0 })
	if len(s.tables) > 0 {
		b.WriteString("documented:\n")
	}
	for _, t := range s.tables {
		fmt.Fprintf(b, "  - type: %s\n", t.root)
		for i, m := range t.members {
			if i == 0 {
				b.WriteString("    members:\n")
			}
			fmt.Fprintf(b, "      %s: %s\n", yamlText(m[0]), m[1])
		}
		for i, x := range t.examples {
			if i == 0 {
				b.WriteString("    examples:\n")
			}
			fmt.Fprintf(b, "      - name: %s\n        payload: |\n          %s\n", fmt.Sprintf("x%d", slices.Index(s.tables, t)*100+i), x)
		}
	}
}

// dropTable takes back what a ref below documented is of: a line, or a whole table.
func (s *randomSpec) dropTable(parts []string) bool {
	k, err := strconv.Atoi(parts[0])
	if err != nil || k >= len(s.tables) {
		return false
	}
	t := s.tables[k]
	if len(parts) > 2 && parts[1] == "members" {
		path := strings.Join(parts[2:], "/")
		before := len(t.members)
		t.members = slices.DeleteFunc(t.members, func(m [2]string) bool { return m[0] == path || infer.SegmentName(m[0]) == path })
		if len(t.members) < before {
			return true
		}
	}
	was := t.dropped
	t.dropped = true
	return !was
}
