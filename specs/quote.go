package specs

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxQuoted is how much of a name a message shows: enough to find it, and no
// more than a line.
const maxQuoted = 80

// quote returns a text of the spec in quotes, cut and with everything escaped
// that a terminal would obey instead of show.
func quote(s string) string {
	if short := cut(s, maxQuoted); short != s {
		return strconv.Quote(strings.TrimSuffix(short, "…")) + "…"
	}
	return strconv.Quote(s)
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

// Printable returns s with control characters, bidirectional controls and
// invalid bytes as escapes. Messages of other stages pass through it as well.
func Printable(s string) string {
	if strings.IndexFunc(s, unprintable) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			b.WriteString(`\x` + strconv.FormatUint(uint64(s[i])|0x100, 16)[1:])
		case unprintable(r):
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unprintable reports whether r should not reach a terminal as it is.
func unprintable(r rune) bool {
	return r == utf8.RuneError || !strconv.IsPrint(r)
}
