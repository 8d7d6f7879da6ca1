package page

import (
	"fmt"
	"go/token"
	"html/template"
	"strings"
)

// view is the data of the template.
type view struct {
	head

	Name, Title, About string
	Home               bool    // whether an overview of the platforms lies beside the page
	Contents           []group // of the page
	Source             string  // a sentence about where a delivery names its topic
	Counts             string
	Against            string // the revision compared with, or ""
	Summary            string // of the changes
	Changes            []changeView
	Topics             []topicView
	Deliveries         []factView
	Sections           []section
	Decisions          []decisionFile
	Examples           []example
	Rules              []rule
}

func (v *view) title() string {
	if v.Against != "" {
		return v.Title + ": webhooks since " + v.Against
	}
	return v.Title + ": webhooks"
}

// group is a part of the page with the places in it.
type group struct {
	link
	Places []place
}

// place is an entry of the list of contents.
type place struct {
	link
	Mark mark
}

// section lists types of one sort.
type section struct {
	ID, Title string
	Types     []typeView
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
	Mark                                         mark
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
	ID, Name   string
	What       string // of an envelope
	About, Why string
	Decision   link
	Topics     []link
	At         []link // the paths that share the type
	Rows       []row
	Values     []value // of an enum
	Members    string
	Changed    string // how many members and values, or ""
	Mark       mark
}

type value struct {
	Text, Constant, About string
	Mark                  mark
}

// row is a member.
type row struct {
	ID, Key, Go string
	Type        []link
	Value       link  // of an example, with a link to its place
	Odd         []odd // what an ordinary member does not have
	Rule        link
	About, Why  string
	Seen        []seen
	Decision    decided
	Declared    link  // to the decision on the type or the enum here
	Rows        []row // members of the objects here, where they are nowhere else
	Mark        mark
}

// Folds reports whether the row has a part that is folded: what the examples show, and the
// members below it.
func (r row) Folds() bool {
	return len(r.Rows) > 0 || len(r.Seen) > 0 || r.Rule.Text != "" || r.Decision.Href != "" || r.Declared.Href != "" || r.Why != ""
}

// decided is a link to a decision on a member, and what it decides.
type decided struct {
	link
	What string
}

// odd is something that an ordinary member does not have. An ordinary member has a value
// of one kind in every object, and the type that the rules give for it.
type odd struct {
	Kind string // how the page shows it: "may", "required", "unsent", "kinds" or "decided"
	link
}

// seen is a fact, with a link to where it was seen first.
type seen struct {
	Place string // file:line
	Link  link
}

// decisionFile lists the decisions of a file of the spec.
type decisionFile struct {
	Name      string
	Decisions []decision
}

type decision struct {
	at               token.Position
	Line             int
	ID, What, Source string
	Path             link
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
type piece struct {
	ID   string
	Kind pieceKind
	Text string
}

// pieceKind is what a part of a payload is; its text is the element that shows it, which
// is one of those without a meaning.
type pieceKind string

const (
	ofPlain  pieceKind = ""  // brackets, commas, white space
	ofName   pieceKind = "i" // the name of a member
	ofString pieceKind = "b" // a string
	ofScalar pieceKind = "u" // a number, true, false or null
)

// rule is a rule that gives a type on the page.
type rule struct {
	ID, Name, Text string
}

// changeView is a line in the list of changes.
type changeView struct {
	Where              link
	Text               words
	Before, After      string // lines of the specs that show it, or ""
	Version            string // the part of it that grows
	Effects            string // on Go code and deliveries
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
