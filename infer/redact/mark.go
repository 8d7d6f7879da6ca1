package redact

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker decides what is replaced.
type marker struct {
	names    names
	personal bool
	keep     []string
	secret   bool // the string that holds the text is a password
}

func (m marker) mark(d *document) {
	for _, l := range d.leaves {
		switch {
		case l.kind != aName && m.keeps(l):
			l.kept, l.inner = true, nil
		case l.inner != nil:
			// A pointer of the options does not reach into a string.
			name, parent := l.place.called()
			inside := marker{names: m.names, personal: m.personal, secret: m.secret}
			if lines := m.names.says(name, parent); anyOf(lines, Secret) && lines[0].nums {
				inside.secret = true
			}
			inside.mark(l.inner)
		default:
			l.parts = m.parts(l)
		}
	}
}

// parts finds what is to be replaced in a leaf.
func (m marker) parts(l *leaf) []part {
	switch {
	case worthless(l.text):
		return nil
	case l.kind == aName:
		return m.name(l)
	case m.secret && l.kind == aString:
		return whole(l.text, 0, Secret, false)
	}
	return m.value(l)
}

func (m marker) keeps(l *leaf) bool {
	return slices.ContainsFunc(m.keep, func(pointer string) bool {
		return strings.HasSuffix(pointer, "/"+l.place.last()) && l.place.pointer() == pointer
	})
}

// value finds what is to be replaced in a string or number.
func (m marker) value(l *leaf) []part {
	name, parent := l.place.called()
	if parts := m.said(l, name, parent); parts != nil {
		return parts
	}
	if l.label {
		return nil
	}
	if isIdentifier(name) && strings.Trim(l.text, "0123456789") == "" {
		return nil
	}
	if l.kind == aNumber {
		if m.personal && isCard(l.text) {
			return whole(l.text, 0, Card, false)
		}
		return nil
	}
	if !m.personal {
		return merge(m.secrets(l.text))
	}
	if isTimestamp(l.text) {
		return nil
	}
	if what := looksLike(l.text); what != "" {
		return whole(l.text, 0, what, false)
	}
	if looksRandom(l.text, minSession) && !isUUID(l.text) && !prefixedID.MatchString(l.text) && !chainPattern.MatchString(l.text) && !isIdentifier(name) && !isFileName(l.text) {
		return whole(l.text, 0, Secret, false)
	}
	return merge(append(m.secrets(l.text), m.personalIn(l.text)...))
}

// said returns what the names that lead to a value say about it.
func (m marker) said(l *leaf, name, parent string) []part {
	if l.label {
		return nil
	}
	lines := m.names.says(name, parent)
	if e := m.first(lines, l.text, l.kind == aNumber); e != nil {
		what := e.what
		if looks := looksLike(l.text); looks != "" && m.personal && l.kind == aString {
			what = looks
		}
		if what == Secret && strings.Contains(l.text, pemBegin) {
			return merge(find(l.text, secretPatterns))
		}
		return whole(l.text, scheme(l.text), what, e.each)
	}
	// What stands in an object of names or of secrets is one, whatever it is called.
	for p := l.place; p != nil; p = p.up {
		if p.key == nil {
			continue
		}
		switch strings.ToLower(p.key.text) {
		case "name", "names":
			if m.personal && lines == nil && p != l.place && l.kind == aString && notCommon(l.text) && anyOf(m.names.says(p.called()), Name) {
				return whole(l.text, 0, Name, true)
			}
		case "secrets", "credentials":
			if m.personal && (l.kind == aNumber || notVoid(l.text)) || l.kind == aString && isLive(l.text) {
				return whole(l.text, scheme(l.text), Secret, false)
			}
		}
	}
	return nil
}

// first returns the first line of the lexicon that a value looks like.
func (m marker) first(lines []*entry, text string, number bool) *entry {
	for _, e := range lines {
		looks := e.live
		if m.personal {
			looks = e.holds
		}
		if looks == nil || number && (!e.nums || e.what == Secret && len(text) < 3) || worthless(text) {
			continue
		}
		if looks(text) {
			return e
		}
	}
	return nil
}

// name finds what is to be replaced in the name of a member: nothing that anybody
// would call a member.
func (m marker) name(l *leaf) []part {
	name, parent := l.place.up.called()
	if e := m.first(m.names.says(name, parent), l.text, false); e != nil && e.what == Secret && isLive(l.text) {
		return whole(l.text, 0, Secret, false)
	}
	parts := find(l.text, secretPatterns)
	parts = append(parts, issuedIn(l.text)...)
	if m.personal {
		switch what := looksLike(l.text); what {
		case Mail, Phone, Card, Account, Network:
			return whole(l.text, 0, what, false)
		}
		parts = append(parts, find(l.text, personalPatterns)...)
	}
	return merge(parts)
}

// secrets finds what looks like a live secret in a text.
func (m marker) secrets(text string) []part {
	all := append(find(text, secretPatterns), issuedIn(text)...)
	return append(all, m.pairs(text, false)...)
}

// personalIn finds personal data in a text.
func (m marker) personalIn(text string) []part {
	all := append(find(text, personalPatterns), cards(text)...)
	return append(all, m.pairs(text, true)...)
}

// pairs finds what the names in a text say of the values beside them: secrets, or
// personal data.
func (m marker) pairs(text string, personal bool) []part {
	var all []part
	for _, p := range pairs(text, func(name string) bool {
		return slices.ContainsFunc(m.names.says(name, ""), func(e *entry) bool { return e.what != "" && (e.live == nil) == personal })
	}) {
		value := text[p.from:p.to]
		trimmed := strings.TrimRight(value, " \t.,)]}\\")
		if !p.own {
			value = trimmed
		}
		plain := value
		if escapePattern.MatchString(value) || strings.Contains(value, "+") && !strings.Contains(value, " ") {
			if read, err := url.QueryUnescape(value); err == nil {
				plain = read
			}
		}
		for _, e := range m.names.says(p.name, "") {
			if (e.live == nil) != personal || e.what == Text || personal && worthless(plain) {
				continue
			}
			looks := e.live
			if personal {
				looks = e.holds
			}
			if e == endInName[0] && !isTitle(plain) || e.what == Position && !hasDigit(plain) {
				continue // name="color", Location: header
			}
			found := looks(plain) || e.what == Secret && looks(escapePattern.ReplaceAllString(value, ""))
			if !found || p.prose && !isAnswer(e, plain) {
				continue
			}
			from := scheme(value)
			if end := answerEnd(value, e.what); p.prose && end > from {
				value = value[:end]
			}
			all = append(all, part{from: p.from + from, to: p.from + len(value), what: e.what, each: e.each})
			break
		}
	}
	return all
}

// isAnswer reports whether what follows a name, a colon and a blank is a value,
// and not the rest of a sentence.
func isAnswer(e *entry, text string) bool {
	switch e.what {
	case Secret:
		first, _, _ := strings.Cut(text, " ")
		return hasDigit(first) || hasUpper(first[min(1, len(first)):]) && hasLower(first) || strings.ContainsAny(first, "!#$%&*^_")
	case Name, Address:
		if !e.each && !strings.Contains(text, " ") && e != endInName[0] {
			return true // the name of an account
		}
		return len(text) <= maxName && (isPerson(text) || isTitle(text) || hasDigit(text))
	case Mail, URL, Network:
		return false // they are found by their form
	}
	return true
}

// answerEnd returns where a sentence goes on behind a value: behind the first word,
// or before the first that has letters after a number.
func answerEnd(text string, what What) int {
	switch what {
	case Secret:
		return strings.IndexByte(text, ' ')
	case Phone, Card, Account, Identity, Birth:
		for i := 1; i < len(text); i++ {
			if text[i-1] == ' ' && 'a' <= text[i] && text[i] <= 'z' && hasDigit(text[:i]) {
				return i - 1
			}
		}
	}
	return len(text)
}

// isTitle reports whether a text begins with a capital letter, or one of a script
// that has none, and has no digit.
func isTitle(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(first) && !unicode.IsLower(first) && !hasDigit(text)
}

func whole(text string, from int, what What, each bool) []part {
	return []part{{from, len(text), what, each}}
}

// find returns the parts of a text that patterns match: their groups, or all of
// them where they have none.
func find(text string, patterns []pattern) []part {
	var all []part
	digits := strings.IndexFunc(text, func(c rune) bool { return '0' <= c && c <= '9' }) >= 0
	for _, p := range patterns {
		if p.digits && !digits || !strings.Contains(text, p.needs) {
			continue
		}
		for done := 0; done < len(text); {
			at := p.expr.FindStringSubmatchIndex(text[done:])
			if at == nil {
				break
			}
			groups := at[2:]
			if len(groups) == 0 {
				groups = at
			}
			begin := done
			for i := 0; i < len(groups); i += 2 {
				from, to := begin+groups[i], begin+groups[i+1]
				if groups[i] < 0 {
					continue
				}
				done = max(done, to)
				if p.within != nil {
					to = from + p.within(text[from:to])
				}
				if to > from && (p.when == nil || p.when(text[from:to])) {
					all = append(all, part{from: from, to: to, what: p.what})
				}
			}
			done = max(done, begin+1)
		}
	}
	return all
}

// merge sorts parts, and joins those that overlap.
func merge(all []part) []part {
	slices.SortFunc(all, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to), cmp.Compare(a.what, b.what))
	})
	var out []part
	for _, p := range all {
		if n := len(out); n > 0 && p.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, p.to)
			continue
		}
		if p.to > p.from {
			out = append(out, p)
		}
	}
	return out
}
