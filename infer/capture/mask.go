package capture

import "strings"

// The words that replace names.
const (
	maskID    = "<id>"    // has digits like a number or a token
	maskEmail = "<email>" // has an @ inside
	maskText  = "<text>"  // has characters that are unusual in names
	maskLong  = "<long>"
)

// maxName is the length of the longest name that is kept.
const maxName = 64

// maxDigits is the number of consecutive digits that a name may have: address_2 and
// utf_16 are names, order_1042 is an id.
const maxDigits = 2

// maxToken is the length of the longest word in which letters may follow digits, as
// in p2p. Longer ones are tokens.
const maxToken = 7

// Mask returns a function that replaces the name of a member: by itself if it is
// known or looks like a name, and otherwise by a word for its form. It decides by the
// name alone, so it cannot recognise values that look like names: {"anna": 1}.
func Mask(known map[string]bool) func(name string) string {
	return func(name string) string {
		if known[name] && !isMask(name) {
			return name
		}
		return mask(name, "_-.:$#~/")
	}
}

// isMask reports whether a name is one of the words that replace names.
func isMask(name string) bool {
	return name == maskID || name == maskEmail || name == maskText || name == maskLong
}

// mask returns the replacement of a name that is not known. Beyond ASCII letters and
// digits, a name may have the given marks. A word that replaces names does not
// replace itself, because whether a name in the evidence stands for several must not
// depend on their order.
func mask(name, marks string) string {
	if len(name) > maxName || name == maskText {
		return maskLong
	}
	if i := strings.IndexByte(name, '@'); i > 0 && i < len(name)-1 {
		return maskEmail
	}
	for i := range len(name) {
		if c := name[i]; !letter(c) && !digit(c) && strings.IndexByte(marks, c) < 0 && !(i == 0 && c == '@') {
			return maskText
		}
	}
	// Not the words of package ident: in a token, a capital does not begin a word.
	letters, from := false, 0
	for i := range len(name) + 1 {
		if i < len(name) && (letter(name[i]) || digit(name[i])) {
			letters = letters || letter(name[i])
			continue
		}
		if random(name[from:i]) {
			return maskID
		}
		from = i + 1
	}
	if !letters && strings.ContainsAny(name, "0123456789") {
		return maskID
	}
	return name
}

// random reports whether a token looks like a number or a random token.
func random(word string) bool {
	run, turns := 0, 0
	for i := range len(word) {
		if digit(word[i]) {
			run++
		} else {
			run = 0
		}
		if i > 0 && digit(word[i-1]) && letter(word[i]) {
			turns++ // a digit before a letter
		}
		if run > maxDigits {
			return true
		}
	}
	return turns > 0 && len(word) > maxToken || turns > 1
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func digit(c byte) bool { return '0' <= c && c <= '9' }
