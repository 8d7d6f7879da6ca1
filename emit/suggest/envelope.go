package suggest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// recordKey reports whether any object may have a member of this key.
func recordKey(key string) bool {
	return !slices.ContainsFunc(ident.Lower(key), func(w string) bool { return !record.is(w) })
}

// envelopes finds the root members that most events share.
func envelopes(v *view) []candidate {
	if v.hasEnvelope {
		return nil
	}
	roots := make(map[string]*infer.Struct)
	for _, e := range v.model.Events {
		if s, ok := e.Root.(*infer.Struct); ok {
			roots[e.Name] = s
		}
	}
	names := slices.Sorted(maps.Keys(roots))
	has := make(map[string]keySet)
	for _, name := range names {
		has[name] = v.carried(name, roots[name])
	}
	var best envelope
	for i, a := range names {
		for _, b := range names[:i] {
			if e := v.envelopeOf(roots, has, names, a, b); e.better(best) {
				best = e
			}
		}
	}
	if len(best.events) < envelopeEvents || len(best.keys) < envelopeMembers {
		return nil
	}
	s := Suggestion{Kind: "envelope", Path: infer.EnvelopeRoot}
	all := len(best.events) == len(names)
	telling := slices.ContainsFunc(best.keys, func(k string) bool { return !recordKey(k) })
	s.Weak = !mostEvents(len(best.events), len(names)) || !telling && (len(best.keys) < alikeFrom || !v.encloses(best, roots))
	s.Message = fmt.Sprintf("%d of %d events have the same %d members at their root", len(best.events), len(names), len(best.keys))
	s.Change.Why = fmt.Sprintf("%d of the %d events show all of these members", len(best.events), len(names))
	if all {
		s.Message = fmt.Sprintf("all %d events have the same %d members at their root", len(names), len(best.keys))
		s.Change.Why = fmt.Sprintf("all %d events show these members", len(names))
	}
	for _, key := range best.keys {
		s.Change.Envelope = append(s.Change.Envelope, infer.EnvelopeMember{Name: key})
	}
	for _, name := range names {
		if slices.Contains(best.events, name) {
			s.For = append(s.For, roots[name].At)
		} else {
			s.Against = append(s.Against, roots[name].At)
		}
	}
	return []candidate{one(s)}
}

// envelope is a set of members and the events that have all of them.
type envelope struct{ keys, events []string }

// encloses reports whether all other members of the events are objects and arrays.
// Then the envelope surrounds a payload and is not part of one.
func (v *view) encloses(e envelope, roots map[string]*infer.Struct) bool {
	for _, name := range e.events {
		rest := 0
		for _, f := range roots[name].Fields {
			if slices.Contains(e.keys, f.Key) {
				continue
			}
			if !v.shownAt(f.Path).only(jsontext.KindObject, jsontext.KindArray) {
				return false
			}
			rest++
		}
		if rest == 0 {
			return false
		}
	}
	return true
}

func (e envelope) better(f envelope) bool {
	if len(e.events) < envelopeEvents || len(e.keys) < envelopeMembers {
		return false
	}
	return cmp.Or(cmp.Compare(worth(len(e.keys), len(e.events)), worth(len(f.keys), len(f.events))), cmp.Compare(strings.Join(f.keys, "\x00"), strings.Join(e.keys, "\x00"))) > 0
}

// envelopeOf returns the largest envelope among the members that two events share.
func (v *view) envelopeOf(roots map[string]*infer.Struct, has map[string]keySet, names []string, a, b string) envelope {
	var e envelope
	for _, f := range roots[a].Fields {
		if has[a][f.Key] && has[b][f.Key] {
			e.keys = append(e.keys, f.Key)
		}
	}
	for {
		e.events = slices.DeleteFunc(slices.Clone(names), func(name string) bool {
			return slices.ContainsFunc(e.keys, func(k string) bool { return !has[name][k] })
		})
		before := len(e.keys)
		e.keys = slices.DeleteFunc(e.keys, func(key string) bool {
			var same []*infer.Field
			for _, name := range e.events {
				same = append(same, fieldOf(roots[name], key))
			}
			return !v.alike(same)
		})
		if len(e.keys) == before {
			slices.Sort(e.keys)
			return e
		}
	}
}

// carried returns the root members that most examples of an event have. Rarer ones
// belong to what these examples are about.
func (v *view) carried(event string, root *infer.Struct) keySet {
	keys := make(keySet)
	n := v.in.Evidence.Events[event]
	if n == nil {
		return keys
	}
	for _, f := range root.Fields {
		m := n.Members[f.Key]
		keys[f.Key] = m != nil && 2*m.Absent.Count < n.Kinds[jsontext.KindObject].Count
	}
	return keys
}

func fieldOf(s *infer.Struct, key string) *infer.Field {
	if i := slices.IndexFunc(s.Fields, func(f *infer.Field) bool { return f.Key == key }); i >= 0 {
		return s.Fields[i]
	}
	return nil
}

// alike reports whether members of several events can be one member: their values
// have one kind, or are numbers and strings, and objects mostly have the same members
// at every level. A member that only wraps the payload is not part of the envelope,
// so different values of type count as different types.
func (v *view) alike(fields []*infer.Field) bool {
	var kinds jsontext.Kinds
	var objects []*infer.Struct
	for _, f := range fields {
		kinds |= v.shownAt(f.Path).kinds
		if s := infer.StructIn(f.Type); s != nil {
			objects = append(objects, s)
		}
	}
	return joins(kinds) && covers(keysOf(objects)) && v.agree(objects, true)
}

// joins reports whether values of these kinds have one type without a union.
func joins(kinds jsontext.Kinds) bool {
	return kinds&(kinds-1) == 0 || kinds == jsontext.KindsOf(jsontext.KindNumber, jsontext.KindString)
}
