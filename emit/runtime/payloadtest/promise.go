package payloadtest

import (
	"fmt"
	"math"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// promise is how many mismatches a value causes.
type promise struct{ least, most int }

var (
	none     = promise{0, 0}
	one      = promise{1, 1}
	oneOrNot = promise{0, 1}
	anything = promise{0, math.MaxInt}
)

// promised returns how many mismatches v causes in a variable of type t, nil
// for an unknown type. Null is one in a required member only, which is one when it
// is absent as well. A value of the kind that the type is for causes those of its
// members or elements, any other causes one. Of an Or, which knows by its examples
// what other kinds may come, the type does not say which those are.
func promised(t reflect.Type, v *value) promise {
	switch {
	case t == nil:
		return anything
	case v.kind == payload.KindNull:
		return none
	}
	switch generic(t) {
	case "Opt":
		return promised(inner(t), v)
	case "ObjectOrList":
		return promised(typeFor(t, v), v)
	case "Or":
		if v.kind == kindFor(typeFor(t, v)) {
			return promised(inner(t), v)
		}
		return oneOrNot
	case "JSON":
		if of := typeFor(t, v); of != t {
			return promised(of, v)
		}
		return promisedText(inner(t), v)
	}
	switch kind := kindFor(t); {
	case kind != payload.KindObject && kind != payload.KindArray:
		if judge(t, v) == fits {
			return none
		}
		return one
	case v.kind != kind:
		return one
	}
	var sum promise
	for _, m := range v.list {
		sum = sum.and(promisedMember(t, v, m), m.shadowed)
	}
	if t.Kind() != reflect.Struct {
		return sum
	}
	all := fieldsOf(t)
	for _, f := range all.named {
		if f.required && !v.has(f.name) {
			sum = sum.and(one, false)
		}
	}
	return sum.and(promise{0, all.secret}, false)
}

// promisedMember returns how many mismatches a member or element of v causes, which t is
// the type of.
func promisedMember(t reflect.Type, v *value, m member) promise {
	if m.value.kind == payload.KindNull && required(t, m.name) && v.kind == payload.KindObject {
		return one
	}
	return promised(child(t, v, m.name), m.value)
}

// has reports whether an object has a member of that name.
func (v *value) has(name string) bool {
	for _, m := range v.list {
		if m.name == name {
			return true
		}
	}
	return false
}

// promisedText returns how many mismatches v causes where a string is to hold
// JSON of type t: one if it is not a string, or one that holds something else,
// and otherwise those of what it holds. The empty string holds nothing.
func promisedText(t reflect.Type, v *value) promise {
	switch {
	case v.kind != payload.KindString:
		return one
	case v.text == "":
		return none
	case holdsJSON(t, v.text):
		return promised(t, made(v.text))
	case generic(t) == "Or":
		return oneOrNot
	}
	return one
}

// holdsJSON reports whether a text is JSON of the kind that the type is for, or
// of any kind where it is for all.
func holdsJSON(t reflect.Type, text string) bool {
	v, err := parse(text)
	return err == nil && (t == valueType || v.kind == kindFor(t))
}

// and adds the promise of one more member. One that is shadowed by a later
// member of its name may be listed or not.
func (p promise) and(q promise, shadowed bool) promise {
	if shadowed {
		q.least = 0
	}
	if q.most > math.MaxInt-p.most {
		q.most = math.MaxInt - p.most
	}
	return promise{p.least + q.least, p.most + q.most}
}

// promisedCount says how the mismatches found are not as promised, "" where
// they are.
func promisedCount(p promise, found []payload.Mismatch) string {
	n := len(found)
	if n < min(p.least, payload.MaxMismatches) || n > p.most {
		return fmt.Sprintf("got %d mismatches, want %s: %s", n, p, brief(fmt.Sprint(found)))
	}
	return ""
}

func (p promise) String() string {
	switch {
	case p.least == p.most:
		return fmt.Sprint(p.least)
	case p.most == math.MaxInt:
		return fmt.Sprintf("%d or more", p.least)
	}
	return fmt.Sprintf("%d to %d", p.least, p.most)
}
