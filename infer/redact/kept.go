package redact

import (
	"slices"
	"strings"
)

// Kept is a value that was not replaced but may be sensitive.
type Kept struct {
	Path string // of the value, or of the object whose member has the name
	Why  Why
	Name bool
}

// Why is the reason to look at a value that was kept.
type Why string

// The reasons to look at what was kept.
const (
	Random   Why = "long and random: may be a secret"
	Somebody Why = "may be a person's name"
	Sentence Why = "may be personal text"
)

// list adds what was replaced and what was kept in d to the result; now is the
// redacted document.
func (r *Result) list(d, now *document, before string, personal bool) {
	for i, l := range d.leaves {
		if i >= len(now.leaves) {
			return
		}
		at := now.leaves[i].place
		if l.kind == aName {
			at = at.up
		}
		switch other := now.leaves[i]; {
		case l.inner != nil && other.inner != nil:
			r.list(l.inner, other.inner, before+at.pointer(), personal)
		case l.text != other.text && len(l.parts) > 0:
			what := l.parts[0].what
			if l.isText() {
				what = Text
			}
			r.Replaced = append(r.Replaced, Replaced{before + at.pointer(), what, l.kind == aName})
		}
		if why := l.doubt(personal); why != "" {
			r.Kept = append(r.Kept, Kept{before + at.pointer(), why, l.kind == aName})
		}
	}
}

// alsoReplaced marks the leaves in which only a later round found something.
func (d *document) alsoReplaced(later *document) {
	for i, l := range d.leaves {
		switch {
		case i >= len(later.leaves):
			return
		case l.inner != nil && later.leaves[i].inner != nil:
			l.inner.alsoReplaced(later.leaves[i].inner)
		case len(l.parts) == 0 && len(later.leaves[i].parts) > 0:
			l.parts = whole(l.text, 0, later.leaves[i].parts[0].what, false)
		}
	}
}

// minDoubt is the length from which a random text is doubtful when nothing else says
// that it is a secret. Most ids are shorter.
const minDoubt = 20

// minSentence is the number of words from which a text is a sentence rather than the
// name of a thing.
const minSentence = 6

// doubt returns why a person should look at what is kept of a leaf, or "".
func (l *leaf) doubt(personal bool) Why {
	if _, ok := l.whole(); ok || l.kept || l.label || l.inner != nil || l.kind == aNumber || isTimestamp(l.text) {
		return ""
	}
	name, parent := l.place.called()
	done, words := 0, 0
	for _, p := range append(slices.Clip(l.parts), part{from: len(l.text)}) {
		words += len(strings.Fields(l.text[done:p.from]))
		if isDoubtful(l.text[done:p.from]) && (l.kind == aName || !isIdentifier(name)) {
			return Random
		}
		done = p.to
	}
	switch {
	case !personal || l.kind == aName || isThing(name) || isThing(parent):
	case len(l.parts) == 0 && isPerson(l.text):
		return Somebody
	case words >= minSentence && !strings.ContainsAny(l.text[:1], "<{["):
		return Sentence
	}
	return ""
}

// isThing reports whether a name has a word for something that has names of its own,
// such as a product or a country.
func isThing(name string) bool {
	return slices.ContainsFunc(split(name), func(word string) bool {
		return slices.ContainsFunc(forms(word), func(form string) bool { return thingWords[form] })
	})
}

// isDoubtful reports whether a text contains a long token that looks random.
func isDoubtful(text string) bool {
	file, query, _ := strings.Cut(text, "?")
	if slash := strings.LastIndexByte(file, '/'); slash >= 0 && strings.Contains(file[slash:], ".") && !strings.ContainsAny(file, " \n") {
		text = query // the path of a file often has a digest in it
	}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool {
		return !isToken64(c) || c == '=' || c == ':' || c == '.' || c == '/'
	}) {
		if looksRandom(word, minDoubt) && !isUUID(word) && !prefixedID.MatchString(word) {
			return true
		}
	}
	return false
}
