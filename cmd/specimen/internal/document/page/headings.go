package page

import (
	"slices"
	"strings"
)

// heading reads a heading, which begins a section and ends the one before it, unless it
// only announces a part of it.
func (a *attribution) heading(x item) {
	a.field, a.bulleted, a.after = noLabel, false, false
	if names := namesOfHeading(x.text); len(names) > 0 {
		a.title = x.text
		a.open(x.at, section{names: names, sure: true, level: x.level, title: x.text})
		return
	}
	l := labelOf(x.text)
	if len(a.current.names) > 0 && (x.level > a.current.level && a.current.level > 0 || l == payloadLabel || l == aboutLabel || l == scopeLabel) {
		a.field, a.fresh = l, false
		return
	}
	if l != payloadLabel {
		a.title = x.text
	}
	a.current = section{level: x.level, title: a.title}
	a.fresh, a.lead = true, ""
}

// namesOfHeading returns the topics that a heading names: it consists of them, or has one
// among other words.
func namesOfHeading(text string) []string {
	if names, ok := namesIn(text, func(s string) bool { return isTopic(s) || isCompound(s) }); ok {
		return names
	}
	if l, value := labelled(text); l == topicLabel {
		if names, ok := namesIn(value, isName); ok {
			return names
		}
	}
	var found []string
	for word := range strings.FieldsSeq(text) {
		if word = strings.Trim(word, "`\"'“”*(),:"); isTopic(word) && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	if len(found) == 1 {
		return found
	}
	return nil
}
