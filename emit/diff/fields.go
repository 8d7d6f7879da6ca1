package diff

import (
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// compareEvents compares the roots of events that are not objects in one of the states.
func (c *comparison) compareEvents() {
	for a, b := range c.events {
		old, new := c.old.events[a], c.new.events[b]
		if isStruct(old.Root) && isStruct(new.Root) {
			continue
		}
		path := c.new.Names.Event(new)
		change := Change{
			What: Field, Path: path, Was: was(c.old.Names.Event(old), path), Type: path, WasType: was(c.old.Names.Event(old), path),
			Name: "Value", Old: c.old.Names.Type(old.Root), New: c.new.Names.Type(new.Root),
			OldAt: c.old.whereEvent(old), NewAt: c.new.whereEvent(new),
		}
		if isStruct(old.Root) != isStruct(new.Root) {
			change.What, change.Name = Event, ""
		}
		change.Kind, change.Wire = relation(promised(old.Root), promised(new.Root), true)
		if !c.sameGo(old.Root, new.Root) {
			change.Code = Breaking
		}
		if change.Code != Compatible || change.Wire != Compatible {
			c.add(change, []string{a}, []string{b})
		}
	}
}

func isStruct(t infer.Type) bool {
	_, ok := t.(*infer.Struct)
	return ok
}

// compareStructs compares the fields of two structs at the same path.
func (c *comparison) compareStructs(old, new *infer.Struct) {
	before, now := c.old.members(old), c.new.members(new)
	c.compareEnvelopeOf(old, new, before, now)
	a, b := c.old.Names.Struct(old), c.new.Names.Struct(new)
	for _, key := range slices.Sorted(maps.Keys(before)) {
		f := before[key]
		g, ok := now[key]
		switch {
		case ok:
			c.compareFields(f, g, old, new)
		default:
			c.add(Change{
				Kind: Removed, What: Field, Path: f.Path, Type: b, WasType: was(a, b), Name: c.old.Names.Field(f.Field),
				Old: c.old.Names.Type(f.Type), WasThere: presence(f.Field), Code: Breaking, Wire: widerIf(f.Required), OldAt: whereField(f.Field), NewAt: whereStruct(new),
			}, c.old.reached[old], c.new.reached[new])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(now)) {
		g := now[key]
		if _, ok := before[key]; ok {
			continue
		}
		change := Change{
			Kind: Added, What: Field, Path: g.Path, Type: b, WasType: was(a, b), Name: c.new.Names.Field(g.Field),
			New: c.new.Names.Type(g.Type), IsThere: presence(g.Field), Code: Widening, OldAt: whereStruct(old), NewAt: whereField(g.Field),
		}
		if g.Required {
			change.Wire = Breaking
		}
		c.add(change, c.old.reached[old], c.new.reached[new])
	}
}

// compareEnvelopeOf removes the members whose changes the comparison of the envelopes
// reports: both events embed it, and the member is one of the envelope in each state
// that has it.
func (c *comparison) compareEnvelopeOf(old, new *infer.Struct, before, now map[string]member) {
	if !old.Envelope || !new.Envelope {
		return
	}
	for key, f := range before {
		if g, ok := now[key]; f.envelope && (!ok || g.envelope) {
			delete(before, key)
			delete(now, key)
		}
	}
	for key, g := range now {
		if _, ok := before[key]; g.envelope && !ok {
			delete(now, key)
		}
	}
}

func widerIf(required bool) Effect {
	if required {
		return Widening
	}
	return Compatible
}

// compareFields compares the fields of a member that both structs have.
func (c *comparison) compareFields(f, g member, old, new *infer.Struct) {
	a, b := c.old.Names.Struct(old), c.new.Names.Struct(new)
	change := Change{
		What: Field, Path: g.Path, Was: was(f.Path, g.Path), Type: b, WasType: was(a, b), Name: c.new.Names.Field(g.Field),
		OldAt: whereField(f.Field), NewAt: whereField(g.Field),
	}
	if name := c.old.Names.Field(f.Field); name != change.Name {
		renamed := change
		renamed.Kind, renamed.Old, renamed.New, renamed.Code = Renamed, name, change.Name, Breaking
		renamed.OldAt, renamed.NewAt = whereName(f.Field), whereName(g.Field)
		c.add(renamed, c.old.reached[old], c.new.reached[new])
	}
	change.Old, change.New = c.old.Names.Type(f.Type), c.new.Names.Type(g.Type)
	change.WasThere, change.IsThere = presence(f.Field), presence(g.Field)
	change.Kind, change.Wire = relation(known(f.Field), known(g.Field), true)
	if !c.sameGo(f.Type, g.Type) {
		change.Code = Breaking
	}
	if change.Wire == Compatible && c.sameGo(withoutOpts(f.Type), withoutOpts(g.Type)) {
		change.Kind = Presence
	}
	switch {
	case g.Required && !f.Required:
		change.Wire = Breaking
	case f.Required && !g.Required && change.Wire == Compatible:
		change.Wire = Widening
	}
	if change.Kind == Presence && change.Code == Compatible && change.WasThere == change.IsThere {
		return
	}
	c.add(change, c.old.reached[old], c.new.reached[new])
}

// known returns the type of a field as relation compares it.
func known(f *infer.Field) infer.Type {
	if f.Rule == infer.RuleSpec {
		return promised(f.Type)
	}
	return f.Type
}

// required is the presence of a field that the spec requires.
const required = "required"

// presence returns when a member has no value, and whether the spec requires it.
func presence(f *infer.Field) string {
	seen := infer.Presence(f.Null, f.Absent)
	switch {
	case f.Required && seen != "":
		return required + ", " + seen
	case f.Required:
		return required
	}
	return seen
}

// whereField returns the decision that gives a field its type, or else the first value of
// the field.
func whereField(f *infer.Field) infer.Where {
	if f.Ref != "" && (f.Rule == infer.RuleSpec || f.At.Example == "") {
		return at(f.Ref)
	}
	return infer.AtOrigin(f.At)
}

// whereName returns the decision about a field, which may name it, or else the first value
// of the field.
func whereName(f *infer.Field) infer.Where {
	if f.Ref != "" {
		return at(f.Ref)
	}
	return whereField(f)
}
