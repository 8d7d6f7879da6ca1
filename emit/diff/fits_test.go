package diff

import (
	"slices"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestDomain checks, with a value of each class, that domainOf and infer.DomainOf agree.
func TestDomain(t *testing.T) {
	samples := map[string]class{
		`true`: boolean, `1`: bit, `5`: integer, `5.0`: integer, `5.5`: finite, `9223372036854775808`: finite, `1e999`: huge,
		`""`: empty, `"0"`: bitText, `"true"`: bitText, `"[1]"`: jsonText, `"x"`: text, `"2024-01-02"`: text, `[]`: 0, `{}`: 0,
	}
	object := &infer.Struct{Path: "S"}
	types := []infer.Type{
		infer.Slice{Elem: infer.Int},
		infer.Map{Elem: infer.Int},
		object,
		infer.ObjectOrList{Object: object, List: infer.Slice{Elem: infer.Int}},
		infer.JSON{Elem: object},
		infer.JSON{Elem: infer.Value},
		&infer.Enum{Name: "E", Base: infer.String}, &infer.Enum{Name: "E", Base: infer.Int},
	}
	for s := infer.Bool; s <= infer.Value; s++ {
		types = append(types, s, infer.Opt{Elem: s})
	}
	for _, elem := range slices.Clone(types) {
		if elem == infer.Type(infer.Value) {
			continue // which has no other kinds
		}
		for _, also := range []jsontext.Kind{jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString, jsontext.KindArray, jsontext.KindObject} {
			if _, ok := elem.(infer.Opt); !ok && !infer.DomainOf(elem).Kinds.Has(also) {
				types = append(types, infer.Or{Elem: elem, Also: jsontext.KindsOf(also)})
			}
		}
	}
	for _, typ := range types {
		d := domainOf(typ)
		for sample, c := range samples {
			accepts := d.classes&c != 0
			switch sample {
			case `[]`:
				accepts = d.elem != nil
			case `{}`:
				accepts = d.object != nil
			}
			if want := inDomain(t, sample, infer.DomainOf(typ)); accepts != want {
				t.Errorf("%s and %s: %t, but infer.DomainOf says %t", typ, sample, accepts, want)
			}
		}
	}
}

// inDomain reports whether a value is in a domain, by the evidence that it gives.
func inDomain(t *testing.T, value string, d infer.Domain) bool {
	t.Helper()
	e, problems := infer.Observe(infer.Example{ID: "A#1", Event: "A", Text: value})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	n := e.Events["A"]
	for k, f := range n.Kinds {
		if f.Seen() && !d.Kinds.Has(jsontext.Kind(k)) {
			return false
		}
	}
	return !slices.ContainsFunc(d.Except, func(k infer.FactKind) bool { return n.Facts[k].Seen() })
}

// TestRelation: what a type takes, held against what others take.
func TestRelation(t *testing.T) {
	field := func(key string, typ infer.Type) *infer.Field { return &infer.Field{Key: key, Type: typ} }
	one := &infer.Struct{Path: "One", Fields: []*infer.Field{field("a", infer.Int)}}
	two := &infer.Struct{Path: "Two", Fields: []*infer.Field{field("a", infer.String), field("b", infer.Int)}}
	needs := &infer.Struct{Path: "Needs", Fields: []*infer.Field{{Key: "a", Type: infer.Int, Required: true}}}
	self := &infer.Struct{Path: "Self"}
	self.Fields = []*infer.Field{field("a", infer.Slice{Elem: self})}
	other := &infer.Struct{Path: "Other"}
	other.Fields = []*infer.Field{field("a", infer.Slice{Elem: other}), field("b", infer.Int)}
	or := func(t infer.Type, also ...jsontext.Kind) infer.Type {
		return infer.Or{Elem: t, Also: jsontext.KindsOf(also...)}
	}

	for _, c := range []struct {
		old, new infer.Type
		want     Kind
		wire     Effect
	}{
		{infer.Int, infer.Number, Widened, Widening},
		{infer.Int, infer.Float, Widened, Widening},
		{infer.Float, infer.Number, Widened, Widening},
		{infer.String, infer.Number, Widened, Widening},
		{infer.String, infer.Timestamp, Retyped, Compatible},
		{infer.Timestamp, &infer.Enum{Name: "E", Base: infer.String}, Retyped, Compatible},
		{infer.Int, &infer.Enum{Name: "E", Base: infer.Int}, Retyped, Compatible},
		{&infer.Enum{Name: "E", Base: infer.Int}, &infer.Enum{Name: "E", Base: infer.String}, Retyped, Breaking},
		{infer.String, infer.Int, Retyped, Breaking},
		{infer.Bool, infer.Flag, Widened, Widening},
		{infer.Int, infer.Flag, Retyped, Breaking},
		{infer.Flag, infer.Number, Retyped, Breaking}, // true is no number
		{infer.Flag, or(infer.Number, jsontext.KindBoolean), Widened, Widening},
		{infer.String, infer.Opt{Elem: infer.String}, Retyped, Compatible},
		{infer.JSON{Elem: one}, infer.String, Retyped, Breaking}, // an object is not a string
		{one, infer.JSON{Elem: one}, Widened, Widening},
		{infer.JSON{Elem: infer.Slice{Elem: infer.Int}}, infer.JSON{Elem: infer.Slice{Elem: infer.Number}}, Widened, Widening},
		{infer.JSON{Elem: one}, infer.Slice{Elem: infer.Int}, Retyped, Breaking},
		{one, infer.ObjectOrList{Object: one, List: infer.Slice{Elem: one}}, Widened, Widening},
		{infer.Slice{Elem: one}, infer.ObjectOrList{Object: two, List: infer.Slice{Elem: one}}, Widened, Widening},
		{infer.ObjectOrList{Object: one, List: infer.Slice{Elem: one}}, or(one, jsontext.KindArray), Retyped, Compatible},
		{infer.ObjectOrList{Object: one, List: infer.Slice{Elem: infer.Int}}, infer.ObjectOrList{Object: one, List: infer.Slice{Elem: infer.Bool}}, Retyped, Breaking},
		{one, or(one, jsontext.KindString), Widened, Widening},
		{or(one, jsontext.KindString), or(one, jsontext.KindString, jsontext.KindArray), Widened, Widening},
		{or(one, jsontext.KindString), or(one, jsontext.KindArray), Retyped, Breaking},
		{infer.Slice{Elem: infer.Int}, or(infer.Int, jsontext.KindArray), Widened, Widening},
		{infer.Slice{Elem: infer.Int}, infer.Slice{Elem: infer.String}, Retyped, Breaking},
		{infer.Slice{Elem: infer.Int}, infer.Map{Elem: infer.Int}, Retyped, Breaking},
		{infer.Map{Elem: infer.Int}, infer.Map{Elem: infer.Opt{Elem: infer.Number}}, Widened, Widening},
		{infer.Map{Elem: infer.Int}, one, Retyped, Compatible},
		{infer.Map{Elem: infer.String}, one, Retyped, Breaking},
		{infer.Map{Elem: infer.Number}, one, Narrowed, Breaking},
		{infer.Map{Elem: self}, infer.Map{Elem: infer.Map{Elem: infer.Slice{Elem: self}}}, Retyped, Compatible},
		// At one place, what is in a struct is looked at elsewhere.
		{one, two, Retyped, Compatible},
		{self, other, Retyped, Compatible},
		// Below a map that was a struct it is not.
		{infer.Map{Elem: one}, &infer.Struct{Path: "M", Fields: []*infer.Field{field("x", two)}}, Retyped, Breaking},
		// Of a Value nothing is known, unless it is promised.
		{infer.Value, infer.Int, Retyped, Compatible},
		{infer.Slice{Elem: infer.Value}, infer.Slice{Elem: infer.Int}, Retyped, Compatible},
		{infer.Map{Elem: infer.Value}, one, Retyped, Compatible},
		{promised(infer.Value), infer.Int, Narrowed, Breaking},
		// The promise holds for what is inside, which an Or that keeps all kinds forgot.
		{promised(infer.Value), or(infer.Slice{Elem: infer.String}, jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString, jsontext.KindObject), Narrowed, Breaking},
		{promised(infer.Value), or(one, jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString, jsontext.KindArray), Narrowed, Breaking},
		{promised(infer.Value), or(infer.String, jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindArray, jsontext.KindObject), Retyped, Compatible},
		{promised(infer.Value), promised(infer.Value), Retyped, Compatible},
		// An object without a member that a struct requires fits a map.
		{infer.Map{Elem: infer.Int}, needs, Narrowed, Breaking},
		{infer.Slice{Elem: one}, infer.Slice{Elem: needs}, Retyped, Compatible}, // at one place
		{infer.Map{Elem: one}, &infer.Struct{Path: "M", Fields: []*infer.Field{field("x", needs)}}, Narrowed, Breaking},
		{promised(infer.Opt{Elem: infer.Value}), infer.Value, Retyped, Compatible},
		{promised(infer.Int), infer.Int, Retyped, Compatible},
	} {
		if got, wire := relation(c.old, c.new, true); got != c.want || wire != c.wire {
			t.Errorf("from %s to %s: got %s, %s, want %s, %s", c.old, c.new, got, wire, c.want, c.wire)
		}
		back, wire := relation(c.new, c.old, true)
		if back != c.want.Inverse() {
			t.Errorf("from %s back to %s: got %s, %s, want %s", c.new, c.old, back, wire, c.want.Inverse())
		}
	}
}
