package suggest

import (
	"testing"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// TestFindOnly checks that suggestions of some kinds add no collision of names, even
// where they resolve another one, because nothing would resolve theirs; and that no
// collision remains with all kinds.
func TestFindOnly(t *testing.T) {
	in := input(t, []infer.Example{{ID: "x#1", Event: "X", Text: `{
		"v": {"EUR": [{"a b": 1, "c": 1}], "USD": [{"a~b": 1, "c": 1}]},
		"p": {"z": 1}, "P": {"EUR": 1, "USD": 2}
	}`}}, infer.Decisions{})
	clashes := func(d infer.Decisions) map[string]int {
		m, problems := infer.Decide(in.Evidence, d)
		if len(problems) > 0 {
			t.Error(problems)
		}
		all := make(map[string]int)
		for _, name := range names.Of(in.Spec, m).Clashes {
			all[name]++
		}
		return all
	}
	before := clashes(in.Decisions)
	if before[".P"] != 1 || before["XP"] != 1 || before[".AB"] != 0 {
		t.Fatalf("the names that collide are %v", before)
	}
	_, after := Find(in)
	if now := clashes(after); len(now) > 0 {
		t.Errorf("with all kinds, the names that collide are %v", now)
	}
	in.Kinds = []string{"map"}
	_, after = Find(in)
	for name, n := range clashes(after) {
		if n > before[name] {
			t.Errorf("with maps alone, %s collides %d times", name, n)
		}
	}
}
