package infer

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// randomJSON writes a random value with many of the values that decide types: null, "",
// 0, 1, 1.0, dates, JSON in strings, empty and nested arrays and objects, and keys that
// are hard to name.
func randomJSON(r *rand.Rand, depth int) string {
	scalars := []string{
		"null", "null", `""`, "0", "1", "1.0", "-0", "1e2", "12.5", "1e999", "9223372036854775808", "true", "false", `"true"`, `"x"`, `"1"`,
		`"2024-01-02"`, `"2024-01-02T03:04:05Z"`, `"not a date"`, `"{\"a\":1}"`, `"[1,null]"`, `"{"`, "-5", `"12.34"`,
	}
	if depth <= 0 || r.IntN(3) > 0 {
		return scalars[r.IntN(len(scalars))]
	}
	var parts []string
	n := r.IntN(4)
	if r.IntN(2) == 0 {
		for range n {
			parts = append(parts, randomJSON(r, depth-1))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	keys := []string{"a", "b", "created_at", "", "*", "a/b", "~", "1", "2", "2024-01-01", "id_123", "日本"}
	r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	for _, k := range keys[:n] {
		parts = append(parts, strconv.Quote(k)+":"+randomJSON(r, depth-1))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// randomExamples returns n examples of two events with objects as bodies.
func randomExamples(r *rand.Rand, n int) []Example {
	var all []Example
	for i := range n {
		event := []string{"A", "B"}[r.IntN(2)]
		text := fmt.Sprintf(`{"x":%s,"y":%s}`, randomJSON(r, 3), randomJSON(r, 3))
		all = append(all, Example{ID: fmt.Sprintf("%s#%d", event, i), Order: i, Event: event, Text: text})
	}
	return all
}

// accepts reports whether a value fits a type without a mismatch. Absence and null
// always do. For a Value, and for a member that no example has, unknown is the answer.
func accepts(t Type, v jsontext.Value, unknown bool) bool {
	k := v.Kind()
	if k == jsontext.KindNull || k == jsontext.KindAbsent {
		return true
	}
	switch t := t.(type) {
	case Scalar:
		return acceptsScalar(t, v, unknown)
	case *Enum:
		return k == jsontext.KindString
	case *Struct:
		known := 0
		for _, f := range t.Fields {
			m, ok := v.Get(f.Key)
			if ok {
				known++
			}
			if ok && !accepts(f.Type, m, unknown) {
				return false
			}
		}
		return k == jsontext.KindObject && (unknown || known == count(v))
	case Slice:
		for e := range v.Items() {
			if !accepts(t.Elem, e, unknown) {
				return false
			}
		}
		return k == jsontext.KindArray
	case Map:
		for _, e := range v.Members() {
			if !accepts(t.Elem, e, unknown) {
				return false
			}
		}
		return k == jsontext.KindObject
	case ObjectOrList:
		return accepts(t.Object, v, unknown) || accepts(t.List, v, unknown)
	case Opt:
		return accepts(t.Elem, v, unknown)
	case Or:
		// Of an array or object that is kept raw, nothing is known but that it is empty.
		return t.Also.Has(k) && (unknown || k < jsontext.KindArray || count(v) == 0) || accepts(t.Elem, v, unknown)
	case JSON:
		text, ok := v.Text()
		if !ok && k >= jsontext.KindArray {
			return accepts(t.Elem, v, unknown)
		}
		inner, err := jsontext.ParseValue(text)
		return ok && (text == "" || err == nil && accepts(t.Elem, inner, unknown))
	}
	return false
}

func acceptsScalar(t Scalar, v jsontext.Value, unknown bool) bool {
	k := v.Kind()
	switch t {
	case Bool:
		return k == jsontext.KindBoolean
	case Int:
		_, ok := jsontext.Integer(v.Raw())
		return k == jsontext.KindNumber && ok
	case Float:
		return k == jsontext.KindNumber
	case Number:
		return k == jsontext.KindNumber || k == jsontext.KindString
	case String, Timestamp, Base64:
		return k == jsontext.KindString
	}
	return unknown
}

// count returns the number of members or elements of a value.
func count(v jsontext.Value) int {
	n := 0
	for range v.Items() {
		n++
	}
	for range v.Members() {
		n++
	}
	return n
}
