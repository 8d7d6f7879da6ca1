package wire_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestMembersApart: the Members of a body share memory, and nothing that is done
// to one of them shows in another.
func TestMembersApart(t *testing.T) {
	var text strings.Builder
	text.WriteString(`{"lines":[{}`)
	for i := range 40 {
		fmt.Fprintf(&text, `,{"sku":"%d"`, i)
		for k := range i % 7 {
			fmt.Fprintf(&text, `,"new%d":%d`, k, i)
		}
		text.WriteString(`,"qty":1}`)
	}
	text.WriteString(`]}`)
	r := reader(text.String())
	var v Item
	if r.EndAt(v.decode(&r.Reader, r.Offset(), "")); r.Done() != nil {
		t.Fatal(r.Done())
	}
	check := func(line Line, i int, also string) {
		t.Helper()
		want := also
		for k := i%7 - 1; k >= 0; k-- {
			want = fmt.Sprintf("new%d=%d ", k, i) + want
		}
		if got := showMembers(line.Extra); got != strings.TrimSpace(want) {
			t.Errorf("line %d keeps %q, want %q", i, got, want)
		}
	}
	for i, line := range v.Lines[1:] {
		check(line, i, "")
	}
	for i := range v.Lines[1:] {
		v.Lines[1+i].Extra.Set("also", rawValue("1"))
	}
	for i, line := range v.Lines[1:] {
		check(line, i, "also=1")
	}
	if got := showMembers(v.Lines[0].Extra); got != "sku qty" {
		t.Errorf("an empty line keeps %q", got)
	}
}
