package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// width is how long a line with a list in brackets can be. A longer list has a line for
// each item.
const width = 120

// block writes a member in lines.
func (s *source) block(b *strings.Builder, m Member, indent string) {
	line := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
		b.WriteString(s.eol)
	}
	key := indent + scalar(m.Key) + ":"
	switch v := m.Value.(type) {
	case Block:
		line(key)
		for _, below := range v {
			s.block(b, below, indent+s.step)
		}
	case List:
		if text := key + " " + flow(v); utf8.RuneCountInString(text) <= width {
			line(text)
			return
		}
		line(key)
		for _, item := range v {
			line(indent, s.step, "- ", scalar(item))
		}
	case Blocks:
		line(key)
		for _, item := range v {
			s.item(b, item, indent+s.step)
		}
	case Literal:
		line(key, " |")
		for text := range strings.SplitSeq(string(v), "\n") {
			if text == "" {
				line()
				continue
			}
			line(indent, s.step, text)
		}
	default:
		line(key, " ", flow(m.Value))
	}
}

// item writes a mapping as an item of a block list, its members after the dash.
func (s *source) item(b *strings.Builder, item Block, indent string) {
	var text strings.Builder
	for _, m := range item {
		s.block(&text, m, indent+"  ")
	}
	b.WriteString(indent + "- ")
	b.WriteString(strings.TrimPrefix(text.String(), indent+"  "))
}

// fitsInFlow reports whether a value can be in braces.
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
	case Plain:
		return string(v)
	case Bool:
		return strconv.FormatBool(bool(v))
	case List:
		var items []string
		for _, item := range v {
			items = append(items, scalar(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case Integers:
		return "[" + strings.Join(v, ", ") + "]"
	case Block:
		return flow(Inline(v))
	case Inline:
		var members []string
		for _, m := range v {
			members = append(members, scalar(m.Key)+": "+flow(m.Value))
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	panic("edit: unknown value")
}

// Render returns members as a spec file has them.
func Render(members []Member) string {
	s := &source{eol: "\n", step: defaultStep}
	var b strings.Builder
	for _, m := range members {
		s.block(&b, m, "")
	}
	return b.String()
}

// scalar returns a string as YAML: plain if that is the same string everywhere, or else
// in double quotes.
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

// unprintable reports whether a spec file should have an escape for a character.
func unprintable(c rune) bool {
	return c != ' ' && !unicode.IsPrint(c) || unicode.In(c, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// isPlain reports whether a string can be plain as a key and as a value, even in
// braces.
func isPlain(text string) bool {
	if strings.HasSuffix(text, ":") { // it would be a key at the end of a line, though not in braces
		return false
	}
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
