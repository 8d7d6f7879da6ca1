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

// numbers finds strings that hold decimals, amounts in strings without a fraction,
// and integers whose name has fractions elsewhere. The last two are weak.
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
	var all []candidate
	for _, s := range v.spots {
		if v.decided(s.path) {
			continue
		}
		x := Suggestion{Kind: "number", Path: s.path}
		why := "a decimal in a string"
		switch elsewhere, ok := fraction[s.key]; {
		case s.only(jsontext.KindString) && !isVersion(s.key) && !clock.in(s.key) && allMatch(s.strings, decimal) && !anyMatch(s.strings, instants):
			x.Message = "every string is a decimal with a fraction"
		case s.only(jsontext.KindString) && !isVersion(s.key) && !clock.in(s.key) && allDecimal(s.strings) && !anyMatch(s.strings, instants):
			x.Message = "every string is a decimal, some with a fraction"
		case s.only(jsontext.KindString) && len(s.strings) > 0 && (amount.in(s.key) || decimals.in(s.key)) && !label.in(s.key) && allMatch(s.strings, integer):
			x.Message, x.Weak = "every string is an integer, and the name suggests an amount", !ok && !decimals.in(s.key)
			why = "an amount in a string"
		case ok && s.only(jsontext.KindNumber) && s.typ == infer.Type(infer.Int) && !s.elem:
			x.Message, x.Weak = "every number is an integer, but another member of this name has fractions", true
			x.Against = []infer.Origin{elsewhere}
			why = "other members of this name have fractions"
		default:
			continue
		}
		x.For = s.evidence(jsontext.KindString, jsontext.KindNumber)
		x.Change.Fields = []infer.FieldDecision{v.decision(s.path, infer.FieldDecision{Type: "number", Why: why})}
		all = append(all, one(x))
	}
	return all
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
