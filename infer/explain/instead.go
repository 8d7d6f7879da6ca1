package explain

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Alternative is what a decision in the spec could make of a place.
type Alternative struct {
	Word string     // of infer.TypeWords
	Type infer.Type // that the place would have; nil where an example contradicts it
	// But says what speaks against it, "" where nothing does. At is the value in an
	// example that is But, or else the line of the spec that But speaks of, if any.
	But string
	At  infer.Where
}

// Instead returns what the other decisions on a place would do, those that no
// example speaks against first. Of a place that is a whole payload there are
// none.
func Instead(e infer.Evidence, d infer.Decisions, m infer.Model, path string) []Alternative {
	now := m.At(path)
	if now == nil || !strings.Contains(now.Path, "/") {
		return nil
	}
	_, known := infer.Decide(e, without(d, m, now.Path))
	var all []Alternative
	for _, word := range infer.TypeWords() {
		decisions := without(d, m, now.Path)
		decisions.Fields = append(decisions.Fields, infer.FieldDecision{Path: now.Path, Type: word})
		then, problems := infer.Decide(e, decisions)
		made := then.At(now.Path)
		if made == nil || made.Type.String() == now.Type.String() {
			continue
		}
		all = append(all, alternative(word, made, problems, known))
	}
	slices.SortStableFunc(all, func(a, b Alternative) int { return a.rank() - b.rank() })
	return all
}

func (a Alternative) rank() int {
	switch {
	case a.Type == nil:
		return 3
	case a.But != "":
		return 2
	case a.Word == "value":
		return 1 // which always fits, and says the least
	}
	return 0
}

// without returns the decisions without those on one place, which would be there
// twice.
func without(d infer.Decisions, m infer.Model, path string) infer.Decisions {
	here := func(p string) bool { at := m.At(p); return at != nil && at.Path == path }
	d.Fields = slices.DeleteFunc(slices.Clone(d.Fields), func(f infer.FieldDecision) bool { return here(f.Path) })
	d.Enums = slices.Clone(d.Enums)
	for i := range d.Enums {
		d.Enums[i].At = slices.DeleteFunc(slices.Clone(d.Enums[i].At), func(p infer.PathRef) bool { return here(p.Path) })
	}
	return d
}

// alternative judges a decision by what Decide says of it, and where Decide takes
// any string, by what strings there were.
func alternative(word string, made *infer.Decided, problems, known []infer.Problem) Alternative {
	for _, p := range problems {
		if p.Warning || slices.ContainsFunc(known, p.Same) {
			continue
		}
		if p.Where.Example == "" {
			return Alternative{Word: word, But: "another decision would no longer fit", At: p.Where}
		}
		if c, ok := p.Cause.(infer.Contradiction); ok {
			return Alternative{Word: word, But: c.Found.String(), At: p.Where}
		}
		return Alternative{Word: word, But: p.Message()}
	}
	a := Alternative{Word: word, Type: made.Type}
	switch n := made.Evidence; word {
	case "timestamp":
		if n.Facts[infer.FactNotTimestamp].Seen() {
			a.But, a.At = infer.Found{Fact: infer.FactNotTimestamp, IsFact: true}.String(), infer.Where{Example: n.Facts[infer.FactNotTimestamp].At.Example, Offset: n.Facts[infer.FactNotTimestamp].At.Offset}
		}
	case "number":
		if slices.ContainsFunc(n.Strings.Texts, func(s string) bool { return !jsontext.IsNumber(s) }) {
			a.But = "some of its strings are not numbers"
		}
	case "float":
		a.But = "a float64 does not keep the text of every number"
	}
	return a
}
