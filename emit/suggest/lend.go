package suggest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// lends finds members without values whose name, elsewhere on the platform, always
// has values of one type.
func lends(v *view) []candidate {
	lenders := v.lenders()
	var all []candidate
	types := make(map[string]*candidate)
	for _, s := range v.spots {
		from := lenders[s.key]
		if s.elem || !lacks(s) || v.decided(s.path) || v.decided(s.path+"/*") || len(from) == 0 {
			continue
		}
		typ, ok := common(from)
		if !ok {
			continue
		}
		path := s.path
		isMap, isSlice := false, false
		switch t := typ.(type) {
		case infer.Slice:
			isSlice, path, typ = true, path+"/*", infer.InsideOpt(t.Elem)
		case infer.Map:
			isMap, path, typ = true, path+"/*", infer.InsideOpt(t.Elem)
		}
		if s.kinds != 0 && !isSlice && !isMap || s.kinds.Has(jsontext.KindObject) != isMap && s.kinds != 0 {
			continue
		}
		x := Suggestion{
			Kind: "lend", Path: s.path, For: []infer.Origin{from[0].first}, Against: s.evidence(jsontext.KindNull, jsontext.KindArray),
			Message: fmt.Sprintf("no example has a value; typed like %s, which has the same name", from[0].path),
		}
		why := "no value so far; typed like " + from[0].path
		switch t := typ.(type) {
		case *infer.Struct:
			if isMap {
				continue
			}
			v.lendStruct(types, x, t, from[0], path)
			continue
		case *infer.Enum:
			x.Change.Enums = []infer.EnumDecision{{Name: t.Name, At: pathRefs(path)}}
		case infer.Scalar:
			if word := wordFor(t); word != "" {
				x.Change.Fields = []infer.FieldDecision{v.decision(path, infer.FieldDecision{Type: word, Why: why})}
			}
			if isMap {
				x.Change.Fields = append(x.Change.Fields, v.decision(s.path, infer.FieldDecision{Type: "map", Why: "as in " + from[0].path}))
			}
		}
		if len(x.Change.Fields)+len(x.Change.Enums) > 0 {
			all = append(all, one(x))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(types)) {
		all = append(all, *types[name])
	}
	return all
}

// lenders returns the members with values by their names, those with the shortest path
// first.
func (v *view) lenders() map[string][]spot {
	lenders := make(map[string][]spot)
	for _, s := range v.spots {
		if !s.elem && s.kinds != 0 && !lacks(s) {
			lenders[s.key] = append(lenders[s.key], s)
		}
	}
	for _, from := range lenders {
		slices.SortStableFunc(from, func(a, b spot) int { return cmp.Compare(len(a.path), len(b.path)) })
	}
	return lenders
}

// lendStruct adds a path to the suggestion for a struct: all paths with the struct's
// type are one suggestion.
func (v *view) lendStruct(types map[string]*candidate, x Suggestion, t *infer.Struct, from spot, path string) {
	x.Weak = anything.in(memberOf(x.Path))
	name := v.names.Struct(t)
	if short := v.tailName(t.Path); t.Name == "" && !vague.is(strings.ToLower(short)) && !v.isTypeName(short) {
		name = short
	}
	d := infer.TypeDecision{Name: name, At: pathRefs(path)}
	if t.Name == "" {
		d.At = pathRefs(t.Path, path)
		d.Why = "also the type of members of the same name without values"
	}
	if old := types[name]; old != nil {
		at := &old.options[0].Types[0].At
		*at = append(*at, pathRefs(path)...)
		old.Message = "no example has a value at these paths; typed like " + from.path + ", which has the same name"
		old.Against = append(old.Against, x.Against...)
		return
	}
	c := one(x)
	c.options[0].Types = []infer.TypeDecision{d}
	types[name] = &c
}

// isTypeName reports whether a type has the name.
func (v *view) isTypeName(name string) bool { return v.isTaken(name, nil) }

// lacks reports whether a member only had null, [] or {} in the examples.
func lacks(s spot) bool {
	if s.field != nil && s.field.Rule == infer.RuleDocumented {
		return false // a table says the type
	}
	switch t := s.typ.(type) {
	case infer.Scalar:
		return s.kinds == 0 && t == infer.Value
	case infer.Slice:
		return infer.InsideOpt(t.Elem) == infer.Type(infer.Value) && t.Most == 0
	case infer.Map:
		return infer.InsideOpt(t.Elem) == infer.Type(infer.Value) && t.Most == 0
	}
	return s.kinds == 0
}

// common returns the type that all members have. Integers become numbers where one of
// them is a number.
func common(all []spot) (infer.Type, bool) {
	t := all[0].typ
	for _, s := range all[1:] {
		if number := infer.Type(infer.Number); s.typ == number && t == infer.Type(infer.Int) {
			t = number
		} else if t == number && s.typ == infer.Type(infer.Int) {
			continue
		} else if typeID(t) != typeID(s.typ) {
			return nil, false
		}
	}
	return t, true
}

// typeID identifies a type, regardless of the presence of elements.
func typeID(t infer.Type) string {
	switch t := t.(type) {
	case infer.Slice:
		return "[]" + infer.InsideOpt(t.Elem).String()
	case infer.Map:
		return "map of " + infer.InsideOpt(t.Elem).String()
	}
	return t.String()
}

// wordFor returns the word of a decision for a scalar, or "".
func wordFor(t infer.Scalar) string {
	switch t {
	case infer.Bool:
		return "bool"
	case infer.Int:
		return "integer"
	case infer.Float:
		return "float"
	case infer.String:
		return "string"
	case infer.Number:
		return "number"
	case infer.Timestamp:
		return "timestamp"
	case infer.Unix:
		return "unix"
	case infer.UnixMilli:
		return "unixmilli"
	case infer.UnixMicro:
		return "unixmicro"
	case infer.Flag:
		return "flag"
	}
	return ""
}
