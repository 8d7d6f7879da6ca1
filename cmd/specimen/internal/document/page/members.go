package page

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/specs/finding"
)

// giveTables gives the rows of tables of members to the topics of their section, or to the
// only topic with a payload. The row of the member that names the topic names others, too.
func (a *attribution) giveTables(member string) {
	for _, table := range a.tables {
		names := table.names
		if len(names) == 0 {
			names = a.onlyTopic()
		}
		if len(names) == 0 {
			a.findings = append(a.findings, document.Find(finding.UnnamedTable, table.members[0].Offset, "a table of members that stands beside no topic is not taken", "write what it says under documented, with the type that it is about"))
			continue
		}
		for _, name := range names {
			t := a.topic(name, 0)
			if t.Like == "" || len(t.Payloads) > 0 {
				t.Members = append(t.Members, table.members...)
			}
		}
		for _, m := range table.members {
			if member != "" && "/"+m.Path == member {
				a.listed(m, names[0])
			}
		}
	}
}

// onlyTopic returns the topic with payloads, if there is only one.
func (a *attribution) onlyTopic() []string {
	var names []string
	for _, t := range a.topics {
		if len(t.Payloads) > 0 {
			names = append(names, t.Name)
		}
	}
	if len(names) != 1 {
		return nil
	}
	return names
}

var listedName = regexp.MustCompile(`[A-Za-z][A-Za-z0-9]*([_./:-][A-Za-z0-9]+)+`)

// listed keeps topics that the row of the member with the topic lists: names with the sign
// and the first part of one that is known.
func (a *attribution) listed(m document.Member, like string) {
	sign := strings.IndexAny(like, "_./:-")
	if sign < 0 {
		return
	}
	for i, name := range listedName.FindAllString(m.About, -1) {
		if !strings.HasPrefix(name, like[:sign+1]) {
			continue
		}
		known := a.byName[name] != nil
		t := a.topic(name, 0)
		t.Offset = min(m.Offset+i, a.size)
		if !known {
			t.Doubts = append(t.Doubts, "only the list of topics beside "+m.Path+" has it; its payload may be that of "+like)
		}
	}
}

// resolved returns members with their paths from the root of the payloads on: those in the
// object that a payload wraps are listed without the wrapper.
func resolved(all []document.Member, payloads []document.Payload) []document.Member {
	if len(payloads) == 0 || len(all) == 0 {
		return all
	}
	body, _ := parsed(payloads[0].Text).(map[string]any)
	atRoot, inside := 0, make(map[string]int)
	for _, m := range all {
		first, _, _ := strings.Cut(m.Path, "/")
		if _, ok := body[first]; ok {
			atRoot++
			continue
		}
		for name, value := range body {
			if o, ok := value.(map[string]any); ok {
				if _, ok := o[first]; ok {
					inside[name]++
				}
			}
		}
	}
	best := ""
	for name, n := range inside {
		if n > inside[best] || n == inside[best] && name < best {
			best = name
		}
	}
	out := slices.Clone(all)
	for i, m := range out {
		first, _, _ := strings.Cut(m.Path, "/")
		if _, ok := body[first]; !ok && best != "" && inside[best] > atRoot {
			out[i].Path = best + "/" + m.Path
		}
	}
	return out
}

// once returns members without those whose path was listed before: a table says more than a
// comment, and stands first.
func once(all []document.Member) []document.Member {
	slices.SortStableFunc(all, func(a, b document.Member) int { return min(len(b.Type), 1) - min(len(a.Type), 1) })
	seen := make(map[string]bool)
	all = slices.DeleteFunc(all, func(m document.Member) bool {
		was := seen[m.Path]
		seen[m.Path] = true
		return was
	})
	slices.SortStableFunc(all, func(a, b document.Member) int { return cmp.Compare(a.Offset, b.Offset) })
	return all
}
