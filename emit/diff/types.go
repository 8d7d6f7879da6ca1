package diff

import (
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// pairEvents finds the events that are in both states. An event that was renamed is
// the same if the same topics have it.
func (c *comparison) pairEvents() {
	var candidates [][2]string
	for old, now := range c.topics {
		a, b := c.old.topics[old].Event, c.new.topics[now].Event
		if a != "" && b != "" {
			candidates = append(candidates, [2]string{a, b})
		}
	}
	for a, b := range oneToOne(candidates) {
		_, stays := c.new.events[a]
		_, before := c.old.events[b]
		if !stays && !before {
			c.events[a] = b
		}
	}
	for name := range c.old.events {
		if _, ok := c.new.events[name]; ok {
			c.events[name] = name
		}
	}
	for a, b := range c.events {
		c.pairs.walk(c.old.events[a].Root, c.new.events[b].Root)
	}
	if c.old.Model.Envelope != nil && c.new.Model.Envelope != nil {
		c.pairs.walkStructs(c.old.Model.Envelope, c.new.Model.Envelope)
	}
	c.pairs.walkMoved()
}

// pairTypes finds the Go types that were renamed.
func (c *comparison) pairTypes() {
	var candidates [][2]string
	for a, b := range c.events {
		candidates = append(candidates, [2]string{c.old.Names.Event(c.old.events[a]), c.new.Names.Event(c.new.events[b])})
	}
	for p := range c.pairs.structs {
		candidates = append(candidates, [2]string{c.old.Names.Struct(p[0]), c.new.Names.Struct(p[1])})
	}
	for p := range c.pairs.enums {
		candidates = append(candidates, [2]string{p[0].Name, p[1].Name})
	}
	for a, b := range oneToOne(candidates) {
		if a != b {
			c.types[a] = b
		}
	}
}

// declared is a type that a package declares.
type declared struct {
	what   What
	path   string
	at     infer.Where
	events []string
}

// declaredTypes returns the types of a package by name.
func (s *side) declaredTypes() map[string]declared {
	all := make(map[string]declared)
	for _, e := range s.Model.Enums {
		all[e.Name] = declared{Type, e.Name, at(e.Ref), s.reached[e]}
	}
	for t := range s.Model.AllStructs() {
		all[s.Names.Struct(t)] = declared{Type, t.Path, whereStruct(t), s.reached[t]}
	}
	for _, e := range s.Model.Events {
		name := s.Names.Event(e)
		all[name] = declared{Event, name, s.whereEvent(e), []string{e.Name}}
	}
	return all
}

// compareTypes reports the types that were added, removed and renamed.
func (c *comparison) compareTypes() {
	before, now := c.old.declaredTypes(), c.new.declaredTypes()
	named := make(map[string]bool) // new names of old types
	for name, to := range c.types {
		named[to] = true
		a, b := before[name], now[to]
		c.add(Change{
			Kind: Renamed, What: b.what, Path: b.path, Was: was(a.path, b.path), Type: to, WasType: name,
			Old: name, New: to, Code: Breaking, OldAt: a.at, NewAt: b.at,
		}, a.events, b.events)
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		a := before[name]
		_, stays := now[name]
		if _, ok := c.types[name]; !ok && (!stays || named[name]) {
			c.add(Change{Kind: Removed, What: a.what, Path: a.path, Type: name, Old: name, Code: Breaking, OldAt: a.at}, a.events, nil)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(now)) {
		b := now[name]
		_, stayed := before[name]
		if _, gone := c.types[name]; !named[name] && (!stayed || gone) {
			c.add(Change{Kind: Added, What: b.what, Path: b.path, Type: name, New: name, Code: Widening, NewAt: b.at}, nil, b.events)
		}
	}
}

// whereEvent returns the position of an event: that of its struct, or else that of its
// first topic.
func (s *side) whereEvent(e infer.Event) infer.Where {
	if t, ok := e.Root.(*infer.Struct); ok {
		return whereStruct(t)
	}
	first := ""
	for name, t := range s.topics {
		if t.Event == e.Name && (first == "" || name < first) {
			first = name
		}
	}
	return at(s.topics[first].Ref)
}

// whereStruct returns the decision about a struct, or else its first object.
func whereStruct(t *infer.Struct) infer.Where {
	if t.Ref != "" {
		return at(t.Ref)
	}
	return infer.AtOrigin(t.At)
}

// compareEnums compares the values of an enum.
func (c *comparison) compareEnums(a, b *infer.Enum) {
	one := func(kind Kind, e *infer.Enum, constants []string, i int, effect Effect) Change {
		change := Change{
			Kind: kind, What: Value, Path: e.Values[i].Text, Type: b.Name, WasType: was(a.Name, b.Name),
			Name: constants[i], Code: effect, OldAt: at(a.Ref), NewAt: at(b.Ref),
		}
		if change.New = change.Name; kind == Removed {
			change.Old, change.New = change.Name, ""
		}
		return change
	}
	if a.Base != b.Base {
		c.add(Change{
			Kind: Retyped, What: Type, Path: b.Name, Type: b.Name, WasType: was(a.Name, b.Name),
			Old: a.Base.String(), New: b.Base.String(), Code: Breaking, OldAt: at(a.Ref), NewAt: at(b.Ref), // its fields have what that does to deliveries
		}, c.old.reached[a], c.new.reached[b])
	}
	before, now := a.Texts(), b.Texts()
	for i, v := range before {
		if !slices.Contains(now, v) {
			c.add(one(Removed, a, c.old.Names.Constants(a), i, Breaking), c.old.reached[a], c.new.reached[b])
		}
	}
	for i, v := range now {
		j := slices.Index(before, v)
		if j < 0 {
			c.add(one(Added, b, c.new.Names.Constants(b), i, Widening), c.old.reached[a], c.new.reached[b])
			continue
		}
		// If the enum was renamed, so were all of its constants.
		was, _ := strings.CutPrefix(c.old.Names.Constants(a)[j], a.Name)
		if is, _ := strings.CutPrefix(c.new.Names.Constants(b)[i], b.Name); is != was {
			renamed := one(Renamed, b, c.new.Names.Constants(b), i, Breaking)
			renamed.Old = c.old.Names.Constants(a)[j]
			c.add(renamed, c.old.reached[a], c.new.reached[b])
		}
	}
}
