package suggest

import (
	"slices"
	"strings"
	"unicode"
)

// words splits the key of a member into its words, in lower case: at all that is
// no letter or digit, and before a capital that begins a word.
func words(key string) []string {
	var all []string
	begin, before := -1, rune(0)
	flush := func(end int) {
		if begin >= 0 {
			all = append(all, strings.ToLower(key[begin:end]))
		}
		begin = -1
	}
	for i, c := range key {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			flush(i)
		case unicode.IsUpper(c) && unicode.IsLower(before):
			flush(i)
			begin = i
		case begin < 0:
			begin = i
		}
		before = c
	}
	flush(len(key))
	return all
}

func firstWord(key string) string {
	if w := words(key); len(w) > 0 {
		return w[0]
	}
	return ""
}

func lastWord(key string) string {
	if w := words(key); len(w) > 0 {
		return w[len(w)-1]
	}
	return ""
}

func isOneOf(word, list string) bool { return slices.Contains(strings.Fields(list), word) }

// hasWord reports whether the key has one of the words in a list.
func hasWord(key, list string) bool {
	return slices.ContainsFunc(words(key), func(w string) bool { return isOneOf(w, list) })
}
