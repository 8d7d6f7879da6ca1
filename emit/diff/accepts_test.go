package diff

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// unknownBefore reports whether a value has a part of which nothing was known: a
// member that has no field, or whose field was never seen with a value, or what is in an
// array or object of another kind than its type.
func (c *comparison) unknownBefore(v jsontext.Value, t infer.Type) bool {
	if or, ok := infer.InsideOpt(t).(infer.Or); ok && or.Also.Has(v.Kind()) && len(v.Raw()) > len("{}") {
		return true
	}
	switch t := infer.InsideOptOrJSON(t).(type) {
	case infer.Slice:
		for e := range v.Items() {
			if infer.InsideOpt(t.Elem) == infer.Type(infer.Value) || c.unknownBefore(e, t.Elem) {
				return true
			}
		}
	case infer.Map:
		for _, e := range v.Members() {
			if infer.InsideOpt(t.Elem) == infer.Type(infer.Value) || c.unknownBefore(e, t.Elem) {
				return true
			}
		}
	case infer.ObjectOrList:
		if v.Kind() == jsontext.KindArray {
			return c.unknownBefore(v, t.List)
		}
		return c.unknownBefore(v, t.Object)
	case *infer.Struct:
		if text, ok := v.Text(); ok {
			v, _ = jsontext.ParseValue(text) // JSON in a string
		}
		fields := c.old.members(t)
		for name, e := range v.Members() {
			f, ok := fields[name]
			if !ok || f.Rule != infer.RuleSpec && infer.InsideOpt(f.Type) == infer.Type(infer.Value) || c.unknownBefore(e, f.Type) {
				return true
			}
		}
	}
	return false
}

// accepts reports whether a value has no mismatch as a type.
func (s *side) accepts(t infer.Type, v jsontext.Value) bool {
	k := v.Kind()
	if k == jsontext.KindNull {
		return true
	}
	switch t := t.(type) {
	case infer.Scalar:
		return acceptsScalar(t, v)
	case *infer.Enum:
		return acceptsScalar(t.Base, v)
	case *infer.Struct:
		fields := s.members(t)
		for name, e := range v.Members() {
			if f, ok := fields[name]; ok && !s.accepts(f.Type, e) {
				return false
			}
		}
		for name, f := range fields {
			if m, ok := v.Get(name); f.Required && (!ok || m.Kind() == jsontext.KindNull) {
				return false
			}
		}
		return k == jsontext.KindObject
	case infer.Slice:
		for e := range v.Items() {
			if !s.accepts(t.Elem, e) {
				return false
			}
		}
		return k == jsontext.KindArray
	case infer.Map:
		for _, e := range v.Members() {
			if !s.accepts(t.Elem, e) {
				return false
			}
		}
		return k == jsontext.KindObject
	case infer.ObjectOrList:
		return s.accepts(t.Object, v) || s.accepts(t.List, v)
	case infer.Opt:
		return s.accepts(t.Elem, v)
	case infer.Or:
		return t.Also.Has(k) || s.accepts(t.Elem, v)
	case infer.JSON:
		text, ok := v.Text()
		if !ok {
			return s.accepts(t.Elem, v)
		}
		inner, err := jsontext.ParseValue(text)
		return ok && (text == "" || err == nil && (inner.Kind() == jsontext.KindObject || inner.Kind() == jsontext.KindArray) && s.accepts(t.Elem, inner))
	}
	return false
}

func acceptsScalar(t infer.Scalar, v jsontext.Value) bool {
	k := v.Kind()
	_, integral := jsontext.Integer(v.Raw())
	switch t {
	case infer.Bool:
		return k == jsontext.KindBoolean
	case infer.Int:
		return k == jsontext.KindNumber && integral
	case infer.Float:
		return k == jsontext.KindNumber
	case infer.Number, infer.Unix, infer.UnixMilli, infer.UnixMicro:
		return k == jsontext.KindNumber || k == jsontext.KindString
	case infer.Flag:
		return k == jsontext.KindBoolean || slices.Contains([]string{"0", "1", `"0"`, `"1"`}, v.Raw())
	case infer.Value:
		return true
	}
	return k == jsontext.KindString
}
