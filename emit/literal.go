package emit

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// eventLiteral returns the Go literal of what decoding text gives. It reads the
// text with the accessors of [jsontext.Value], not with a decoder.
func (s *scheme) eventLiteral(e event, text string) jen.Code {
	v, err := jsontext.ParseValue(strings.TrimSpace(text))
	if err != nil {
		return jen.Nil() // an example that infer refused
	}
	if e.Struct != nil {
		return jen.Op("&").Add(s.structLiteral(e.Struct, v, true))
	}
	fields := []jen.Code{jen.Id("Value").Op(":").Add(s.full(e.Root, v))}
	if !exact(e.Root, v) {
		fields = append(fields, s.extraLiteral(s.kept(0, "", v)))
	}
	return jen.Op("&").Id(e.Go).Values(fields...)
}

// extraLiteral returns the field Extra of a literal.
func (s *scheme) extraLiteral(members ...jen.Code) jen.Code {
	return jen.Id("Extra").Op(":").Qual(s.test, "Extra").Call(members...)
}

// kept returns the literal of the member with an index, as Extra keeps it.
func (s *scheme) kept(index int, name string, v jsontext.Value) jen.Code {
	return jen.Qual(s.test, "Kept").Call(jen.Lit(index), quoted(name), literal(v.Raw()))
}

// exact reports whether a variable of a type tells how a value was written. Of
// what fits its type, a float64 does not, as in 0.50 and 1e2. Nor does any that has
// no room for null, which stands there for a value that was elided. What is in an
// object or in a text is theirs to keep.
func exact(t infer.Type, v jsontext.Value) bool {
	if v.Kind() == jsontext.KindNull {
		switch t := t.(type) {
		case infer.Slice, infer.Map, infer.Opt, infer.Or:
			return true
		case infer.Scalar:
			return t == infer.Value
		}
		return false
	}
	switch t := t.(type) {
	case infer.Scalar:
		f, err := strconv.ParseFloat(v.Raw(), 64)
		return t != infer.Float || err != nil || string(jsontext.AppendFloat(nil, f)) == v.Raw()
	case infer.Opt:
		return exact(t.Elem, v)
	case infer.Or:
		return !isElem(t, v) || exact(t.Elem, v)
	case infer.Slice:
		for item := range v.Items() {
			if !exact(t.Elem, item) {
				return false
			}
		}
	case infer.Map:
		for _, item := range v.Members() {
			if !exact(t.Elem, item) {
				return false
			}
		}
	}
	return true
}

// structLiteral returns the literal of an object. typed says whether its type
// is written.
func (s *scheme) structLiteral(st *names.Struct, v jsontext.Value, typed bool) *jen.Statement {
	lit := jen.Null()
	if typed {
		lit = jen.Id(st.Go)
	}
	return lit.ValuesFunc(func(g *jen.Group) {
		some := false
		if st.Envelope {
			some = true
			g.Line().Id(s.Envelope.Go).Op(":").Add(s.structLiteral(s.Envelope, v, true))
		}
		members := make(map[string]jsontext.Value)
		for name, m := range v.Members() {
			members[name] = m
		}
		for _, f := range st.Fields {
			m, there := members[f.Key]
			if !there {
				continue
			}
			if lit := s.valueLiteral(f.Type, m); lit != nil {
				some = true
				g.Line().Id(f.Go).Op(":").Add(lit)
			}
		}
		if kept := s.keptMembers(st, v); kept != nil {
			some = true
			g.Line().Add(s.extraLiteral(kept...))
		}
		if some {
			g.Line()
		}
	})
}

// keptMembers returns what the Extra of an object keeps, in the order of the
// object's members.
func (s *scheme) keptMembers(st *names.Struct, v jsontext.Value) []jen.Code {
	if st.Path == infer.EnvelopeRoot {
		return nil // that of the event has the members of both
	}
	slots := s.slots(st)
	var kept []jen.Code
	for name, m := range v.Members() {
		i := slices.IndexFunc(slots, func(l slot) bool { return l.Key == name })
		if i >= 0 && !exact(slots[i].Type, m) {
			kept = append(kept, s.kept(i, name, m))
		}
	}
	return kept
}

// valueLiteral returns the literal of a value of a type, nil for the zero value.
func (s *scheme) valueLiteral(t infer.Type, v jsontext.Value) *jen.Statement {
	p := func(name string) *jen.Statement { return jen.Qual(s.payload, name) }
	switch t := t.(type) {
	case infer.Scalar:
		return s.scalarLiteral(t, v)
	case *infer.Enum:
		return s.scalarLiteral(infer.String, v)
	case *infer.Struct:
		return s.structLiteral(s.Of(t), v, true)
	case infer.Slice:
		if v.Kind() == jsontext.KindNull {
			return nil
		}
		return s.goType(t).ValuesFunc(func(g *jen.Group) {
			some := false
			for item := range v.Items() {
				if st, ok := t.Elem.(*infer.Struct); ok {
					g.Line().Add(s.structLiteral(s.Of(st), item, false))
				} else {
					g.Line().Add(s.full(t.Elem, item))
				}
				some = true
			}
			if some {
				g.Line()
			}
		})
	case infer.Map:
		if v.Kind() == jsontext.KindNull {
			return nil
		}
		return s.goType(t).ValuesFunc(func(g *jen.Group) {
			some := false
			for key, item := range v.Members() {
				g.Line().Values(jen.Id("Key").Op(":").Add(quoted(key)), jen.Id("Value").Op(":").Add(s.full(t.Elem, item)))
				some = true
			}
			if some {
				g.Line()
			}
		})
	case infer.Opt:
		if v.Kind() == jsontext.KindNull {
			return p("Nil").Types(s.held(t.Elem, t.Pointer)).Call()
		}
		return p("Some").Types(s.held(t.Elem, t.Pointer)).Call(s.pointed(t.Elem, t.Pointer, v))
	case infer.Or:
		if isElem(t, v) {
			return p("Is").Types(s.held(t.Elem, t.Pointer)).Call(s.pointed(t.Elem, t.Pointer, v))
		}
		return p("Other").Types(s.held(t.Elem, t.Pointer)).Call(jen.Qual(s.test, "Value").Call(literal(v.Raw())))
	case infer.JSON:
		return s.jsonLiteral(t, v)
	}
	panic("emit: a type of no known kind")
}

// isElem reports whether a value is of the type that an Or is for, and not of
// another shape.
func isElem(t infer.Or, v jsontext.Value) bool {
	switch k := v.Kind(); t.Elem {
	case infer.Type(infer.Number):
		return k == jsontext.KindNumber || k == jsontext.KindString
	case infer.Type(infer.Flag):
		return flagName(v) != ""
	default:
		return k == kindOf(t.Elem)
	}
}

// pointed is full for what an Opt or an Or holds.
func (s *scheme) pointed(elem infer.Type, pointer bool, v jsontext.Value) *jen.Statement {
	lit := s.full(elem, v)
	if _, ok := elem.(*infer.Struct); ok && pointer {
		return jen.Op("&").Add(lit)
	}
	if pointer {
		return jen.New(lit)
	}
	return lit
}

// full is valueLiteral for a place that must have an expression.
func (s *scheme) full(t infer.Type, v jsontext.Value) *jen.Statement {
	if lit := s.valueLiteral(t, v); lit != nil {
		return lit
	}
	p := func(name string) *jen.Statement { return jen.Qual(s.payload, name) }
	switch t := t.(type) {
	case infer.Scalar:
		switch t {
		case infer.Bool:
			return jen.False()
		case infer.Int, infer.Float:
			return jen.Lit(0)
		case infer.String, infer.Timestamp:
			return jen.Lit("")
		case infer.Flag:
			return p(flag0)
		}
	case *infer.Enum:
		return jen.Lit("")
	case infer.Slice, infer.Map:
		return jen.Nil()
	}
	return s.goType(t).Values()
}

func (s *scheme) scalarLiteral(t infer.Scalar, v jsontext.Value) *jen.Statement {
	switch text, _ := v.Text(); t {
	case infer.String, infer.Timestamp:
		if text == "" {
			return nil
		}
		return quoted(text)
	case infer.Bool:
		if v.Raw() != "true" {
			return nil
		}
		return jen.True()
	case infer.Int:
		if v.Kind() == jsontext.KindNull || v.Raw() == "0" {
			return nil
		}
		return jen.Op(v.Raw())
	case infer.Float:
		return floatLiteral(v.Raw())
	case infer.Number:
		return s.numberLiteral(v)
	case infer.Flag:
		if name := flagName(v); name != "" && name != flag0 {
			return jen.Qual(s.payload, name)
		}
		return nil
	}
	return jen.Qual(s.test, "Value").Call(literal(v.Raw()))
}

// flag0 is the name of the zero Flag in package payload.
const flag0 = "Flag0"

// flagName returns the name that package payload has for a value as a Flag, "" for a
// value that is not one.
func flagName(v jsontext.Value) string {
	forms, prefix := []string{"0", "1", "false", "true"}, "Flag"
	raw := v.Raw()
	if text, ok := v.Text(); ok {
		raw, prefix = text, "FlagText"
	}
	if !slices.Contains(forms, raw) {
		return ""
	}
	return prefix + strings.ToUpper(raw[:1]) + raw[1:]
}

// longFloat is the length from which on a number is not written as it is: Go has
// limits for the digits and the exponents of constants.
const longFloat = 20

// floatLiteral returns the literal of a float64, nil for 0 and null.
func floatLiteral(raw string) *jen.Statement {
	switch f, _ := strconv.ParseFloat(raw, 64); {
	case f == 0:
		return nil
	case len(raw) > longFloat:
		return jen.Op(strconv.FormatFloat(f, 'g', -1, 64))
	}
	return jen.Op(raw)
}

func (s *scheme) numberLiteral(v jsontext.Value) *jen.Statement {
	if text, ok := v.Text(); ok {
		return jen.Qual(s.payload, "QuotedNum").Call(quoted(text))
	}
	if v.Kind() != jsontext.KindNumber {
		return nil
	}
	return jen.Qual(s.payload, "Num").Call(quoted(v.Raw()))
}

func (s *scheme) jsonLiteral(t infer.JSON, v jsontext.Value) *jen.Statement {
	text, ok := v.Text()
	if !ok || text == "" {
		return nil
	}
	inner, err := jsontext.ParseValue(strings.TrimSpace(text))
	if err != nil {
		return nil
	}
	call := jen.Qual(s.test, "JSON").Types(s.goType(t.Elem))
	return call.Call(literal(text), s.full(t.Elem, inner))
}

// digest returns eight hexadecimal digits that stand for a text.
func digest(text string) string {
	return strconv.FormatUint(uint64(fnv32(text))|1<<32, 16)[1:]
}

// fnv32 is the hash FNV-1a. It only keeps names apart.
func fnv32(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}
