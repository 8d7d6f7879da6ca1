package page

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
	"github.com/specimen-go/specimen/specs"
)

// listExamples lists the examples of topics and of types, without their lines.
func (b *builder) listExamples() []example {
	for _, t := range b.Spec.Topics {
		b.list(t.Examples, "Topic", to(anchor("topic:"+t.Name), t.Name))
	}
	for _, d := range b.Spec.Documented {
		b.list(d.Examples, "Type", link{Text: d.Type})
	}
	var all []example
	for i, x := range b.payloads {
		pos := b.Spec.Within(x.ID, 0)
		all = append(all, example{
			ID: b.use(fmt.Sprintf("x%d", i)), Name: x.ID, Where: fmt.Sprintf("%s:%d", pos.Filename, pos.Line),
			What: x.what, Of: x.of, Document: x.Document, Repairs: x.Repairs, First: pos.Line,
		})
	}
	return all
}

// payload is an example of what of names: a topic or a type.
type payload struct {
	specs.Example
	what string
	of   link
}

func (b *builder) list(examples []specs.Example, what string, of link) {
	for _, x := range examples {
		b.examples[x.ID] = len(b.payloads)
		b.payloads = append(b.payloads, payload{x, what, of})
	}
}

// seen returns links to where each kind of value, null and absence were seen first.
// "specimen explain" shows the facts that decide between types of one kind, and what
// tables say.
func (b *builder) seen(p explain.Explanation) []seen {
	var all []seen
	for _, s := range p.Seen {
		_, shown := b.examples[s.At.Example]
		if strings.Contains(s.What, " ") || !shown {
			continue
		}
		pos := b.Within(s.At)
		all = append(all, seen{
			Place: fmt.Sprintf("%s:%d", path.Base(pos.Filename), pos.Line),
			Link:  to(b.place(s.At), fmt.Sprintf("%d× %s", s.Count, s.What)),
		})
	}
	return all
}

// fill completes the examples when all anchors are known: it splits the payloads into
// lines, and these at the values that have links.
func (b *builder) fill(all []example) {
	for i, x := range b.payloads {
		all[i].Lines = b.lines(x.Example)
		if id := anchor(x.of.Text); x.what == "Type" && b.used[id] {
			all[i].Of = to(id, x.of.Text)
		}
	}
}

func (b *builder) lines(x specs.Example) [][]piece {
	offsets := slices.Sorted(maps.Keys(b.anchors[x.ID]))
	var all [][]piece
	from := 0
	for line := range strings.Lines(x.Text) {
		end := from + len(strings.TrimRight(line, "\n"))
		var pieces []piece
		for at := from; at < end; {
			p := piece{Text: x.Text[at : at+1]}
			if c := p.Text[0]; c == '"' || c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' {
				p.Text = literal(x.Text[at:end])
				p.Kind = kindOf(p.Text, x.Text[at+len(p.Text):])
			}
			if len(offsets) > 0 && offsets[0] == at {
				p.ID, offsets = b.place(infer.Origin{Example: x.ID, Offset: at}), offsets[1:]
			}
			at += len(p.Text)
			if last := len(pieces) - 1; last >= 0 && p.ID == "" && p.Kind == ofPlain && pieces[last].Kind == ofPlain && pieces[last].ID == "" {
				pieces[last].Text += p.Text
				continue
			}
			pieces = append(pieces, p)
		}
		all = append(all, pieces)
		from += len(line)
	}
	return all
}

// kindOf returns what a scalar is that something follows.
func kindOf(literal, rest string) pieceKind {
	switch {
	case literal[0] != '"':
		return ofScalar
	case strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), ":"):
		return ofName
	}
	return ofString
}

// literal returns the scalar or the bracket at the beginning of a text.
func literal(text string) string {
	switch {
	case text == "":
		return ""
	case text[0] == '{' || text[0] == '[':
		return text[:1]
	case text[0] != '"':
		if i := strings.IndexAny(text, ",]} \t\r\n"); i >= 0 {
			return text[:i]
		}
		return text
	}
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return text[:i+1]
		}
	}
	return text
}

// longest is the maximum length of a value in a row.
const longest = 32

// value returns an example value, if it is a short scalar, with a link to its place in
// the payload that it was taken from.
func (b *builder) value(f *infer.Field) link {
	text, shown := "", false
	if i, ok := b.examples[f.At.Example]; ok && f.At.Inner == 0 {
		text, shown = literal(b.payloads[i].Text[f.At.Offset:]), true
	}
	if (text == "" || text == "null" || text == `""`) && len(f.Samples) > 0 {
		text, shown = f.Samples[len(f.Samples)-1], false
	}
	switch text {
	case "", "{", "[", "null":
		return link{}
	}
	v := link{Text: text}
	if shown {
		v.Href = to(b.place(f.At), "").Href
	}
	if len(text) > longest {
		cut := longest
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		v.Text = text[:cut] + "…"
	}
	return v
}

// place returns the anchor of a value in a payload, which the page then has.
func (b *builder) place(at infer.Origin) string {
	if b.anchors[at.Example] == nil {
		b.anchors[at.Example] = make(map[int]bool)
	}
	b.anchors[at.Example][at.Offset] = true
	return fmt.Sprintf("x%d.%d", b.examples[at.Example], at.Offset)
}
