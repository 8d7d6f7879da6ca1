package explain

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Place is a place with what its type rests on.
type Place struct {
	*infer.Decided
	Rule    string // in a word, from Rules
	Because string // a sentence about it
	Seen    []Seen // what the examples show, in an order that does not change
}

// Seen is something that examples show.
type Seen struct {
	What string // "number", "absent", …
	infer.Fact
}

// At explains a place of a model. ok is false where the model has none at the
// path.
func At(m infer.Model, path string) (p Place, ok bool) {
	d := m.Place(path)
	if d == nil {
		return Place{}, false
	}
	return place(d), true
}

// Members explains the members of a struct, in their order.
func Members(m infer.Model, s *infer.Struct) []Place {
	var all []Place
	for _, f := range s.Fields {
		all = append(all, place(m.Place(f.Path)))
	}
	return all
}

func place(d *infer.Decided) Place {
	rule, because := words(d)
	return Place{Decided: d, Rule: rule, Because: because, Seen: seen(d)}
}

// Values returns how many values were seen that are not null.
func (p Place) Values() int {
	n := 0
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		n += p.Evidence.Kinds[k].Count
	}
	return n
}

// Null returns how many values were null.
func (p Place) Null() int { return p.Evidence.Kinds[jsontext.KindNull].Count }

// seen lists the facts that types depend on. Nothing else in this package looks
// into evidence but words.
func seen(d *infer.Decided) []Seen {
	n := d.Evidence
	var all []Seen
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		all = append(all, Seen{k.String(), n.Kinds[k]})
	}
	all = append(
		all,
		Seen{"number with a point or an exponent", n.Facts[infer.FactFraction]},
		Seen{"integer that 64 bits do not hold", n.Facts[infer.FactWide]},
		Seen{"empty string", n.Facts[infer.FactEmpty]},
		Seen{"null", n.Kinds[jsontext.KindNull]},
		Seen{"elided value", n.Facts[infer.FactElided]},
		Seen{"absent", d.Absent},
	)
	return slices.DeleteFunc(all, func(s Seen) bool { return !s.Fact.Seen() })
}

// Rules are the words for what decided a type.
func Rules() []string {
	return []string{"spec", "boolean", "integer", "number", "string", "timestamp", "mixed", "unseen", "struct", "map", "list"}
}

// words returns the word and the sentence for what decided a type.
func words(d *infer.Decided) (rule, because string) {
	n := d.Evidence
	switch d.Rule {
	case infer.RuleSpec:
		return "spec", "The spec decides it."
	case infer.RuleBool:
		return "boolean", "Every value is true or false."
	case infer.RuleInteger:
		return "integer", "Every value is an integer, and 64 bits hold them."
	case infer.RuleNumber:
		if n.Facts[infer.FactFraction].Seen() {
			return "number", "A number has a point or an exponent, so that only its text is exact."
		}
		return "number", "An integer is not one that 64 bits hold, so that only its text is exact."
	case infer.RuleString:
		return "string", "Every value is a string; a string of digits is one as well."
	case infer.RuleTimestamp:
		return "timestamp", "Every string is a date or a time, and the name says so, or three different ones were seen."
	case infer.RuleMixed:
		if strings.Contains(d.Type.String(), "Or[") || d.Type == infer.Type(infer.Value) {
			return "mixed", "Values of several kinds were seen: the richest one has the type, the others are kept as they come."
		}
		return "mixed", "Numbers and strings were seen: a Number takes both, and keeps which it was."
	case infer.RuleUnseen:
		return "unseen", "No example shows a value, so that any may come; one that does would decide it."
	case infer.RuleParts:
		if n.Kinds[jsontext.KindArray].Seen() {
			return "list", "The values are lists; the type of the elements is one that fits all elements of all lists."
		}
		return "map", "Only objects without members were seen, so that any may come."
	}
	if isMap(infer.InsideOptOr(d.Type)) {
		return "map", "The keys are numbers, dates, UUIDs or numbered ids, and the values have one type."
	}
	return "struct", "The values are objects with names that somebody chose: a struct of all members seen."
}

func isMap(t infer.Type) bool {
	_, ok := t.(infer.Map)
	return ok
}
