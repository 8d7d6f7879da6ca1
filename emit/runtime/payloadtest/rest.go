package payloadtest

import (
	"reflect"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
)

// rest compares the variables of an edited example with those of the example,
// on the way to the place that was edited. tokens lead from them to the place.
// All others must be as they were, and the one for the place must hold what it
// became. rest returns what is wrong, or "".
func (e *edit) rest(got, want reflect.Value, tokens []string) string {
	if len(tokens) == 0 {
		return holds(got, e.becomes())
	}
	t := got.Type()
	switch generic(t) {
	case "Opt", "Or", "JSON":
		g, gotOne := get(got)
		w, wantOne := get(want)
		if !wantOne {
			return "" // kept raw, as before
		}
		if !gotOne {
			return e.upTo(tokens) + " lost its typed value"
		}
		return e.rest(g, w, tokens)
	case "Map":
		return e.restOfMap(got, want, tokens)
	case "ObjectOrList":
		g, gotOne := arrived(got)
		w, wantOne := arrived(want)
		switch {
		case !wantOne:
			return ""
		case !gotOne || g.Type() != w.Type():
			return e.upTo(tokens) + " lost its typed value"
		}
		return e.rest(g, w, tokens)
	}
	switch {
	case t == valueType:
		return ""
	case t.Kind() == reflect.Struct:
		return e.restOfStruct(got, want, tokens)
	case t.Kind() == reflect.Slice:
		return e.restOfList(got, want, tokens)
	}
	return ""
}

func (e *edit) restOfStruct(got, want reflect.Value, tokens []string) string {
	all := fieldsOf(got.Type())
	for _, f := range all.named {
		g, w := got.FieldByIndex(f.index), want.FieldByIndex(f.index)
		if f.name != tokens[0] {
			if !same(g, w) {
				return e.beside(tokens, f.name) + " changed as well"
			}
		} else if problem := e.rest(g, w, tokens[1:]); problem != "" {
			return problem
		}
	}
	for _, index := range all.unnamed {
		known := all.find(tokens[0]) != nil || tokens[0] == unknownName
		if known && !same(got.FieldByIndex(index), want.FieldByIndex(index)) {
			return "a field without a json tag in " + e.upTo(tokens) + " changed as well"
		}
	}
	for _, index := range all.extra {
		g := without(got.FieldByIndex(index), tokens[0], e.other)
		w := without(want.FieldByIndex(index), tokens[0], e.other)
		if !reflect.DeepEqual(g, w) {
			return "the Extra of " + e.upTo(tokens) + " tells of other members too"
		}
	}
	return ""
}

// without returns the members of x that have neither of the names.
func without(x reflect.Value, a, b string) payload.Members {
	var kept payload.Members
	for _, m := range x.Interface().(payload.Members) {
		if name := state.Name(&m); name != a && (name != b || b == "") {
			kept = append(kept, m)
		}
	}
	return kept
}

func (e *edit) restOfMap(got, want reflect.Value, tokens []string) string {
	all, before := entries(got), entries(want)
	if got.Len() > len(all) {
		return e.upTo(tokens) + " has a key twice"
	}
	for key, w := range before {
		if key == tokens[0] {
			continue
		}
		if g, ok := all[key]; !ok || !same(g, w) {
			return e.beside(tokens, key) + " changed as well"
		}
	}
	g, ok := all[tokens[0]]
	w := before[tokens[0]]
	switch last := len(tokens) == 1; {
	case last && ok != (e.becomes() != nil):
		return "the key is there without its member, or not there with it"
	case last && ok:
		return holds(g, e.becomes())
	case last:
		return ""
	case !ok:
		return e.beside(tokens, tokens[0]) + " is gone"
	}
	return e.rest(g, w, tokens[1:])
}

func (e *edit) restOfList(got, want reflect.Value, tokens []string) string {
	at, err := strconv.Atoi(tokens[0])
	if err != nil || at >= want.Len() {
		return "" // an object where the list should be, kept raw
	}
	gone := 0
	if len(tokens) == 1 && e.becomes() == nil {
		gone = 1
	}
	if got.Len() != want.Len()-gone {
		return e.upTo(tokens) + " has another number of elements"
	}
	for i := range want.Len() {
		switch k := i; {
		case i == at && gone == 0:
			if problem := e.rest(got.Index(i), want.Index(i), tokens[1:]); problem != "" {
				return problem
			}
		case i != at:
			if i > at {
				k -= gone
			}
			if !same(got.Index(k), want.Index(i)) {
				return e.beside(tokens, strconv.Itoa(i)) + " changed as well"
			}
		}
	}
	return ""
}

// upTo returns the path of the variable from which tokens lead to the place.
func (e *edit) upTo(tokens []string) string {
	return show(pointer(e.tokens[:len(e.tokens)-len(tokens)]))
}

// beside returns the path of another member or element of that variable.
func (e *edit) beside(tokens []string, name string) string {
	return show(pointer(with(e.tokens[:len(e.tokens)-len(tokens)], name)))
}
