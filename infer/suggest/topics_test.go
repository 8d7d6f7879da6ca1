package suggest

import "testing"

func TestTopics(t *testing.T) {
	for _, c := range []struct {
		name  string
		names map[string]string
		want  string
	}{
		{"apart", map[string]string{"a/b": "AB", "a/c": "AC"}, ""},
		{"signs", map[string]string{"a/b": "AB", "a_b": "AB", "a-b": "AB"}, "a_b=ABSnake a-b=ABDashed "},
		{"of one style", map[string]string{"a/b": "AB", "a:b": "AB", "a+b": "AB"}, "a/b=ABAlt a:b=ABOther "},
		{"taken", map[string]string{"header": "Header"}, "header=HeaderAlt "},
		{"a name that is another's", map[string]string{"a/b": "AB", "a_b": "AB", "x": "ABSnake"}, "a_b=ABAlt "},
	} {
		got := ""
		for _, s := range Topics(c.names, []string{"Header"}) {
			got += s.Change.Topics[0].Topic + "=" + s.Change.Topics[0].Name + " "
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
