package suggest

import (
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

var (
	decimal  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)\.[0-9]+$`)
	integer  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	instants = regexp.MustCompile(`^[12][0-9]{9}\.[0-9]+$`) // seconds since 1970 that number messages
)

const (
	// amounts are words for what can have a fraction, whatever the examples show.
	amounts = "price amount total subtotal tax discount fee cost balance rate tip weight latitude longitude lat lng lon"
	// versions are words for texts that look like decimals and are none.
	versions = "version ver release build tag api revision firmware ip id sha"
)

// numbers finds strings that all hold a decimal with a fraction, and, weaker,
// amounts that hold integers in strings, and integers whose member is a number
// with a fraction elsewhere.
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
		case s.only(payload.KindString) && !isVersion(s.key) && !hasWord(s.key, "date ts") && allMatch(s.strings, decimal) && !anyMatch(s.strings, instants):
			x.Message = "every string here is a decimal with a fraction"
		case s.only(payload.KindString) && !isVersion(s.key) && !hasWord(s.key, "date ts") && allDecimal(s.strings) && !anyMatch(s.strings, instants):
			x.Message = "every string here is a decimal, some with a fraction"
		case s.only(payload.KindString) && len(s.strings) > 0 && hasWord(s.key, amounts+" decimal") && !hasWord(s.key, "id ids code") && allMatch(s.strings, integer):
			x.Message, x.Weak = "every string here is an integer, and the name is that of an amount", !ok && !hasWord(s.key, "decimal")
			why = "an amount in a string"
		case ok && s.only(payload.KindNumber) && s.typ == infer.Type(infer.Int) && !s.elem:
			x.Message, x.Weak = "every number here is an integer, but one of this name elsewhere has a fraction", true
			x.Against = []infer.Origin{elsewhere}
			why = "it can have a fraction, as elsewhere"
		default:
			continue
		}
		x.For = s.evidence(payload.KindString, payload.KindNumber)
		x.Change.Fields = []infer.FieldDecision{v.decision(s.path, infer.FieldDecision{Type: "number", Why: why})}
		all = append(all, one(x))
	}
	return all
}

// isVersion reports whether a name is one of texts that only look like numbers or
// dates.
func isVersion(key string) bool {
	return hasWord(key, versions) || strings.HasSuffix(strings.ToLower(key), "version")
}

func allMatch(texts []string, p *regexp.Regexp) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(t string) bool { return !p.MatchString(t) })
}

func anyMatch(texts []string, p *regexp.Regexp) bool {
	return slices.ContainsFunc(texts, p.MatchString)
}

// allDecimal reports whether texts are decimals, some of them with a fraction.
func allDecimal(texts []string) bool {
	return anyMatch(texts, decimal) && !slices.ContainsFunc(texts, func(t string) bool {
		return !decimal.MatchString(t) && !integer.MatchString(t)
	})
}

// Names that ask for yes or no.
const (
	asks    = "is has can should was will did does allow allows enable supports requires needs use uses include includes"
	counts  = "count number total times quantity limit max min"
	answers = "enabled disabled flag required allowed supported"
	perhaps = "active visible hidden deleted archived default taxable verified paid test"
)

// flags finds members that only held 0 and 1, where the name asks for yes or no,
// and those that held true or false as well. A name that only might ask makes a
// weak one: what holds 0 and 1 is mostly a count.
func flags(v *view) []candidate {
	var all []candidate
	for _, s := range v.spots {
		if v.decided(s.path) || s.some.notFlag.Seen() || s.some.empty.Seen() || s.elem ||
			!s.only(payload.KindBoolean, payload.KindNumber, payload.KindString) || s.only(payload.KindBoolean) {
			continue
		}
		x := Suggestion{Kind: "flag", Path: s.path, Message: "only 0 and 1 were seen, and the name asks for yes or no"}
		switch {
		case s.kinds.Has(payload.KindBoolean):
			x.Message = "true or false and 0 or 1 were seen"
		case hasWord(s.key, counts):
			continue
		case isOneOf(firstWord(s.key), asks) && len(words(s.key)) > 1, isOneOf(lastWord(s.key), answers):
		case isOneOf(lastWord(s.key), perhaps):
			x.Message, x.Weak = "only 0 and 1 were seen, and the name may ask for yes or no", true
		default:
			continue
		}
		x.For = s.evidence(payload.KindBoolean, payload.KindNumber, payload.KindString)
		x.Change.Fields = []infer.FieldDecision{v.decision(s.path, infer.FieldDecision{Type: "flag", Why: "0 or 1 for no or yes"})}
		all = append(all, one(x))
	}
	return all
}
