package page

import (
	"cmp"
	"slices"
	"strings"
)

// stream is the text of a page without its markup, and where it was marked up.
type stream struct {
	text  string
	runs  []run
	marks []mark // by their beginning
	tags  []tag  // that were removed from the text of Markdown
	title string
	size  int  // of the page
	wraps bool // whether a line may go on in the next one
}

// run says that the text from an offset on stands in the page from another offset on.
type run struct{ at, in int }

// mark is a part of the text with a role.
type mark struct {
	kind       kind
	begin, end int
	level      int // of a heading
	cell       cell
}

type kind int

const (
	heading kind = iota
	code         // a block of code
	tableCell
	term    // of a definition list
	caption // a line that may name what comes after it, such as the title of a tab
)

// cell is the place of a cell.
type cell struct {
	table, row, column int // counted from 1
	rows               int // how many rows it covers
}

// tag is a tag of HTML that stood at an offset.
type tag struct {
	at   int
	name string
}

// offset returns where in the page a byte of the text stands.
func (s *stream) offset(at int) int {
	i, found := slices.BinarySearchFunc(s.runs, at, func(r run, at int) int { return cmp.Compare(r.at, at) })
	if !found {
		i--
	}
	if i < 0 {
		return 0
	}
	return min(s.runs[i].in+at-s.runs[i].at, s.size)
}

// builder builds a stream.
type builder struct {
	stream
	b      strings.Builder
	tables int // how many tables there were
}

// add adds text that stands at an offset of the page.
func (b *builder) add(text string, in int) {
	if text == "" {
		return
	}
	if n := len(b.runs); n == 0 || b.runs[n-1].in+b.b.Len()-b.runs[n-1].at != in {
		b.runs = append(b.runs, run{b.b.Len(), in})
	}
	b.b.WriteString(text)
}

// line ends a line, if something is in it.
func (b *builder) line(in int) {
	if s := b.b.String(); s != "" && !strings.HasSuffix(s, "\n") {
		b.add("\n", in)
	}
}

// begin begins a part with a role, and returns what ends it.
func (b *builder) begin(m mark) func() {
	m.begin, m.end = b.b.Len(), -1
	i := len(b.marks)
	b.marks = append(b.marks, m)
	return func() { b.marks[i].end = b.b.Len() }
}

func (b *builder) done() *stream {
	b.text = b.b.String()
	for i, m := range b.marks {
		if m.end < 0 {
			b.marks[i].end = len(b.text)
		}
	}
	return &b.stream
}
