package observe

import "strings"

// What names are replaced by.
const (
	maskID    = "<id>"    // has digits as numbers and tokens do
	maskEmail = "<email>" // has an @ in its midst
	maskText  = "<text>"  // has characters that names of members hardly have
	maskLong  = "<long>"
)

// maxName is the length of the longest name that is shown.
const maxName = 64

// maxDigits is how many digits in a row a name may have: address_2 and utf_16 are
// names, order_1042 is an order's.
const maxDigits = 2

// maxToken is the length of a word that letters and digits may alternate in, as in
// p2p; longer ones are tokens.
const maxToken = 7

// Mask returns a function that says what is kept of the name of a member: the
// name itself where known has it or where it looks like a name, and else a word
// for what it looks like. It decides by the name alone, so it cannot tell a name
// from a value that looks like one: {"anna": 1}.
func Mask(known map[string]bool) func(name string) string {
	return func(name string) string {
		if known[name] && !isMask(name) {
			return name
		}
		return mask(name, "_-.:$#~/")
	}
}

// isMask reports whether a name is one of the words that names are replaced by.
func isMask(name string) bool {
	return name == maskID || name == maskEmail || name == maskText || name == maskLong
}

// mask returns what is kept of a name that nobody knows. It never replaces a name
// by itself: whether a name stands for several must not depend on which came first. Beyond ASCII's letters
// and digits, it may have the given marks.
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
	words := strings.FieldsFunc(name, func(r rune) bool { return !letter(byte(r)) && !digit(byte(r)) })
	for _, word := range words {
		if random(word) {
			return maskID
		}
	}
	if len(words) > 0 && strings.IndexFunc(name, func(r rune) bool { return letter(byte(r)) }) < 0 {
		return maskID
	}
	return name
}

// random reports whether a word looks like a number or a token.
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
