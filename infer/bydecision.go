package infer

import (
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// fieldTypes are the words that a FieldDecision can name a type by. The parts of a
// JSON, a Map or a Struct are decided like any other place.
var fieldTypes = [...]struct {
	word string
	typ  Type
}{
	{"string", String},
	{"integer", Int},
	{"number", Number},
	{"float", Float},
	{"bool", Bool},
	{"timestamp", Timestamp},
	{"flag", Flag},
	{"json", JSON{}},
	{"map", Map{}},
	{"struct", (*Struct)(nil)},
	{"value", Value},
}

// TypeWords returns the words that FieldDecision.Type can be.
func TypeWords() []string {
	var words []string
	for _, row := range fieldTypes {
		words = append(words, row.word)
	}
	return words
}

// checkWords returns the decisions without the types that are not in TypeWords, and a
// problem for each of these.
func checkWords(fields []FieldDecision) (known []FieldDecision, problems []Problem) {
	known, words := slices.Clone(fields), TypeWords()
	for i, f := range known {
		if f.Type != "" && !slices.Contains(words, f.Type) {
			problems = append(problems, Problem{Cause: unknownType{f.Type}, Where: Where{Ref: f.Ref + "/type"}, Path: f.Path})
			known[i].Type = ""
		}
	}
	return known, problems
}

// byDecision gives a place the type that a decision names, and reports where an
// example contradicts it.
func (w *decider) byDecision(place string, n *Node, f FieldDecision) Type {
	t := fieldTypes[slices.Index(TypeWords(), f.Type)].typ
	domain := DomainOf(t)
	if t == Type(Int) { // which would not keep how 5.0 is written
		domain.Except = []FactKind{FactFraction, FactWide}
	}
	w.contradict(place, n, f, domain)
	switch t.(type) {
	case JSON:
		return JSON{w.innerType(place)}
	case Map:
		return Map{w.elem(place), w.most(place)}
	case *Struct:
		if !n.has(jsontext.KindObject) {
			return Value
		}
		t, _ = w.object(place)
	}
	return t
}

// contradict reports what examples have at a place that is not in the domain of the
// type that is decided for it.
func (w *decider) contradict(place string, n *Node, f FieldDecision, d Domain) {
	for k, fact := range n.Kinds {
		if k := jsontext.Kind(k); fact.Seen() && k != jsontext.KindNull && !d.Kinds.Has(k) {
			w.contradicted(fact, f.Ref, place, Contradiction{Decided: f.Type, Found: Found{Kind: k}, Elements: w.elements(k, f.Path, d.Kinds)})
		}
	}
	for _, k := range d.Except {
		if fact := n.Facts[k]; fact.Seen() {
			found := Found{Fact: k, IsFact: true, Inside: k == FactNotJSON && fact.At.Inner > 0}
			w.contradicted(fact, f.Ref, place, Contradiction{Decided: f.Type, Found: found})
		}
	}
}

// enum gives a place the type of an enum decision: rule "enum".
func (w *decider) enum(place string, n *Node, d EnumDecision) Type {
	for k, f := range n.Kinds {
		if k := jsontext.Kind(k); f.Seen() && k != jsontext.KindNull && k != jsontext.KindString {
			w.contradicted(f, w.atRef(d.At, place, d.Ref), place, Contradiction{
				Decided: "enum " + d.Name, Found: Found{Kind: k},
				Elements: w.elements(k, w.written(d.At, place), jsontext.KindsOf(jsontext.KindString)),
			})
		}
	}
	w.show(d, n)
	e := w.named[d.Name]
	if e == nil {
		e = &Enum{Name: d.Name, Values: d.Values, Names: d.Names, About: d.About, Why: d.Why, Ref: d.Ref}
		w.named[d.Name] = e
	}
	return e
}

// innerType decides what strings that hold JSON hold: rule "json".
func (w *decider) innerType(place string) Type {
	switch w.pool.inner[place] {
	case jsontext.KindsOf(jsontext.KindObject):
		t, _ := w.object(place)
		return t
	case jsontext.KindsOf(jsontext.KindArray):
		return Slice{w.elem(place), w.most(place)}
	}
	return Value
}

// contradicted adds the problem of a decision that an example contradicts.
func (w *decider) contradicted(f Fact, ref Ref, path string, c Contradiction) {
	w.problems = append(w.problems, Problem{
		Cause: c, Where: Where{Example: f.At.Example, Offset: f.At.Offset}, Also: []Where{{Ref: ref}}, Path: path,
	})
}

// elements returns the path of the elements of the arrays at a path, if these are
// what was found there, and the elements have the kinds that a decision wants. It
// returns "" otherwise.
func (w *decider) elements(found jsontext.Kind, path string, want jsontext.Kinds) string {
	elem := w.pool.places[w.pool.shorten(path)+"/*"]
	if found != jsontext.KindArray || elem == nil || elem.kinds() == 0 || elem.kinds()&^want != 0 {
		return ""
	}
	return path + "/*"
}

// written returns the path of a place as it is among those of a decision.
func (w *decider) written(at []PathRef, place string) string {
	for _, p := range at {
		if w.pool.shorten(p.Path) == place {
			return p.Path
		}
	}
	return place
}
