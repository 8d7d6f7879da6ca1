package page

import "fmt"

// contentsOf lists the parts of a page, in its order, with the places that somebody looks for
// by name.
func contentsOf(p *view) []group {
	var all []group
	add := func(id, title string, places ...place) {
		all = append(all, group{to(id, title), places})
	}
	if p.Against != "" {
		add("changes", "Changes")
	}
	var topics []place
	for _, t := range p.Topics {
		topics = append(topics, place{to(t.ID, t.Name), t.Mark})
	}
	add("topics", "Topics", topics...)
	for _, s := range p.Sections {
		var types []place
		for _, t := range s.Types {
			mark := t.Mark
			if mark.Kind == "" && t.Changed != "" {
				mark.Kind = "changed"
			}
			types = append(types, place{to(t.ID, t.Name), mark})
		}
		add(s.ID, s.Title, types...)
	}
	if len(p.Deliveries) > 0 {
		add("deliveries", "Deliveries")
	}
	add("examples", "Examples")
	add("decisions", "Decisions")
	add("rules", "Rules")
	return all
}

// markTypes says how many members and values of each type changed.
func markTypes(sections []section) {
	for _, s := range sections {
		for i := range s.Types {
			t := &s.Types[i]
			n := marked(t.Rows)
			for _, v := range t.Values {
				if v.Mark.Kind != "" {
					n++
				}
			}
			if n > 0 {
				t.Changed = fmt.Sprintf("%d changed", n)
			}
		}
	}
}

// marked returns how many of some members, and of those below them, changed.
func marked(rows []row) int {
	n := 0
	for _, r := range rows {
		if r.Mark.Kind != "" {
			n++
		}
		n += marked(r.Rows)
	}
	return n
}
