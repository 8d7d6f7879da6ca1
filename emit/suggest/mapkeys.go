package suggest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/infer"
)

// keyPattern is a form of keys that people do not give to members.
type keyPattern struct {
	what  string // "language tags"
	match func(keys []string) bool
	lone  bool // one key of the form is enough
}

// languageTags is what keys are that isLanguage is true of.
const languageTags = "language tags"

// keyPatterns returns the patterns that make an object a map, besides those of the
// inference's own rule.
func keyPatterns() []keyPattern {
	return []keyPattern{
		{"numbers, ids or dates", all(regexp.MustCompile(`^([0-9]+([-_.:][0-9]+)*|[A-Za-z]+_[0-9]{3,}|[0-9a-fA-F-]{36})$`).MatchString), true},
		{languageTags, all(isLanguage), false},
		{"sizes", all(regexp.MustCompile(`^[0-9]+(x[0-9]*|px|w|h)$`).MatchString), false},
		{"currencies", areCurrencies, false},
		{"pairs of currencies", all(isCurrencyPair), false},
		{"countries", areCountries, false},
		{"days of the week", all(weekday.isAnyCase), false},
		{"months", all(monthName.isAnyCase), false},
		{"names with a domain", all(regexp.MustCompile(`^([a-z0-9-]+\.)+[a-z]{2,}/[^\s/]+$`).MatchString), true},
		{"ids", all(isID), true},
		{"ids", areIDs, false},
		{"addresses, file names or host names", all(regexp.MustCompile(`^[^\s]*[^\s_.:/@-][.:/@][^\s_.:/@-][^\s]*$`).MatchString), false},
	}
}

// all returns a function that reports whether all keys have a property.
func all(has func(string) bool) func([]string) bool {
	return func(keys []string) bool {
		return !slices.ContainsFunc(keys, func(k string) bool { return !has(k) })
	}
}

var region = regexp.MustCompile(`^[-_]([A-Za-z]{4}|[A-Za-z]{2}|[0-9]{3})([-_][A-Za-z]{2})?$`)

// isLanguage reports whether a key is a language tag such as en, zh-hant or pt_BR.
func isLanguage(key string) bool {
	return len(key) >= 2 && languageCode.is(key[:2]) && (len(key) == 2 || region.MatchString(key[2:]))
}

// areCurrencies reports whether keys are currencies, in capitals, or in small letters where
// one of them is no English word.
func areCurrencies(keys []string) bool {
	return all(currencyCode.is)(keys) || all(func(k string) bool { return k == strings.ToLower(k) && currencyCode.is(strings.ToUpper(k)) })(keys) &&
		slices.ContainsFunc(keys, func(k string) bool { return usualCurrency.is(k) })
}

// isCurrencyPair reports whether a key is two codes of which one is a usual currency, such as BTC-USD:
// what is traded for it need not be one.
func isCurrencyPair(key string) bool {
	pair := currencyPair.FindStringSubmatch(key)
	return pair != nil && (usualCurrency.is(strings.ToLower(pair[1])) || usualCurrency.is(strings.ToLower(pair[2])))
}

var currencyPair = regexp.MustCompile(`^([A-Z]{3,5})[-_/]([A-Z]{3,5})$`)

// areCountries reports whether keys are countries, of which one is no English word.
func areCountries(keys []string) bool {
	return all(countryCode.is)(keys) && slices.ContainsFunc(keys, func(k string) bool { return !shortWord.is(strings.ToLower(k)) })
}

var (
	digits   = regexp.MustCompile(`[0-9]`)
	numbered = regexp.MustCompile(`^[a-z_]+[0-9]+$`)
)

// numberedName is a name with a number behind a hyphen, as those of partitions, machines and
// regions are: orders-0, eu-west-1a. Members are rarely called so.
var numberedName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*-[0-9]+[a-z]?$`)

// numbered reports whether the members of a struct are names with a number, of objects with
// the same members, or of arrays of such objects.
func (v *view) numbered(s *infer.Struct, keys []string) bool {
	if len(keys) < smallFrom || !all(numberedName.MatchString)(keys) {
		return false
	}
	first := infer.StructIn(s.Fields[0].Type)
	return first != nil && !slices.ContainsFunc(s.Fields, func(f *infer.Field) bool {
		t := infer.StructIn(f.Type)
		return t == nil || !equalKeys(first, t) || formOf(f.Type) != formOf(s.Fields[0].Type)
	})
}

// isID reports whether a key is one that only a machine makes up: it is long and has
// digits, not only at its end.
func isID(key string) bool {
	return len(key) >= idLength && len(digits.FindAllString(key, -1)) >= idDigits && !numbered.MatchString(key)
}

// areIDs reports whether keys are made up by a machine, though one alone would not show it:
// they are long, of one length and one beginning, and their letters are mixed.
func areIDs(keys []string) bool {
	for _, k := range keys {
		if len(k) != len(keys[0]) && !isPrefixed(k) || len(k) < idLength || !isMixed(k) {
			return false
		}
	}
	return true
}

// isPrefixed reports whether a key is a word and an id: cus_9s6XKzkNRiz8i3.
func isPrefixed(key string) bool {
	word, rest, ok := strings.Cut(key, "_")
	return ok && len(word) <= longestPrefix && len(rest) >= idLength && strings.ToLower(word) == word
}

// isMixed reports whether a key changes between small letters, capitals and digits as no
// words do: capitals with digits, or a change of the kind at every third letter.
func isMixed(key string) bool {
	kind := func(c rune) int {
		switch {
		case unicode.IsUpper(c):
			return 1
		case unicode.IsDigit(c):
			return 2
		case unicode.IsLower(c):
			return 3
		}
		return 0
	}
	changes, before, small, number := 0, 0, false, false
	for _, c := range key {
		k := kind(c)
		if k == 0 {
			continue
		}
		if before != 0 && k != before {
			changes++
		}
		before, small, number = k, small || k == 3, number || k == 2
	}
	return !small && number || lettersToChange*changes >= len(key)
}
