package infer

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Decide returns the types that the evidence and the decisions give. It is the only
// stage with policy. The order of decisions does not matter.
//
// It returns a problem for each decision that an example contradicts, that no example
// has a path for, or that changes nothing, which is a warning. If any problem is an
// error, the Model must not be used.
func Decide(e Evidence, d Decisions) (Model, []Problem) {
	fields, unknown := checkWords(d.Fields)
	d.Fields = fields
	p, problems := newPool(e, d)
	w := decider{
		pool: p, problems: append(problems, unknown...),
		types: make(map[string]TypeDecision), enums: make(map[string]EnumDecision),
		structs: make(map[string]*Struct), named: make(map[string]*Enum), lent: make(map[string]bool),
		decided: make(map[string]*Decided), shown: make(map[string]*shown), misplaced: make(map[string]int),
		unknown: make(map[string]bool), lines: make(map[place]PathRef),
	}
	for _, x := range unknown {
		w.unknown[p.shorten(x.Path)] = true
	}
	w.index(d)
	w.checkNames(e, d)
	w.checkTypeRoots(e)
	m := Model{decided: w.decided, pool: p}
	for _, name := range slices.Sorted(maps.Keys(e.Events)) {
		root := Type(Value) // for bodies of several kinds
		if oneKind(w.pool.nodes[EventPath(name)]) {
			root, _ = w.typeOf(EventPath(name))
		} else {
			w.record(EventPath(name), root, RuleMixed, nil)
		}
		m.Events = append(m.Events, Event{Name: name, Root: root})
		if w.pool.covered[EventPath(name)] && m.Envelope == nil {
			m.Envelope = w.structAt(EnvelopeRoot)
		}
	}
	reached := reached(m) // without those below a path for which a decision gives another type
	for _, path := range slices.Sorted(maps.Keys(w.structs)) {
		if path != EnvelopeRoot && reached[w.structs[path]] {
			m.Structs = append(m.Structs, w.structs[path])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.named)) {
		m.Enums = append(m.Enums, w.named[name])
	}
	w.checkEnvelope(d)
	w.breakCycles(m)
	w.checkWide(reached)
	w.checkValues()
	w.checkNoEffect(d, e.Events, reached)
	slices.SortStableFunc(w.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Where.Ref, b.Where.Ref), cmp.Compare(a.Where.Example, b.Where.Example),
			cmp.Compare(a.Where.Offset, b.Where.Offset), cmp.Compare(a.Message(), b.Message()))
	})
	return m, w.problems
}

// oneKind reports whether all values are of one kind, null included.
func oneKind(n *Node) bool {
	kinds := n.NotNull()
	return kinds&(kinds-1) == 0 && (kinds == 0 || !n.Has(jsontext.KindNull))
}

// decider decides the types of one platform.
type decider struct {
	pool      *pool
	types     map[string]TypeDecision // by name
	enums     map[string]EnumDecision // by path
	lines     map[place]PathRef       // of the paths of types and enums
	lent      map[string]bool         // paths whose element type comes from a decision below them
	structs   map[string]*Struct      // by home
	named     map[string]*Enum        // by name
	decided   map[string]*Decided     // by path
	misses    []miss                  // decisions for paths that no example has
	unknown   map[string]bool         // paths with a decision for an unknown type
	misplaced map[string]int          // the problems of declared types for paths without objects, by name
	shown     map[string]*shown       // by name of the enum
	problems  []Problem
}

// index looks up the paths of all decisions.
func (w *decider) index(d Decisions) {
	for _, t := range d.Types {
		w.types[t.Name] = t
		for _, at := range t.At {
			w.addLine(t.Name, at)
			w.matches(at.Path, at.Ref, t.Name)
			w.checkTypePath(t, at)
		}
	}
	for _, f := range d.Fields {
		w.matches(f.Path, f.Ref, "")
	}
	for _, e := range d.Enums {
		for _, at := range e.At {
			path := w.pool.shorten(at.Path)
			w.addLine(e.Name, at)
			w.matches(at.Path, at.Ref, "")
			if first, ok := w.enums[path]; ok {
				w.problems = append(w.problems, twice(at.Ref, first.Ref, path, first.Name == e.Name))
			} else if f := w.pool.fields[path]; f.Type != "" {
				w.problems = append(w.problems, twice(at.Ref, f.Ref, path, false))
			}
			w.enums[path] = e
		}
	}
	w.reportMisses()
}

// checkNames reports declared types with the name of an event's type or of the
// envelope.
func (w *decider) checkNames(e Evidence, d Decisions) {
	taken := map[string]takenName{EnvelopeRoot: {name: EnvelopeRoot}}
	for name := range e.Events {
		taken[EventPath(name)] = takenName{name: EventPath(name), event: name}
	}
	for _, t := range d.Types {
		if c, ok := taken[t.Name]; ok {
			w.problem(t.Ref, "", c)
		}
	}
}

// matches reports a decision for a path that no example has, unless it lends a type: it
// decides about the elements of a list that is empty in all examples.
func (w *decider) matches(written string, ref Ref, typ string) {
	path := w.pool.shorten(written)
	before, last, below := parent(path)
	switch {
	case !below && w.pool.nodes[path] != nil && typ == "":
		w.problem(ref, path, wholeBody())
	case !below && w.pool.covered[path]:
		w.problem(ref, path, bodyWithEnvelope())
	case w.pool.nodes[path] != nil:
	case below && w.empty(before, last):
		w.lent[before] = true
	default:
		w.missed(ref, path, typ)
	}
}

// empty reports whether a decision can lend a type to what is below a path: examples
// have the path, but only as null, elided, [] or {}, or a decision lends it.
func (w *decider) empty(path, last string) bool {
	n := w.pool.nodes[path]
	if n == nil {
		before, name, ok := parent(path)
		return ok && w.empty(before, name)
	}
	if last != "*" {
		return false
	}
	all := n.NotNull()
	switch {
	case w.pool.isMap(path):
		return all&^kindObject == 0
	case w.pool.inner[path] != 0:
		return w.pool.jsonKinds(path) == kindArray
	}
	return all&^kindArray == 0
}

// problem adds a problem of a line of the spec.
func (w *decider) problem(ref Ref, path string, c Cause) {
	w.problems = append(w.problems, Problem{Cause: c, Where: Where{Ref: ref}, Path: path})
}

// checkEnvelope reports an envelope that no event has.
func (w *decider) checkEnvelope(d Decisions) {
	any := false
	for _, covered := range w.pool.covered {
		any = any || covered
	}
	for _, m := range d.Envelope {
		if !any {
			w.problem(m.Ref, "", noEnvelope())
			return
		}
		if path := EnvelopeRoot + "/" + Segment(m.Name); m.Optional && w.pool.nodes[path] == nil {
			w.problem(m.Ref, path, notInEnvelope())
		}
	}
}
