package explain

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Alternative is another decision for the type at a path.
type Alternative struct {
	Word string     // one of infer.TypeWords
	Type infer.Type // that it would give, or nil if an example contradicts it
	// But is an objection, or "". At is the value of an example that is But, such as "a
	// string", or the line of the spec that But is about, or zero.
	But string
	At  infer.Where
}

// Instead returns the other decisions for the type at a path, those without an
// objection first. It returns none for a whole body.
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
		if made == nil || made.Type.String() == now.Type.String() || strings.HasPrefix(word, "unix") && !hasUnix(made.Evidence) || word == "base64" && !made.Evidence.Facts[infer.FactBase64].Seen() {
			continue
		}
		all = append(all, alternative(word, made, problems, known))
	}
	slices.SortStableFunc(all, func(a, b Alternative) int { return a.rank() - b.rank() })
	return all
}

// unixDigits is the number of digits of the seconds since 1970, which has the fewest.
const unixDigits = 10

// hasUnix reports whether one of the values can be a time in a number. Others are not worth
// a line that says so.
func hasUnix(n *infer.Node) bool {
	return slices.ContainsFunc(slices.Concat(n.Numbers.Texts, n.Strings.Texts), func(text string) bool {
		return jsontext.IsNumber(text) && len(text) >= unixDigits
	})
}

func (a Alternative) rank() int {
	switch {
	case a.Type == nil:
		return 3
	case a.But != "":
		return 2
	case a.Word == "value":
		return 1 // always fits, and has no type
	}
	return 0
}

// without returns the decisions without those for a path.
func without(d infer.Decisions, m infer.Model, path string) infer.Decisions {
	here := func(p string) bool { at := m.At(p); return at != nil && at.Path == path }
	d.Fields = slices.DeleteFunc(slices.Clone(d.Fields), func(f infer.FieldDecision) bool { return here(f.Path) })
	d.Enums = slices.Clone(d.Enums)
	for i := range d.Enums {
		d.Enums[i].At = slices.DeleteFunc(slices.Clone(d.Enums[i].At), func(p infer.PathRef) bool { return here(p.Path) })
	}
	return d
}

// alternative returns a decision with an objection: the first problem that Decide
// returns for it and not without it, or else values that its type keeps as they are but
// that are not of its form.
func alternative(word string, made *infer.Decided, problems, known []infer.Problem) Alternative {
	for _, p := range problems {
		if p.Warning() || slices.ContainsFunc(known, p.Same) {
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
			a.But, a.At = infer.FoundFact(infer.FactNotTimestamp).String(), infer.AtOrigin(n.Facts[infer.FactNotTimestamp].At)
		}
	case "number":
		if slices.ContainsFunc(n.Strings.Texts, func(s string) bool { return !jsontext.IsNumber(s) }) {
			a.But = "some of its strings are not numbers"
		}
	case "base64":
		if n.Facts[infer.FactBase64].Count < n.Kinds[jsontext.KindString].Count-n.Facts[infer.FactEmpty].Count {
			a.But = "some of its strings may not be base64"
		}
	case "json":
		if !n.Kinds[jsontext.KindString].Seen() && (n.Kinds[jsontext.KindObject].Seen() || n.Kinds[jsontext.KindArray].Seen()) {
			a.But = "no string was seen here"
		}
	case "float":
		a.But = "a float64 does not keep the text of every number"
	}
	return a
}
