package schema

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// The limits of the members of one payload. A reviewer reads them; tools that read
// schemas need no copy.
const (
	memberDepth = 4
	maxMembers  = 400
)

// Members returns the members that a schema describes, as far as they are the same for all
// payloads.
func (r *Reader) Members(schema tree.Node) []document.Member {
	if all, ok := r.members[schema.ID()]; ok {
		return all
	}
	var all []document.Member
	r.list(schema, "", nil, &all)
	if schema.Exists() {
		r.members[schema.ID()] = all
	}
	return all
}

// list adds the members below a path. open are the schemas around it.
func (r *Reader) list(schema tree.Node, path string, open []int, all *[]document.Member) {
	target := r.Follow(schema)
	o, ok := r.object(target)
	switch {
	case r.work > maxWork:
		r.Cut = true
		return
	case !ok && target.Has("items"):
		r.list(target.Get("items"), path+"*/", open, all)
		return
	case !ok || slices.Contains(open, target.ID()):
		return
	case len(open) == memberDepth:
		r.Cut = true
		return
	}
	open = append(slices.Clip(open), target.ID())
	for _, m := range o.members {
		if len(*all) == maxMembers {
			r.Cut = true
			return
		}
		r.work++
		at := path + jsonpointer.Escape(m.name)
		inner := r.Follow(m.schema)
		typ, nullable := r.typeOf(inner)
		found := document.Member{Offset: m.schema.NameOffset(), Path: at, Type: typ, About: About(m.schema)}
		if found.About == "" {
			found.About = About(inner)
		}
		switch {
		case nullable && o.required[m.name]: // which a table has no word for
		case o.required[m.name]:
			found.Presence = document.Required
		case len(o.required) > 0: // schemas without a list of them leave it open
			found.Presence = document.Optional
		}
		*all = append(*all, found)
		r.list(inner, at+"/", open, all)
	}
}

// typeOf returns the word for a type, "string" or "array of string", or "" where there is
// none or there are several, and whether null is allowed.
func (r *Reader) typeOf(schema tree.Node) (word string, nullable bool) {
	var words []string
	add := func(word string) {
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	add(schema.Get("type").Text())
	for word := range schema.Get("type").Items() {
		add(word.Text())
	}
	for _, name := range []string{"oneOf", "anyOf", "allOf"} {
		for part := range schema.Get(name).Items() {
			word, null := r.ownType(r.Follow(part))
			add(word)
			nullable = nullable || null
		}
	}
	if len(words) == 0 {
		word, _ := r.ownType(schema)
		add(word)
	}
	nullable = nullable || schema.Get("nullable").Bool() || slices.Contains(words, "null")
	words = slices.DeleteFunc(words, func(word string) bool { return word == "null" })
	if len(words) != 1 {
		return "", nullable
	}
	if word = words[0]; word == "array" {
		switch of := r.Follow(schema.Get("items")).Get("type").Text(); of {
		case "string", "integer", "number", "boolean":
			word += " of " + of
		}
	}
	return word, nullable
}

// ownType returns the type that a schema says or shows itself.
func (r *Reader) ownType(schema tree.Node) (word string, nullable bool) {
	nullable = schema.Get("nullable").Bool()
	if word = schema.Get("type").Text(); word != "" {
		return word, nullable
	}
	switch value := Only(schema); {
	case value.Exists():
		return value.Kind().String(), nullable
	case schema.Has("properties"):
		return "object", nullable
	case schema.Has("items"):
		return "array", nullable
	}
	return "", nullable
}

// About returns what a value says of itself in a sentence or two: the first paragraph of
// its description, or of its summary.
func About(n tree.Node) string {
	for _, name := range []string{"description", "summary"} {
		if text := Sentence(n.Get(name).Text()); text != "" {
			return text
		}
	}
	return ""
}

// longest is the length of the longest sentence, in bytes.
const longest = 600

// Sentence returns the first paragraph of a text in one line, without the targets of
// links.
func Sentence(text string) string {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	text, _, _ = strings.Cut(text, "\n\n")
	text = withoutLinks(strings.Join(strings.Fields(text), " "))
	if len(text) > longest {
		text = text[:strings.LastIndexByte(text[:longest], ' ')+1]
		text = strings.TrimSpace(strings.ToValidUTF8(text, "")) + "…"
	}
	return text
}

// withoutLinks returns a text of Markdown with the words of its links only.
func withoutLinks(text string) string {
	var b strings.Builder
	for {
		middle := strings.Index(text, "](")
		if middle < 0 {
			break
		}
		from, to := strings.LastIndexByte(text[:middle], '['), strings.IndexByte(text[middle:], ')')
		if from < 0 || to < 0 {
			b.WriteString(text[:middle+2])
			text = text[middle+2:]
			continue
		}
		b.WriteString(text[:from])
		b.WriteString(text[from+1 : middle])
		text = text[middle+to+1:]
	}
	return b.String() + text
}
