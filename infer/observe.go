package infer

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer/evidence"
)

// MaxMembers is how many members a struct can have. If objects have more, their names
// are keys: the rule "map" makes a map of them if their values have one type; otherwise
// the spec has to decide. It is more than ten times what the widest documented objects
// have, and few enough for a struct that compiles fast.
const MaxMembers = 1000

// Observe returns what examples show together. It counts those with the same root
// and text once.
//
// It returns a problem for everything that keeps an example from being strict,
// unambiguous JSON (RFC 8259): a syntax error, a duplicate member, invalid UTF-8, an
// unpaired surrogate, and for wrong paths under elided.
// If there are problems, there is no evidence.
func Observe(examples ...Example) (Evidence, []Problem) {
	sorted := slices.SortedFunc(slices.Values(examples), func(a, b Example) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	x := newExamination()
	roots := make(map[evidenceRoot]*evidence.Tally)
	type text struct {
		evidenceRoot
		text string
	}
	seen := make(map[text]bool)
	for i, example := range sorted {
		of := evidenceRoot{event: example.Event, name: example.Type, former: example.Former}
		key := text{of, example.Text}
		if seen[key] && len(example.Elided) == 0 {
			continue
		}
		seen[key] = true
		if roots[of] == nil {
			roots[of] = new(evidence.Tally)
		}
		x.add(roots[of], i, &example)
	}
	if len(x.problems) > 0 {
		return Evidence{}, x.problems
	}
	var e Evidence
	for of, t := range roots {
		put(&e, of, t.Node(func(i int) Origin { return Origin{Order: sorted[i].Order, Example: sorted[i].ID} }))
	}
	return e, nil
}

// evidenceRoot is what examples and tables are about: an event, or a declared type if event is
// "".
type evidenceRoot struct {
	event, name string
	former      bool
}

// put sets the node of a root.
func put(e *Evidence, of evidenceRoot, n *Node) {
	roots, name := &e.Events, of.event
	switch {
	case of.former && of.event != "":
		roots, name = &e.Former, EventPath(of.event)
	case of.former:
		roots, name = &e.Former, of.name
	case of.event == "":
		roots, name = &e.Types, of.name
	}
	if *roots == nil {
		*roots = make(map[string]*Node)
	}
	(*roots)[name] = n
}
