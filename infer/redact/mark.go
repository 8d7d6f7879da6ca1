package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// marker decides what is replaced.
type marker struct {
	personal bool
	keep     []string
	secret   bool // the string that holds the text is a password
}

func (m marker) mark(d *document) {
	for _, l := range d.leaves {
		switch {
		case slices.Contains(m.keep, l.path):
			l.kept, l.inner = true, nil
		case l.inner != nil:
			// A pointer of the options does not reach into a string.
			marker{personal: m.personal, secret: m.secret || isPassword(l.names)}.mark(l.inner)
		case worthless(l.text):
		case m.secret && l.isString:
			l.parts = []part{{0, len(l.text), Secret}}
		case m.personal:
			l.parts = l.personal()
		case l.isString:
			l.parts = l.secrets()
		}
	}
}

// worthless reports whether a text says nothing of anybody: it has no letter and
// no digit, or is a 0 or 1, which is more often a flag.
func worthless(text string) bool {
	return text == "0" || text == "1" || strings.IndexFunc(text, func(c rune) bool {
		return unicode.IsLetter(c) || unicode.IsDigit(c)
	}) < 0
}

// personal finds personal data, and all that may be a secret.
func (l *leaf) personal() []part {
	says := saysOf(l.names)
	if says == Secret && !isToken(l.names) && !looksRandom(l.text, minToken) {
		says = "" // "key": "color"
	}
	if !l.isString {
		switch says {
		case "", Name, Mail, Network, URL, Text:
			return nil
		}
		return []part{{0, len(l.text), says}}
	}
	if says != "" {
		from := scheme(l.text)
		if what := looksLike(l.text); what != "" {
			says = what
		}
		return []part{{from, len(l.text), says}}
	}
	if isTimestamp(l.text) {
		return nil
	}
	if what := looksLike(l.text); what != "" {
		return []part{{0, len(l.text), what}}
	}
	if looksRandom(l.text, minSession) && !isUUID(l.text) && !isIdentifier(last(l.names)) && !isFileName(l.text) {
		return []part{{0, len(l.text), Secret}}
	}
	return merge(append(find(l.text, personalPatterns), find(l.text, secretPatterns)...))
}

// secrets finds what looks like a live secret.
func (l *leaf) secrets() []part {
	if named(last(l.names)) == Secret && (isPassword(l.names) && !isPlaceholder(l.text) || isToken(l.names) && isLive(l.text)) {
		return []part{{scheme(l.text), len(l.text), Secret}}
	}
	return merge(find(l.text, secretPatterns))
}

func last(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[len(names)-1]
}

// isPassword reports whether the name is that of something that is secret
// whatever it looks like.
func isPassword(names []string) bool {
	for _, word := range split(last(names)) {
		if slices.Contains([]string{"password", "passwd", "pwd", "passphrase", "secret"}, word) {
			return true
		}
	}
	return false
}

// isToken reports whether the name is that of a secret if the value looks like
// one. A key alone is more often the key of something else.
func isToken(names []string) bool {
	words := split(last(names))
	if len(words) == 0 || !slices.Contains(forms(words[len(words)-1]), "key") {
		return true
	}
	return len(words) > 1 && slices.Contains([]string{"api", "access", "private", "auth", "signing", "encryption"}, words[len(words)-2])
}

// isLive reports whether the value of a token looks like a real one.
func isLive(text string) bool {
	text = text[scheme(text):]
	return looksRandom(text, minToken) && !isPlaceholder(text) && !isUUID(text)
}

// find returns the parts of a text that patterns match: their first group, or
// all of them where they have none.
func find(text string, patterns []pattern) []part {
	var all []part
	for _, p := range patterns {
		if !strings.Contains(text, p.needs) {
			continue
		}
		for _, at := range p.expr.FindAllStringSubmatchIndex(text, -1) {
			from, to := at[0], at[1]
			if len(at) > 2 {
				from, to = at[2], at[3]
			}
			if !p.random || looksRandom(text[from:to], minToken) {
				all = append(all, part{from, to, p.what})
			}
		}
	}
	return all
}

// merge sorts parts, and drops those that overlap an earlier or longer one.
func merge(all []part) []part {
	slices.SortFunc(all, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to), cmp.Compare(a.what, b.what))
	})
	var out []part
	for _, p := range all {
		if len(out) == 0 || p.from >= out[len(out)-1].to {
			out = append(out, p)
		}
	}
	return out
}
