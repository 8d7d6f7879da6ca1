package observe

import (
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/capture"
)

// TestFolded checks that, with more names than are kept apart, known members are
// compared as usual, others are counted, and the report says where names are folded;
// also after the evidence was in a file.
func TestFolded(t *testing.T) {
	example := `{"id":1,"stock":{"10":{"n":1},"11":{"n":2}}}`
	e, problems := infer.Observe(infer.Example{ID: "1", Event: "Order", Text: example})
	model, more := infer.Decide(e, infer.Decisions{})
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	events := map[string]string{"orders/create": "Order"}
	c := capture.NewCollector(capture.Source{Topic: "orders/create"}, topics, nil)
	Know(c, model, events)
	const deliveries = 400
	for i := range deliveries {
		var b strings.Builder
		for j := range 20 {
			fmt.Fprintf(&b, `"k%d":{"n":"%d","tags":{"t%d":1}},`, 20*i+j, j, 20*i+j)
		}
		c.Add([]byte(`{"id":"x","stock":{` + b.String() + `"a":{"n":1,"tags":{}}},"x` + fmt.Sprint(i) + `":{"y":null}}`))
	}
	platform, got, err := capture.Decode(capture.Encode("acme", c.Capture()))
	if platform != "acme" || err != nil {
		t.Fatal(err)
	}
	r := Compare(got, model, events)
	counts := make(map[string]int)
	unknown := 0
	for _, f := range r.Topics[0].Findings {
		if f.Kind == Member && strings.HasPrefix(f.Path, "/x") || f.Path == "/<others>" {
			unknown += f.Count
			continue
		}
		counts[fmt.Sprintf("%s %s %s", f.Path, f.Kind, f.Got)] = f.Count
	}
	for finding, want := range map[string]int{
		"/id mismatch string":        deliveries,
		"/stock/*/n mismatch string": 20 * deliveries,
		"/stock/*/<others> unknown ": 21 * deliveries,
	} {
		if counts[finding] != want {
			t.Errorf("%s: %d times, want %d", finding, counts[finding], want)
		}
	}
	if unknown != deliveries {
		t.Errorf("%d unknown members at the root, want %d", unknown, deliveries)
	}
	for _, place := range []string{"/* folded ", "/stock/* folded ", "/stock/*/* folded "} {
		if counts[place] == 0 {
			t.Errorf("no %q among %v", place, counts)
		}
	}
	if r.Depth != 1 || r.Findings() < 4 {
		t.Errorf("depth %d, %d findings", r.Depth, r.Findings())
	}
}
