package infer

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestNearest checks the nearest path for wrong paths.
func TestNearest(t *testing.T) {
	n := newNearer(strings.Fields(`OrderEvent OrderEvent/total OrderEvent/lines OrderEvent/lines/* OrderEvent/lines/*/price
		OrderEvent/lines/*/name OrderEvent/buyer OrderEvent/buyer/address OrderEvent/buyer/address/zip OrderEvent/buyer/name
		OrderEvent/rates OrderEvent/rates/* Address Address/zip Address/city CartEvent CartEvent/id CartEvent/ids`))
	for wrong, want := range map[string]string{
		"Order/total":                  "OrderEvent/total",
		"Order":                        "OrderEvent",
		"orderevent/Total":             "OrderEvent/total",
		"OrderEvent/totl":              "OrderEvent/total",
		"OrderEvent/lines/0/price":     "OrderEvent/lines/*/price",
		"OrderEvent/lines/price":       "OrderEvent/lines/*/price",
		"OrderEvent/lines/*/*/price":   "OrderEvent/lines/*/price",
		"OrderEvent/line/*/pricee":     "OrderEvent/lines/*/price",
		"Order/lines/0/price":          "OrderEvent/lines/*/price",
		"OrderEvent/buyer/adress/zip":  "OrderEvent/buyer/address/zip",
		"OrderEvent/address/zip":       "OrderEvent/buyer/address/zip",
		"OrderEvent/zip":               "OrderEvent/buyer/address/zip",
		"Adress/zip":                   "Address/zip",
		"Adress":                       "Address",
		"Address/ctiy":                 "Address/city",
		"CartEvent/idx":                "CartEvent/id CartEvent/ids",
		"OrderEvent/rates/EUR":         "",
		"OrderEvent/total/currency":    "",
		"OrderEvent/shipping":          "",
		"CartEvent/to":                 "",
		"Nothing/like/that":            "",
		"OrderEvent/buyer/name/length": "",
	} {
		if got := strings.Join(n.nearest(wrong), " "); got != want {
			t.Errorf("%s: got %q, want %q", wrong, got, want)
		}
	}
}

// TestMisses checks that there is one problem for each cause, with the number of
// decisions that miss for it.
func TestMisses(t *testing.T) {
	e, problems := Observe([]Example{{ID: "A#1", Event: "A", Text: `{"id": 1, "to": {"zip": "1", "city": "c"}, "list": [{"price": 1}]}`}}...)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	at := func(paths ...string) (places []PathRef) {
		for _, p := range paths {
			places = append(places, PathRef{Path: p, Ref: Ref(p)})
		}
		return places
	}
	fields := func(paths ...string) (all []FieldDecision) {
		for _, p := range paths {
			all = append(all, FieldDecision{Path: p, Type: "value", Ref: Ref(p)})
		}
		return all
	}
	for _, c := range []struct {
		what string
		d    Decisions
		want []string
	}{
		{"typos", Decisions{Fields: fields("AEvent/idd", "AEvent/to/zpi", "A/list/0/price", "AEvent/list/price")}, []string{
			"A/list/0/price 0 did you mean AEvent/list/*/price?", "AEvent/idd 0 did you mean AEvent/id?",
			"AEvent/list/price 0 did you mean AEvent/list/*/price?", "AEvent/to/zpi 0 did you mean AEvent/to/zip?",
		}},
		{"below one place", Decisions{Fields: fields("AEvent/from/zip", "AEvent/from/city", "AEvent/from/city/name", "AEvent/idd")}, []string{
			"AEvent/from/city 2 ", "AEvent/idd 0 did you mean AEvent/id?",
		}},
		{"below a misspelt place", Decisions{Fields: fields("AEvent/lists/*/price", "AEvent/lists/*/name")}, []string{
			"AEvent/lists/*/name 1 did you mean AEvent/list?",
		}},
		{"no event", Decisions{Fields: fields("CartEvent/id", "CartEvent/to/zip", "CartEvent/to")}, []string{"CartEvent/id 2 "}},
		{"a type without a place", Decisions{
			Types:  []TypeDecision{{Name: "Place", At: at("AEvent/from", "AEvent/gone")}, {Name: "Part", At: at("Place/part")}, {Name: "Bit", At: at("Part/bits/*")}},
			Fields: fields("Place/zip", "Part/x", "Bit/y"),
		}, []string{"AEvent/from 6 "}},
		{"a type with a place", Decisions{
			Types:  []TypeDecision{{Name: "Place", At: at("AEvent/to", "AEvent/gone")}},
			Fields: fields("Place/zip", "Place/none"),
		}, []string{"AEvent/gone 0 ", "Place/none 0 "}},
		{"through the place of a type", Decisions{
			Types:  []TypeDecision{{Name: "Line", At: at("AEvent/list/*")}, {Name: "Place", At: at("AEvent/to")}},
			Fields: fields("AEvent/list/0/price", "AEvent/lists/*/price", "AEvent/list/prise", "A/ot/ctiy", "AEvent/to/none/x"),
		}, []string{
			"A/ot/ctiy 0 did you mean Place/city?", "AEvent/list/0/price 0 did you mean Line/price?",
			"AEvent/list/prise 0 did you mean Line/price?", "AEvent/lists/*/price 0 did you mean Line/price?", "AEvent/to/none/x 0 ",
		}},
		{"a type on a list", Decisions{
			Types:  []TypeDecision{{Name: "Line", At: at("AEvent/list")}},
			Fields: fields("AEvent/list/0/price", "Line/price", "AEvent/idd"),
		}, []string{"AEvent/idd 0 did you mean AEvent/id?", "AEvent/list 2 did you mean AEvent/list/*?"}},
		{"a circle", Decisions{Types: []TypeDecision{{Name: "One", At: at("Two/x")}, {Name: "Two", At: at("One/x")}}}, []string{"One/x 1 "}},
	} {
		_, problems := Decide(e, c.d)
		var got []string
		for _, p := range problems {
			if p.Warning() {
				continue
			}
			hint := p.Hint()
			if strings.HasPrefix(hint, "add an example") {
				hint = ""
			}
			n := 0 // decisions, besides what shows evidence
			for _, w := range p.Also {
				if w.Ref != "" {
					n++
				}
			}
			if n > 0 && !strings.Contains(p.Message(), fmt.Sprintf("(%d other decision", n)) {
				t.Errorf("%s: %s: the message does not say %d", c.what, p.Message(), n)
			}
			got = append(got, fmt.Sprintf("%s %d %s", p.Where.Ref, n, hint))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// TestNotElided checks that each path without an elided value is a problem, whatever is
// wrong with the others.
func TestNotElided(t *testing.T) {
	x := Example{ID: "A#1", Event: "A", Text: ` {"total": null, "lines": [{"price": "2.5", "note": ""}], "buyer": {"a/b": ""}, "name": "x"} `}
	for _, p := range []string{"/nope", "/lines/9/note", "/buyer", "/totl", "/name", "/lines/*/note", "/lines/0/note", "/Total", "/buyer/a~1c"} {
		x.Elided = append(x.Elided, Elision{Pointer: p, Ref: Ref(p)})
	}
	_, problems := Observe(x)
	var got []string
	for _, p := range problems {
		got = append(got, string(p.Where.Ref)+p.Where.Example+": "+p.Message()+": "+p.Hint())
	}
	const elided = `an elided value is written as "" or null in the payload`
	want := []string{
		`A#1: listed under elided, but this value is neither "" nor null: remove the path from elided`,
		"/nope: this example has no value at /nope: " + elided,
		"/lines/9/note: this example has no value at /lines/9/note: did you mean /lines/0/note?",
		`/buyer: the value at /buyer of this example is not elided: an elided value is written as "" or null: remove the path from elided`,
		"/totl: this example has no value at /totl: did you mean /total?",
		"/lines/*/note: this example has no value at /lines/*/note: did you mean /lines/0/note?",
		"/Total: this example has no value at /Total: did you mean /total?",
		"/buyer/a~1c: this example has no value at /buyer/a~1c: did you mean /buyer/a~1b?",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNearestOf checks that a path with a usual mistake leads back to itself.
func TestNearestOf(t *testing.T) {
	words := strings.Fields("order customer address shipping billing discount currency quantity reference warehouse tracking merchant")
	var paths []string
	for i, a := range words {
		paths = append(paths, "OrderEvent/"+a, "OrderEvent/"+a+"s/*", "OrderEvent/"+a+"s/*/"+words[(i+1)%len(words)], a[:1]+"Type/"+a)
	}
	n := newNearer(paths)
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		right := paths[r.IntN(len(paths))]
		segments := strings.Split(right, "/")
		k := 1 + r.IntN(len(segments)-1)
		s, what := segments[k], ""
		switch i := r.IntN(max(1, len(s)-1)); {
		case r.IntN(4) == 0 && segments[0] == "OrderEvent":
			segments[0], what = "Order", "an event for its type"
		case s == "*":
			segments[k], what = "0", "an index"
		case r.IntN(4) == 0:
			segments[k], what = s[:i]+s[i+1:], "a letter too few"
		case r.IntN(3) == 0:
			segments[k], what = s[:i]+"x"+s[i:], "a letter too many"
		case r.IntN(2) == 0:
			segments[k], what = s[:i]+s[i+1:i+2]+s[i:i+1]+s[i+2:], "two letters swapped"
		default:
			segments[k], what = strings.ToUpper(s), "capitals"
		}
		wrong := strings.Join(segments, "/")
		if got := n.nearest(wrong); wrong != right && (len(got) == 0 || got[0] != right) {
			t.Errorf("%s: %s: got %v, want %s", what, wrong, got, right)
		}
	}
}
