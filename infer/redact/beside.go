package redact

import (
	"slices"
	"strings"
)

// Values beside each other describe each other: a name and a value, a type and a
// number.

// pairElements pairs the elements of an array that are names and values in turn: of
// two strings, or of headers.
func pairElements(at *place, leaves []*leaf) {
	for _, l := range leaves {
		if l.kind != aString || l.place.up != at {
			return
		}
	}
	if len(leaves)%2 == 0 && (len(leaves) == 2 || isListName(at)) {
		for i := 0; i < len(leaves); i += 2 {
			pairLeaves(leaves[i], leaves[i+1].place, at)
		}
	}
}

// pairLeaves makes a string the name of a value, if it is written like a name.
func pairLeaves(label *leaf, value, at *place) {
	if len(label.text) > maxName || !labelPattern.MatchString(strings.TrimRight(label.text, " ?:*")) {
		return
	}
	lines := look(split(label.text), nil)
	isMember := label.place.key != nil && label.text == strings.ToLower(label.text) && strings.ContainsAny(label.text, "_-.")
	if isMember || lines != nil && lines[0].what != "" || isListName(at) && !strings.Contains(label.text, " ") {
		label.label, value.said = true, label.text
	}
}

// pairVersions makes a string the name of several values, such as the old and the new
// one, if it is a name that says what they are.
func pairVersions(label *leaf, versions []*place, at *place) {
	if lines := look(split(label.text), nil); len(versions) == 0 || lines == nil || lines[0].what == "" {
		return
	}
	for _, value := range versions {
		pairLeaves(label, value, at)
	}
}

// isListName reports whether the name of a value's array is that of a list of names
// and values.
func isListName(at *place) bool {
	name, _ := at.called()
	words := split(name)
	for n := range min(2, len(words)) {
		if slices.ContainsFunc(forms(strings.Join(words[len(words)-n-1:], "")), func(form string) bool { return listWords[form] }) {
			return true
		}
	}
	return false
}

// nameKey returns the words of a member's name, joined, as the lexicon writes names.
func nameKey(name string) string { return strings.Join(split(name), "") }

// only returns the first leaf of a member that holds a string, a number, or an array
// of such, and whether there is just one.
func only(leaves []*leaf, at *place) (first *leaf, isOne bool) {
	for _, l := range leaves {
		if l.kind == aName || l.place != at && l.place.up != at {
			return nil, false
		}
	}
	if len(leaves) == 0 {
		return nil, false
	}
	return leaves[0], leaves[0].place == at
}

// isPersonalKind reports whether the type of a thing says that its value is personal,
// as passport does for a document.
func isPersonalKind(text string) bool {
	lines := look(split(text), nil)
	return len(text) <= maxName && lines != nil && slices.Contains([]What{Phone, Card, Account, Identity, Birth, Mail}, lines[0].what)
}
