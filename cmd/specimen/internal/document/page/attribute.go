package page

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
)

// attribution is what the lines of a page say so far.
type attribution struct {
	*stream
	topics   []*document.Topic
	byName   map[string]*document.Topic
	shown    []*shown
	given    map[given]bool
	tables   []memberTable
	header   string // the header of HTTP that names topics
	signs    map[byte]bool
	words    map[string]bool // of the text, that are names
	inBodies map[string]bool // the names in members of bodies
	paths    map[string]bool // of members of bodies
	findings []document.Finding

	current  section
	field    label    // what the next lines are the value of
	last     label    // what the line before is the value of, if it may go on
	bulleted bool     // whether they are items of a list
	fresh    bool     // whether the line before began the section
	after    bool     // whether a payload is before the line
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

	subscribes bool // whether it seems to be what subscribes to a topic
}

// memberTable is a table of members, and the topics whose section it is in.
type memberTable struct {
	members []document.Member
	names   []string
}

// attribute reads the items of a page.
func attribute(s *stream, items []item) *attribution {
	a := &attribution{stream: s, byName: make(map[string]*document.Topic), given: make(map[given]bool), words: wordsOf(items), inBodies: make(map[string]bool), paths: make(map[string]bool), signs: map[byte]bool{'/': true}}
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

func (a *attribution) item(x item) {
	last := a.last
	a.last = noLabel
	if last != noLabel && a.goesOn(x, last) {
		return
	}
	switch {
	case x.payload != nil:
		a.show(x.payload, a.current)
	case x.level > 0:
		a.heading(x)
	case x.names && len(namesOfHeading(x.text)) > 0:
		x.level = max(a.current.level, 1)
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
	case bullet && a.listItem(x):
	case a.row(x):
	case fresh && bullet:
		a.fresh = true // what a list says is less than the text after it
	case fresh && len(a.current.names) > 0:
		a.describe(x.text)
		a.last = aboutLabel
	case fresh && a.lead == "":
		a.lead = x.text
	case a.after:
		a.behind(x.text)
	}
	a.after = false
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
