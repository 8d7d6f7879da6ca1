package suggest

import (
	"strings"
	"testing"
)

func TestTopics(t *testing.T) {
	long := strings.Repeat("x", 79)
	for _, c := range []struct {
		name  string
		names map[string]string
		want  string
	}{
		{"apart", map[string]string{"a/b": "AB", "a/c": "AC"}, ""},
		{"signs", map[string]string{"a/b": "AB", "a_b": "AB", "a-b": "AB"}, "a_b=ABSnake a-b=ABDashed "},
		{"of one style", map[string]string{"a/b": "AB", "a:b": "AB", "a+b": "AB"}, "a/b=ABSlash a:b=ABColon "},
		{"signs that say nothing", map[string]string{"a–b": "AB", "a—b": "AB", "a…b": "AB", "a•b": "AB"}, "a—b=ABAlt a•b=ABOther a…b=ABXE23F585E "},
		{"long", map[string]string{"a/" + long: "A" + long, "a:" + long: "A" + long}, "a:" + long + "=A" + long[:74] + "Colon "},
		{"named in the spec", map[string]string{"z": "X", "x": "X"}, "x=XAlt "},
		{"named twice in the spec", map[string]string{"z": "X", "zz": "X"}, ""},
		{"taken", map[string]string{"header": "Header"}, "header=HeaderAlt "},
		{"a name that is another's", map[string]string{"a/b": "AB", "a_b": "AB", "x": "ABSnake"}, "a_b=ABAlt "},
	} {
		got := ""
		for _, s := range Topics(c.names, map[string]bool{"z": true, "zz": true}, []string{"Header"}) {
			got += s.Change.Topics[0].Topic + "=" + s.Change.Topics[0].Name + " "
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
