package infer

import (
	"cmp"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// structAt returns the struct of a home.
func (w *decider) structAt(home string) *Struct {
	if s := w.structs[home]; s != nil {
		return s
	}
	s := &Struct{Path: home, Envelope: w.pool.covered[home]}
	w.structs[home] = s // before its fields, because it can contain itself
	if t, ok := w.types[home]; ok {
		s.Name, s.About, s.Why, s.Ref = t.Name, t.About, t.Why, t.Ref
		for _, at := range t.At {
			s.Places = append(s.Places, at.Path)
		}
	}
	o := w.pool.objects[home]
	if o == nil {
		return s // lent, and no example has one: see object
	}
	s.At, s.NotSent = o.at, !o.sent
	if len(o.names) > MaxMembers {
		return s // see checkWide
	}
	whole := w.wholeObject(home)
	for _, name := range o.names {
		s.Fields = append(s.Fields, w.field(home, name, name == whole))
	}
	return s
}

// field returns the field of a member, of which whole says whether it holds the whole
// object of an event.
func (w *decider) field(home, name string, whole bool) *Field {
	path := home + "/" + Segment(name)
	n, d, absent := w.pool.nodes[path], w.pool.fields[path], w.pool.absent(home, name)
	f := &Field{
		Key: name, Path: path, Name: d.Name, About: cmp.Or(d.About, w.pool.about[path].Text), Why: d.Why, Ref: d.Ref,
		Null: mayBeNull(n), Absent: absent.Seen(), At: n.First(),
		Unseen: n.NotNull() == 0, Samples: samples(n),
		Documented: n.Claims != nil, NotSent: w.pool.objects[home].sent && !w.pool.sent[path],
	}
	by := w.promise(f, d, n, whole)
	f.Required = by != ""
	f.Type, f.Rule = w.typeOf(path)
	f.Type = withPresence(f.Type, f.Null, f.Absent)
	made := w.decided[path]
	made.Type, made.Objects, made.Absent, made.Required = f.Type, w.pool.objects[home].count, absent, by
	switch by {
	case RuleSpec:
		made.Needed = d.Ref
	case RuleDocumented:
		made.Needed = Ref(n.Claims[ClaimRequired].At.Example)
	}
	return f
}

// samples returns the samples as JSON.
func samples(n *Node) []string {
	var all []string
	for _, s := range n.Strings.Texts {
		all = append(all, string(jsontext.AppendString(nil, s)))
	}
	return append(all, n.Numbers.Texts...)
}

// InEvents returns the structs that the events of a model contain, the envelope included if
// one of them has it.
func (m Model) InEvents() map[*Struct]bool {
	all := make(map[*Struct]bool)
	for _, e := range m.Events {
		m.reach(e.Root, all)
	}
	return all
}

// reached returns the structs that the events or the envelope of a model contain.
func reached(m Model) map[*Struct]bool {
	all := m.InEvents()
	if m.Envelope != nil {
		m.reach(m.Envelope, all)
	}
	return all
}

// reach adds the structs that a type contains.
func (m Model) reach(t Type, all map[*Struct]bool) {
	for _, s := range StructsIn(t) {
		if all[s] {
			continue
		}
		all[s] = true
		if s.Envelope && m.Envelope != nil {
			m.reach(m.Envelope, all)
		}
		for _, f := range s.Fields {
			m.reach(f.Type, all)
		}
	}
}

// wide reports whether the objects at a path have more members than a struct can.
func (w *decider) wide(path string) bool {
	o := w.pool.objects[w.pool.aliases.home(path)]
	return o != nil && len(o.names) > MaxMembers
}

// checkWide reports structs with more members than MaxMembers.
func (w *decider) checkWide(reached map[*Struct]bool) {
	for s := range reached {
		o := w.pool.objects[s.Path]
		if o == nil || len(o.names) <= MaxMembers {
			continue
		}
		w.problems = append(w.problems, Problem{
			Cause: manyMembers{s.Path}, Where: AtOrigin(o.at), Path: s.Path,
		})
	}
}
