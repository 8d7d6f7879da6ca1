package suggest

import (
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

var (
	decimal  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)\.[0-9]+$`)
	integer  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	instants = regexp.MustCompile(`^[12][0-9]{9}\.[0-9]+$`) // seconds since 1970 that number messages
)

// numberRules tell decimals and amounts from texts and integers. fraction has the
// position of a number with a fraction by the name of its member.
func numberRules(fraction map[string]infer.Origin) []rule {
	elsewhere := func(s spot) bool { _, ok := fraction[s.key]; return ok }
	return []rule{
		{
			when:    func(s spot) bool { return s.mayBeDecimal() && allMatch(s.strings, decimal) },
			message: "every string is a decimal with a fraction",
			decide:  typed("number", "a decimal in a string"),
			weak:    func(s spot) bool { return !s.isAmount() && len(s.strings) < decimalsFrom },
		},
		{
			when:    func(s spot) bool { return s.mayBeDecimal() && allDecimal(s.strings) },
			message: "every string is a decimal, some with a fraction",
			decide:  typed("number", "a decimal in a string"),
			weak:    func(s spot) bool { return !s.isAmount() && len(s.strings) < decimalsFrom },
		},
		{
			when:    func(s spot) bool { return s.mayBeAmount() && allMatch(s.strings, integer) },
			message: "every string is an integer, and the name suggests an amount",
			decide:  typed("number", "an amount in a string"),
			weak:    func(s spot) bool { return !elsewhere(s) && !decimals.in(s.key) },
		},
		{
			when:    func(s spot) bool { return s.typ == infer.Type(infer.Int) && !s.elem && elsewhere(s) },
			message: "every number is an integer, but another member of this name has fractions",
			decide:  typed("number", "other members of this name have fractions"),
			weak:    always,
			against: func(s spot) []infer.Origin { return []infer.Origin{fraction[s.key]} },
		},
	}
}

// numbers finds strings that hold decimals, amounts in strings without a fraction,
// and integers whose name has fractions elsewhere.
func numbers(v *view) []candidate {
	fraction := make(map[string]infer.Origin)
	for _, s := range v.spots {
		if s.typ == infer.Type(infer.Number) {
			fraction[s.key] = s.first
			if s.some.fraction.Seen() {
				fraction[s.key] = s.some.fraction.At
			}
		}
	}
	return v.byRules("number", numberRules(fraction), func(s spot) bool {
		return s.only(jsontext.KindString) || s.only(jsontext.KindNumber)
	})
}

// mayBeDecimal reports whether the name and the values leave room for decimals in
// strings.
func (s spot) mayBeDecimal() bool {
	return s.only(jsontext.KindString) && !isVersion(s.key) && !clock.in(s.key) && !label.in(s.key) && !anyMatch(s.strings, instants)
}

// isAmount reports whether the name says an amount, or a currency stands beside it.
func (s spot) isAmount() bool {
	return amount.in(s.key) || decimals.in(s.key) ||
		sum.in(s.key) && slices.ContainsFunc(s.owner.Fields, func(f *infer.Field) bool { return currency.in(f.Key) })
}

// mayBeAmount reports whether the name suggests an amount, in strings.
func (s spot) mayBeAmount() bool {
	return s.only(jsontext.KindString) && (amount.in(s.key) || decimals.in(s.key)) && !label.in(s.key)
}

// isVersion reports whether a name is one whose texts look like numbers or dates but
// are not.
func isVersion(key string) bool {
	return version.in(key) || strings.HasSuffix(strings.ToLower(key), "version")
}

func allMatch(texts []string, p *regexp.Regexp) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(t string) bool { return !p.MatchString(t) })
}

func anyMatch(texts []string, p *regexp.Regexp) bool {
	return slices.ContainsFunc(texts, p.MatchString)
}

// allDecimal reports whether all texts are decimals or integers, and some decimals.
func allDecimal(texts []string) bool {
	return anyMatch(texts, decimal) && !slices.ContainsFunc(texts, func(t string) bool {
		return !decimal.MatchString(t) && !integer.MatchString(t)
	})
}
