package redact

import (
	"math"
	"slices"
	"strings"
)

// A token of 16 letters and digits at random is out of reach of guessing; below
// that texts are rather words, numbers and codes. Where no name speaks of a
// secret, it takes twice as many, as most ids are shorter.
const (
	minToken   = 16
	minSession = 32
)

// minEntropy is in bits for each byte. English words have less than 3 in texts
// of such a length, random hexadecimal digits 3.5 and more.
const minEntropy = 3

// minRun is how long a run of letters and digits is that no word and no number
// is, as v2 and 2x4 are: one that has both of them.
const minRun = 8

// looksRandom reports whether a text is made of n letters and digits or more, of
// both kinds, without an order that shows.
func looksRandom(text string, n int) bool {
	if len(text) < n || strings.IndexFunc(text, func(c rune) bool { return !isToken64(c) }) >= 0 {
		return false
	}
	var count [128]int
	for i := range len(text) {
		count[text[i]]++
	}
	bits := 0.0
	for _, k := range count {
		if k > 0 {
			share := float64(k) / float64(len(text))
			bits -= share * math.Log2(share)
		}
	}
	runs := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("_-+/=.~:", c) })
	return bits >= minEntropy && slices.ContainsFunc(runs, func(run string) bool {
		return len(run) >= minRun && strings.ContainsAny(run, "0123456789") && strings.Trim(run, "0123456789") != ""
	})
}

// isToken64 reports whether tokens have a character: those of all base64 alphabets.
func isToken64(c rune) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.ContainsRune("_-+/=.~:", c)
}

// isFileName reports whether a text is a path to a file, which often has a digest
// for a name.
func isFileName(text string) bool {
	return strings.Contains(text, "/") && strings.Contains(text, ".")
}

// isCredential reports whether what follows a word such as Bearer is a token,
// and not the next word.
func isCredential(text string) bool {
	return looksRandom(text, minToken) || len(text) >= 20 && hasUpper(text) && hasLower(text) && !isPlaceholder(text)
}
