package tree

import (
	"encoding/json"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// FuzzParse checks that whatever is read is JSON, that all values stand in the document,
// and that JSON is read as it is written.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`{"a": [1, {"$ref": "#/a/0"}], "a": null}`, `[{}, "\ud800", "\u0000"]`, "\ufeff[1]", "a: &x [1, *x]", "a: {<<: [{b: 1}, {c: .5}]}\n",
		"a: |\n  x\n\n  y\nb: >-\n  z\n", "- 1\n- b: 2\r\n  c: \"\\u2028\"\u2028d: 4", "? a\n: b", "a: !!binary aGk=\n<<: {x: 1}", "\ufeff# c\na: 1",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tree, err := Parse(text)
		if err != nil {
			if e := err.(*Error); e.Offset < 0 || e.Offset > len(text) || e.Problem == "" {
				t.Errorf("the error is %q at %d", e.Problem, e.Offset)
			}
			return
		}
		if !json.Valid([]byte(tree.Root().Raw())) {
			t.Errorf("not JSON: %q", tree.Root().Raw())
		}
		check(t, tree.Root(), len(text))
	})
}

func check(t *testing.T, n Node, length int) {
	t.Helper()
	if n.Offset() < 0 || n.Offset() > length || n.NameOffset() < 0 || n.NameOffset() > length {
		t.Errorf("%s stands at %d, named at %d, of %d", n.Raw(), n.Offset(), n.NameOffset(), length)
	}
	if !json.Valid([]byte(n.Payload())) {
		t.Errorf("not JSON: %q", n.Payload())
	}
	n.Follow()
	switch n.Kind() {
	case jsontext.KindObject:
		for name := range n.Members() {
			if !n.Get(name).Exists() {
				t.Errorf("%s lost its member %q", n.Raw(), name)
			}
		}
		for child := range n.children() {
			check(t, child, length)
		}
	case jsontext.KindArray:
		for child := range n.Items() {
			check(t, child, length)
		}
	case jsontext.KindAbsent:
		t.Error("a value is absent")
	}
}
