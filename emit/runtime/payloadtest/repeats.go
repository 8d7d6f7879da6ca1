package payloadtest

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// repeatsTried is how many of the objects and arrays that are like others, of many examples,
// there are for one that is edited nevertheless. In it, one edit of each place is tried.
const repeatsTried = 16

// likeness is what objects or arrays have in common that are edited once in many examples:
// their Go type, and their members with their kinds, or the kinds of their elements.
type likeness struct {
	typ   reflect.Type
	parts string
}

// firsts returns the objects and arrays of each case, by their pointers, that no case before
// it has one like: those that are tried with every edit.
func firsts(decode Decode, cases []Case) []map[string]bool {
	all := make([]map[string]bool, len(cases))
	seen := make(map[likeness]bool)
	for i, c := range cases {
		all[i] = make(map[string]bool)
		text, err := c.read()
		if err != nil {
			continue // the test of the case says so
		}
		root, err := parse(string(text))
		if err != nil {
			continue
		}
		if event, err := decode(c.Topic, text); err == nil {
			findFirsts(root, variable(event).Type(), "", seen, all[i])
		}
	}
	return all
}

// findFirsts adds v, a value of type t, and the objects and arrays in it that are like none of
// those seen.
func findFirsts(v *value, t reflect.Type, at string, seen map[likeness]bool, found map[string]bool) {
	if v.kind != payload.KindObject && v.kind != payload.KindArray {
		return
	}
	if is := (likeness{t, v.partKinds()}); !seen[is] {
		seen[is], found[at] = true, true
	}
	for i, m := range v.list {
		name := m.name
		if v.kind == payload.KindArray {
			name = strconv.Itoa(i)
		}
		findFirsts(m.value, child(t, v, m.name), at+pointer([]string{name}), seen, found)
	}
}

// partKinds returns the members of an object with their kinds, or the kinds of the elements of
// an array, each once.
func (v *value) partKinds() string {
	var b strings.Builder
	b.WriteString(v.kind.String())
	once := make(map[payload.Kind]bool)
	for _, m := range v.list {
		if v.kind == payload.KindArray && once[m.value.kind] {
			continue
		}
		once[m.value.kind] = true
		b.WriteString("\n" + strconv.Quote(m.name) + m.value.kind.String())
	}
	return b.String()
}

// repeats reports whether a part of the example is like one of another, and not one of the few
// that are edited nevertheless.
func (x *example) repeats(p excerpt) (is, skipped bool) {
	if x.firsts == nil || x.firsts[pointer(p.place)] {
		return false, false
	}
	x.repeated++
	return true, x.pick.IntN(repeatsTried) > 0
}
