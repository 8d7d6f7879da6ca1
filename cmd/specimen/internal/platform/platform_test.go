package platform

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/finding"
)

// decideText decides the spec of a platform that has its topics in a file a.yaml.
func decideText(t *testing.T, decisions, topics string) *Set {
	t.Helper()
	set, err := specs.Load(fstest.MapFS{
		"acme/platform.yaml": {Data: []byte("platform: acme\ntitle: Acme\ntopic: {header: X}\n" + decisions)},
		"acme/a.yaml":        {Data: []byte("topics:\n" + topics)},
	}, "specs")
	if err != nil {
		t.Fatal(err)
	}
	return SetOf(set, nil)
}

const (
	orders = "  orders/create:\n    event: Order\n    examples:\n      - name: one\n        payload: |\n          {\"id\": 1}\n"
	broken = "  users/create:\n    event: User\n    examples:\n      - name: one\n        payload: |\n          {\"id\": 1\n"
	absent = "fields: {OrderEvent/gone: {type: string, why: it was there}}\n"
)

// TestDecide checks what a spec without errors gives, and the positions in it.
func TestDecide(t *testing.T) {
	set := decideText(t, "", orders)
	p := set.Platform("acme")
	if len(set.Problems) > 0 || set.Refuse() != nil {
		t.Fatal(set.Problems)
	}
	event := p.Model.Events[0]
	if got := p.Names.Event(event) + " " + event.Root.String(); got != "OrderEvent OrderEvent" {
		t.Errorf("the event is %s", got)
	}
	for _, c := range []struct {
		at   infer.Where
		want string
	}{
		{infer.Where{Example: "orders/create#one", Offset: 7}, "specs/acme/a.yaml:7:18"},
		{infer.Where{Ref: "/title"}, "specs/acme/platform.yaml:2:1"},
		{infer.Where{}, "specs/acme/platform.yaml:1:1"},
	} {
		if got := p.At(c.at).String(); got != c.want {
			t.Errorf("%+v is at %s, want %s", c.at, got, c.want)
		}
	}
	if set.Platform("other") != nil {
		t.Error("there is another platform")
	}
}

// TestDecideErrors checks that the problems of the text, the examples and the decisions
// are found together, and that there is no model then.
func TestDecideErrors(t *testing.T) {
	set := decideText(t, absent+"titel: x\n", orders+broken)
	p := set.Platforms[0]
	if len(p.Model.Events) > 0 {
		t.Error("there is a model")
	}
	for _, where := range []string{"platform.yaml:4:", "platform.yaml:5:", "a.yaml:13:"} {
		found := 0
		for _, d := range set.Problems {
			if strings.HasPrefix(d.Pos.String(), "specs/acme/"+where) {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%d problems at %s, want 1: %v", found, where, set.Problems)
		}
	}
	if set.Refuse() == nil {
		t.Error("the set is not refused")
	}
}

// TestUnknownTypeBesideErrors checks that a word that is not that of a type is a problem, once,
// whatever else is wrong with the spec.
func TestUnknownTypeBesideErrors(t *testing.T) {
	const strng = "fields: {OrderEvent/id: {type: strng, why: x}, UserEvent/id: {type: strng, why: x}}\n"
	const users = "  users/create:\n    event: User\n    examples:\n      - name: one\n        payload: |\n          {\"id\": 1}\n"
	for _, c := range []struct{ decisions, topics string }{
		{"", orders + users},
		{"", orders + broken},
		{"titel: x\n", orders + users},
		{"", orders + users + "  x:\n    abuot: x\n    payload: undocumented\n"},
		{"", orders + users + "  x:\n    event: X\n    examples:\n      - name: one\n        payload: {}\n"},
		{"", orders + users + "documented: 7\n"},
		{"documented: [{type: OrderEvent, why: x, members: {id: {type: strng}}}]\n", orders + broken},
		{"enums: {Status: {at: [OrderEvent/id]}}\n", orders + users},
	} {
		set := decideText(t, strng+c.decisions, c.topics)
		found := 0
		for _, d := range set.Problems {
			if d.Rule() == finding.UnknownType && d.Pos.Line == 4 {
				found++
			}
		}
		if found != 2 {
			t.Errorf("%s%s: %d unknown types, want 2: %v", c.decisions, c.topics, found, set.Problems)
		}
	}
}
