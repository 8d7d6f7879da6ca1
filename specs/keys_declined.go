package specs

import (
	"errors"
	"slices"
	"strings"
)

// Declined is a suggestion that is not followed.
type Declined struct {
	Kind string // of suggestions, one of [SuggestionKinds]; "" for all
	Path string // that they are about
	Why  string
	Ref  Ref
}

// SuggestionKinds returns the kinds of suggestions that can be declined.
func SuggestionKinds() []string {
	return []string{"envelope", "type", "json", "map", "number", "timestamp", "base64", "lend", "flag", "enum", "required", "name", "event"}
}

func suggestionKind(s string) error {
	if !slices.Contains(SuggestionKinds(), s) {
		return errors.New("is not one of " + strings.Join(SuggestionKinds(), ", "))
	}
	return nil
}

// anyPath accepts a path of a decision, and a type alone, such as OrderEvent or Envelope.
func anyPath(s string) error {
	if exported(s) == nil {
		return nil
	}
	return decisionPath(s)
}

func declinedKeys() []key[Declined] {
	return []key[Declined]{
		{"path", true, func(r *reader, n node, x *Declined) { x.Path, _ = r.word(n, "the path", anyPath) }},
		{"kind", false, func(r *reader, n node, x *Declined) { x.Kind, _ = r.word(n, "the kind", suggestionKind) }},
		{"why", true, func(r *reader, n node, x *Declined) { x.Why = r.prose(n, `"why"`) }},
	}
}

// readDeclined reads the suggestions that are not followed.
func readDeclined(r *reader, n node, p *Platform) {
	for item := range r.elements(n, `"declined"`) {
		x := Declined{Ref: item.ref}
		if !readObject(r, item, "the entry", "a mapping like {path: …, kind: type, why: …}", declinedKeys(), &x) || x.Path == "" {
			continue
		}
		if i := slices.IndexFunc(p.Declined, func(y Declined) bool { return x.Path == y.Path && x.Kind == y.Kind }); i >= 0 {
			r.duplicate(item, "path", x.Path, p.Declined[i].Ref)
			continue
		}
		p.Declined = append(p.Declined, x)
	}
	r.notEmpty(n, `"declined"`)
}
