package suggest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// lends finds members without values whose name, elsewhere on the platform, always
// has values of one type. A list borrows from lists only.
func lends(v *view) []candidate {
	lenders := v.lenders()
	var all []candidate
	types := make(map[string]*candidate)
	for _, s := range v.spots {
		if s.elem || !lacks(s) || v.decided(s.path) || v.decided(s.path+"/*") || v.isOther(s) {
			continue
		}
		from := slices.DeleteFunc(slices.Clone(lenders[s.key]), func(l spot) bool { return !lendsTo(l, s) })
		if len(from) == 0 {
			continue
		}
		typ, ok := common(from)
		if !ok {
			continue
		}
		strength := v.lending(s, from, typ)
		if strength == noLoan {
			continue
		}
		x := Suggestion{
			Kind: "lend", Weak: strength == weakLoan, Path: s.path,
			For: []infer.Origin{v.firstValue(from[0])}, Against: s.evidence(jsontext.KindNull, jsontext.KindArray, jsontext.KindObject),
			Message: fmt.Sprintf("no example has a value; typed like %s, which has the same name", from[0].path),
		}
		if x.Change = v.loan(s, from[0], typ); len(x.Change.Fields)+len(x.Change.Enums) > 0 {
			all = append(all, one(x))
			continue
		}
		path := s.path
		if t, ok := typ.(infer.Slice); ok {
			path, typ = path+"/*", infer.InsideOpt(t.Elem)
		}
		if t, ok := typ.(*infer.Struct); ok {
			v.lendStruct(types, x, t, from[0], path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(types)) {
		all = append(all, *types[name])
	}
	return all
}

// loan returns the decisions that give a member a scalar, an enum, or a list or map of
// these.
func (v *view) loan(s, from spot, typ infer.Type) Change {
	var c Change
	path := s.path
	isMap := false
	switch t := typ.(type) {
	case infer.Slice:
		path, typ = path+"/*", infer.InsideOpt(t.Elem)
	case infer.Map:
		isMap, path, typ = true, path+"/*", infer.InsideOpt(t.Elem)
	}
	switch t := typ.(type) {
	case *infer.Enum:
		c.Enums = []infer.EnumDecision{{Name: t.Name, At: pathRefs(path)}}
	case infer.Scalar:
		if word := wordFor(t); word != "" {
			c.Fields = []infer.FieldDecision{v.decision(path, infer.FieldDecision{Type: word, Why: "no value so far; typed like " + from.path})}
		}
		if isMap {
			c.Fields = append(c.Fields, v.decision(s.path, infer.FieldDecision{Type: "map", Why: "as in " + from.path}))
		}
	}
	return c
}

// How well a type is lent.
const (
	noLoan = iota
	weakLoan
	strongLoan
)

// lending returns how well some members lend their type to one without values. It is
// strong where 98 of 100 such types are right, as measured on the payloads of 24
// platforms: where the owner of one of the lenders is of the same kind, and where several
// lend under a telling name, or the name says enough. Of the others, 9 of 10 scalars are right, and 7 of 10
// objects; of objects that one place alone has, only half are.
func (v *view) lending(s spot, from []spot, typ infer.Type) int {
	alike := slices.ContainsFunc(from[:min(len(from), mostCompared)], func(l spot) bool { return v.ownersAlike(l.owner, s.owner) })
	t := infer.StructIn(typ)
	alone := t != nil && t.Name == "" && v.subject(t.Path) != names.GoName(s.key)
	general := isGeneral(s.key)
	switch {
	case t != nil && saysNothing(s.key) && v.kindName(t, ownType) != "":
		return noLoan // an object of any kind
	case alike && !(alone && general), t != nil && !alone && t.Name == "":
		return strongLoan
	case freeKeys.is(joined(s.key)), typ == infer.Type(infer.Timestamp) && timeEnd.ends(s.key):
		return strongLoan
	case len(from) >= lendersOf(typ) && (!general || s.kinds != 0) && !alone:
		return strongLoan
	case alone && !alike || t != nil && general:
		return noLoan
	}
	return weakLoan
}

// lendersOf returns how many members there are at least that lend a type strongly, whatever
// their owners are.
func lendersOf(typ infer.Type) int {
	if _, scalar := typ.(infer.Scalar); scalar {
		return scalarLenders
	}
	return smallFrom
}

// ownersAlike reports whether two members have owners of one kind: these share half of
// their members, besides the one in question. Bodies of events are of one kind if the
// events' names are alike too, because all bodies have members in common.
func (v *view) ownersAlike(a, b *infer.Struct) bool {
	var events []string
	for _, s := range []*infer.Struct{a, b} {
		if event, ok := infer.EventOf(s.Path); ok && v.isEvent(event) {
			events = append(events, event)
		}
	}
	if len(events) == 1 || len(events) == 2 && whole(events) == "" {
		return false
	}
	k, l := v.keysIn(a), v.keysIn(b)
	c := k.common(l) - 1
	return c >= smallFrom && 2*c >= min(len(k), len(l))-1
}

// isOther reports whether a member of an object says something else than members of its
// name elsewhere: the object is a set of changes or links, or is called like the member.
func (v *view) isOther(s spot) bool {
	name := s.owner.Name
	if name == "" {
		if !strings.Contains(s.owner.Path, "/") {
			return false
		}
		name = memberOf(s.owner.Path)
	}
	return changeSet.is(joined(name)) || changeSet.ends(name) || joined(name) == joined(s.key)
}

// isGeneral reports whether a key is one that members of any meaning have.
func isGeneral(key string) bool {
	return anything.in(key) || !slices.ContainsFunc(ident.Lower(key), func(w string) bool {
		return !isOneOf(w, record, vague, anything, freeText, particle)
	})
}

// keysIn returns the keys of a struct.
func (v *view) keysIn(s *infer.Struct) keySet {
	if h := v.homeOf[s]; h != nil {
		return h.keys
	}
	return keysOf([]*infer.Struct{s})[0]
}

// lendStruct adds a path to the suggestion for a struct: all paths with the struct's
// type are one suggestion.
func (v *view) lendStruct(types map[string]*candidate, x Suggestion, t *infer.Struct, from spot, path string) {
	name := v.names.Struct(t)
	if short := v.tailName(t.Path); t.Name == "" && !vague.is(strings.ToLower(short)) && !v.isTypeName(short) {
		name = short
	}
	d := infer.TypeDecision{Name: name, At: pathRefs(path)}
	if t.Name == "" {
		d.At = pathRefs(t.Path, path)
		d.Why = "also the type of members of the same name without values"
	}
	id := fmt.Sprint(name, x.Weak)
	if old := types[id]; old != nil {
		at := &old.options[0].Types[0].At
		*at = append(*at, pathRefs(path)...)
		old.Message = "no example has a value at these paths; typed like " + from.path + ", which has the same name"
		old.Against = append(old.Against, x.Against...)
		return
	}
	c := one(x)
	c.options[0].Types = []infer.TypeDecision{d}
	types[id] = &c
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
	case infer.Base64:
		return "base64"
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
