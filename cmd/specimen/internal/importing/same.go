package importing

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// equal reports whether two JSON texts differ in white space only.
func equal(a, b string) bool { return a == b || addition.Compact(a) == addition.Compact(b) }

// is reports whether a text of the spec is the payload, with what was replaced in it or
// as the document has it.
func (x *payload) is(text string) bool { return equal(text, x.Text) || equal(text, x.given) }

// same reports whether an example of the spec is the payload, apart from the values that
// the spec says the document left out: a reviewer may have found more of them.
func (x *payload) same(e specs.Example) bool {
	if x.is(e.Text) {
		return true
	}
	if len(e.Elided) == 0 {
		return false
	}
	text := blanked(e.Text, e.Elided)
	return text == blanked(x.Text, e.Elided) || text == blanked(x.given, e.Elided)
}

// blanked returns a JSON text with null at some pointers, and with its members sorted.
func blanked(text string, pointers []specs.Item) string {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return text
	}
	for _, p := range pointers {
		v = blank(v, jsonpointer.Tokens(p.Text))
	}
	out, err := json.Marshal(v)
	if err != nil {
		return text
	}
	return string(out)
}

// blank returns a value with null in place of the one at the tokens of a pointer.
func blank(v any, tokens []string) any {
	if len(tokens) == 0 {
		return nil
	}
	switch c := v.(type) {
	case map[string]any:
		if inside, ok := c[tokens[0]]; ok {
			c[tokens[0]] = blank(inside, tokens[1:])
		}
	case []any:
		if i, err := strconv.Atoi(tokens[0]); err == nil && i >= 0 && i < len(c) {
			c[i] = blank(c[i], tokens[1:])
		}
	}
	return v
}
