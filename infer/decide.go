package infer

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Decide returns the types that the evidence and the decisions give. It is the
// only place with opinions, and a pure function of its arguments: the order of
// decisions has no influence.
//
// Problems are decisions that an example contradicts, that match nothing, or
// that change nothing, which is a warning. Where there is one that is no
// warning, the Model is not to be used.
func Decide(e Evidence, d Decisions) (Model, []Problem) {
	fields, unknown := checkWords(d.Fields)
	d.Fields = fields
	p, problems := newPool(e, d)
	w := decider{
		pool: p, problems: append(problems, unknown...),
		types: make(map[string]TypeDecision), enums: make(map[string]EnumDecision),
		structs: make(map[string]*Struct), named: make(map[string]*Enum), lent: make(map[string]bool),
		decided: make(map[string]*Decided), shown: make(map[string]*shown), misplaced: make(map[string]int),
		unknown: make(map[string]bool),
	}
	for _, x := range unknown {
		w.unknown[p.shorten(x.Path)] = true
	}
	w.index(d)
	w.checkNames(e, d)
	m := Model{decided: w.decided, pool: p}
	for _, name := range slices.Sorted(maps.Keys(e.Events)) {
		root := Type(Value) // a root of several kinds has no better type
		if e.Events[name].oneKind() {
			root, _ = w.typeOf(EventPath(name))
		} else {
			w.record(EventPath(name), root, RuleMixed, nil)
		}
		m.Events = append(m.Events, Event{Name: name, Root: root})
		if w.pool.covered[EventPath(name)] && m.Envelope == nil {
			m.Envelope = w.structAt(EnvelopeRoot)
		}
	}
	reached := reached(m) // not those of a place that a decision makes another type
	for _, path := range slices.Sorted(maps.Keys(w.structs)) {
		if path != EnvelopeRoot && reached[w.structs[path]] {
			m.Structs = append(m.Structs, w.structs[path])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.named)) {
		m.Enums = append(m.Enums, w.named[name])
	}
	w.checkEnvelope(d)
	w.tie(m)
	w.checkWide(reached)
	w.checkValues()
	w.checkDead(d, e.Events, reached)
	slices.SortStableFunc(w.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Where.Ref, b.Where.Ref), cmp.Compare(a.Where.Example, b.Where.Example),
			cmp.Compare(a.Where.Offset, b.Where.Offset), cmp.Compare(a.Message(), b.Message()))
	})
	return m, w.problems
}

// oneKind reports whether all values are of one kind, null being one.
func (n *Node) oneKind() bool {
	kinds := n.kinds()
	return kinds&(kinds-1) == 0 && (kinds == 0 || !n.has(jsontext.KindNull))
}

// decider makes the decisions of one platform.
type decider struct {
	pool      *pool
	types     map[string]TypeDecision // by name
	enums     map[string]EnumDecision // by place
	lent      map[string]bool         // places that get their element's type from a decision below them
	structs   map[string]*Struct      // by home
	named     map[string]*Enum        // by name
	decided   map[string]*Decided     // by place
	misses    []miss                  // decisions that match nothing
	unknown   map[string]bool         // places with a decision for a type that there is not
	misplaced map[string]int          // problems of types on places without objects, by name
	shown     map[string]*shown       // by the name of the enum
	problems  []Problem
}

// index looks up the places of all decisions.
func (w *decider) index(d Decisions) {
	for _, t := range d.Types {
		w.types[t.Name] = t
		for _, at := range t.At {
			w.matches(at.Path, at.Ref, t.Name)
			w.checkTypePlace(t, at)
		}
	}
	for _, f := range d.Fields {
		w.matches(f.Path, f.Ref, "")
	}
	for _, e := range d.Enums {
		for _, at := range e.At {
			place := w.pool.shorten(at.Path)
			w.matches(at.Path, at.Ref, "")
			if first, ok := w.enums[place]; ok {
				w.problems = append(w.problems, twice(at.Ref, first.Ref, place, first.Name == e.Name))
			} else if f := w.pool.fields[place]; f.Type != "" {
				w.problems = append(w.problems, twice(at.Ref, f.Ref, place, false))
			}
			w.enums[place] = e
		}
	}
	w.reportMisses()
}

// checkNames reports types with the name of the root of other paths: two things
// would be one.
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

// matches checks that a decision is on a place that exists, or on one that it
// lends a type to: below a place that no example shows anything below of.
func (w *decider) matches(path string, ref Ref, typ string) {
	place := w.pool.shorten(path)
	before, last, below := parent(place)
	switch {
	case !below && w.pool.places[place] != nil:
		w.problem(ref, place, wholeBody())
	case w.pool.places[place] != nil:
	case below && w.empty(before, last):
		w.lent[before] = true
	default:
		w.missed(ref, place, typ)
	}
}

// empty reports whether a type can be lent to what is below a place: examples
// show the place, but as null, elided, [] or {}, or a decision lends it itself.
func (w *decider) empty(place, last string) bool {
	n := w.pool.places[place]
	if n == nil {
		before, name, ok := parent(place)
		return ok && w.empty(before, name)
	}
	if last != "*" {
		return false
	}
	all := n.kinds()
	if w.pool.isMap(place) {
		return all&^jsontext.KindsOf(jsontext.KindObject) == 0
	}
	return all&^jsontext.KindsOf(jsontext.KindArray) == 0 || w.pool.inner[place] == jsontext.KindsOf(jsontext.KindArray)
}

// problem adds a problem of a line of the spec.
func (w *decider) problem(ref Ref, path string, c Cause) {
	w.problems = append(w.problems, Problem{Cause: c, Where: Where{Ref: ref}, Path: path})
}

// checkEnvelope reports members of the envelope that no event has.
func (w *decider) checkEnvelope(d Decisions) {
	any := false
	for _, covered := range w.pool.covered {
		any = any || covered
	}
	if any {
		return
	}
	for _, m := range d.Envelope {
		w.problem(m.Ref, "", noEnvelope())
		return
	}
}
