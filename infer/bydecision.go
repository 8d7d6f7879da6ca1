package infer

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// fieldTypes are the words for types in a FieldDecision. The elements and members of a
// JSON, a Map or a Struct are decided like any other path.
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
	{"base64", Base64},
	{"unix", Unix},
	{"unixmilli", UnixMilli},
	{"unixmicro", UnixMicro},
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

// UnknownTypes returns a problem for each decision that is not in TypeWords. Decide finds
// them too; they depend on nothing else.
func UnknownTypes(fields []FieldDecision) []Problem {
	_, problems := checkWords(fields)
	return problems
}

// checkWords returns the decisions without types that are not in TypeWords, and a
// problem for each of these.
func checkWords(fields []FieldDecision) (known []FieldDecision, problems []Problem) {
	known, words := slices.Clone(fields), TypeWords()
	for i, f := range known {
		if f.Type != "" && !slices.Contains(words, f.Type) {
			problems = append(problems, Problem{Cause: unknownType{f.Type, words}, Where: Where{Ref: f.Ref + "/type"}, Path: f.Path})
			known[i].Type = ""
		}
	}
	return known, problems
}

// byDecision returns the type that a decision gives a path, and reports the examples
// that contradict it.
func (w *decider) byDecision(path string, n *Node, f FieldDecision) Type {
	t := fieldTypes[slices.Index(TypeWords(), f.Type)].typ
	domain, also := keptDomain(t), jsontext.Kinds(0)
	if _, ok := t.(Map); ok {
		also = w.pool.emptyLists(path, n)
		domain.Kinds |= also
	}
	w.contradict(path, n, f, domain)
	switch t.(type) {
	case JSON:
		return JSON{w.innerType(path)}
	case Map:
		return orAlso(Map{w.elem(path), w.most(path)}, also)
	case *Struct:
		if !n.Has(jsontext.KindObject) {
			return Value
		}
		t, _ = w.object(path)
	}
	return t
}

// keptDomain returns the domain of a type, without values whose text it does not keep:
// an int64 does not keep how 5.0 is written.
func keptDomain(t Type) Domain {
	d := DomainOf(t)
	if t == Type(Int) {
		d.Except = []FactKind{FactFraction, FactWide}
	}
	return d
}

// contradict reports values at a path that are not in the domain of the type decided
// for it.
func (w *decider) contradict(path string, n *Node, f FieldDecision, d Domain) {
	for k, fact := range n.Kinds {
		if k := jsontext.Kind(k); fact.Seen() && k != jsontext.KindNull && !d.Kinds.Has(k) {
			w.contradicted(fact, f.Ref, path, Contradiction{Decided: f.Type, Found: FoundKind(k), Elements: w.elements(k, f.Path, d.Kinds)})
		}
	}
	for _, k := range d.Except {
		if fact := n.Facts[k]; fact.Seen() {
			found := FoundFact(k)
			found.inside = k == FactNotJSON && fact.At.Inner > 0
			w.contradicted(fact, f.Ref, path, Contradiction{Decided: f.Type, Found: found})
		}
	}
}

// enum returns the type that an enum decision gives a path, by the rule "enum".
func (w *decider) enum(path string, n *Node, d EnumDecision) Type {
	w.contradict(path, n, FieldDecision{
		Path: w.written(d.Name, path), Type: "enum " + d.Name, Ref: w.atRef(d.Name, path, d.Ref),
	}, keptDomain(d.Base()))
	w.show(d, n)
	e := w.named[d.Name]
	if e == nil {
		e = &Enum{Name: d.Name, Base: d.Base(), At: d.At, Values: d.Values, About: d.About, Why: d.Why, Ref: d.Ref}
		w.named[d.Name] = e
	}
	return e
}

// innerType returns the type of the JSON at a path, in strings or plain, by the rule
// "json".
func (w *decider) innerType(path string) Type {
	switch w.pool.jsonKinds(path) {
	case jsontext.KindsOf(jsontext.KindObject):
		t, _ := w.object(path)
		return t
	case jsontext.KindsOf(jsontext.KindArray):
		return Slice{w.elem(path), w.most(path)}
	case 0:
		if w.pool.aliases[path] != "" { // by a table
			t, _ := w.object(path)
			return t
		}
	}
	return Value
}

// contradicted adds a Contradiction at the first origin of a fact.
func (w *decider) contradicted(f Fact, ref Ref, path string, c Contradiction) {
	w.problems = append(w.problems, Problem{
		Cause: c, Where: AtOrigin(f.At), Also: []Where{{Ref: ref}}, Path: path,
	})
}

// elements returns the path of the elements of the arrays found at a path, if these
// have only kinds that the decision wants. Otherwise it returns "".
func (w *decider) elements(found jsontext.Kind, written string, want jsontext.Kinds) string {
	elem := w.pool.nodes[w.pool.shorten(written)+"/*"]
	if found != jsontext.KindArray || elem == nil || elem.NotNull() == 0 || elem.NotNull()&^want != 0 {
		return ""
	}
	return written + "/*"
}

// written returns the form in which a decision has a path.
func (w *decider) written(name, path string) string {
	return cmp.Or(w.lines[place{name, path}].Path, path)
}
