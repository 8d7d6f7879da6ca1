package page_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// members is an object whose members keep their order.
type members []member

type member struct {
	name  string
	value any
}

func (m members) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	for i, x := range m {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(marshal(x.name) + ":" + marshal(x.value))
	}
	return []byte("{" + b.String() + "}"), nil
}

func marshal(value any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// randomObject returns an object with at least one member that has a value.
func randomObject(r *rand.Rand, deepest int) members {
	m := members{{"id", 1 + r.IntN(1000)}}
	for i := range r.IntN(6) {
		m = append(m, member{fmt.Sprintf("%s_%d", pick(r, nouns), i), randomValue(r, deepest)})
	}
	return m
}

func randomValue(r *rand.Rand, deepest int) any {
	if deepest > 0 {
		switch r.IntN(4) {
		case 0:
			return randomObject(r, deepest-1)
		case 1:
			var all []any
			for range 1 + r.IntN(3) {
				all = append(all, randomValue(r, deepest-1))
			}
			return all
		}
	}
	return pick(r, scalars)
}

// scalars have what readers of pages may take for something else.
var scalars = []any{
	true, false, nil, 0, -5, json.Number("1.50"), json.Number("12345678901234567890"), json.Number("1e3"),
	[]any{},
	members{},
	"x", "two words", "2024-01-02T03:04:05Z", "https://example.com/a/b?c=d#e", "a, b", "{not: json}", "[1]", "// not a comment", "# no", "/* none */",
	"it's", "ends.", "orders/create", "order.paid", "café 日本 😀", "100%", "a: b", "a <b> c", "Topic name: x", "line\nline", "tab\t", `back\slash`, "true", "...", "$5", "a|b", "- x",
}

// writer writes a payload as a document shows it, with something wrong in it.
type writer struct {
	r      *rand.Rand
	pretty bool
	line   bool // whether it has to be one line
	plain  bool // whether nothing but strict JSON can be shown
	how    mend
	broken bool
	left   int // how often to do it
}

type mend int

const (
	nothing mend = iota
	comment
	trailingComma
	roundQuotes
	missingComma
	ellipsisMember
	elidedValue
	rawNewline
	singleQuotes
	bareNames
	leadingZero
	mends
)

// mend decides what is wrong with the payload.
func (w *writer) mend(f form) {
	w.how = mend(1 + w.r.IntN(int(mends)-1))
	w.left = 1 + w.r.IntN(2)
	needsLines := w.how == comment || w.how == missingComma || w.how == rawNewline || w.how == ellipsisMember
	if f.plain || f.line && needsLines {
		w.how = nothing
		return
	}
	w.pretty = w.pretty || needsLines
}

// write returns the value that a reader should find, and the text of it.
func (w *writer) write(body members) (any, string) {
	if w.how == roundQuotes || w.how == singleQuotes {
		body = quotable(body).(members) // what such quotes cannot hold is not written with them
	}
	switch w.how {
	case rawNewline: // few strings have one by chance
		body = append(body, member{"text", "line\nline"})
	case elidedValue, ellipsisMember:
		body = append(body, member{"more", members{{"id", 1}}})
	}
	return w.object(body, "")
}

// quotable returns a value without strings that are ambiguous in other quotes.
func quotable(value any) any {
	switch v := value.(type) {
	case members:
		all := members{}
		for _, m := range v {
			all = append(all, member{m.name, quotable(m.value)})
		}
		return all
	case []any:
		all := []any{}
		for _, x := range v {
			all = append(all, quotable(x))
		}
		return all
	case string:
		return strings.NewReplacer("'", "", `\`, "").Replace(v)
	}
	return value
}

// does reports whether to do something wrong here.
func (w *writer) does(how mend) bool {
	if w.how != how || w.left == 0 || w.r.IntN(3) == 0 {
		return false
	}
	w.left--
	w.broken = true
	return true
}

func (w *writer) object(m members, indent string) (any, string) {
	if len(m) == 0 {
		return m, "{}"
	}
	var b strings.Builder
	inner, newline, end := "", " ", " "
	if w.pretty {
		inner = indent + "  "
		newline, end = "\n"+inner, "\n"+indent
	}
	b.WriteString("{")
	got := members{}
	for i, x := range m {
		value, text := w.value(x.value, inner)
		got = append(got, member{x.name, value})
		b.WriteString(newline + w.name(x.name) + ": " + text)
		switch last := i == len(m)-1; {
		case last && w.does(trailingComma), !last && !(w.pretty && w.does(missingComma)):
			b.WriteString(",")
		}
		if w.pretty && w.does(comment) {
			b.WriteString(pick(w.r, []string{" // a note, with: signs", " # see \"docs\"", " /* {x} */"}))
		}
	}
	if w.pretty && indent != "" && w.does(ellipsisMember) {
		b.WriteString(newline + "...")
	}
	b.WriteString(end + "}")
	return got, b.String()
}

func (w *writer) name(name string) string {
	switch w.how {
	case roundQuotes:
		w.broken = true
		return "“" + name + "”"
	case singleQuotes:
		w.broken = true
		return "'" + name + "'"
	case bareNames:
		w.broken = true
		return name
	}
	return marshal(name)
}

// value returns the value that should be read, and its text.
func (w *writer) value(value any, indent string) (any, string) {
	switch v := value.(type) {
	case members:
		if len(v) > 0 && w.does(elidedValue) {
			return nil, pick(w.r, []string{"{...}", "{…}", "{ ... }"})
		}
		return w.object(v, indent)
	case []any:
		if len(v) > 0 && w.does(elidedValue) {
			return nil, "[...]"
		}
		var all []any
		var texts []string
		for _, x := range v {
			got, text := w.value(x, indent)
			all, texts = append(all, got), append(texts, text)
		}
		if all == nil {
			all = []any{}
		}
		return all, "[" + strings.Join(texts, ", ") + "]"
	case string:
		if v == "..." { // stands for a value that is left out, in strict JSON as well
			return nil, w.string(v)
		}
		return v, w.string(v)
	}
	return value, marshal(value)
}

func (w *writer) string(v string) string {
	text := marshal(v)
	inside := text[1 : len(text)-1]
	switch {
	case w.how == roundQuotes:
		return "“" + inside + "”"
	case w.how == singleQuotes:
		return "'" + inside + "'"
	case strings.Contains(v, "\n") && w.how == rawNewline && w.does(rawNewline):
		return `"` + strings.ReplaceAll(inside, `\n`, "\n") + `"`
	}
	return text
}
