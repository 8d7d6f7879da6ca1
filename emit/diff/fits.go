package diff

import (
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// A class is a set of scalar JSON values that every type either accepts or rejects as
// a whole. Null is in none of them: every type accepts it.
type class uint

const (
	boolean  class = 1 << iota
	bit            // 0 and 1
	integer        // another integer of 64 bits, in any form
	finite         // another number that float64 has room for
	huge           // another number
	empty          // ""
	bitText        // "0", "1", "false" and "true"
	jsonText       // text that is a JSON array or object
	text           // any other

	number  = bit | integer | finite | huge
	anyText = empty | bitText | jsonText | text
)

// domain is what a type accepts without a mismatch.
type domain struct {
	classes class
	elem    infer.Type // of arrays, nil for none
	object  infer.Type // a *infer.Struct or an infer.Map, nil for none
	inside  infer.Type // of jsonText, nil for any or none
}

// everything is the type of a Value that the spec promises: any JSON, with any JSON in
// it. An infer.Value says that nothing is known.
type everything struct{ infer.Scalar }

func (everything) String() string { return "everything" }

// anything is the domain of a Value, or of everything.
func anything(t infer.Type) domain {
	return domain{classes: boolean | number | anyText, elem: t, object: infer.Map{Elem: t}}
}

// domainOf returns what a type accepts. A test holds it against [infer.DomainOf], which
// does not look into elements, members and strings.
func domainOf(t infer.Type) domain {
	switch t := t.(type) {
	case everything:
		return anything(t)
	case infer.Scalar:
		switch t {
		case infer.Bool:
			return domain{classes: boolean}
		case infer.Int:
			return domain{classes: bit | integer}
		case infer.Float:
			return domain{classes: bit | integer | finite}
		case infer.Number, infer.Unix, infer.UnixMilli, infer.UnixMicro:
			return domain{classes: number | anyText}
		case infer.Flag:
			return domain{classes: boolean | bit | bitText}
		case infer.Value:
			return anything(t)
		}
		return domain{classes: anyText}
	case *infer.Enum:
		return domainOf(t.Base)
	case *infer.Struct, infer.Map:
		return domain{object: t}
	case infer.Slice:
		return domain{elem: t.Elem}
	case infer.ObjectOrList:
		return domain{object: t.Object, elem: t.List.Elem}
	case infer.Opt:
		return domainOf(t.Elem)
	case infer.JSON:
		d := domainOf(t.Elem) // of the plain values, none of which is a string
		d.classes = d.classes&^anyText | empty | jsonText
		d.inside = t.Elem
		return d
	case infer.Or:
		return domainOf(t.Elem).with(t.Also)
	}
	panic("diff: unknown type")
}

// with adds all values of some kinds.
func (d domain) with(also jsontext.Kinds) domain {
	if also.Has(jsontext.KindBoolean) {
		d.classes |= boolean
	}
	if also.Has(jsontext.KindNumber) {
		d.classes |= number
	}
	if also.Has(jsontext.KindString) {
		d.classes |= anyText
		d.inside = nil
	}
	if also.Has(jsontext.KindArray) {
		d.elem = infer.Value
	}
	if also.Has(jsontext.KindObject) {
		d.object = infer.Map{Elem: infer.Value}
	}
	return d
}

// relation compares what two types accept. With samePath, structs below are taken for
// equal: their differences are other changes.
//
// A Value means that nothing is known. It promises nothing, so replacing it, or putting
// it in place of a type, is compatible: see promised.
func relation(old, new infer.Type, samePath bool) (Kind, Effect) {
	forth := (&fitter{}).fits(old, new, samePath)
	back := (&fitter{}).fits(new, old, samePath)
	switch {
	case forth && back:
		return Retyped, Compatible
	case forth:
		return Widened, Widening
	case back:
		return Narrowed, Breaking
	}
	return Retyped, Breaking
}

// fitter tests whether one type accepts whatever another one accepts. It remembers the
// pairs being compared, because a type can contain itself.
type fitter struct{ at map[[2]string]bool }

func (f *fitter) fits(old, new infer.Type, same bool) bool {
	if infer.InsideOpt(old) == infer.Type(infer.Value) || isAny(new) {
		return true
	}
	a, b := domainOf(old), domainOf(new)
	if a.classes&^b.classes != 0 {
		return false
	}
	if a.elem != nil && (b.elem == nil || !f.fits(a.elem, b.elem, same)) {
		return false
	}
	if a.classes&jsonText != 0 && b.inside != nil && (a.inside == nil || !f.fits(a.inside, b.inside, same)) {
		return false
	}
	return a.object == nil || b.object != nil && f.objects(a.object, b.object, same)
}

// isAny reports whether a type accepts any JSON.
func isAny(t infer.Type) bool {
	_, all := t.(everything)
	return all || infer.InsideOpt(t) == infer.Type(infer.Value)
}

// objects is fits for a struct or a map each. It compares the members that both have a
// type for, and those that only the new one requires: a struct accepts any other member.
func (f *fitter) objects(old, new infer.Type, same bool) bool {
	pair := [2]string{old.String(), new.String()}
	if f.at[pair] {
		return true
	}
	if f.at == nil {
		f.at = make(map[[2]string]bool)
	}
	f.at[pair] = true
	if b, ok := new.(*infer.Struct); ok && !(same && isStruct(old)) && requiresMore(old, b) {
		return false
	}
	switch a := old.(type) {
	case infer.Map:
		switch b := new.(type) {
		case infer.Map:
			return f.fits(a.Elem, b.Elem, same)
		case *infer.Struct:
			for _, field := range b.Fields {
				if !f.fits(a.Elem, field.Type, false) {
					return false
				}
			}
		}
	case *infer.Struct:
		b, both := new.(*infer.Struct)
		if both && same {
			return true
		}
		for _, field := range a.Fields {
			var other infer.Type
			if both {
				other = typeOf(b, field.Key)
			} else {
				other = new.(infer.Map).Elem
			}
			if other != nil && !f.fits(field.Type, other, false) {
				return false
			}
		}
	}
	return true
}

// requiresMore reports whether a struct requires a member that an old type does not.
func requiresMore(old infer.Type, b *infer.Struct) bool {
	a, _ := old.(*infer.Struct)
	for _, f := range b.Fields {
		if f.Required && (a == nil || !requires(a, f.Key)) {
			return true
		}
	}
	return false
}

func requires(s *infer.Struct, key string) bool {
	for _, f := range s.Fields {
		if f.Key == key {
			return f.Required
		}
	}
	return false
}

// promised returns t, or everything for a Value: one that the spec decides, or that has
// values of several kinds, is a promise to accept everything.
func promised(t infer.Type) infer.Type {
	if isAny(t) {
		return everything{infer.Value}
	}
	return t
}

// typeOf returns the type of a member of a struct, or nil if it has no such field.
func typeOf(s *infer.Struct, key string) infer.Type {
	for _, f := range s.Fields {
		if f.Key == key {
			return f.Type
		}
	}
	return nil
}
