package suggest

import (
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// jsonTexts finds strings that all hold a JSON object or array.
func jsonTexts(v *view) []candidate {
	var all []candidate
	for _, s := range v.spots {
		if v.decided(s.path) || !s.only(jsontext.KindString) || s.some.notJSON.Seen() || s.count == s.some.empty.Count {
			continue
		}
		all = append(all, one(Suggestion{
			Kind: "json", Path: s.path, Message: "every string holds a JSON object or array",
			Change: Change{Fields: []infer.FieldDecision{v.decision(s.path, infer.FieldDecision{Type: "json", Why: "JSON in a string"})}},
			For:    s.evidence(jsontext.KindString),
		}))
	}
	return all
}
