package specs

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuoted is how much of a name a message shows: enough to find it, and no
// more than a line.
const maxQuoted = 80

// quote returns a text of the spec in quotes, cut and with everything escaped
// that a terminal would obey instead of show.
func quote(s string) string {
	if short := cut(s, maxQuoted); short != s {
		return Printable(strconv.Quote(strings.TrimSuffix(short, "…"))) + "…"
	}
	return Printable(strconv.Quote(s))
}

// cut returns at most n bytes of s and a mark where some are missing.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// Printable returns s with everything as escapes that is not visible and the bytes
// that are not UTF-8. Messages of other stages pass through it as well.
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

// Visible reports whether a character is shown as what it is. Control and format
// characters, which a terminal may obey, line separators, private and unassigned
// ones are not, nor are letters and marks that a font leaves out, such as U+3164.
// Of the spaces, only U+0020 is.
func Visible(r rune) bool {
	return strconv.IsPrint(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
