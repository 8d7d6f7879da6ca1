package infer

import "github.com/specimen-go/specimen/infer/jsontext"

// Presence returns when a member has no value: "may be null or absent", "may be null"
// or "may be absent". It returns "" if the member always has one.
func Presence(null, absent bool) string {
	switch {
	case null && absent:
		return "may be null or absent"
	case null:
		return "may be null"
	case absent:
		return "may be absent"
	}
	return ""
}

// Presence returns when the field has no value, as [Presence] does; "always null so
// far" if it never had one, or "documented, in no delivery so far". What diff and the page say
// of a field is made from the two: diff compares what payloads show, so that a first
// value alone is not a change of presence, and the page adds what the spec requires.
func (f *Field) Presence() string {
	switch {
	case f.NotSent:
		return "documented, in no delivery so far"
	case f.Assumed:
		return Presence(f.Null, false)
	case f.Unseen && f.Null && f.Absent:
		return "always null so far, " + Presence(false, true)
	case f.Unseen && f.Null:
		return "always null so far"
	}
	return Presence(f.Null, f.Absent)
}

// withPresence returns a type with room for null and absence, by the rule "presence". An
// Opt of a struct is a pointer: most are absent or null, or are documented and in no
// payload, and would be as large as the struct. Opts of pointers also share their code.
func withPresence(t Type, null, absent bool) Type {
	switch t := t.(type) {
	case Or, JSON:
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
		_, object := t.(*Struct)
		return Opt{Elem: t, Pointer: object}
	}
	return t
}

// absent returns how many objects of a home lack a member, and the first of them.
func (p *pool) absent(home, name string) Fact { return lacking(p.objects[home].nodes, name) }

// violates returns the first of the values and objects of examples, those of editions
// that were replaced included, that a required member does not allow: null, and an
// object without the member.
func (p *pool) violates(home, name string) (null, absent Fact) {
	path := home + "/" + Segment(name)
	null = p.nodes[path].Kinds[jsontext.KindNull].Merge(p.nulls[path])
	return null, p.absent(home, name).Merge(lacking(p.objects[home].former, name))
}

// lacking returns how many of the objects of some nodes lack a member, and the first of
// them.
func lacking(nodes []*Node, name string) Fact {
	var all Fact
	for _, n := range nodes {
		if m := n.Members[name]; m != nil {
			all = all.Merge(m.Absent)
		} else {
			all = all.Merge(n.Kinds[jsontext.KindObject])
		}
	}
	return all
}
