package redact

import (
	"slices"
	"strconv"
	"strings"
)

// marker decides what is replaced.
type marker struct {
	names    names
	personal bool
	keep     []string
	secret   bool // the text is inside a string that is a secret
}

// mark marks what is replaced in a document.
func (m marker) mark(d *document) {
	for _, l := range d.leaves {
		switch {
		case l.kind != aName && m.keeps(l):
			l.kept, l.inner = true, nil
		case l.encoding != nil && m.saysOfWhole(l):
			l.inner = nil
		case l.inner != nil:
			// Pointers of the options do not reach into strings.
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

// saysOfWhole marks a string in base64 that is replaced as a whole because of its
// name.
func (m marker) saysOfWhole(l *leaf) bool {
	if l.parts = nil; m.secret {
		l.parts = whole(l.text, 0, Secret, false)
	} else {
		name, parent := l.place.called()
		l.parts = m.said(l, name, parent)
	}
	return l.parts != nil
}

// parts finds what is replaced in a leaf.
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

// keeps reports whether the options name a leaf.
func (m marker) keeps(l *leaf) bool {
	return slices.ContainsFunc(m.keep, func(pointer string) bool {
		return strings.HasSuffix(pointer, "/"+l.place.last()) && l.place.pointer() == pointer
	})
}

// value finds what is replaced in a string or number.
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

// said returns what the names on the way to a value say about it.
func (m marker) said(l *leaf, name, parent string) []part {
	if l.label {
		return nil
	}
	lines := m.names.says(name, parent)
	if anyOf(lines, Secret) && isCookie(name, l.text) {
		return cookies(l.text)
	}
	if e := m.first(lines, l.text, l.kind == aNumber); e != nil {
		what := e.what
		if looks := looksLike(l.text); looks != "" && m.personal && l.kind == aString {
			what = looks
		}
		if what == Secret && strings.Contains(l.text, pemBegin) {
			return merge(find(l.text, secretPatterns))
		}
		if what == Text {
			return merge(written(l.text))
		}
		return whole(l.text, scheme(l.text), what, e.each)
	}
	// Everything in an object of names, or of secrets, is one.
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

// first returns the first line of the lexicon whose form the value has.
func (m marker) first(lines []*entry, text string, number bool) *entry {
	for _, e := range lines {
		looks := e.live
		if m.personal {
			looks = e.holds
		}
		if looks == nil || e.what.isUndated() && isTimestamp(text) || number && (!e.nums || e.what == Secret && len(text) < 3) || worthless(text) {
			continue
		}
		if looks(text) {
			return e
		}
	}
	return nil
}

// isUndated reports whether a value of a class is not a time: last_login is not a
// name.
func (w What) isUndated() bool {
	return slices.Contains([]What{Name, Text, Mail, URL, Network, Position}, w)
}

// name finds what is replaced in the name of a member: what no member is called.
func (m marker) name(l *leaf) []part {
	name, parent := l.place.up.called()
	if m.isKeyOf(m.names.says(name, parent), l.text) {
		return whole(l.text, 0, Secret, false)
	}
	parts := find(l.text, secretPatterns)
	parts = append(parts, issuedIn(l.text)...)
	if m.personal {
		switch what := looksLike(l.text); what {
		case Mail, Phone, Card, Account, Network:
			return whole(l.text, 0, what, false)
		}
		parts = append(append(parts, find(l.text, personalPatterns)...), cardsIn(l.text)...)
	}
	return merge(parts)
}

// isKeyOf reports whether the name of a member is a secret because the object is one
// of keys.
func (m marker) isKeyOf(lines []*entry, text string) bool {
	if !anyOf(lines, Secret) || !isLive(text) || isObjectID(text) {
		return false
	}
	return m.first(lines, text, false) != nil || hasUpper(text) && hasLower(text)
}

// secrets finds what looks like a live secret in a text.
func (m marker) secrets(text string) []part {
	return unescaped(text, func(text string) []part {
		all := append(find(text, secretPatterns), issuedIn(text)...)
		return append(all, m.pairs(text, false)...)
	})
}

// personalIn finds personal data in a text.
func (m marker) personalIn(text string) []part {
	return unescaped(text, func(text string) []part {
		all := append(find(text, personalPatterns), cardsIn(text)...)
		all = append(all, cards(text)...)
		return append(all, m.pairs(text, true)...)
	})
}

// unescaped finds parts in a text, and in the text without percent escapes: a form
// may hold a form or JSON.
func unescaped(text string, find func(string) []part) []part {
	all := find(text)
	escapes := escapePattern.FindAllStringIndex(text, -1)
	if len(escapes) == 0 {
		return all
	}
	var plain []byte
	var at []int // the offset in text of each byte of plain
	done := 0
	for _, e := range append(escapes, []int{len(text), len(text)}) {
		for ; done < e[0]; done++ {
			plain, at = append(plain, text[done]), append(at, done)
		}
		if c, err := strconv.ParseUint(text[min(e[0]+1, e[1]):e[1]], 16, 8); err == nil {
			plain, at = append(plain, byte(c)), append(at, e[0])
			done = e[1]
		}
	}
	at = append(at, len(text))
	for _, p := range find(string(plain)) {
		p.from, p.to = at[p.from], at[p.to]
		all = append(all, p)
	}
	return all
}

// whole returns a text from an offset on as a part.
func whole(text string, from int, what What, each bool) []part {
	return []part{{from, len(text), what, each}}
}
