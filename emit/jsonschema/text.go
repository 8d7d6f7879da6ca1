package jsonschema

import (
	"bytes"
	"encoding/json"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// width is the length of the longest line of an array or an object with others in it.
const width = 110

// Text returns the text of a schema. What fits on one line stands there, so that a member of
// an object has a line, and a review shows what changed.
func (s *Schema) Text() (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return "", err
	}
	v, err := jsontext.ParseValue(b.String())
	if err != nil {
		return "", err
	}
	return string(appendValue(nil, v, "", 0)) + "\n", nil
}

// appendValue appends a value. indent is that of its line, and before is how much of the line
// is in use.
func appendValue(b []byte, v jsontext.Value, indent string, before int) []byte {
	if line := appendLine(nil, v); before+len(line) <= width {
		return append(b, line...)
	}
	inner, end := indent+"  ", "\n"+indent
	next := func(sep string) {
		b = append(append(append(b, sep...), '\n'), inner...)
	}
	switch v.Kind() {
	case jsontext.KindArray:
		sep := "["
		for e := range v.Items() {
			next(sep)
			b, sep = appendValue(b, e, inner, len(inner)), ","
		}
		return append(append(b, end...), ']')
	case jsontext.KindObject:
		sep := "{"
		for name, e := range v.Members() {
			next(sep)
			from := len(b)
			b = append(jsontext.AppendString(b, name), ": "...)
			b, sep = appendValue(b, e, inner, len(inner)+len(b)-from+len(",")), ","
		}
		return append(append(b, end...), '}')
	}
	return append(b, v.Raw()...)
}

// appendLine appends a value on one line.
func appendLine(b []byte, v jsontext.Value) []byte {
	sep := ""
	switch v.Kind() {
	case jsontext.KindArray:
		b = append(b, '[')
		for e := range v.Items() {
			b, sep = appendLine(append(b, sep...), e), ", "
		}
		return append(b, ']')
	case jsontext.KindObject:
		b = append(b, '{')
		for name, e := range v.Members() {
			b = append(jsontext.AppendString(append(b, sep...), name), ": "...)
			b, sep = appendLine(b, e), ", "
		}
		return append(b, '}')
	}
	return append(b, v.Raw()...)
}
