package synthetic

import (
	"encoding/json"
	"testing"
)

func TestMake(t *testing.T) {
	p := Make(Size{Topics: 2, Examples: 3, Members: 20, Depth: 4})
	if len(p.Emit.Topics) != 2 || len(p.Examples) != 6 || len(p.Emit.Examples) != 6 {
		t.Fatalf("%d topics, %d and %d examples", len(p.Emit.Topics), len(p.Examples), len(p.Emit.Examples))
	}
	for _, x := range p.Examples {
		v := map[string]any{}
		if err := json.Unmarshal([]byte(x.Text), &v); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			v = v["in"].(map[string]any)
		}
		if len(v) < 15 {
			t.Errorf("%d members of 20", len(v))
		}
	}
}
