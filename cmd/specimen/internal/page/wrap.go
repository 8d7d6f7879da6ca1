package page

import (
	"strings"
	"unicode"
)

// longWord is the length from which a part of a path may be broken inside, in bytes.
const longWord = 20

// wrap splits a path, a topic or a name where a line may end: behind a slash, and where the
// part up to the next slash is long, also inside it. The parts are the text; none is empty.
func wrap(text string) []string {
	var parts []string
	for part := range strings.SplitAfterSeq(text, "/") {
		switch {
		case len(part) > longWord:
			parts = append(parts, wrapWord(part)...)
		case part != "":
			parts = append(parts, part)
		}
	}
	return parts
}

// wrapWord splits a word behind its separators, and before the words of a Go name.
func wrapWord(word string) []string {
	var parts []string
	from, last := 0, rune(0)
	for i, c := range word {
		if i > from && (strings.ContainsRune("_.-:", last) || unicode.IsLower(last) && unicode.IsUpper(c)) {
			parts = append(parts, word[from:i])
			from = i
		}
		last = c
	}
	return append(parts, word[from:])
}
