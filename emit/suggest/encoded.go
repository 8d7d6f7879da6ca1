package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/base64text"
)

// base64Rules tell bytes in strings from other texts.
var base64Rules = []rule{
	{
		when:    spot.namesBase64,
		message: "every string is base64, as the name says",
		decide:  typed("base64", "base64, as the name says"),
	},
	{when: func(s spot) bool { return opaque.ends(s.key) }}, // ids and cursors, which nobody decodes
	{
		when:    func(s spot) bool { return s.some.base64.Count == s.count-s.some.empty.Count },
		message: "every string is base64",
		decide:  typed("base64", "base64 in a string"),
	},
}

// encoded finds strings that all hold bytes in base64.
func encoded(v *view) []candidate {
	return v.byRules("base64", base64Rules, func(s spot) bool {
		return s.isText() && s.count > s.some.empty.Count
	})
}

// namesBase64 reports whether the name says base64, and nothing seen is another text, such
// as the name of an encoding.
func (s spot) namesBase64() bool {
	return saysBase64.in(s.key) && (s.some.base64.Count == s.count-s.some.empty.Count ||
		!s.more && !slices.ContainsFunc(s.strings, func(text string) bool {
			return !base64text.Valid(text) || text == strings.ToLower(text) || text == strings.ToUpper(text)
		}))
}
