package observe

import (
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/capture"
)

var topics = capture.Topics{"orders/create": "orders/create", "stock/update": "stock/update"}

// compare returns the findings of deliveries compared with the types of one example.
func compare(t *testing.T, example string, d infer.Decisions, deliveries ...string) Report {
	t.Helper()
	e, problems := infer.Observe(infer.Example{ID: "1", Event: "Order", Text: example})
	model, more := infer.Decide(e, d)
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	c := capture.NewCollector(capture.Source{Topic: "orders/create"}, topics, capture.Mask(Names(model)))
	Know(c, model, map[string]string{"orders/create": "Order"})
	for _, x := range deliveries {
		c.Add([]byte(x))
	}
	return Compare(c.Capture(), model, map[string]string{"orders/create": "Order", "stock/update": ""})
}

func list(r Report) string {
	var all []string
	for _, t := range r.Topics {
		for _, f := range t.Findings {
			line := fmt.Sprintf("%s %s", f.Path, f.Kind)
			if f.Kind == Mismatch {
				line += fmt.Sprintf(" want %s got %s", f.Want, f.Got)
			}
			all = append(all, fmt.Sprintf("%s %d/%d :%d", line, f.Count, f.Of, f.At.Offset))
		}
	}
	return strings.Join(all, "\n")
}

// TestCompare checks the findings for each way in which deliveries can differ from
// the types.
func TestCompare(t *testing.T) {
	decisions := func(path, word string) infer.Decisions {
		return infer.Decisions{Fields: []infer.FieldDecision{{Path: "OrderEvent/" + path, Type: word}}}
	}
	required := infer.Decisions{Fields: []infer.FieldDecision{{Path: "OrderEvent/a", Required: true}}}
	for _, c := range []struct {
		example    string
		decisions  infer.Decisions
		deliveries string // one a line
		want       string
	}{
		{`{"a":1}`, infer.Decisions{}, `{"a":2}` + "\n" + `{"a":5.0}` + "\n" + `{"a":-0}`, ""},
		{`{"a":1}`, infer.Decisions{}, `{"a":1.5}` + "\n" + `{"a":"1"}`, "/a mismatch want integer got number 1/2 :5\n/a mismatch want integer got string 1/2 :5"},
		{`{"a":1}`, infer.Decisions{}, `{}`, "/a absent 1/1 :0"},
		{`{"a":1}`, infer.Decisions{}, `{"a":null}` + "\n" + `{"a":1}` + "\n" + `{"a":null}`, "/a null 2/3 :5"},
		{`{"a":1}`, infer.Decisions{}, `{"a":null}` + "\n" + `{}` + "\n" + `{}`, "/a absent 2/3 :0\n/a null 1/1 :5"},
		{`[{"a":1},{}]`, infer.Decisions{}, `[{"a":null}]` + "\n" + `[{}]`, ""},
		{`[{"a":1},{}]`, infer.Decisions{}, `[{}]`, "/*/a unseen 1/1 :1"},
		{`[{"a":1},{"a":null}]`, infer.Decisions{}, `[{"a":null},{}]`, ""},
		{`{"a":{"b":[1]}}`, infer.Decisions{}, `{"a":{"b":[null,1]}}` + "\n" + `{"a":null}` + "\n" + `{"a":{"b":null}}` + "\n" + `{"a":{}}`, "/a mismatch want object got null 1/4 :5\n/a/b absent 1/3 :5\n/a/b/* null 1/2 :11"},
		{`{"a":{"10":1,"11":2}}`, infer.Decisions{}, `{"a":{"12":null}}` + "\n" + `{"a":null}`, "/a/* null 1/1 :11"},
		{`{"a":"{\"b\":1}"}`, decisions("a", "json"), `{"a":"{\"b\":null}"}` + "\n" + `{"a":null}`, "/a/b null 1/1 :5"},
		{`{"a":"{\"b\":1}"}`, decisions("a", "json"), `{"a":{"b":null}}` + "\n" + `{"a":{"b":"x","c":1}}` + "\n" + `{"a":[]}`, "/a mismatch want string got array 1/3 :5\n/a/b mismatch want integer got string 1/2 :10\n/a/b null 1/2 :10\n/a/c unknown 1/2 :18"},
		{`{"a":1}`, required, `{}` + "\n" + `{"a":null}`, "/a mismatch want integer got absent 1/2 :0\n/a mismatch want integer got null 1/1 :5"},
		{`{"a":[1]}`, required, `{"a":null}` + "\n" + `{"a":[null]}` + "\n" + `{}`, "/a mismatch want array got absent 1/3 :0\n/a mismatch want array got null 1/2 :5\n/a/* null 1/1 :6"},
		{`{"order":{"id":1}}`, infer.Decisions{}, `{"order":null}` + "\n" + `{}` + "\n" + `{"order":{}}`, "/order mismatch want object got absent 1/3 :0\n/order mismatch want object got null 1/2 :9\n/order/id absent 1/1 :9"},
		{`{"a":1}`, infer.Decisions{}, `null`, " mismatch want object got null 1/1 :0"},
		{`{"a":null}`, infer.Decisions{}, `{"a":null}` + "\n" + `{}`, ""},
		{`{"a":1}`, infer.Decisions{}, `{"a":1,"b":2}` + "\n" + `{"a":1}`, "/b unknown 1/2 :11"},
		{`{"a":1}`, infer.Decisions{}, `{"a":1,"order_1042":{"c":1}}`, "/<id> unknown 1/1 :20"},
		{`{"a":1}`, infer.Decisions{}, `{"a":1`, " malformed 1/1 :0"},
		{`{"a":1}`, infer.Decisions{}, `{"a":1,"a":2}`, " repeated 1/1 :11"},
		{`{"a":"x"}`, infer.Decisions{}, `{"a":"\ud800"}`, "/a inexact 1/1 :5"},
		{`{"a":1}`, infer.Decisions{}, `[]`, " mismatch want object got array 1/1 :0"},
		{`{"a":"x"}`, infer.Decisions{}, `{"a":1}` + "\n" + `{"a":true}` + "\n" + `{"a":[]}`, "/a mismatch want string got array 1/3 :5\n/a mismatch want string got boolean 1/3 :5\n/a mismatch want string got number 1/3 :5"},
		{`{"a":1.5}`, infer.Decisions{}, `{"a":"1.5"}` + "\n" + `{"a":2}`, ""},
		{`{"a":1.5}`, infer.Decisions{}, `{"a":` + strings.Repeat("1", 1001) + `}`, "/a mismatch want number got longer number 1/1 :5"},
		{`{"created_at":"2024-01-02"}`, infer.Decisions{}, `{"created_at":"soon"}` + "\n" + `{"created_at":""}`, "/created_at mismatch want timestamp got other text 1/2 :14"},
		{`{"a":"aGVsbG8="}`, decisions("a", "base64"), `{"a":"-_8"}` + "\n" + `{"a":"no base64"}` + "\n" + `{"a":""}`, "/a mismatch want base64 got other text 1/3 :5"},
		{`{"a":[{"b":1}]}`, infer.Decisions{}, `{"a":[{"b":1},{"b":true},{"c":1}]}`, "/a/*/b absent 1/3 :25\n/a/*/b mismatch want integer got boolean 1/2 :19\n/a/*/c unknown 1/3 :30"},
		{`{"a":[{"b":1}]}`, infer.Decisions{}, `{"a":[]}`, ""},
		{`[{"b":1},[2]]`, infer.Decisions{}, `[{"b":"x","c":1},["y"],3]`, "/* mismatch want object got number 1/3 :23\n/*/* mismatch want integer got string 1/1 :18\n/*/b mismatch want integer got string 1/1 :6\n/*/c unknown 1/1 :14"},
		{`{"a":{"10":{"b":1},"11":{"b":2}}}`, infer.Decisions{}, `{"a":{"12":{"b":1},"13":{"b":"2"}}}`, "/a/*/b mismatch want integer got string 1/2 :29"},
		{`{"a":{"10":{"b":1},"11":{"b":2,"c":3}}}`, infer.Decisions{}, `{"a":{"12":{"b":1},"13":{"b":"2","c":1}}}`, "/a/*/b mismatch want integer got string 1/2 :29"},
		{`{"a":"{\"b\":1}"}`, decisions("a", "json"), `{"a":"{\"b\":true}"}` + "\n" + `{"a":"x"}`, "/a mismatch want object got string 1/2 :5\n/a/b mismatch want integer got boolean 1/1 :5"},
		{`{"a":"{\"b\":1}"}`, infer.Decisions{}, `{"a":"{\"b\":true}"}` + "\n" + `{"a":"x"}`, ""},
		{`{"a":0}`, decisions("a", "flag"), `{"a":"1"}` + "\n" + `{"a":true}` + "\n" + `{"a":2}`, "/a mismatch want boolean got number or string 1/3 :5"},
		{`{"a":"true"}`, decisions("a", "flag"), `{"a":"false"}` + "\n" + `{"a":"f\u0061lse"}` + "\n" + `{"a":"False"}`, "/a mismatch want boolean got string 1/3 :5"},
		{`{"a":null}`, infer.Decisions{}, `{"a":{"b":{"c":[1,"2"]}}}`, ""},
		{`[1,"x"]`, infer.Decisions{}, `["x",1,null]`, "/* null 1/3 :7"},
		{
			`{"a":{"b*":1,"*":2,"c/d~":3}}`,
			infer.Decisions{},
			`{"a":{"b*":"1","*":"2","c/d~":"3"}}`,
			"/a/b* mismatch want integer got string 1/1 :11\n/a/c~1d~0 mismatch want integer got string 1/1 :30\n/a/~2 mismatch want integer got string 1/1 :19",
		},
	} {
		r := compare(t, c.example, c.decisions, strings.Split(c.deliveries, "\n")...)
		if got := list(r); got != c.want {
			t.Errorf("%s with %s: got\n%s\nwant\n%s", c.example, c.deliveries, got, c.want)
		}
		if len(r.Silent) != 1 || r.Silent[0] != "stock/update" {
			t.Errorf("silent topics: %v", r.Silent)
		}
	}
}
