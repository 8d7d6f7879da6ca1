package repair

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// roundQuotes are what word processors and pages make of quotes.
const roundQuotes = "\u201c\u201d\u201e\u201f\uff02"

// atQuote reports whether a quote is at i.
func (r *reader) atQuote() bool {
	c, _ := utf8.DecodeRuneInString(r.text[r.i:])
	return c == '"' || !r.strict && strings.ContainsRune("'`\u2018\u2019"+roundQuotes, c)
}

// name returns a name, which may have no quotes.
func (r *reader) name() string {
	if r.err != nil || r.i >= len(r.text) {
		r.fail("expected a name")
		return ""
	}
	begin, edits := r.i, len(r.edits)
	if r.atQuote() {
		r.string()
		if r.err != nil {
			return ""
		}
		part := reader{text: r.text, begin: begin, i: r.i, edits: append([]edit(nil), r.edits[edits:]...)}
		var name string
		if json.Unmarshal([]byte(part.edited()), &name) != nil {
			r.fail("expected a name")
		}
		return name
	}
	name := bareName.FindString(r.text[r.i:min(r.i+256, len(r.text))])
	if name == "" {
		r.fail("expected a name")
		return ""
	}
	r.i += len(name)
	r.edit(begin, r.i, `"`+name+`"`, NameQuoted)
	return name
}

var bareName = regexp.MustCompile(`^[\p{L}\p{N}_$][\p{L}\p{N}_$.\-]*`)

// string reads a string.
func (r *reader) string() {
	quote, n := utf8.DecodeRuneInString(r.text[r.i:])
	s := stringReader{reader: r, begin: r.i, quote: quote}
	switch {
	case quote == '"':
	case s.round():
		r.edit(r.i, r.i+n, `"`, RoundQuotes)
	default:
		r.edit(r.i, r.i+n, `"`, OtherQuotes)
	}
	r.i += n
	for r.err == nil && s.step() {
	}
}

type stringReader struct {
	*reader
	begin    int
	quote    rune
	newlines int
}

// maxNewlines is how many raw newlines a string can have. With more, its end is missing.
const maxNewlines = 50

func (s *stringReader) round() bool { return strings.ContainsRune(roundQuotes, s.quote) }

// step reads one character of a string, and reports whether more follow.
func (s *stringReader) step() bool {
	if s.i >= len(s.text) {
		s.fail("the string has no end")
		return false
	}
	c, n := utf8.DecodeRuneInString(s.text[s.i:])
	switch {
	case c == '\\':
		s.escape()
	case c == '\n' || c == '\r' && strings.HasPrefix(s.text[s.i:], "\r\n"):
		return s.newline()
	case c < ' ':
		s.edit(s.i, s.i+1, controlEscape(c), ControlEscaped)
		s.i++
	case s.isQuote(c):
		if s.closesAt(n) {
			switch {
			case c == '"':
			case s.quote == '"':
				s.edit(s.i, s.i+n, `"`, RoundQuotes)
			default:
				s.edit(s.i, s.i+n, `"`, "")
			}
			s.i += n
			return false
		}
		if c == '"' {
			s.edit(s.i, s.i+1, `\"`, s.innerKind())
		}
		s.i += n
	case c == '"':
		s.edit(s.i, s.i+1, `\"`, "") // inside quotes of JavaScript
		s.i++
	default:
		s.i += n
	}
	return true
}

func (s *stringReader) innerKind() Kind {
	if s.quote == '"' {
		return InnerQuotes
	}
	return ""
}

// isQuote reports whether a character can end the string.
func (s *stringReader) isQuote(c rune) bool {
	switch {
	case c == s.quote:
		return true
	case s.round():
		return c == '"' || strings.ContainsRune(roundQuotes, c)
	case s.quote == '\u2018' || s.quote == '\u2019':
		return c == '\u2018' || c == '\u2019' || c == '\''
	}
	return s.quote == '"' && !s.strict && strings.ContainsRune(roundQuotes, c) && s.mustClose(utf8.RuneLen(c))
}

// closesAt reports whether the quote at i, of n bytes, ends the string: what may follow a
// string follows it. Another quote is part of the string if one that ends it comes later
// in the line.
func (s *stringReader) closesAt(n int) bool {
	if s.strict {
		return true
	}
	const near = 64 // bytes
	rest := s.text[s.i+n : min(s.i+n+near, len(s.text))]
	line, _, _ := strings.Cut(rest, "\n")
	after := strings.TrimLeft(line, " \t\r\u00a0")
	if after == "" || strings.ContainsRune(",:;}]=/#-，：", first(after)) {
		return true
	}
	if c := first(after); len(after) < len(line) && (c == '"' || c == '\'' || strings.ContainsRune(roundQuotes, c)) {
		return true // a comma is missing
	}
	return !s.closesLater(s.i + n)
}

// closesLater reports whether a quote that ends a string is in the line from an offset on.
func (s *stringReader) closesLater(from int) bool {
	known := &s.of.closer
	if known.from <= from && from <= known.at {
		return known.found
	}
	const longest = 4 << 10
	line, _, _ := strings.Cut(s.of.text[from:min(from+longest, len(s.of.text))], "\n")
	*known = closer{from, from + len(line), false}
	if at := closing.FindStringIndex(line); at != nil {
		known.at, known.found = from+at[0], true
	}
	return known.found
}

// closing is a quote that ends a string, by what follows it.
var closing = regexp.MustCompile("[\"'`\u201c\u201d\u2019]\\s*([,:}\\]]|$)")

func first(text string) rune { c, _ := utf8.DecodeRuneInString(text); return c }

// mustClose reports whether a round quote, in a string that began with a straight one,
// ends it: a comma or a bracket follows, and then a name, a bracket or the end of the
// line.
func (s *stringReader) mustClose(n int) bool {
	rest := s.text[s.i+n : min(s.i+n+64, len(s.text))]
	return closingRound.MatchString(rest)
}

var closingRound = regexp.MustCompile("^[ \t]*([,}\\]][ \t]*([\"'}\\]\u201c\u201d\r\n]|$)|[\r\n])")

// newline reads a line end inside a string, and reports whether the string goes on: its
// quote is missing, or the line end belongs to it.
func (s *stringReader) newline() bool {
	after := s.i + strings.IndexByte(s.text[s.i:], '\n') + 1
	rest := s.text[after:min(after+512, len(s.text))]
	next, _, _ := strings.Cut(strings.TrimLeft(rest, " \t"), "\n")
	next = strings.TrimRight(next, " \t\r")
	at := after + len(rest) - len(strings.TrimLeft(rest, " \t"))
	switch {
	case loneQuote.MatchString(next) && first(next) == s.quote:
		s.edit(s.i, at, "", NewlineRemoved)
		s.i = at
		return true
	case next == "" || nextMember.MatchString(next) || s.brackets[len(s.brackets)-1] == '[' && first(next) == s.quote:
		if s.closeBefore(s.i) {
			return false
		}
	}
	if s.newlines++; s.newlines > maxNewlines {
		s.fail("the string has no end")
		return false
	}
	if strings.HasPrefix(s.text[after:], s.indent) { // which all lines of the value have
		after += len(s.indent)
	}
	s.edit(s.i, after, `\n`, NewlineEscaped)
	s.i = after
	return true
}

var (
	loneQuote  = regexp.MustCompile("^[\"'\u201c\u201d]\\s*([,:}\\]]|$)")
	nextMember = regexp.MustCompile("^([\"'\u201c\u201d][^\"'\u201c\u201d]{0,100}[\"'\u201c\u201d]\\s*:|[}\\]])")
)

// closeBefore adds the missing quote to a string at the end of its line, before a comma
// there.
func (s *stringReader) closeBefore(end int) bool {
	body := strings.TrimRight(s.text[s.begin:end], " \t\r")
	body = strings.TrimRight(strings.TrimSuffix(body, ","), " \t")
	at := s.begin + len(body)
	if at <= s.begin+1 {
		return false
	}
	s.edits = dropFrom(s.edits, at)
	s.edit(at, at, `"`, QuoteAdded)
	s.i = at
	return true
}

// dropFrom returns the edits without those at the end that begin at an offset or later.
func dropFrom(edits []edit, at int) []edit {
	for len(edits) > 0 && edits[len(edits)-1].from >= at {
		edits = edits[:len(edits)-1]
	}
	return edits
}

// escape reads an escape, and corrects one that JSON does not have.
func (s *stringReader) escape() {
	rest := s.text[s.i+1 : min(s.i+12, len(s.text))]
	c, n := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		s.edit(s.i, s.i+1, `\\`, EscapeCorrected)
	case c < utf8.RuneSelf && strings.ContainsRune(`"\/bfnrt`, c):
	case unicodeEscape.MatchString(rest):
	case c == '\n' || strings.HasPrefix(rest, "\r\n"):
		n = strings.IndexByte(rest, '\n') + 1
		s.edit(s.i, s.i+1+n, "", NewlineRemoved)
	case codePoint.MatchString(rest):
		m := codePoint.FindStringSubmatch(rest)
		v, _ := strconv.ParseUint(m[1]+m[2], 16, 32)
		n = len(m[0])
		text, _ := json.Marshal(string(rune(v)))
		s.edit(s.i, s.i+1+n, string(text[1:len(text)-1]), EscapeCorrected)
	case strings.ContainsRune("'`\u2018\u2019"+roundQuotes, c):
		s.edit(s.i, s.i+1, "", EscapeCorrected)
	default:
		s.edit(s.i, s.i+1, `\\`, EscapeCorrected)
		n = 0
	}
	s.i += 1 + n
}

var (
	unicodeEscape = regexp.MustCompile(`^u[0-9a-fA-F]{4}`)
	codePoint     = regexp.MustCompile(`^(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\})`)
)

func controlEscape(c rune) string {
	if c == '\t' {
		return `\t`
	}
	return fmt.Sprintf(`\u%04x`, c)
}
