package redact

import (
	"slices"
	"strings"
)

// The lines for names made of a word for a key or a code and a word for its kind.
var (
	keyLines  = []*entry{{what: Secret, holds: isKeyLike, live: isKeyLike}}
	codeLines = []*entry{{what: Secret, holds: isOpeningCode, live: isOpeningCode, nums: true}}
)

// opening returns the lines for a name that ends in the two words of a secret key, or
// of a code that opens something, in either order: private_key, clave_api, code
// d'accès.
func opening(name []string) []*entry {
	n := len(name)
	if n == 0 {
		return nil
	}
	switch last := name[n-1]; {
	case isJoined(last, keyNounWords, keyKindWords):
		return keyLines
	case isJoined(last, codeNounWords, codeKindWords):
		return codeLines
	}
	before := n - 2
	for before > 0 && keyLinkWords[name[before]] {
		before--
	}
	if before < 0 {
		return nil
	}
	first, last := name[before], name[n-1]
	inOrder := before == n-2 // no link between them; a link follows the noun
	nounFirst := !englishNounWords[first] || kindsBehindWords[last]
	switch {
	case nounFirst && keyNounWords[first] && keyKindWords[last], inOrder && isPlural(keyNounWords, last) && keyKindWords[first]:
		return keyLines
	case nounFirst && codeNounWords[first] && codeKindWords[last], inOrder && isPlural(codeNounWords, last) && codeKindWords[first]:
		return codeLines
	}
	return nil
}

// isJoined reports whether a word is made of the two, as geheimschluessel is.
func isJoined(word string, nouns, kinds map[string]bool) bool {
	for noun := range nouns {
		kind, ok := strings.CutSuffix(word, noun)
		if ok && (kinds[kind] || kinds[strings.TrimSuffix(kind, "の")]) {
			return true
		}
	}
	return false
}

// isPlural reports whether a word, or the singular of a plural, is in a list.
func isPlural(words map[string]bool, word string) bool {
	return slices.ContainsFunc(forms(word), func(form string) bool { return words[form] })
}

// startsWithPassword reports whether a name begins with a word for a password that
// its purpose follows, as in senha_banco.
func startsWithPassword(name []string) bool {
	if len(name) == 0 {
		return false
	}
	if last := name[len(name)-1]; isPlural(passRuleWords, last) || thingWords[last] || identifierWords[last] {
		return false
	}
	for n := min(3, len(name)); n > 0; n-- {
		if passHeadWords[strings.Join(name[:n], "")] {
			return true
		}
	}
	return false
}
