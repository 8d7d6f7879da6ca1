package suggest

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// recordKey reports whether any object may have a member of this key.
func recordKey(key string) bool {
	return !slices.ContainsFunc(ident.Lower(key), func(w string) bool { return !record.is(w) })
}

// envelope is root members that several events have, and these events.
type envelope struct {
	keys     []string // that all of them have
	optional []string // that some of them have, and the others lack
	events   []string
}

// envelopes finds the root members that most events share, and those that some of these
// events share.
func envelopes(v *view) []candidate {
	if v.hasEnvelope {
		return nil
	}
	r := v.rootMembers()
	best := r.best()
	if len(best.events) == 0 {
		return nil
	}
	s := Suggestion{Kind: "envelope", Path: infer.EnvelopeRoot}
	all := len(best.events) == len(r.events)
	telling := slices.ContainsFunc(append(slices.Clone(best.keys), best.optional...), func(k string) bool { return !recordKey(k) })
	s.Weak = !mostEvents(len(best.events), len(r.events)) || !telling && len(best.keys) < alikeFrom || !v.surrounds(best, r.roots, telling)
	s.Message = fmt.Sprintf("%d of %d events have the same %s at their root", len(best.events), len(r.events), count(len(best.keys), "member"))
	s.Change.Why = fmt.Sprintf("%d of the %d events show all of these members", len(best.events), len(r.events))
	if all {
		s.Message = fmt.Sprintf("all %d events have the same %s at their root", len(r.events), count(len(best.keys), "member"))
		s.Change.Why = fmt.Sprintf("all %d events show these members", len(r.events))
	}
	if n := len(best.optional); n > 0 {
		s.Message += fmt.Sprintf(", and some of them %d more", n)
		s.Change.Why += "; some show the optional ones"
	}
	for _, key := range best.keys {
		s.Change.Envelope = append(s.Change.Envelope, infer.EnvelopeMember{Name: key})
	}
	for _, key := range best.optional {
		s.Change.Envelope = append(s.Change.Envelope, infer.EnvelopeMember{Name: key, Optional: true})
	}
	for _, name := range r.events {
		if slices.Contains(best.events, name) {
			s.For = append(s.For, r.roots[name].At)
		} else {
			s.Against = append(s.Against, r.roots[name].At)
		}
	}
	return []candidate{one(s)}
}

// surrounds reports whether an envelope is around what each event is about, and not a part
// of it, as ids and times are where a body is an object of its own kind: members of the
// envelope are objects, or speak of the event, or the others nearly all are objects. Metadata
// is a part of any object.
func (v *view) surrounds(e envelope, roots map[string]*infer.Struct, telling bool) bool {
	objects := func(path string) bool {
		return v.shownAt(path).only(jsontext.KindObject, jsontext.KindArray)
	}
	enclosed := 0
	for _, name := range e.events {
		rest, held := 0, 0
		for _, f := range roots[name].Fields {
			switch {
			case slices.Contains(e.optional, f.Key):
			case slices.Contains(e.keys, f.Key):
				if telling && (occasion.in(f.Key) || objects(f.Path) && !freeKeys.is(joined(f.Key))) {
					return true
				}
			default:
				if rest++; objects(f.Path) {
					held++
				}
			}
		}
		if held > 0 && (held == rest || telling && mostly(held, rest)) {
			enclosed++
		}
	}
	if telling {
		return mostEvents(enclosed, len(e.events))
	}
	return enclosed == len(e.events)
}

func fieldOf(s *infer.Struct, key string) *infer.Field {
	if i := slices.IndexFunc(s.Fields, func(f *infer.Field) bool { return f.Key == key }); i >= 0 {
		return s.Fields[i]
	}
	return nil
}

// joins reports whether values of these kinds have one type without a union.
func joins(kinds jsontext.Kinds) bool {
	return kinds&(kinds-1) == 0 || kinds == jsontext.KindsOf(jsontext.KindNumber, jsontext.KindString)
}
