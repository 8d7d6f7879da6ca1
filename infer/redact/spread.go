package redact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// known is what was found to be personal or secret somewhere in a payload. It is
// replaced everywhere in the payload.
type known struct {
	values map[string]What // whole values
	phrase map[string]What // in lower case, from the first letter or digit to the last one
	begins map[string]bool // the first words of phrases
	single map[string]What // words that identify a person
	digits map[string]What // digits of numbers
}

func newKnown() known {
	return known{
		values: make(map[string]What), phrase: make(map[string]What), begins: make(map[string]bool),
		single: make(map[string]What), digits: make(map[string]What),
	}
}

// The longest that is looked for inside of texts: a text in which every word
// begins something takes no longer than so many times its length.
const (
	maxPhrase = 200 // bytes
	maxWords  = 12
	minDigits = 7
)

func (k *known) collect(d *document) {
	for _, l := range d.leaves {
		if l.inner != nil {
			k.collect(l.inner)
		}
		isText := l.isText()
		if isText {
			k.add(l.text, part{what: Text})
		}
		for _, p := range l.parts {
			if p.what != Position && (!isText || p.what != Text) {
				k.add(l.text[p.from:p.to], p)
			}
		}
	}
}

func (k *known) add(text string, p part) {
	if digits, ok := canonical(text); ok {
		k.digits[digits] = p.what
	}
	letters, digits := count(text)
	blank := strings.ContainsAny(text, " \n")
	if len(text) > 3 && (blank || digits > 0 && (letters > 0 || digits >= 5)) || p.each && letters > 2 {
		k.values[text] = p.what
	}
	if len(text) > maxPhrase || isTimestamp(text) {
		return
	}
	words := 0
	first := ""
	for at, end := range wordsOf(text) {
		word := text[at:end]
		if words++; words == 1 {
			first = word
		}
		if p.each && isDistinct(word) {
			k.single[word] = p.what
		}
	}
	from, to := coreOf(text)
	core := strings.ToLower(text[from:to])
	if words <= maxWords && (words > 1 && letters+digits >= 7 && letters > 0 || p.what == Secret && letters+digits >= 8) {
		k.phrase[core] = p.what
		k.begins[strings.ToLower(first)] = true
	}
}

// isDistinct reports whether a word is likely to be a name wherever it stands: it has
// a capital letter and three letters, or two letters of a script without blanks.
func isDistinct(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	switch {
	case isUnspaced(first):
		return len(word) > size
	case hasDigit(word) || !notCommon(word):
		return false
	}
	return unicode.IsUpper(first) && utf8.RuneCountInString(word) >= 3
}

// spread marks what is known wherever it stands.
func (k *known) spread(d *document) {
	for _, l := range d.leaves {
		if l.inner != nil {
			k.spread(l.inner)
			continue
		}
		if what, ok := l.whole(); ok && what != Text || l.kept || l.label {
			continue
		}
		digits, isDigits := canonical(l.text)
		switch what, ok := k.values[l.text]; {
		case isDigits && k.digits[digits] != "" && (l.kind != aName || len(digits) > minDigits):
			l.parts = whole(l.text, 0, k.digits[digits], false)
		case l.kind == aNumber && ok && len(l.text) > 4:
			l.parts = whole(l.text, 0, what, false)
		case l.kind == aNumber || isTimestamp(l.text):
		case ok && what == Text && l.kind != aName:
			within := slices.DeleteFunc(k.in(l.text, false), func(p part) bool { return p.what == Text })
			l.parts = merge(append(written(l.text), within...))
		case ok && (l.kind != aName || strings.Contains(l.text, " ")):
			l.parts = whole(l.text, 0, what, false)
		default:
			l.parts = merge(slices.Concat(l.parts, k.in(l.text, l.kind == aName)))
		}
	}
}

// in finds what is known inside a text. A single word may be the name of a member by
// chance.
func (k *known) in(text string, isName bool) []part {
	var all []part
	if len(k.begins)+len(k.digits)+len(k.single) == 0 {
		return nil
	}
	done := 0
	for at, end := range wordsOf(text) {
		word := text[at:end]
		if at < done {
			continue
		}
		if !isName && k.single[word] != "" {
			all = append(all, part{from: at, to: end, what: k.single[word]})
		}
		if end-at >= minDigits && k.digits[word] != "" {
			all = append(all, part{from: at, to: end, what: k.digits[word]})
		}
		if !isName {
			all = append(all, k.unspaced(text, at, end)...)
		}
		if k.begins[strings.ToLower(word)] {
			if p, ok := k.phraseAt(text, at); ok {
				all = append(all, p)
				done = p.to
			}
		}
	}
	return all
}

// phraseAt returns the longest known phrase that begins at a word.
func (k *known) phraseAt(text string, at int) (p part, ok bool) {
	rest := text[at:min(len(text), at+maxPhrase)]
	n := 0
	for _, end := range wordsOf(rest) {
		if what := k.phrase[strings.ToLower(rest[:end])]; what != "" {
			p, ok = part{from: at, to: at + end, what: what}, true
		}
		if n++; n == maxWords {
			break
		}
	}
	return p, ok
}

// unspaced finds names of scripts without blanks inside of a word.
func (k *known) unspaced(text string, at, end int) []part {
	var all []part
	if c, _ := utf8.DecodeRuneInString(text[at:]); len(k.single) == 0 || c < 0x370 {
		return nil
	}
	for from, c := range text[at:end] {
		to, n := at+from, 0
		for ; isUnspaced(c) && to < end && n < 6; n++ {
			_, size := utf8.DecodeRuneInString(text[to:])
			to += size
			if what := k.single[text[at+from:to]]; what != "" && n > 0 {
				all = append(all, part{from: at + from, to: to, what: what})
			}
		}
	}
	return all
}

// coreOf returns the range from the first letter or digit of a text to the last one.
func coreOf(text string) (from, to int) {
	outside := func(c rune) bool { return !isLetterOrDigit(c) }
	to = len(strings.TrimRightFunc(text, outside))
	return to - len(strings.TrimLeftFunc(text[:to], outside)), to
}

// wordsOf yields the ranges of the words of a text: runs of letters and digits.
func wordsOf(text string) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		from := -1
		for i, c := range text {
			switch in := isLetterOrDigit(c); {
			case in && from < 0:
				from = i
			case !in && from >= 0:
				if !yield(from, i) {
					return
				}
				from = -1
			}
		}
		if from >= 0 {
			yield(from, len(text))
		}
	}
}

func isLetterOrDigit(c rune) bool {
	if c < 0x80 {
		return isAlnum(byte(c))
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c)
}

// wideSeparators are the blanks and hyphens of typesetting, as they stand in numbers
// copied from a page.
const wideSeparators = "\u00a0\u2009\u202f\u2010\u2011\u2012\u2013"

// canonical returns the digits of a number without what separates them, if there are
// so many that no other number is equal by chance.
func canonical(text string) (string, bool) {
	if len(text) < minDigits || len(text) > 40 || strings.Trim(text, "+()-./ 0123456789"+wideSeparators) != "" || isTimestamp(text) {
		return "", false
	}
	digits := strings.Map(func(c rune) rune {
		if '0' <= c && c <= '9' {
			return c
		}
		return -1
	}, text)
	return digits, len(digits) >= minDigits && !strings.Contains(text, "..") && !isAddr(text) && !decimalPattern.MatchString(text)
}
