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
	if len(best.events) < envelopeEvents || len(best.keys)+len(best.optional) < envelopeMembers {
		return nil
	}
	s := Suggestion{Kind: "envelope", Path: infer.EnvelopeRoot}
	all := len(best.events) == len(r.events)
	telling := slices.ContainsFunc(append(slices.Clone(best.keys), best.optional...), func(k string) bool { return !recordKey(k) })
	s.Weak = !mostEvents(len(best.events), len(r.events)) || !telling && (len(best.keys) < alikeFrom || !v.encloses(best, r.roots))
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

// encloses reports whether all other members of the events are objects and arrays.
// Then the envelope surrounds a payload and is not part of one.
func (v *view) encloses(e envelope, roots map[string]*infer.Struct) bool {
	for _, name := range e.events {
		rest := 0
		for _, f := range roots[name].Fields {
			if slices.Contains(e.keys, f.Key) || slices.Contains(e.optional, f.Key) {
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
