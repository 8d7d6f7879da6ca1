package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// describe keeps the first line of a section as what it says of its topics, if it says
// something: a word alone is a title.
func (a *attribution) describe(text string) {
	text = strings.TrimRight(text, ":： ")
	ascii := !strings.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf })
	if !ascii || strings.Contains(text, " ") {
		a.set(aboutLabel, text)
	}
}

// goesOn reads a line that goes on with the sentence of the line before.
func (a *attribution) goesOn(x item, l label) bool {
	switch {
	case !a.wraps || x.gap || x.payload != nil || x.level > 0 || x.inCode || x.isTerm || x.names || x.cell.table > 0 || !continues.MatchString(x.text):
		return false
	case len(a.current.names) == 0:
		return false
	}
	for _, name := range a.current.names {
		t := a.topic(name, 0)
		const longest, shortest = 1000, 50
		if len(t.About) < shortest || len(t.About) > longest || strings.ContainsAny(t.About[len(t.About)-1:], ".;:!?") {
			return false
		}
		t.About += " " + x.text
	}
	a.last = l
	return true
}

// continues is the beginning of a line in the middle of a sentence.
var continues = regexp.MustCompile("^[\\p{Ll}`(]")

// behind keeps a sentence behind the payload of a section that has none before it.
func (a *attribution) behind(text string) {
	if !sentence.MatchString(text) {
		return
	}
	for _, name := range a.current.names {
		if a.topic(name, 0).About != "" {
			return
		}
	}
	a.set(aboutLabel, text)
}

// sentence is a line that says when something is delivered.
var sentence = regexp.MustCompile(`(?i)^(the |this |an? |it |is |was )?([a-z]+ ){0,4}(sent|delivered|fired|fires|triggered|triggers|occurs|happens|emitted|dispatched|posted|called|invoked)\b.*[.:!]$|^.*(触发|时推送|送信されます|전송됩니다).*[。.]?$`)

// set keeps what a page says of the topics of the section.
func (a *attribution) set(l label, text string) {
	text = strings.TrimSpace(strings.TrimLeft(text, "-*•· \t"))
	text = strings.Trim(text, "*")
	if text == "" {
		return
	}
	for _, name := range a.current.names {
		t := a.topic(name, 0)
		switch l {
		case aboutLabel, alsoLabel:
			t.About = joined(t.About, text)
		case scopeLabel:
			if lower := strings.ToLower(text); strings.HasPrefix(lower, "no ") || lower == "none" {
				continue
			}
			for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune(",;，；、", c) }) {
				part = strings.Trim(part, "` .")
				if lower := strings.ToLower(part); part != "" && lower != "or" && lower != "and" && !slices.Contains(t.Scopes, part) {
					t.Scopes = append(t.Scopes, part)
				}
			}
		case sinceLabel:
			const longest = 40
			if t.Since == "" && len(text) <= longest {
				t.Since = text
			}
		}
	}
}

// joined joins what a page says in several lines.
func joined(before, text string) string {
	const longest = 1000
	switch {
	case before == "":
		return text
	case len(before) > longest || strings.Contains(before, text):
		return before
	case strings.ContainsAny(before[len(before)-1:], ".;:!?"):
		return before + " " + text
	}
	return before + "; " + text
}
