package explain

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Explanation is what was decided for a path, and what examples show there.
type Explanation struct {
	*infer.Decided
	Seen []Seen // in a fixed order
}

// Seen is a kind or a fact that examples show, or what a table says.
type Seen struct {
	What string // such as "number" or "absent"
	infer.Fact
	Table bool // whether a table says it, and At is its line
}

// At explains the type at a path. ok is false if the model does not have the path.
func At(m infer.Model, path string) (p Explanation, ok bool) {
	d := m.At(path)
	if d == nil {
		return Explanation{}, false
	}
	return explanation(d), true
}

// Members explains the members of a struct, in the order of its fields.
func Members(m infer.Model, s *infer.Struct) []Explanation {
	var all []Explanation
	for _, f := range s.Fields {
		all = append(all, explanation(m.At(f.Path)))
	}
	return all
}

func explanation(d *infer.Decided) Explanation {
	return Explanation{Decided: d, Seen: seen(d)}
}

// Values returns the number of values seen, except null.
func (p Explanation) Values() int {
	n := 0
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		n += p.Evidence.Kinds[k].Count
	}
	return n
}

// Null returns the number of values that were null.
func (p Explanation) Null() int { return p.Evidence.Kinds[jsontext.KindNull].Count }

// seen returns the kinds and facts that types depend on.
func seen(d *infer.Decided) []Seen {
	n := d.Evidence
	var all []Seen
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		all = append(all, Seen{What: k.String(), Fact: n.Kinds[k]})
	}
	for _, k := range []infer.FactKind{infer.FactFraction, infer.FactWide, infer.FactEmpty} {
		all = append(all, Seen{What: k.Phrase(), Fact: n.Facts[k]})
	}
	all = append(
		all,
		Seen{What: jsontext.KindNull.String(), Fact: n.Kinds[jsontext.KindNull]},
		Seen{What: infer.FactElided.Phrase(), Fact: n.Facts[infer.FactElided]},
		Seen{What: "absent", Fact: d.Absent},
	)
	if n.Claims != nil {
		for c, f := range n.Claims {
			all = append(all, Seen{What: infer.Claim(c).Phrase(), Fact: f, Table: true})
		}
	}
	return slices.DeleteFunc(all, func(s Seen) bool { return !s.Fact.Seen() })
}
