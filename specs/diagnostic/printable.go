package diagnostic

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuoted is how many bytes of a text Quote shows: enough to find it, and less
// than a line.
const maxQuoted = 80

// Quote returns s in double quotes and printable, cut if it is long.
func Quote(s string) string {
	if short := cut(s, maxQuoted); short != s {
		return Printable(strconv.Quote(strings.TrimSuffix(short, "…"))) + "…"
	}
	return Printable(strconv.Quote(s))
}

// cut returns at most n bytes of s, with … if some are left out.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// Printable returns s with escapes for characters that are not [Visible] and for
// bytes that are not UTF-8.
func Printable(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !Visible(r) || r == utf8.RuneError }) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			b.WriteString(`\x` + strconv.FormatUint(uint64(s[i])|0x100, 16)[1:])
		case !Visible(r) || r == utf8.RuneError:
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Visible reports whether a terminal or a browser shows the character. It does
// not show control and format characters, which it may obey, line separators,
// private and unassigned characters, and letters and marks that fonts leave
// blank, such as U+3164. U+0020 is the only visible space.
func Visible(r rune) bool {
	return strconv.IsPrint(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
