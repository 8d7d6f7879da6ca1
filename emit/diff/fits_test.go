package diff

import (
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestRelation: what a type takes, held against what others take.
func TestRelation(t *testing.T) {
	field := func(key string, typ infer.Type) *infer.Field { return &infer.Field{Key: key, Type: typ} }
	one := &infer.Struct{Path: "One", Fields: []*infer.Field{field("a", infer.Int)}}
	two := &infer.Struct{Path: "Two", Fields: []*infer.Field{field("a", infer.String), field("b", infer.Int)}}
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
