package suggest

import (
	"fmt"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// promises finds members that deliveries always have: ids, totals, and the scalars of the
// envelope, where many objects have them and none lacks them or has null.
func promises(v *view) []candidate {
	var all []candidate
	for _, s := range v.spots {
		d, f := v.model.At(s.path), v.fields[s.path]
		if s.elem || f.Required || f.Optional || s.field.Required || s.field.Null || s.field.Absent || s.field.Unseen {
			continue
		}
		if d.Objects < promiseFrom || !v.isPromise(s) {
			continue
		}
		all = append(all, one(Suggestion{
			Kind: "required", Path: s.path,
			Message: fmt.Sprintf("all of %d objects have it, and none has null", d.Objects),
			For:     []infer.Origin{s.first},
			Change:  Change{Fields: []infer.FieldDecision{v.decision(s.path, infer.FieldDecision{Required: true, Why: "every example has it"})}},
		}))
	}
	return all
}

// isPromise reports whether a member is one that an object always has, by its name: its
// own id, a total, or a scalar of the envelope.
func (v *view) isPromise(s spot) bool {
	words := ident.Lower(s.key)
	if s.owner.Path == infer.EnvelopeRoot {
		return s.only(jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString)
	}
	if len(words) == 1 && idWord.is(words[0]) {
		return true
	}
	return grandTotal.in(s.key) && (s.typ == infer.Type(infer.Number) || s.typ == infer.Type(infer.Int))
}
