package wire_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestPartly checks that a list with a misfit element is left as it was read,
// while what is no list at all is absent.
func TestPartly(t *testing.T) {
	tests := []struct {
		text string
		late string // the list, "absent" or "null"
	}{
		{`{"late":["a",{},"b"]}`, "a||b"},
		{`{"late":[{}]}`, ""},
		{`{"late":{}}`, "absent"},
		{`{"late":null}`, "null"},
		{`{}`, "absent"},
	}
	for _, test := range tests {
		v, _ := checkRoundTrip(t, test.text)
		got := showOpt(v.Late)
		if list, ok := v.Late.Get(); ok {
			got = strings.Join(list, "|")
		}
		if got != test.late {
			t.Errorf("%s: %q, want %q", test.text, got, test.late)
		}
	}
}

// root returns the raw value of a root that KeepRoot kept.
func root(x payload.Members) (payload.Value, bool) {
	return wire.Root(x, new(struct{}), func(*struct{}, *wire.Reader, int, string) int { return 0 })
}

// TestRootKept checks what Members holds of a root that is not an object.
func TestRootKept(t *testing.T) {
	read := func(text string) payload.Members {
		r := reader(text)
		var x payload.Members
		var list []string
		from := r.Offset()
		r.EndAt(r.KeepRoot(from, r.Reader.Strings(from, &list, ""), &x))
		r.Done()
		return x
	}
	if x := read(` [ "a" , "b" ] `); x != nil {
		t.Errorf("%s is kept of a list that fits", showMembers(x))
	}
	if v, ok := root(read(` [ "a" , 1 ] `)); !ok || v.Raw() != `[ "a" , 1 ]` {
		t.Errorf("the root is %q %t", v.Raw(), ok)
	}
	if v, ok := root(read(`["a",1`)); ok {
		t.Errorf("%q is kept of malformed JSON", v.Raw())
	}
	for _, x := range []payload.Members{nil, {unknown("", "1")}, {unknown("a", "")}} {
		if v, ok := root(x); ok {
			t.Errorf("%q is a root", v.Raw())
		}
	}
}

func TestFind(t *testing.T) {
	const missing = "/a/b:string<absent"
	tests := []struct {
		text       string
		want       string
		mismatches string
	}{
		{`{"a":{"b":"topic"}}`, "topic", ""},
		{` { "x" : [{}] , "a" : { "x" : 1, "b" : "to\u0070ic" } , "y" : 1 }`, "topic", ""},
		{`{"a":{"b":8}}`, "8", ""},
		{`{"a":{"b":""}}`, "", ""},
		{`{"\u0061":{"b":"topic"}}`, "topic", ""},
		{`{"a":{"b":"first"},"a":{"b":"x","b":"topic"}}`, "topic", ""},
		{`{"a":{"b":"first"},"a":1}`, "", missing},
		{`{"a":{"b":null}}`, "", missing},
		{`{"a":{"b":[]}}`, "", missing},
		{`{"a":{}}`, "", missing},
		{`{}`, "", missing},
		{`[]`, "", missing},
		{`"a"`, "", missing},
		{`{"a":{"b":"topic"},}`, "topic", ""}, // decoding reports the rest
		{`{"a":{"b":"topic"},"b":"a",}`, "", ""},
		{`{"a":{"b":"topic"},"a":1,}`, "", ""},
		{`{"a":{"b":"topic"}"}`, "topic", ""},
		{``, "", missing},
	}
	for _, test := range tests {
		r := reader(test.text)
		before := r.Offset()
		got := r.Find("a", "b")
		if list := showMismatches(r.Mismatches()); got != test.want || list != test.mismatches {
			t.Errorf("%s: %q, mismatches %q; want %q, %q", test.text, got, list, test.want, test.mismatches)
		}
		if r.Offset() != before {
			t.Errorf("%s: the cursor is at %d, not at %d", test.text, r.Offset(), before)
		}
	}
	for _, test := range []struct{ text, a, b, want string }{
		{`[{"a":"x"}, {"a":"topic"}]`, "1", "a", "topic"},
		{` [ "x" , ["y", "topic"] ] `, "1", "1", "topic"},
		{`{"1":["topic"]}`, "1", "0", "topic"},
		{`{"1":{"0":"topic"}}`, "1", "0", "topic"},
		{`[{"a":"x"}]`, "1", "a", ""},
		{`[{"a":"x"}]`, "00", "a", ""},
		{`[{"a":"x"}]`, "+0", "a", ""},
		{`[{"a":"x"}]`, "-1", "a", ""},
		{`[{"a":"x"}]`, "-", "a", ""},
		{`[{"a":"x"}]`, "99999999999999999999", "a", ""},
		{`[{"a":"x"},`, "0", "a", ""},
		{`[]`, "0", "a", ""},
	} {
		r := reader(test.text)
		if got := r.Find(test.a, test.b); got != test.want {
			t.Errorf("%s at /%s/%s: %q, want %q", test.text, test.a, test.b, got, test.want)
		}
	}
	r := reader(`{}`)
	r.Find("a/b", "~")
	if got, want := showMismatches(r.Mismatches()), "/a~1b/~0:string<absent"; got != want {
		t.Errorf("mismatches %q, want %q", got, want)
	}
}

// TestNeed checks that a required member which is absent is a mismatch at its object, one
// that is null a mismatch at the null, and that the list keeps the order of the text.
func TestNeed(t *testing.T) {
	shape := wire.Shape{
		Names: []string{"a", "b/c"},
		Room:  []uint64{^uint64(3)},
		Index: func(name string) int { return slices.Index([]string{"a", "b/c"}, name) },
		Need:  []wire.Need{{Index: 0, Want: payload.KindString}, {Index: 1, Want: payload.KindInteger}},
	}
	tests := []struct {
		text       string
		mismatches []payload.Mismatch
	}{
		{`[{"a":"","b/c":1}]`, nil},
		{`[{"a":null,"b/c":1},null]`, []payload.Mismatch{{Path: "/0/a", Offset: 6, Want: payload.KindString, Got: payload.KindNull}}},
		{`[{"b/c": null ,"a":""}]`, []payload.Mismatch{{Path: "/0/b~1c", Offset: 9, Want: payload.KindInteger, Got: payload.KindNull}}},
		{`[{"b/c":null,"a":"","b/c":5}]`, []payload.Mismatch{{Path: "/0/b~1c", Offset: 8, Want: payload.KindInteger, Got: payload.KindNull}}},
		{`[{"a":"","b/c":1}, { }]`, []payload.Mismatch{
			{Path: "/1/a", Offset: 19, Want: payload.KindString, Got: payload.KindAbsent},
			{Path: "/1/b~1c", Offset: 19, Want: payload.KindInteger, Got: payload.KindAbsent},
		}},
		{`[{"a":5}]`, []payload.Mismatch{
			{Path: "/0/b~1c", Offset: 1, Want: payload.KindInteger, Got: payload.KindAbsent},
			{Path: "/0/a", Offset: 6, Want: payload.KindString, Got: payload.KindNumber},
		}},
	}
	for _, test := range tests {
		r := reader(test.text)
		a := r.Reader.Array(r.Offset())
		for n := 0; a.Next(&r.Reader, n); n++ {
			var x payload.Members
			p := wire.Place{Shape: &shape, Extra: &x}
			k, at := r.Enter(&p, a.At, `{"a":`)
			for k >= 0 {
				if k == 0 {
					at = r.Reader.String(at, new(string), nobody)
				} else {
					at = r.Reader.Int(at, new(int64), nobody)
				}
				k, at = r.Seek(&p, at, k+1)
			}
			a.Read(at)
		}
		r.EndAt(a.End(&r.Reader, ""))
		got := r.Mismatches()
		same := len(got) == len(test.mismatches)
		for i := 0; same && i < len(got); i++ {
			same = got[i] == test.mismatches[i]
		}
		if !same {
			t.Errorf("%s: mismatches %+v, want %+v", test.text, got, test.mismatches)
		}
	}
}

func TestAppendOpt(t *testing.T) {
	for got, want := range map[string]string{
		textOf(wire.AppendOptBool, payload.Some(true)):                                 "true",
		textOf(wire.AppendOptInt, payload.Some[int64](-5)):                             "-5",
		textOf(wire.AppendOptFloat, payload.Some(1.5)):                                 "1.5",
		textOf(wire.AppendOptString, payload.Some("a")):                                `"a"`,
		textOf(wire.AppendOptNumber, payload.Some(payload.Num("1.50"))):                "1.50",
		textOf(wire.AppendOptTimestamp, payload.Some(payload.Timestamp("2024-05-06"))): `"2024-05-06"`,
		textOf(wire.AppendOptFlag, payload.Some(payload.FlagText1)):                    `"1"`,
		textOf(wire.AppendOptString, payload.Nil[string]()):                            "null",
		textOf(wire.AppendOptInt, payload.Opt[int64]{}) + " ":                          "null ",
	} {
		if got != want {
			t.Errorf("written %s, want %s", got, want)
		}
	}
}
