package explain

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Explanation is a place with what its type rests on.
type Explanation struct {
	*infer.Decided
	Seen []Seen // what the examples show, in an order that does not change
}

// Seen is something that examples show.
type Seen struct {
	What string // "number", "absent", …
	infer.Fact
}

// At explains a place of a model. ok is false where the model has none at the
// path.
func At(m infer.Model, path string) (p Explanation, ok bool) {
	d := m.At(path)
	if d == nil {
		return Explanation{}, false
	}
	return place(d), true
}

// Members explains the members of a struct, in their order.
func Members(m infer.Model, s *infer.Struct) []Explanation {
	var all []Explanation
	for _, f := range s.Fields {
		all = append(all, place(m.At(f.Path)))
	}
	return all
}

func place(d *infer.Decided) Explanation {
	return Explanation{Decided: d, Seen: seen(d)}
}

// Values returns how many values were seen that are not null.
func (p Explanation) Values() int {
	n := 0
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		n += p.Evidence.Kinds[k].Count
	}
	return n
}

// Null returns how many values were null.
func (p Explanation) Null() int { return p.Evidence.Kinds[jsontext.KindNull].Count }

// seen returns the facts that types depend on.
func seen(d *infer.Decided) []Seen {
	n := d.Evidence
	var all []Seen
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		all = append(all, Seen{k.String(), n.Kinds[k]})
	}
	for _, k := range []infer.FactKind{infer.FactFraction, infer.FactWide, infer.FactEmpty} {
		all = append(all, Seen{k.Phrase(), n.Facts[k]})
	}
	all = append(
		all,
		Seen{jsontext.KindNull.String(), n.Kinds[jsontext.KindNull]},
		Seen{infer.FactElided.Phrase(), n.Facts[infer.FactElided]},
		Seen{"absent", d.Absent},
	)
	return slices.DeleteFunc(all, func(s Seen) bool { return !s.Fact.Seen() })
}
