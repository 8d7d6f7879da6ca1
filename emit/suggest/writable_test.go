package suggest

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
)

func TestWritable(t *testing.T) {
	typ := func(name string, at ...string) Change {
		return Change{Types: []infer.TypeDecision{{Name: name, At: pathRefs(at...)}}}
	}
	field := func(name string, paths ...string) (c Change) {
		for _, p := range paths {
			c.Fields = append(c.Fields, infer.FieldDecision{Path: p, Name: name})
		}
		return c
	}
	enum := func(values ...string) Change {
		return Change{Enums: []infer.EnumDecision{{Name: "State", At: pathRefs("OrderEvent/state"), Values: valuesOf(values)}}}
	}
	for _, c := range []struct {
		what   string
		change Change
		want   bool
	}{
		{"a type", typ("Address", "OrderEvent/a", "OrderEvent/b"), true},
		{"a type without a name", typ("", "OrderEvent/a"), false},
		{"a type that is not exported", typ("address", "OrderEvent/a"), false},
		{"a type with a sign", typ("A-B", "OrderEvent/a"), false},
		{"a type with a long name", typ("A"+strings.Repeat("b", longestName), "OrderEvent/a"), false},
		{"one place twice", typ("Address", "OrderEvent/a", "OrderEvent/a"), false},
		{"a long path", typ("Address", "OrderEvent/"+strings.Repeat("a", longestText)), false},
		{"a field", field("Price", "OrderEvent/a"), true},
		{"a field that keeps its name", field("", "OrderEvent/a"), true},
		{"a field with a name that is not exported", field("price", "OrderEvent/a"), false},
		{"one field twice", field("", "OrderEvent/a", "OrderEvent/a"), false},
		{"an enum", enum("open", "closed"), true},
		{"a value twice", enum("open", "open"), false},
		{"a long value", enum(strings.Repeat("a", longestValue+1)), false},
		{"an envelope", Change{Envelope: []infer.EnvelopeMember{{Name: "id"}}}, true},
		{"a long member", Change{Envelope: []infer.EnvelopeMember{{Name: strings.Repeat("a", longestValue+1)}}}, false},
	} {
		if got := c.change.writable(); got != c.want {
			t.Errorf("%s: got %t, want %t", c.what, got, c.want)
		}
	}
}
