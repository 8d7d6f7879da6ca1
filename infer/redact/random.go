package redact

import (
	"math"
	"slices"
	"strings"
)

// The least lengths of random tokens. Nobody can guess 16 random letters and digits;
// shorter texts are rather words, numbers and codes. Where no name suggests a secret,
// a token needs twice as many, because most ids are shorter.
const (
	minToken   = 16
	minSession = 32
)

// minEntropy is the least entropy of a random text, in bits per byte. English words
// of such a length have less than 3, random hexadecimal digits 3.5 and more.
const minEntropy = 3

// minRun is the length from which a run of both letters and digits is neither a word
// nor a number, such as v2 or 2x4.
const minRun = 8

// looksRandom reports whether a text consists of at least n letters and digits, of
// both kinds, without apparent order.
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

// isToken64 reports whether tokens can have a character. They have those of all
// variants of base64.
func isToken64(c rune) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.ContainsRune("_-+/=.~:", c)
}

// isFileName reports whether a text is the path of a file. Names of files often
// contain digests.
func isFileName(text string) bool {
	return strings.Contains(text, "/") && strings.Contains(text, ".")
}

// isCredential reports whether the text after a word such as Bearer is a token, and
// not the next word.
func isCredential(text string) bool {
	return looksRandom(text, minToken) || len(text) >= 20 && hasUpper(text) && hasLower(text) && !isPlaceholder(text)
}
