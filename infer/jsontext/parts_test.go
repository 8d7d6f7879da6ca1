package jsontext

import (
	"strings"
	"testing"
)

func TestParts(t *testing.T) {
	for _, c := range []struct{ text, pattern, want string }{
		{`[1, {"a": 2}]`, "*", `1;{"a": 2};`},
		{`{"events":[{"a":1},null]}`, "events/*", `{"a":1};null;`},
		{`{"events":[]}`, "events/*", ``},
		{`{"entry":[{"changes":[1,2]},{"changes":[3]},{"x":1}]}`, "entry/*/changes/*", `1;2;3;`},
		{`{"items":[{"item":{"a":1}},{"other":2}]}`, "items/*/item", `{"a":1};`},
		{`{"events":{"a":1}}`, "events/*", `none`},
		{`{"event":1}`, "events/*", `none`},
		{`{"entry":[{"x":1}]}`, "entry/*/changes/*", `none`},
		{`[1`, "*", `none`},
		{`[1]`, "0", `none`},
		{`{"a~b":[1]}`, "a~b/*", `1;`},
	} {
		got := ""
		if !Parts(c.text, strings.Split(c.pattern, "/"), func(part string) bool { got += part + ";"; return true }) {
			got = "none"
		}
		if got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.pattern, c.text, got, c.want)
		}
	}
	n := 0
	if !Parts(`[[1,2],[3]]`, []string{"*", "*"}, func(string) bool { n++; return false }) || n != 1 {
		t.Errorf("%d parts after the first was refused", n)
	}
}
