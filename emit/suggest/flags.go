package suggest

import (
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// flagRules tell booleans in other forms from numbers and texts.
var flagRules = []rule{
	{
		when:    func(s spot) bool { return s.hasBit() && (s.hasBoolean() || s.hasQuoted()) },
		message: "booleans were seen, and 0 or 1",
		decide:  typed("flag", "0 and 1 for false and true"),
	},
	{
		when:    spot.hasBoolean,
		message: "booleans were seen, some in strings",
		decide:  typed("flag", "a boolean, sometimes in a string"),
	},
	{
		when:    spot.hasQuoted,
		message: `every string is "true" or "false"`,
		decide:  typed("flag", "a boolean in a string"),
		weak:    func(s spot) bool { return freeText.ends(s.key) },
	},
	{when: func(s spot) bool { return quantity.in(s.key) }}, // 0 and 1 are numbers
	{
		when:    func(s spot) bool { return asks.begins(s.key) || answer.ends(s.key) },
		message: "only 0 and 1 were seen, and the name suggests a boolean",
		decide:  typed("flag", "0 and 1 for false and true"),
	},
	{
		when:    func(s spot) bool { return maybeAsks.ends(s.key) },
		message: "only 0 and 1 were seen, and the name may suggest a boolean",
		decide:  typed("flag", "0 and 1 for false and true"),
		weak:    always,
	},
}

// flags finds members with 0 and 1 whose names suggest a boolean, members that hold
// booleans in several forms, and strings that are all "true" or "false".
func flags(v *view) []candidate {
	return v.byRules("flag", flagRules, func(s spot) bool {
		return !s.elem && !s.some.notFlag.Seen() && !s.some.empty.Seen() && !s.only(jsontext.KindBoolean) &&
			s.only(jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString)
	})
}

// hasBoolean reports whether there was a boolean outside of strings.
func (s spot) hasBoolean() bool { return s.kinds.Has(jsontext.KindBoolean) }

// hasQuoted reports whether there was a boolean in a string.
func (s spot) hasQuoted() bool { return s.holds("false", "true") }

// hasBit reports whether there was a 0 or 1, for members that only hold flags.
func (s spot) hasBit() bool { return s.kinds.Has(jsontext.KindNumber) || s.holds("0", "1") }

// holds reports whether one of the texts is among the strings seen.
func (s shown) holds(texts ...string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return slices.Contains(s.strings, t) })
}
