package edit

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// width is how long a line with a list in brackets may become; a longer list
// gets a line for each item.
const width = 120

// block returns a member in lines of its own.
func (s *source) block(m Member, indent string) string {
	key := indent + scalar(m.Key) + ":"
	switch v := m.Value.(type) {
	case Block:
		text := key + s.eol
		for _, below := range v {
			text += s.block(below, indent+s.step)
		}
		return text
	case List:
		if line := key + " " + flow(v); utf8.RuneCountInString(line) <= width {
			return line + s.eol
		}
		text := key + s.eol
		for _, item := range v {
			text += indent + s.step + "- " + scalar(item) + s.eol
		}
		return text
	case Blocks:
		text := key + s.eol
		for _, item := range v {
			text += s.item(item, indent+s.step)
		}
		return text
	case Literal:
		text := key + " |" + s.eol
		for line := range strings.SplitSeq(string(v), "\n") {
			if line != "" {
				line = indent + s.step + line
			}
			text += line + s.eol
		}
		return text
	}
	return key + " " + flow(m.Value) + s.eol
}

// item returns a mapping as an item of a list in lines. Its members stand behind
// the dash, two columns to the right of it.
func (s *source) item(b Block, indent string) string {
	text := ""
	for _, m := range b {
		text += s.block(m, indent+"  ")
	}
	return indent + "- " + strings.TrimPrefix(text, indent+"  ")
}

// fitsInFlow reports whether a value can be written in one line.
func fitsInFlow(v Value) bool {
	below := func(all []Member) bool {
		return !slices.ContainsFunc(all, func(m Member) bool { return !fitsInFlow(m.Value) })
	}
	switch v := v.(type) {
	case Blocks, Literal:
		return false
	case Block:
		return below(v)
	case Inline:
		return below(v)
	}
	return true
}

// flow returns a value in one line.
func flow(v Value) string {
	switch v := v.(type) {
	case Text:
		return scalar(string(v))
	case List:
		var items []string
		for _, item := range v {
			items = append(items, scalar(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case Block:
		return flow(Inline(v))
	case Inline:
		var members []string
		for _, m := range v {
			members = append(members, scalar(m.Key)+": "+flow(m.Value))
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	panic("edit: a value of no known kind")
}

// Render returns members as they stand in a file, for people to read.
func Render(members []Member) string {
	s := &source{eol: "\n", step: defaultStep}
	text := ""
	for _, m := range members {
		text += s.block(m, "")
	}
	return text
}

// scalar returns a text as YAML: plain where it reads as that very text
// anywhere, else in double quotes.
func scalar(text string) string {
	if text != "" && strings.IndexFunc(text, unprintable) < 0 && isPlain(text) {
		return text
	}
	var b strings.Builder
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			b.WriteString(`\` + string(c))
		case c == '\n':
			b.WriteString(`\n`)
		case unprintable(c) && c > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, c)
		case unprintable(c):
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteRune(c)
		}
	}
	return `"` + b.String() + `"`
}

// unprintable reports whether a spec file should not hold a character as it is.
func unprintable(c rune) bool { return c != ' ' && !unicode.IsPrint(c) || c == 0xfeff }

// isPlain asks the library whether a text means itself as a key and as a value,
// between braces, where most characters mean something.
func isPlain(text string) bool {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte("{"+text+": "+text+", z: z}"), &doc); err != nil {
		return false
	}
	pairs := doc.Content[0].Content
	if len(pairs) != 4 {
		return false
	}
	for _, n := range pairs[:2] {
		if n.Kind != yaml.ScalarNode || n.Style != 0 || n.Value != text || n.ShortTag() != "!!str" || n.Anchor != "" {
			return false
		}
	}
	return pairs[3].Value == "z" && doc.HeadComment+doc.Content[0].LineComment == ""
}
