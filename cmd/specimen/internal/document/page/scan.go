package page

import (
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer/repair"
	"github.com/specimen-go/specimen/specs/finding"
)

// item is a part of a page, in the order of the page: a line of text, a heading, or a
// payload.
type item struct {
	at      int // in the text of the stream
	text    string
	level   int // of a heading, or 0
	inCode  bool
	isTerm  bool
	names   bool // whether it is the title of what comes after it
	gap     bool // whether an empty line is before it
	cell    cell
	payload *found
}

// found is a JSON value in a page.
type found struct {
	repair.Value
	at     int
	before string // the text before it in its line
	inCode bool
}

// scan returns the items of a stream, and what looks like JSON and is not.
func scan(s *stream) ([]item, []document.Finding) {
	c := &scanner{stream: s, json: repair.New(s.text), stops: stopsOf(s)}
	for c.at < len(s.text) {
		i := strings.IndexAny(s.text[c.at:], "{[")
		if i < 0 {
			break
		}
		c.lookAt(c.at + i)
	}
	c.lines(len(s.text))
	return c.items, c.findings
}

type scanner struct {
	*stream
	json     *repair.Text
	at       int   // from where to look for JSON
	lined    int   // up to where the text is in items
	gap      bool  // whether an empty line is there
	stops    []int // for each mark, where the next heading or cell begins
	items    []item
	findings []document.Finding
}

// lookAt reads the JSON that may begin at a bracket.
func (c *scanner) lookAt(at int) {
	c.at = at + 1
	object, other := beginnings(c.text[at:])
	if !object && !other {
		c.escapedAt(at)
		return
	}
	const near = 4 << 10
	line := max(c.lined, at-near)
	line += strings.LastIndexByte(c.text[line:at], '\n') + 1
	before := cleaned(c.text[line:at])
	inCode := c.role(at, code) != nil
	if assigned.MatchString(before) { // names of variables
		return
	}
	if alone := inCode || before == "" || strings.HasSuffix(before, "=") || strings.HasSuffix(before, "("); !object && !alone {
		return
	}
	if inside.MatchString(before) {
		c.findings = append(c.findings, document.Find(finding.UnreadablePayload, c.offset(at), "JSON inside of something that cannot be read", "correct it in a copy of the document, or add the payload by hand"))
		c.skipLine(at)
		return
	}
	v, err := c.json.Read(at, c.limit(at))
	if err != nil {
		e := err.(*repair.Error)
		if c.at = max(e.Offset, at+1); e.TooDeep {
			c.skipLine(c.at)
		}
		if before == "" || inCode {
			c.findings = append(c.findings, document.Find(finding.UnreadablePayload, c.offset(e.Offset), "this JSON cannot be read: "+e.Message, "correct it in a copy of the document, or add the payload by hand"))
		}
		return
	}
	c.lines(at)
	c.items = append(c.items, item{at: at, cell: c.cellAt(at), payload: &found{v, at, before, inCode}})
	c.at, c.lined = v.End, v.End
	c.skipMark(v.End)
}

// skipLine passes over the rest of a line.
func (c *scanner) skipLine(at int) {
	c.at = len(c.text)
	if i := strings.IndexByte(c.text[at:], '\n'); i >= 0 {
		c.at = at + i
	}
}

// skipMark passes over what is left of a line behind a payload: a backtick, a semicolon.
func (c *scanner) skipMark(at int) {
	rest := c.text[at:min(at+8, len(c.text))]
	n := len(rest) - len(strings.TrimLeft(rest, "`;,)'\""))
	c.at, c.lined = at+n, at+n
}

// role returns the mark of a kind around an offset, or nil.
func (c *scanner) role(at int, k kind) *mark {
	const near = 64 // marks that begin before
	i, _ := slices.BinarySearchFunc(c.marks, at+1, func(m mark, at int) int { return m.begin - at })
	for n := i - 1; n >= max(i-near, 0); n-- {
		if m := &c.marks[n]; m.kind == k && m.begin <= at && at < m.end {
			return m
		}
	}
	return nil
}

func (c *scanner) cellAt(at int) cell {
	if m := c.role(at, tableCell); m != nil {
		return m.cell
	}
	return cell{}
}

// limit returns where a payload that begins at an offset has to end: with its block of
// code or its cell, or before the next heading.
func (c *scanner) limit(at int) int {
	for _, k := range []kind{code, tableCell} {
		if m := c.role(at, k); m != nil {
			return m.end
		}
	}
	i, _ := slices.BinarySearchFunc(c.marks, at+1, func(m mark, at int) int { return m.begin - at })
	return c.stops[i]
}

// stopsOf returns for each mark, and behind the last one, where the next heading or cell
// begins, or the text ends.
func stopsOf(s *stream) []int {
	stops := make([]int, len(s.marks)+1)
	stops[len(s.marks)] = len(s.text)
	for i := len(s.marks) - 1; i >= 0; i-- {
		stops[i] = stops[i+1]
		if k := s.marks[i].kind; k == heading || k == tableCell {
			stops[i] = s.marks[i].begin
		}
	}
	return stops
}

// lines makes items of the lines up to an offset, and of the cells of lines with bars.
func (c *scanner) lines(end int) {
	for c.lined < end {
		stop := end
		if i := strings.IndexByte(c.text[c.lined:end], '\n'); i >= 0 {
			stop = c.lined + i
		}
		line := c.text[c.lined:stop]
		if strings.HasSuffix(line, "|") || strings.Contains(line, " | ") {
			at := c.lined
			for part := range strings.SplitSeq(line, "|") {
				c.line(part, at)
				at += len(part) + 1
			}
		} else {
			c.line(line, c.lined)
		}
		c.lined = stop + 1
	}
	c.lined = end
}

// line makes an item of a line.
func (c *scanner) line(line string, at int) {
	text := strings.TrimSpace(line)
	if text == "" {
		c.gap = true
		return
	}
	at += len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	x := item{at: at, text: text, cell: c.cellAt(at), gap: c.gap}
	c.gap = false
	if m := c.role(at, heading); m != nil {
		x.level = m.level
	}
	x.inCode, x.isTerm, x.names = c.role(at, code) != nil, c.role(at, term) != nil, c.role(at, caption) != nil
	c.items = append(c.items, x)
}
