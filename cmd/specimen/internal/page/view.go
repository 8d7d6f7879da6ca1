package page

import (
	"fmt"
	"go/token"
	"html/template"
	"strings"
)

// view is the data of the template.
type view struct {
	CSS    template.CSS
	Script template.JS
	Policy string // content security

	Name, Title, About string
	Source             string // a sentence about where a delivery names its topic
	Counts             string
	Against            string // the revision compared with, or ""
	Summary            string // of the changes
	Changes            []changeView
	Topics             []topicView
	Deliveries         []factView
	Sections           []section
	Decisions          []decision
	Examples           []example
	Rules              []rule
}

// section lists types of one sort.
type section struct {
	Title string
	Types []typeView
}

// link leads to an anchor of the page. Without an Href it is plain text.
type link struct {
	Text string
	Href template.URL
}

// mark is a change of something that the page shows; the zero value is no change.
type mark struct {
	Kind  string // "new", "removed" or "changed", or ""
	Notes []words
}

// words is a text in which names and types are marked as code.
type words []word

type word struct {
	Text string
	Code bool
}

// factView is something that is known of deliveries.
type factView struct {
	ID, Name, Status, Text, Why, Document, Where string
}

type topicView struct {
	ID, Name, Constant, About, Also, Since string
	Aliases                                []string
	Event                                  link
	Payload                                string
	Examples                               []link
	Mark                                   mark
}

type typeView struct {
	ID, Name, What string
	About, Why     string
	Decision       link
	Topics         []link
	At             []link // the paths that share the type
	Rows           []row
	Values         []value // of an enum
	Members        string
	Mark           mark
}

type value struct {
	Text, Constant, About string
	Mark                  mark
}

// row is a member.
type row struct {
	ID, Key, Go string
	Type        []link
	Presence    string
	Value       string // of an example
	Rule        link
	About, Why  string
	Seen        []seen
	Decision    link
	Rows        []row // members of the objects here, where they are nowhere else
	Mark        mark
}

// seen is a fact, with a link to where it was seen first.
type seen struct {
	Place string // file:line
	Link  link
}

type decision struct {
	at                      token.Position
	ID, Where, What, Source string
	Path                    link
}

// example is a payload, line by line as in its file.
type example struct {
	ID, Name, Where string
	What            string // "Topic" or "Type", which
	Of              link   // names
	Document        string
	Repairs         []string
	First           int // line in the file
	Lines           [][]piece
}

// piece is a part of a line. With an ID, it is the target of links.
type piece struct{ ID, Text string }

// rule is a rule that gives a type on the page.
type rule struct {
	ID, Name, Text string
}

// changeView is a line in the list of changes.
type changeView struct {
	Where              link
	Text               words
	Code, Wire         string
	Breaks             bool
	Acknowledged, File string
}

// anchor returns a text as an anchor, in which everything but the common characters of
// paths is escaped.
func anchor(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("_-/*~.:", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "=%02X", c)
		}
	}
	return b.String()
}

// to returns a link to an anchor.
func to(id, text string) link {
	return link{text, template.URL("#" + id)} // anchors have nothing to escape
}
