package redact

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pairs finds values in a text that the names beside them say are secrets or personal
// data.
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

// isAnswer reports whether the text after a name, a colon and a blank is a value,
// rather than the rest of a sentence.
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
		return false // found by their form
	}
	return true
}

// answerEnd returns where a sentence continues after a value: after the first word,
// or before the first word with letters that follows a number.
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

// isTitle reports whether a text without digits begins with a capital letter, or with
// a letter of a script without capitals.
func isTitle(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(first) && !unicode.IsLower(first) && !hasDigit(text)
}
