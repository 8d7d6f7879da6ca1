package payloadtest

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// edit is one edit of the JSON of an example: other members in the place of one member
// or element, or beside it.
type edit struct {
	what   string            // in words
	path   []int             // indexes that lead to the place: see value.splice
	tokens []string          // its path, as reference tokens
	other  string            // another name that is touched, or ""
	drop   int               // how many members go
	with   []member          // the replacement
	in     reflect.Type      // of the container
	holder *value            // the container before the edit
	names  map[string]*value // the members of holder by name
}

// becomes returns what the member or element at the path is after the edit,
// nil where there is none.
func (e *edit) becomes() *value {
	for _, m := range slices.Backward(e.with) {
		if m.name == e.name() || e.holder.kind != payload.KindObject {
			return m.value
		}
	}
	return nil
}

// name returns the last token of the path.
func (e *edit) name() string { return e.tokens[len(e.tokens)-1] }

// touches reports whether a value at path may have changed.
func (e *edit) touches(path string) bool {
	if within(path, pointer(e.tokens)) {
		return true
	}
	return e.other != "" && within(path, pointer(e.tokens[:len(e.tokens)-1])+"/"+jsonpointer.Escape(e.other))
}

// promised returns how many mismatches the edit causes in an example without.
func (e *edit) promised() promise {
	var sum promise
	in := typeFor(e.in, e.holder)
	if in == nil {
		return anything // a field without a json tag leads to it
	}
	for _, m := range e.with {
		if e.holder.kind != payload.KindObject {
			m.name = e.name()
		}
		sum = sum.and(promisedMember(in, e.holder, m), m.shadowed)
	}
	if e.holder.kind == payload.KindObject && e.becomes() == nil && required(in, e.name()) {
		sum = sum.and(one, false)
	}
	if in.Kind() == reflect.Struct && fieldsOf(in).secret > 0 {
		sum = sum.and(oneOrNot, false)
	}
	return sum
}

// wanted returns the kind that a mismatch at the place is to name, KindAbsent
// where the Go type alone does not say.
func (e *edit) wanted() payload.Kind {
	t := child(e.in, e.holder, e.name())
	if t != nil && generic(t) == "Opt" {
		t = inner(t)
	}
	switch {
	case t == nil || generic(t) == "Or" || generic(t) == "JSON":
		return payload.KindAbsent
	case t == flagType:
		return payload.KindBoolean
	case t.Kind() == reflect.Int64:
		return payload.KindInteger
	}
	return kindFor(t)
}

// replacements are put in the place of every value, but for one that is the
// same: a value of each kind, and strings that are numbers or nothing.
var replacements = all(
	`null`, `true`, `12`, `12.5`, `"12"`, `"text"`, `""`, `[]`, `[null,12.5,"text",{}]`, `{}`, `{"a":12.5,"b":[{}]}`,
)

// numbers are put in the place of every number besides: one that is an integer
// in another form, one beyond 64 bits, and a fraction in quotes.
var numbers = all(`5.0`, `9223372036854775808`, `"12.5"`)

// texts are put into every string that holds JSON.
var texts = []string{`null`, `12.5`, `[]`, `{}`, `{`, `[12.5,{}]`, ` {"a" : 12.5} `}

// twice are the other one of two members of a name.
var twice = all(`null`, `[{}]`, `{"a":12.5}`)

// all returns the values of JSON texts.
func all(texts ...string) []*value {
	var values []*value
	for _, text := range texts {
		values = append(values, made(text))
	}
	return values
}

// edits returns the edits of the place whose member or element is m.
func edits(at edit, m member) []edit {
	var list []edit
	add := func(what string, with ...member) {
		e := at
		e.what, e.with = what, with
		list = append(list, e)
	}
	replace := func(what string, v *value) { add(what, member{name: m.name, key: m.key, value: v}) }
	for _, v := range replacements {
		if v.source != m.value.source {
			replace(v.source, v)
		}
	}
	if m.value.kind == payload.KindNumber {
		for _, v := range numbers {
			replace(v.source, v)
		}
	}
	if t := child(at.in, at.holder, m.name); isJSON(t) {
		switch kind := m.value.kind; {
		case kind == payload.KindString:
			for _, text := range texts {
				replace("the text "+text, quoted(text))
			}
			if inner(bare(t)) == valueType || holdsJSON(inner(bare(t)), m.value.text) {
				if v, err := parse(m.value.text); err == nil {
					replace("plain", v)
				}
			}
		case kind != payload.KindNull:
			replace("in a string", quoted(string(m.value.append(nil))))
		}
	}
	add("absent")
	if at.holder.kind != payload.KindObject {
		return list
	}
	for _, v := range twice {
		first, last := m, member{name: m.name, key: m.key, value: v}
		first.shadowed = true
		add("and then "+v.source, first, last)
		last.shadowed = true
		add("after "+v.source, last, m)
	}
	at.other = rename(at, m.name)
	add("renamed", member{name: at.other, key: quote(at.other), value: m.value})
	return list
}

// rename returns a name that no other member of the place has: the same but
// for the case of its letters, or one that is hard to write.
func rename(at edit, name string) string {
	other := flipped(name)
	if t := typeFor(at.in, at.holder); t != nil && t.Kind() == reflect.Struct && fieldsOf(t).find(other) != nil {
		return name + unknownName
	}
	if at.names[other] != nil {
		return name + unknownName
	}
	return other
}

// flipped returns name with its letters in the other case.
func flipped(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, name)
}

// unknownName is a name that needs escapes in JSON and in a JSON Pointer.
const unknownName = "~/ \"\\ü\n"
