package suggest

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// flags finds members that only held 0 and 1, where the name asks for yes or no,
// those that held true or false as well, and strings that are all "true" or
// "false". A name that only might ask makes a weak one: what holds 0 and 1 is
// mostly a count. So does a name that says nothing, for strings.
func flags(v *view) []candidate {
	var all []candidate
	for _, s := range v.spots {
		if v.decided(s.path) || s.some.notFlag.Seen() || s.some.empty.Seen() || s.elem ||
			!s.only(jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString) || s.only(jsontext.KindBoolean) {
			continue
		}
		x := Suggestion{Kind: "flag", Path: s.path, Message: "only 0 and 1 were seen, and the name asks for yes or no"}
		why := "0 or 1 for no or yes"
		digits := s.kinds.Has(jsontext.KindNumber) || s.holds("0", "1")
		boolean, quoted := s.kinds.Has(jsontext.KindBoolean), s.holds("false", "true")
		switch {
		case digits && (boolean || quoted):
			x.Message = "true or false and 0 or 1 were seen"
		case boolean:
			x.Message, why = "true or false were seen, in strings and outside", "true or false, in a string or not"
		case quoted:
			x.Message, why = "every string here is \"true\" or \"false\"", "true or false in a string"
			x.Weak = freeText.ends(s.key)
		case quantity.in(s.key):
			continue
		case asks.begins(s.key), answer.ends(s.key):
		case maybeAsks.ends(s.key):
			x.Message, x.Weak = "only 0 and 1 were seen, and the name may ask for yes or no", true
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
