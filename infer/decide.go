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
	p, problems := newPool(e, d)
	w := decider{
		pool: p, problems: problems,
		types: make(map[string]TypeDecision), enums: make(map[string]EnumDecision),
		structs: make(map[string]*Struct), named: make(map[string]*Enum), lent: make(map[string]bool),
		decided: make(map[string]*Decided), shown: make(map[string]*shown), misplaced: make(map[string]int),
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

// contradicted adds the problem of a decision that an example contradicts.
func (w *decider) contradicted(f Fact, ref Ref, path string, c Contradiction) {
	w.problems = append(w.problems, Problem{
		Cause: c, Where: Where{Example: f.At.Example, Offset: f.At.Offset}, Also: []Where{{Ref: ref}}, Path: path,
	})
}

// structAt returns the struct of the objects at a home.
func (w *decider) structAt(home string) *Struct {
	if s := w.structs[home]; s != nil {
		return s
	}
	s := &Struct{Path: home, Envelope: w.pool.covered[home]}
	w.structs[home] = s // before its fields: a type may hold itself
	if t, ok := w.types[home]; ok {
		s.Name, s.About, s.Why, s.Ref = t.Name, t.About, t.Why, t.Ref
	}
	o := w.pool.objects[home]
	if o == nil {
		return s // lent before any example shows one: see checkTypes
	}
	s.At = o.at
	if len(o.names) > MaxMembers {
		return s // see checkWide
	}
	for _, name := range o.names {
		s.Fields = append(s.Fields, w.field(home, name))
	}
	return s
}

// wide reports whether the objects at a place have more names than a struct may.
func (w *decider) wide(place string) bool {
	o := w.pool.objects[w.pool.aliases.home(place)]
	return o != nil && len(o.names) > MaxMembers
}

// checkWide adds the problems of structs of objects with so many names that these
// must be keys, and whose values no rule gives one type.
func (w *decider) checkWide(reached map[*Struct]bool) {
	for s := range reached {
		o := w.pool.objects[s.Path]
		if o == nil || len(o.names) <= MaxMembers {
			continue
		}
		w.problems = append(w.problems, Problem{
			Cause: manyMembers{s.Path}, Where: Where{Example: o.at.Example, Offset: o.at.Offset}, Path: s.Path,
		})
	}
}

// reached returns the structs that the events of a model hold.
func reached(m Model) map[*Struct]bool {
	all := make(map[*Struct]bool)
	var visit func(t Type)
	visit = func(t Type) {
		s := StructIn(t)
		if s == nil || all[s] {
			return
		}
		all[s] = true
		for _, f := range s.Fields {
			visit(f.Type)
		}
	}
	for _, e := range m.Events {
		visit(e.Root)
	}
	if m.Envelope != nil {
		visit(m.Envelope)
	}
	return all
}

func (w *decider) field(home, name string) *Field {
	place := home + "/" + Segment(name)
	n, d, absent := w.pool.places[place], w.pool.fields[place], w.pool.absent(home, name)
	f := &Field{
		Key: name, Path: place, Name: d.Name, About: d.About, Why: d.Why, Required: d.Required, Ref: d.Ref,
		Null: n.has(jsontext.KindNull), Absent: absent.Seen(), At: n.First(),
		Unseen: n.kinds() == 0, Samples: n.samples(),
	}
	f.Type, f.Rule = w.typeOf(place)
	f.Type = withPresence(f.Type, f.Null, f.Absent)
	made := w.decided[place]
	made.Type, made.Objects, made.Absent = f.Type, w.pool.objects[home].count, absent
	if f.Required && f.Absent {
		w.problem(d.Ref, place, requiredAbsent())
	}
	return f
}

// samples returns the JSON of scalars seen.
func (n *Node) samples() []string {
	var all []string
	for _, s := range n.Strings.Texts {
		all = append(all, string(jsontext.AppendString(nil, s)))
	}
	return append(all, n.Numbers.Texts...)
}

// withPresence is the rule "presence".
func withPresence(t Type, null, absent bool) Type {
	switch t := t.(type) {
	case Or:
		return t
	case Slice, Map:
		if !absent {
			return t
		}
	case Scalar:
		if t == Value {
			return t
		}
	}
	if null || absent {
		return Opt{Elem: t}
	}
	return t
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
