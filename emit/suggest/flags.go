package suggest

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// flags finds members with 0 and 1 whose names suggest a boolean, members that hold
// booleans in several forms, and strings that are all "true" or "false". A suggestion
// is weak where the name leaves it open.
func flags(v *view) []candidate {
	var all []candidate
	for _, s := range v.spots {
		if v.decided(s.path) || s.some.notFlag.Seen() || s.some.empty.Seen() || s.elem ||
			!s.only(jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString) || s.only(jsontext.KindBoolean) {
			continue
		}
		x := Suggestion{Kind: "flag", Path: s.path, Message: "only 0 and 1 were seen, and the name suggests a boolean"}
		why := "0 and 1 for false and true"
		digits := s.kinds.Has(jsontext.KindNumber) || s.holds("0", "1")
		boolean, quoted := s.kinds.Has(jsontext.KindBoolean), s.holds("false", "true")
		switch {
		case digits && (boolean || quoted):
			x.Message = "booleans were seen, and 0 or 1"
		case boolean:
			x.Message, why = "booleans were seen, some in strings", "a boolean, sometimes in a string"
		case quoted:
			x.Message, why = "every string is \"true\" or \"false\"", "a boolean in a string"
			x.Weak = freeText.ends(s.key)
		case quantity.in(s.key):
			continue
		case asks.begins(s.key), answer.ends(s.key):
		case maybeAsks.ends(s.key):
			x.Message, x.Weak = "only 0 and 1 were seen, and the name may suggest a boolean", true
		default:
			continue
		}
		x.For = s.evidence(jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString)
		x.Change.Fields = []infer.FieldDecision{v.decision(s.path, infer.FieldDecision{Type: "flag", Why: why})}
		all = append(all, one(x))
	}
	return all
}

// holds reports whether one of the texts is among the strings seen.
func (s shown) holds(texts ...string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return slices.Contains(s.strings, t) })
}
