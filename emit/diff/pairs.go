package diff

import (
	"slices"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// Side is one of the two states of a platform that are compared.
type Side struct {
	Platform  emit.Platform
	Model     infer.Model
	Names     names.Names     // of the package for the Model
	Decisions infer.Decisions // that the Model was made with; only Causes looks at them
}

// side is a Side with indexes.
type side struct {
	Side
	topics  map[string]emit.Topic
	events  map[string]infer.Event
	reached map[any][]string // by *infer.Struct or *infer.Enum, the events that have one
}

func newSide(s Side) *side {
	out := &side{
		Side:   s,
		topics: make(map[string]emit.Topic), events: make(map[string]infer.Event), reached: make(map[any][]string),
	}
	for _, t := range s.Platform.Topics {
		out.topics[t.Name] = t
	}
	for _, e := range s.Model.Events {
		out.events[e.Name] = e
		out.reach(e.Root, e.Name)
	}
	return out
}

// reach records that an event has a type.
func (s *side) reach(t infer.Type, event string) {
	switch t := infer.InsideOptOrJSON(t).(type) {
	case infer.Slice:
		s.reach(t.Elem, event)
	case infer.Map:
		s.reach(t.Elem, event)
	case infer.ObjectOrList:
		s.reach(t.Object, event)
		s.reach(t.List, event)
	case *infer.Enum:
		s.reached[t] = add(s.reached[t], event)
	case *infer.Struct:
		if slices.Contains(s.reached[t], event) {
			return
		}
		s.reached[t] = add(s.reached[t], event)
		for _, f := range t.Fields {
			s.reach(f.Type, event)
		}
		if t.Envelope && s.Model.Envelope != nil {
			s.reach(s.Model.Envelope, event)
		}
	}
}

// add adds a string to a sorted list without duplicates.
func add(list []string, text string) []string {
	i, ok := slices.BinarySearch(list, text)
	if ok {
		return list
	}
	return slices.Insert(list, i, text)
}

// member is a field of a struct, or of the envelope that it embeds.
type member struct {
	*infer.Field
	envelope bool
}

// members returns the fields of a struct by the keys of their members.
func (s *side) members(st *infer.Struct) map[string]member {
	all := make(map[string]member)
	for _, f := range st.Fields {
		all[f.Key] = member{f, false}
	}
	if st.Envelope && s.Model.Envelope != nil {
		for _, f := range s.Model.Envelope.Fields {
			all[f.Key] = member{f, true}
		}
	}
	return all
}

// pairs are the structs and enums that are at the same path in both states. One can be
// in several pairs, if the spec gave two paths one type, or stopped doing so.
type pairs struct {
	old, new *side
	structs  map[[2]*infer.Struct]bool
	enums    map[[2]*infer.Enum]bool
}

// walk adds the pairs at a path and below it.
func (p *pairs) walk(old, new infer.Type) {
	old, new = infer.InsideOptOrJSON(old), infer.InsideOptOrJSON(new)
	if b, ok := new.(infer.ObjectOrList); ok {
		switch a := old.(type) {
		case infer.ObjectOrList:
			p.walk(a.Object, b.Object)
			p.walk(a.List, b.List)
		case *infer.Struct:
			p.walk(a, b.Object)
		case infer.Slice:
			p.walk(a, b.List)
		}
		return
	}
	switch a := old.(type) {
	case infer.ObjectOrList:
		p.walk(a.Object, new)
		p.walk(a.List, new)
	case infer.Slice:
		if b, ok := new.(infer.Slice); ok {
			p.walk(a.Elem, b.Elem)
		}
	case infer.Map:
		if b, ok := new.(infer.Map); ok {
			p.walk(a.Elem, b.Elem)
		}
	case *infer.Enum:
		if b, ok := new.(*infer.Enum); ok {
			p.enums[[2]*infer.Enum{a, b}] = true
		}
	case *infer.Struct:
		if b, ok := new.(*infer.Struct); ok {
			p.walkStructs(a, b)
		}
	}
}

func (p *pairs) walkStructs(old, new *infer.Struct) {
	pair := [2]*infer.Struct{old, new}
	if p.structs[pair] {
		return
	}
	p.structs[pair] = true
	members := p.new.members(new)
	for key, f := range p.old.members(old) {
		if g, ok := members[key]; ok {
			p.walk(f.Type, g.Type)
		}
	}
}

// walkMoved adds the types that have the same name in both states but no path in common.
func (p *pairs) walkMoved() {
	paired := make(map[any]bool)
	for pair := range p.structs {
		paired[pair[0]], paired[pair[1]] = true, true
	}
	for pair := range p.enums {
		paired[pair[0]], paired[pair[1]] = true, true
	}
	structs := make(map[string]*infer.Struct)
	for b := range p.new.Model.AllStructs() {
		structs[p.new.Names.Struct(b)] = b
	}
	for a := range p.old.Model.AllStructs() {
		if b := structs[p.old.Names.Struct(a)]; b != nil && !paired[a] && !paired[b] {
			p.structs[[2]*infer.Struct{a, b}] = true
		}
	}
	enums := make(map[string]*infer.Enum)
	for _, b := range p.new.Model.Enums {
		enums[b.Name] = b
	}
	for _, a := range p.old.Model.Enums {
		if b := enums[a.Name]; b != nil && !paired[a] && !paired[b] {
			p.enums[[2]*infer.Enum{a, b}] = true
		}
	}
}
