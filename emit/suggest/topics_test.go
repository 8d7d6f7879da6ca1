package suggest

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

func TestTopics(t *testing.T) {
	long := strings.Repeat("x", 79)
	for _, c := range []struct {
		name   string
		topics []string // and the names that the spec gives, behind =
		want   string
	}{
		{"apart", []string{"a/b", "a/c"}, ""},
		{"signs", []string{"a/b", "a_b", "a-b"}, "a_b=ABSnake a-b=ABDashed "},
		{"of one style", []string{"a/b", "a:b", "a+b"}, "a/b=ABSlash a:b=ABColon "},
		{"signs that say nothing", []string{"a–b", "a—b", "a…b", "a•b"}, "a—b=ABAlt a•b=ABOther a…b=ABXE23F585E "},
		{"long", []string{"a/" + long, "a:" + long}, "a:" + long + "=AX" + long[:73] + "Colon "},
		{"named in the spec", []string{"z=X", "x"}, "x=XAlt "},
		{"named twice in the spec", []string{"z=X", "zz=X"}, ""},
		{"taken", []string{"header"}, ""},
		{"a name that is another's", []string{"a/b", "a_b", "a_b_snake"}, "a_b=ABAlt "},
	} {
		got := ""
		spec := names.Spec{Header: true}
		for _, topic := range c.topics {
			name, goName, _ := strings.Cut(topic, "=")
			spec.Topics = append(spec.Topics, names.Topic{Name: name, GoName: goName})
		}
		for _, s := range Topics(spec, infer.Model{}) {
			got += s.Change.Topics[0].Topic + "=" + s.Change.Topics[0].Name + " "
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
