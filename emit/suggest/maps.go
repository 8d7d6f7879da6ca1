package suggest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// keyPattern is a form of keys that people do not give to members.
type keyPattern struct {
	what  string // "language tags"
	match func(key string) bool
}

// keyPatterns returns the patterns that make an object a map, besides those of the
// inference's own rule.
func keyPatterns() []keyPattern {
	return []keyPattern{
		{"numbers, ids or dates", regexp.MustCompile(`^([0-9]+([-_.:][0-9]+)*|[A-Za-z]+_[0-9]{3,}|[0-9a-fA-F-]{36})$`).MatchString},
		{"language tags", isLanguage},
		{"sizes", regexp.MustCompile(`^[0-9]+(x[0-9]*|px|w|h)$`).MatchString},
		{"currencies", currencyCode.is},
		{"countries", countryCode.is},
		{"ids", isID},
		{"addresses, file names or host names", regexp.MustCompile(`^[^\s]*[^\s_.:/@-][.:/@][^\s_.:/@-][^\s]*$`).MatchString},
	}
}

var region = regexp.MustCompile(`^[-_]([A-Za-z]{4}|[A-Za-z]{2}|[0-9]{3})([-_][A-Za-z]{2})?$`)

// isLanguage reports whether a key is a language tag such as en, zh-hant or pt_BR.
func isLanguage(key string) bool {
	return len(key) >= 2 && languageCode.is(key[:2]) && (len(key) == 2 || region.MatchString(key[2:]))
}

var digits = regexp.MustCompile(`[0-9]`)

// isID reports whether a key is one that only a machine makes up: it is long and has
// digits, not only at its end.
func isID(key string) bool {
	return len(key) >= idLength && len(digits.FindAllString(key, -1)) >= idDigits && !regexp.MustCompile(`^[a-z_]+[0-9]+$`).MatchString(key)
}

// keyMaps finds objects whose keys look like those of a map. Objects with keys of one
// pattern are one suggestion.
func keyMaps(v *view) []candidate {
	found := make(map[string]*Suggestion)
	var order []string
	for s := range v.model.AllStructs() {
		what, weak := v.mapBy(s)
		if what == "" || v.decided(s.Path) || !v.shownAt(s.Path).only(jsontext.KindObject) {
			continue
		}
		id := fmt.Sprint(what, weak)
		if found[id] == nil {
			found[id] = &Suggestion{Kind: "map", Weak: weak, Path: s.Path, Message: "the keys of these objects are " + what}
			order = append(order, id)
		}
		x := found[id]
		x.Change.Fields = append(x.Change.Fields, v.decision(s.Path, infer.FieldDecision{Type: "map", Why: "the keys are " + what}))
		x.For = append(x.For, s.At)
	}
	slices.Sort(order)
	var all []candidate
	for _, id := range order {
		all = append(all, one(*found[id]))
	}
	return all
}

// mapBy returns what the keys of a struct are if they are those of a map, or "".
func (v *view) mapBy(s *infer.Struct) (what string, weak bool) {
	if len(s.Fields) == 0 || !strings.Contains(s.Path, "/") || !v.sameValues(s) {
		return "", false
	}
	for _, p := range keyPatterns() {
		if slices.ContainsFunc(s.Fields, func(f *infer.Field) bool { return !p.match(f.Key) }) {
			continue
		}
		if len(s.Fields) == 1 {
			if p.what == "ids" || p.what == "numbers, ids or dates" {
				return p.what, false
			}
			return "", false
		}
		texts := slices.ContainsFunc(s.Fields, func(f *infer.Field) bool {
			kinds := v.shownAt(f.Path).kinds
			return !englishWord.is(f.Key) && (kinds.Has(jsontext.KindString) || kinds.Has(jsontext.KindObject))
		})
		return p.what, p.what == "language tags" && !texts
	}
	if freeKeys.is(joined(infer.SegmentName(s.Path[strings.LastIndexByte(s.Path, '/')+1:]))) {
		if !slices.ContainsFunc(s.Fields, func(f *infer.Field) bool {
			return !v.shownAt(f.Path).only(jsontext.KindString)
		}) {
			return "chosen by users", false
		}
	}
	return "", false
}

// sameValues reports whether the members of a struct have values of one type.
func (v *view) sameValues(s *infer.Struct) bool {
	var kinds jsontext.Kinds
	var objects []*infer.Struct
	for _, f := range s.Fields {
		kinds |= v.shownAt(f.Path).kinds
		if o := infer.StructIn(f.Type); o != nil {
			objects = append(objects, o)
		}
	}
	return joins(kinds) && (len(objects) < 2 || overlaps(keysOf(objects)))
}

// overlaps reports whether some key is in all sets.
func overlaps(sets []keySet) bool {
	for key := range sets[0] {
		if !slices.ContainsFunc(sets, func(s keySet) bool { return !s[key] }) {
			return true
		}
	}
	return false
}
