package redact

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// source makes texts of given layouts. It sees nothing of a text but its layout.
type source struct{ random *rand.ChaCha8 }

// below returns a number from 0 to n-1.
func (s source) below(n int) int { return int(s.random.Uint64() % uint64(n)) }

// between returns a number from a to b.
func (s source) between(a, b int) int { return a + s.below(b-a+1) }

func (s source) letter(of string) byte { return of[s.below(len(of))] }

// layout returns a text with letters of the same script and case, with digits for
// digits, and with everything else as it is. Words are pronounceable; tokens of
// letters and digits are not.
func (s source) layout(text string) string {
	hex := isHex(text)
	for range attempts {
		if made := s.letters(text, hex); isHex(made) == hex {
			return made
		}
	}
	return strings.Repeat("x", len(text)) // eight random letters or more are not all hexadecimal
}

func (s source) letters(text string, hex bool) string {
	letters := speakable
	switch {
	case hex:
		letters = func(int) string { return "abcdef" }
	case strings.ContainsAny(text, "0123456789") && !strings.ContainsAny(text, " \t\n"):
		letters = func(int) string { return "abcdefghijklmnopqrstuvwxyz" }
	}
	out := make([]byte, 0, len(text))
	inNumber, inWord := false, 0
	for i, c := range text {
		wasInNumber := inNumber
		inNumber = '0' <= c && c <= '9'
		if inWord++; c|0x20 < 'a' || c|0x20 > 'z' {
			inWord = 0
		}
		switch {
		case c == utf8.RuneError:
			_, size := utf8.DecodeRuneInString(text[i:])
			out = append(out, text[i:i+size]...) // invalid UTF-8
		case c == '0' && !wasInNumber:
			out = append(out, '0') // phone numbers begin with 0
		case inNumber && !wasInNumber:
			out = append(out, s.letter("123456789"))
		case inNumber:
			out = append(out, s.letter("0123456789"))
		case 'a' <= c && c <= 'z':
			out = append(out, s.letter(letters(inWord)))
		case 'A' <= c && c <= 'Z':
			out = append(out, s.letter(letters(inWord))-'a'+'A')
		default:
			out = utf8.AppendRune(out, s.other(c))
		}
	}
	return string(out)
}

// speakable returns the choices for the nth letter of a word: consonants and vowels
// in turn.
func speakable(n int) string {
	if n%2 == 0 {
		return "aeiou"
	}
	return "bdfghklmnprstvwz"
}

// isHex reports whether a text consists of hexadecimal digits, both letters and
// others, perhaps with dashes or colons between them.
func isHex(text string) bool {
	return strings.Trim(text, "0123456789abcdefABCDEF-:") == "" &&
		strings.ContainsAny(text, "0123456789") && strings.ContainsAny(text, "abcdefABCDEF") && len(text) >= 8
}

// alphabets are ranges of letters and digits that replace each other. All of one
// range have the same length in UTF-8.
var alphabets = [][2]rune{
	{0x4e00, 0x9fa5}, {0x3041, 0x3096}, {0x30a1, 0x30fa}, {0xac00, 0xd7a3}, // Chinese, Japanese, Korean
	{'а', 'я'}, {'А', 'Я'}, {'α', 'ρ'}, {'Α', 'Ρ'}, // Cyrillic, Greek
	{'ß', 'ö'}, {'ø', 'ÿ'}, {'À', 'Ö'}, {'Ø', 'Þ'}, // Latin with accents
	{0x5d0, 0x5ea}, {0x621, 0x63a}, {0x905, 0x939}, {0xe01, 0xe2e}, // Hebrew, Arabic, Devanagari, Thai
	{'0', '9'}, {0x660, 0x669}, {0x6f0, 0x6f9}, {0x966, 0x96f}, // their digits
}

// other replaces a character that is not a letter or digit of ASCII.
func (s source) other(c rune) rune {
	if a, ok := alphabet(c); ok {
		return a[0] + rune(s.below(int(a[1]-a[0])+1))
	}
	if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
		return c
	}
	// A neighbouring character: each block of Unicode has one script.
	for {
		made := c&^63 + rune(s.below(64))
		same := unicode.IsLetter(made) == unicode.IsLetter(c) && unicode.IsUpper(made) == unicode.IsUpper(c) &&
			unicode.IsDigit(made) == unicode.IsDigit(c)
		if _, other := alphabet(made); !other && same && utf8.RuneLen(made) == utf8.RuneLen(c) {
			return made
		}
	}
}

// alphabet returns the alphabet of a letter or digit.
func alphabet(c rune) (first [2]rune, ok bool) {
	for _, a := range alphabets {
		if a[0] <= c && c <= a[1] {
			return a, true
		}
	}
	return first, false
}
