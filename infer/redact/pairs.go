package redact

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pair is a name and a value inside a text: a form, a header, an element of XML, an
// environment variable, a connection string.
type pair struct {
	name     string
	from, to int  // the value
	prose    bool // separated by a colon and a blank, so it may be a sentence
	own      bool // the value has an end of its own
}

var (
	elementPattern = regexp.MustCompile(`<(?:[\pL_][\pL\pN_.-]*:)?([\pL_][\pL\pN_.-]*)(?:\s[^<>]*)?>(?:<!\[CDATA\[)?([^<>]+?)(?:\]\]>)?</`)
	// <add key="Password" value="…"/>, <input name="password" value="…">
	attributePattern = regexp.MustCompile(`(?i)\b(?:name|key|id)\s*=\s*["']([^"'<>]*)["'][^<>]*?\s(?:value|content)\s*=\s*["']([^"'<>]*)["']`)
)

// pairs returns the names and values in a text, as far as the names say something.
func pairs(text string, known func(name string) bool) []pair {
	var all []pair
	if strings.Contains(text, "</") {
		all = appendPairs(all, elementPattern, text, known)
	}
	if strings.Contains(text, "=") && strings.ContainsAny(text, `"'`) {
		all = appendPairs(all, attributePattern, text, known)
	}
	for i := 0; i < len(text); i++ {
		n := signAt(text, i)
		if n == 0 {
			continue
		}
		name := nameBefore(text, i)
		if name == "" || !known(name) {
			continue
		}
		if p := valueAfter(text, i, n); p.to > p.from {
			p.name = name
			all = append(all, p)
			i = p.to - 1
		}
	}
	return all
}

// signAt returns the length of the sign between a name and a value at i, or 0: =, :,
// := or =>, and the word is in sentences.
func signAt(text string, i int) int {
	switch text[i] {
	case '=', ':':
		if i+1 < len(text) && (text[i+1] == '=' || text[i] == '=' && text[i+1] == '>') {
			return 2
		}
		return 1
	case ' ':
		for _, is := range []string{" is ", " is: ", " is:", " ist ", " lautet ", " est ", " es "} {
			if strings.HasPrefix(text[i:], is) {
				return len(is)
			}
		}
	}
	return 0
}

func appendPairs(all []pair, expr *regexp.Regexp, text string, known func(string) bool) []pair {
	for _, at := range expr.FindAllStringSubmatchIndex(text, -1) {
		if name := text[at[2]:at[3]]; known(name) {
			all = append(all, pair{name: name, from: at[4], to: at[5], own: true})
		}
	}
	return all
}

// nameBefore returns the name that ends before a sign: up to four words of letters,
// digits and what connects them, perhaps in quotation marks.
func nameBefore(text string, end int) string {
	end = len(strings.TrimRight(text[max(0, end-8):end], " \\\"'[]")) + max(0, end-8) // user[password]=…
	from, blanks := end, 0
	for from > 0 && end-from < maxName {
		c, size := utf8.DecodeLastRuneInString(text[:from])
		if c == ' ' {
			if blanks++; blanks > 3 {
				break
			}
		} else if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '-' && c != '.' {
			break
		}
		from -= size
	}
	return strings.TrimLeft(text[from:end], " -.")
}

// valueAfter returns the value after a sign of n bytes at i.
func valueAfter(text string, i, n int) pair {
	from := i + n
	sentence := text[i] == ' '
	blank := from
	for from < len(text) && from-blank < 4 && (text[from] == ' ' || text[from] == '\t') {
		from++
	}
	p := pair{prose: sentence || n == 1 && text[i] == ':' && from > blank}
	rest := text[from:]
	// Each level of strings inside strings adds backslashes.
	quote := strings.TrimLeft(rest[:min(len(rest), 8)], `\`)
	escaped := quote != "" && quote[0] == '"' && rest[0] == '\\'
	if escaped {
		n := min(len(rest), 8) - len(quote)
		rest, from = rest[n:], from+n
	}
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		p.from, p.to = from+1, from+1
		end := strings.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return p // cut off
		}
		p.to, p.own, p.prose = p.from+end, true, false
		for escaped && p.to > p.from && text[p.to-1] == '\\' {
			p.to--
		}
		return p
	}
	p.from, p.to = from, from+bareEnd(rest, text[i] == ':' || sentence)
	return p
}

// bareEnd returns the end of a value without quotation marks: the end of the line
// after a colon, the next blank after an equals sign, or the begin of the next pair.
func bareEnd(text string, line bool) int {
	for i := range len(text) {
		switch c := text[i]; {
		case strings.IndexByte("\n\r\t\"'<>;|", c) >= 0, c == ' ' && !line:
			return i
		case (c == '&' || c == ',') && nextPair(text[i+1:]):
			return i
		}
	}
	return len(text)
}

// nextPair reports whether a text begins with the name of another pair, or ends.
func nextPair(text string) bool {
	text = strings.TrimLeft(text, " ")
	for i := range min(len(text), maxName) {
		switch c := text[i]; {
		case c == '=' || c == ':':
			return i > 0
		case !isAlnum(c) && strings.IndexByte("_-.[] %\"", c) < 0:
			return false
		}
	}
	return text == ""
}

// isForm reports whether a text is a list of names and values, as a form sends it.
func isForm(text string) bool {
	if strings.ContainsAny(text, " \t\n") {
		return false
	}
	count := 0
	for field := range strings.SplitSeq(text, "&") {
		name, value, ok := strings.Cut(field, "=")
		if !ok || name == "" || strings.IndexFunc(name, func(c rune) bool {
			return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("_-.[]%", c)
		}) >= 0 || count == 0 && strings.Trim(value, "=") == "" && field == text {
			return false
		}
		count++
	}
	return true
}

// isCookie reports whether a member holds cookies.
func isCookie(name, text string) bool {
	key := nameKey(name)
	at := strings.IndexAny(text, "=; ")
	return (strings.HasSuffix(key, "cookie") || strings.HasSuffix(key, "cookies")) && at > 0 && text[at] == '=' && at < len(text)-1
}

// cookies finds the values of cookies that may give access (RFC 6265).
func cookies(text string) []part {
	var all []part
	at := 0
	for field := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(field, "=")
		value = strings.TrimRight(value, " ")
		from := at + len(name) + 1
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "path", "domain", "expires", "max-age", "samesite":
		default:
			if len(value) >= minCookie && isKeyLike(value) {
				all = append(all, part{from: from, to: from + len(value), what: Secret})
			}
		}
		at += len(field) + 1
	}
	return all
}

// minCookie is the least length of the value of a cookie that is not a setting.
const minCookie = 8

// cards finds personal data in a vCard (RFC 6350).
func cards(text string) []part {
	if !strings.Contains(text, "BEGIN:VCARD") {
		return nil
	}
	var all []part
	at := 0
	for line := range strings.Lines(text) {
		head, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), ":")
		name, _, _ := strings.Cut(head, ";")
		name = name[strings.LastIndexByte(name, '.')+1:] // item1.TEL
		what := map[string]What{
			"FN": Name, "N": Name, "NICKNAME": Name, "ORG": Name, "TEL": Phone, "EMAIL": Mail, "ADR": Address, "LABEL": Address,
			"BDAY": Birth, "NOTE": Text, "GEO": Position, "URL": URL,
		}[strings.ToUpper(name)]
		from := at + len(head) + 1
		for field := range strings.SplitSeq(value, ";") {
			if ok && what != "" && !worthless(field) {
				all = append(all, part{from: from, to: from + len(field), what: what, each: what == Name})
			}
			from += len(field) + 1
		}
		at += len(line)
	}
	return all
}
