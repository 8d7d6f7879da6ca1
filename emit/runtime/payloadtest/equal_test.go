package payloadtest

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// TestDifferences checks which JSON values are equal, and how it is said where
// they are not.
func TestDifferences(t *testing.T) {
	tests := []struct{ got, want, differences string }{
		{`{"a":1,"b":[true,null]}`, ` { "b" : [ true , null ] , "a" : 1 } `, ""},
		{`"\u00e9\/"`, `"é/"`, ""},
		{`{"\u0061":1}`, `{"a":1}`, ""},
		{`{"a":2}`, `{"a":1,"a":2}`, ""},
		{`{"a":3,"a":2}`, `{"a":1,"a":2}`, ""},
		{`{"a":1}`, `{"a":1,"a":2}`, `/a: got 1, want 2`},
		{`{"a":1,"a":2}`, `{"a":2}`, `/a: the member is there twice`},
		{`1`, `1.0`, `the body: got 1, want 1.0`},
		{`1e5`, `1E5`, `the body: got 1e5, want 1E5`},
		{`-0`, `0`, `the body: got -0, want 0`},
		{`12345678901234567890`, `12345678901234567891`, `the body: got 12345678901234567890, want 12345678901234567891`},
		{`"1"`, `1`, `the body: got string, want number`},
		{`{"a":null}`, `{}`, `/a: there was no such member`},
		{`{}`, `{"a":null}`, `/a: the member is gone`},
		{`{"a":[]}`, `{"a":{}}`, `/a: got array, want object`},
		{`{"a":[]}`, `{"a":null}`, `/a: got array, want null`},
		{`[1,2]`, `[2,1]`, `/0: got 1, want 2; /1: got 2, want 1`},
		{`[1]`, `[1,1]`, `the body: got 1 elements, want 2`},
		{`{"a":{"~/":[{"b":true}]}}`, `{"a":{"~/":[{"b":false}]}}`, `/a/~0~1/0/b: got true, want false`},
		{`[1,2,3,4]`, `[0,0,0,0]`, `/0: got 1, want 0; /1: got 2, want 0; /2: got 3, want 0`},
		{`"` + strings.Repeat("a", 400) + `"`, `""`, `the body: got "` + strings.Repeat("a", 299) + `… (402 bytes), want ""`},
	}
	for _, test := range tests {
		if got := list(differences(made(test.got), made(test.want))); got != test.differences {
			t.Errorf("%s and %s: %q, want %q", test.got, test.want, got, test.differences)
		}
		if got := encodes([]byte(test.got), made(test.want)); got != test.differences {
			t.Errorf("%s and %s: encodes says %q, want %q", test.got, test.want, got, test.differences)
		}
	}
	if got, want := encodes([]byte(`{"a":1`), made(`{"a":1}`)), "the encoding is malformed: unexpected end of JSON input"; got != want {
		t.Errorf("a malformed text: %q, want %q", got, want)
	}
}

// FuzzCursor checks that the short way to find texts equal finds no others
// equal than encoding/json does.
func FuzzCursor(f *testing.F) {
	for _, seeds := range [][2]string{
		{`{"a":[1,"x\n"],"b":{}}`, `{"b":{},"a":[1,"x\u000a"]}`},
		{`12`, `123`},
		{`{"a":1,"a":2}`, `{"a":2}`},
		{`[]`, `[[]]`},
		{`{"a":1}`, `{"a":1,"b":2}`},
		{"\"\n\"", `"\n"`},
		{`"\ud800"`, `"\ufffd"`},
		{`[1,]`, `[1]`},
	} {
		f.Add(seeds[0], seeds[1])
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		v, err := parse(other)
		if err != nil {
			t.Skip()
		}
		v = v.without()
		c := cursor{text: []byte(text)}
		if !c.value(v) || c.i != len(text) {
			return
		}
		if got, err := parse(text); err != nil || differences(got, v) != nil {
			t.Errorf("%q is found equal to %q", text, other)
		}
		if !reflect.DeepEqual(decoded(t, text), decoded(t, other)) {
			t.Errorf("encoding/json decodes %q and %q to other values", text, other)
		}
	})
}

// without returns v without the texts that it was read from, but for scalars.
func (v *value) without() *value {
	c := *v
	c.list = nil
	for _, m := range v.list {
		m.value = m.value.without()
		c.list = append(c.list, m)
	}
	if v.list != nil {
		c.source = ""
	}
	return &c
}

// decoded returns what encoding/json makes of a text.
func decoded(t *testing.T, text string) any {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("encoding/json: %q: %v", text, err)
	}
	return v
}

// TestUnequal checks how it is said that events differ.
func TestUnequal(t *testing.T) {
	tests := []struct {
		change func(v *orderEvent)
		want   string
	}{
		{func(v *orderEvent) {}, ""},
		{func(v *orderEvent) { v.Shop = "s2" }, `orderEvent.Envelope.Shop: got "s2", want "s1"`},
		{func(v *orderEvent) { v.Order.Items[1].Qty = 3 }, `orderEvent.Order.Items[1].Qty: got 3, want 2`},
		{func(v *orderEvent) { v.Order.Tags = nil }, `orderEvent.Order.Tags: got nil, want 2 elements`},
		{func(v *orderEvent) { v.Order.Ratio = 0 }, `orderEvent.Order.Ratio: got 0, want 0.5`},
		{func(v *orderEvent) { v.Order.Open, v.Order.AB = false, 0 }, `orderEvent.Order.Open: got false, want true; orderEvent.Order.AB: got 0, want 12`},
	}
	for _, test := range tests {
		v := fullOrder()
		test.change(v)
		if got := list(unequal(v, fullOrder())); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
	if got, want := list(unequal(&batchEvent{}, fullOrder())), "got a payloadtest.batchEvent, want a payloadtest.orderEvent"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
