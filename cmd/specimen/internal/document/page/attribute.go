package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
)

// attribution is what the lines of a page say so far.
type attribution struct {
	*stream
	topics   []*document.Topic
	byName   map[string]*document.Topic
	shown    []*shown
	tables   []memberTable
	header   string // the header of HTTP that names topics
	signs    map[byte]bool
	findings []document.Finding

	current  section
	field    label    // what the next lines are the value of
	bulleted bool     // whether they are items of a list
	fresh    bool     // whether the line before began the section
	title    string   // the last heading that names no topic
	lead     string   // the first line after it
	rows     []string // the topics that lines of text begin with
}

// section is the part of a page that is about some topics.
type section struct {
	names []string
	sure  bool // whether the page says that these are topics
	level int  // of its heading, or 0
	title string
}

// shown is a payload with the section that it is in.
type shown struct {
	*found
	section
	doubts []string
	covers []string // the topics of other rows of a table that its cell covers
}

// memberTable is a table of members, and the topics whose section it is in.
type memberTable struct {
	members []document.Member
	names   []string
}

// attribute reads the items of a page.
func attribute(s *stream, items []item) *attribution {
	a := &attribution{stream: s, byName: make(map[string]*document.Topic), signs: map[byte]bool{'/': true}}
	a.learn(items)
	for i := 0; i < len(items); {
		n := i + 1
		if t := items[i].cell.table; t > 0 {
			for n < len(items) && items[n].cell.table == t {
				n++
			}
			a.table(items[i:n])
		} else {
			a.item(items[i])
		}
		i = n
	}
	return a
}

// learn keeps the signs between the parts of names that headings, labels and terms consist
// of, so that such a name is known in a line of text.
func (a *attribution) learn(items []item) {
	for _, x := range items {
		text := x.text
		if l, value := labelled(text); l == topicLabel {
			text = value
		} else if x.level == 0 && !x.isTerm {
			continue
		}
		if names, ok := namesIn(text, isTopic); ok {
			for _, name := range names {
				a.signs[name[strings.IndexAny(name, "/.:")]] = true
			}
		}
	}
}

// known reports whether a word in a line of text is the name of a topic.
func (a *attribution) known(text string) bool {
	i := strings.IndexAny(text, "/.:")
	return isTopic(text) && a.signs[text[i]]
}

func (a *attribution) item(x item) {
	switch {
	case x.payload != nil:
		a.show(x.payload, a.current)
	case x.level > 0:
		a.heading(x)
	case header.MatchString(x.text):
		m := header.FindStringSubmatch(x.text)
		a.header = m[1]
		a.open(x.at, section{names: []string{m[2]}, sure: true, level: a.current.level, title: a.current.title})
	case x.inCode:
		if names, ok := namesIn(strings.TrimLeft(x.text, "/#-*< "), a.known); ok && strings.TrimLeft(x.text, "/#-*<") != x.text {
			a.open(x.at, section{names: names, level: a.current.level})
		}
	default:
		a.line(x)
	}
}

// line reads a line that is neither a heading nor code.
func (a *attribution) line(x item) {
	bullet := strings.HasPrefix(x.text, "- ") || strings.HasPrefix(x.text, "* ") || strings.HasPrefix(x.text, "• ")
	fresh := a.fresh
	a.fresh = false
	names, alone := namesIn(x.text, a.known)
	if l, value := labelled(x.text); l != noLabel && !alone {
		a.field, a.bulleted = l, false
		if value != "" {
			a.value(x.at, value)
		}
		return
	}
	if a.field == topicLabel {
		if names, ok := namesIn(x.text, isName); ok {
			a.bulleted = bullet
			a.open(x.at, section{names: names, sure: true, level: a.current.level, title: a.title})
			a.field = topicLabel
			return
		}
		a.field = noLabel
	}
	if x.isTerm {
		names, alone = namesIn(x.text, func(s string) bool { return isTopic(s) || isCompound(s) })
	}
	if a.field != noLabel && a.field != payloadLabel && (bullet || !alone && !a.bulleted) {
		a.bulleted = bullet
		a.value(x.at, x.text)
		return
	}
	a.field = noLabel
	switch {
	case alone:
		a.open(x.at, section{names: names, sure: x.isTerm})
	case a.row(x):
	case fresh && len(a.current.names) > 0:
		a.describe(x.text)
	case fresh && a.lead == "":
		a.lead = x.text
	}
}

// row reads a line that begins with a topic, with what the page says of it behind: a row of
// a table of which only the text was pasted.
func (a *attribution) row(x item) bool {
	name, rest, _ := strings.Cut(strings.TrimLeft(x.text, "-*• "), " ")
	name = strings.Trim(name, "`*:\"'")
	if !a.known(name) || strings.TrimSpace(rest) == "" {
		return false
	}
	a.open(x.at, section{names: []string{name}})
	a.rows = append(a.rows, name)
	rest = strings.TrimLeft(rest, "-–—: ")
	if m := version.FindStringSubmatchIndex(rest); m != nil {
		a.set(sinceLabel, rest[m[2]:m[3]])
		rest = rest[:m[0]]
	}
	a.set(aboutLabel, rest)
	a.fresh = false
	return true
}

// heading reads a heading, which begins a section and ends the one before it, unless it
// only announces a part of it.
func (a *attribution) heading(x item) {
	a.field, a.bulleted = noLabel, false
	if names := namesOfHeading(x.text); len(names) > 0 {
		a.title = x.text
		a.open(x.at, section{names: names, sure: true, level: x.level, title: x.text})
		return
	}
	l := labelOf(x.text)
	if len(a.current.names) > 0 && (x.level > a.current.level && a.current.level > 0 || l == payloadLabel || l == aboutLabel || l == scopeLabel) {
		a.field = l
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

// open begins a section, and keeps its topics.
func (a *attribution) open(at int, s section) {
	if slices.Equal(a.current.names, s.names) && a.field == topicLabel {
		a.current.sure = true
		return
	}
	if a.field == topicLabel && a.bulleted && a.current.sure && len(a.current.names) > 0 {
		s.names = append(slices.Clone(a.current.names), s.names...)
	}
	a.current, a.field, a.fresh = s, noLabel, true
	for _, name := range s.names {
		a.topic(name, at)
	}
	if a.lead != "" && s.level > 0 {
		a.describe(a.lead)
	}
	a.lead = ""
}

// topic returns the topic with a name.
func (a *attribution) topic(name string, at int) *document.Topic {
	if t := a.byName[name]; t != nil {
		return t
	}
	t := &document.Topic{Name: name, Offset: a.offset(at)}
	a.topics, a.byName[name] = append(a.topics, t), t
	return t
}

// value keeps a line of the value of a label.
func (a *attribution) value(at int, text string) {
	if a.field == topicLabel {
		if names, ok := namesIn(text, isName); ok {
			a.open(at, section{names: names, sure: true, level: a.current.level, title: a.title})
		}
		return
	}
	a.set(a.field, text)
}

// describe keeps the first line of a section as what it says of its topics, if it says
// something: a word alone is a title.
func (a *attribution) describe(text string) {
	ascii := !strings.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf })
	if !ascii || strings.Contains(text, " ") {
		a.set(aboutLabel, text)
	}
}

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
