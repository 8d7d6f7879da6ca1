package suggest

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// rootMembers is the members at the roots of events, as far as several events have them
// and they are the same thing there.
type rootMembers struct {
	roots  map[string]*infer.Struct // by event
	events []string                 // sorted
	has    map[string]eventSet      // the events with a member, by its key
	other  map[string]eventSet      // those in which it is another thing than in the others
	keys   []string                 // of members that enough events have, the most frequent first
	family keySet                   // keys of members that belong to the events that have them
}

// rootMembers returns the root members that three or more events share.
func (v *view) rootMembers() rootMembers {
	r := rootMembers{roots: make(map[string]*infer.Struct), has: make(map[string]eventSet), other: make(map[string]eventSet), family: make(keySet)}
	for _, e := range v.model.Events {
		if s, ok := e.Root.(*infer.Struct); ok {
			r.roots[e.Name] = s
		}
	}
	r.events = slices.Sorted(maps.Keys(r.roots))
	fields := make(map[string][]*infer.Field)
	for _, event := range r.events {
		for _, f := range r.roots[event].Fields {
			if v.carries(event, f.Key) {
				fields[f.Key] = append(fields[f.Key], f)
			}
		}
	}
	k := v.kin().clone()
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		all := fields[key]
		if len(all) < envelopeEvents {
			continue
		}
		k.uniteRoots(v, all)
		if events, others := v.sameThing(k, key, all); len(events) >= envelopeEvents {
			r.has[key], r.other[key] = r.setOf(events), r.setOf(others)
			r.keys = append(r.keys, key)
			r.family[key] = namedLike(key, events) || !mayBeOptional(all)
		}
	}
	slices.SortFunc(r.keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(r.has[b].len(), r.has[a].len()), strings.Compare(a, b))
	})
	r.keys = r.keys[:min(len(r.keys), mostRootMembers)]
	return r
}

// carries reports whether most examples of an event have a root member. Rarer ones
// belong to what these examples are about.
func (v *view) carries(event, key string) bool {
	n := v.in.Evidence.Events[event]
	if n == nil || n.Members[key] == nil {
		return false
	}
	return 2*n.Members[key].Absent.Count < n.Kinds[jsontext.KindObject].Count
}

// sameThing returns the events in which a member is the same thing as in most, and the others:
// its values have the same kind, or are numbers and strings, and its objects are of one entity,
// or have the same members at every level. Objects whose type is another word in most events
// are what each event is about.
func (v *view) sameThing(k *kinship, key string, fields []*infer.Field) (events, others keySet) {
	count := make(map[string]int)
	words := make(keySet)
	things := make([]string, len(fields))
	wraps := !slices.ContainsFunc(ident.Lower(key), func(w string) bool { return !wrapper.is(w) })
	for i, f := range fields {
		if things[i] = v.thing(k, f); things[i] != "" {
			count[things[i]]++
		}
		if s := infer.StructIn(f.Type); s != nil {
			if wraps && (wrapper.is(key) || !occasion.in(key)) {
				return nil, nil // the payload
			}
			if word := v.typeWord(s); word != "" {
				words[word] = true
			}
		}
	}
	if 2*len(words) > len(fields) && len(words) > 1 || wraps && len(count) > 1 {
		return nil, nil
	}
	most := ""
	for thing, n := range count {
		if most == "" || cmp.Or(cmp.Compare(count[most], n), strings.Compare(thing, most)) < 0 {
			most = thing
		}
	}
	var like []*infer.Struct // some that are the same thing
	for i, f := range fields {
		if s := infer.StructIn(f.Type); s != nil && things[i] == most && len(like) < mostCompared && !slices.Contains(like, s) {
			like = append(like, s)
		}
	}
	events, others = make(keySet), make(keySet)
	for i, f := range fields {
		event, _ := infer.EventOf(before(f.Path)[:len(before(f.Path))-1])
		switch {
		case things[i] == "" || things[i] == most:
			events[event] = true
		case !slices.ContainsFunc(like, func(s *infer.Struct) bool { return partOf(infer.StructIn(f.Type), s) }):
			others[event] = true
		}
	}
	return events, others
}

// partOf reports whether objects mostly have members of others, or these mostly theirs.
func partOf(s, t *infer.Struct) bool {
	return s != nil && mostlyShared(keysOf([]*infer.Struct{s, t}))
}

// thing identifies what the values of a member are, or returns "" where none has a value.
func (v *view) thing(k *kinship, f *infer.Field) string {
	said := v.shownAt(f.Path)
	kinds := said.kinds
	if said.most == 0 {
		kinds &^= jsontext.KindsOf(jsontext.KindArray, jsontext.KindObject)
	}
	switch {
	case kinds == 0:
		return ""
	case said.holdsJSON():
		return "json" + f.Path // an object of each event, until it is seen what is in it
	}
	if kinds&^jsontext.KindsOf(jsontext.KindNumber, jsontext.KindString) == 0 {
		return "text"
	}
	s := infer.StructIn(f.Type)
	if s == nil {
		return fmt.Sprint(kinds)
	}
	if h := v.homeOf[s]; h != nil {
		return fmt.Sprint(formOf(f.Type), k.root(h))
	}
	return formOf(f.Type) + s.Path
}

// uniteRoots unites the objects in root members of one name that share most of their
// members. Where they are so similar, they need no others to be one thing.
func (k *kinship) uniteRoots(v *view, fields []*infer.Field) {
	var found []*home
	for _, f := range fields {
		h := v.homeOf[infer.StructIn(f.Type)]
		if h == nil {
			continue
		}
		if !slices.ContainsFunc(found, func(g *home) bool {
			c := g.keys.common(h.keys)
			return k.root(g) == k.root(h) || mostly(c, len(g.keys)+len(h.keys)-c) && k.unify(g, h)
		}) && len(found) < mostCompared {
			found = append(found, h)
		}
	}
}

// mayBeOptional reports whether members of events can be optional in others: they are
// objects, or optional where they are. A scalar that its events always have is better
// left to them.
func mayBeOptional(fields []*infer.Field) bool {
	objects, absent := 0, 0
	for _, f := range fields {
		if _, ok := infer.InsideOpt(f.Type).(*infer.Struct); ok {
			objects++
		}
		if f.Absent || f.Null {
			absent++
		}
	}
	return objects > 0 || 2*absent > len(fields)
}

// namedLike reports whether half of the events or more have names with the words of a
// key: issue_comment has an issue as issues has, and belongs to it.
func namedLike(key string, events keySet) bool {
	n := 0
	words := ident.Lower(key)
	for event := range events {
		if rest := ident.Lower(event); len(rest) >= len(words) && slices.Equal(rest[:len(words)], words) {
			n++
		}
	}
	return 2*n >= len(events)
}

// best returns the best envelope: that of which more events have more members. It grows
// from each of the most frequent members, by the next frequent ones.
func (r rootMembers) best() envelope {
	var best envelope
	most := 0
	try := func(events eventSet) {
		e := r.complete(events)
		if !r.isEnough(e) {
			return
		}
		if n := worth(4*len(e.keys)+len(e.optional), len(e.events)); n > most {
			best, most = e, n
		}
	}
	for i, seed := range r.keys[:min(len(r.keys), mostSeeds)] {
		events := r.has[seed]
		try(events)
		for j, key := range r.keys {
			if j == i {
				continue
			}
			if both := events.and(r.has[key]); both.len() >= envelopeEvents && both.len() < events.len() {
				events = both
				try(events)
			}
		}
	}
	return best
}

// isEnough reports whether an envelope has enough events and members.
func (r rootMembers) isEnough(e envelope) bool {
	return len(e.events) >= envelopeEvents && (len(e.keys)+len(e.optional) >= envelopeMembers || r.isAside(e))
}

// isAside reports whether the one member of an envelope is an object with several members that
// is in every event, beside others, and holds for the delivery: its metadata.
func (r rootMembers) isAside(e envelope) bool {
	if len(e.keys) != 1 || len(e.optional) > 0 || len(e.events) < len(r.events) || !aside.in(e.keys[0]) && !occasion.in(e.keys[0]) {
		return false
	}
	return !slices.ContainsFunc(r.events, func(event string) bool {
		s, ok := fieldOf(r.roots[event], e.keys[0]).Type.(*infer.Struct)
		return !ok || len(s.Fields) < smallFrom || len(r.roots[event].Fields) < envelopeMembers
	})
}

// complete returns the envelope of some events: the members that all of them have, and
// those that many of them have.
func (r rootMembers) complete(events eventSet) envelope {
	var e envelope
	for _, key := range r.keys {
		switch n, m := events.and(r.has[key]).len(), events.len(); {
		case n == m:
			e.keys = append(e.keys, key)
		case n >= envelopeEvents && manyEvents(n, m) && !mostly(n, m) && !r.family[key] && events.and(r.other[key]).len() == 0:
			e.optional = append(e.optional, key)
		}
	}
	slices.Sort(e.keys)
	slices.Sort(e.optional)
	for i, event := range r.events {
		if events[i/64]&(1<<(i%64)) != 0 {
			e.events = append(e.events, event)
		}
	}
	return e
}

// eventSet is a set of events, by their index.
type eventSet []uint64

func (r rootMembers) setOf(events keySet) eventSet {
	set := make(eventSet, (len(r.events)+63)/64)
	for i, event := range r.events {
		if events[event] {
			set[i/64] |= 1 << (i % 64)
		}
	}
	return set
}

func (s eventSet) and(t eventSet) eventSet {
	both := make(eventSet, len(s))
	for i := range s {
		both[i] = s[i] & t[i]
	}
	return both
}

func (s eventSet) len() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}
