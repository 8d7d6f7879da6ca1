package wire_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

func TestValueKinds(t *testing.T) {
	tests := []struct {
		raw    string
		kind   payload.Kind
		text   string
		number string
		yes    bool
	}{
		{"", payload.KindAbsent, "", "", false},
		{"null", payload.KindNull, "", "", false},
		{"true", payload.KindBoolean, "", "", true},
		{"false", payload.KindBoolean, "", "", false},
		{"-1.50", payload.KindNumber, "", "-1.50", false},
		{`"a\u00e9"`, payload.KindString, "aé", "aé", false},
		{`"1.50"`, payload.KindString, "1.50", "1.50", false},
		{"[1]", payload.KindArray, "", "", false},
		{`{"a":1}`, payload.KindObject, "", "", false},
	}
	for _, test := range tests {
		v := rawValue(test.raw)
		text, isText := v.Text()
		number, isNumber := v.Number()
		yes, isBool := v.Bool()
		if v.Kind() != test.kind || v.Raw() != test.raw || v.IsZero() != (test.raw == "") {
			t.Errorf("%s: kind %v, raw %s, absent %t", test.raw, v.Kind(), v.Raw(), v.IsZero())
		}
		if text != test.text || isText != (test.kind == payload.KindString) {
			t.Errorf("%s: text %q %t", test.raw, text, isText)
		}
		wantNumber := test.kind == payload.KindNumber || test.kind == payload.KindString
		if isNumber != wantNumber || isNumber && number.String() != test.number {
			t.Errorf("%s: number %q %t", test.raw, number, isNumber)
		}
		if yes != test.yes || isBool != (test.kind == payload.KindBoolean) {
			t.Errorf("%s: boolean %t %t", test.raw, yes, isBool)
		}
	}
}

func TestParseValue(t *testing.T) {
	v, err := payload.ParseValue(" {\"a\" : 1}\n")
	if err != nil || v.Raw() != `{"a" : 1}` {
		t.Errorf("parsed %q %v", v.Raw(), err)
	}
	for _, text := range []string{"", " ", "x", "{}{}", `{"a":}`, "[1,]"} {
		v, err := payload.ParseValue(text)
		var syntax *payload.SyntaxError
		if !v.IsZero() || !errors.As(err, &syntax) {
			t.Errorf("%q is parsed to %q %v", text, v.Raw(), err)
		}
	}
	var limit *payload.LimitError
	if _, err := payload.ParseValue(strings.Repeat("[", 600)); !errors.As(err, &limit) {
		t.Errorf("a deep value: %v", err)
	}
}

func TestValueInside(t *testing.T) {
	v := rawValue(` { "a" : [ 1 , {"b":"c"} ] , "a\u0062":null, "a":[2, 3] }`[1:])
	var members []string
	for name, member := range v.Members() {
		members = append(members, name+"="+member.Raw())
	}
	if got, want := strings.Join(members, " "), `a=[ 1 , {"b":"c"} ] ab=null a=[2, 3]`; got != want {
		t.Errorf("members %s, want %s", got, want)
	}
	list, ok := v.Get("a")
	var items []string
	for item := range list.Items() {
		items = append(items, item.Raw())
	}
	if got := strings.Join(items, " "); got != "2 3" || !ok {
		t.Errorf("items of the last a: %s %t, want 2 3", got, ok)
	}
	if m, ok := v.Get("ab"); m.Kind() != payload.KindNull || !ok {
		t.Errorf("ab is %q %t", m.Raw(), ok)
	}
	if m, ok := v.Get("c"); !m.IsZero() || ok {
		t.Errorf("c is %q %t", m.Raw(), ok)
	}
	for range v.Members() {
		break
	}
	for range list.Items() {
		break
	}
	for _, raw := range []string{"", "null", "1", `"[]"`, "[]", "{}"} {
		for range rawValue(raw).Items() {
			t.Errorf("%q has items", raw)
		}
		for range rawValue(raw).Members() {
			t.Errorf("%q has members", raw)
		}
	}
}

// TestValueDeep checks that a value from a Reader with a higher limit than the
// default one is read to its end.
func TestValueDeep(t *testing.T) {
	const depth = 100_000
	r := newCursor([]byte(strings.Repeat(`{"a":[`, depth)+strings.Repeat("]}", depth)), wire.Limits{MaxDepth: 2 * depth})
	var v payload.Value
	if r.Value(&v); r.Done() != nil {
		t.Fatal(r.Done())
	}
	inner, ok := v.Get("a")
	n := 0
	for item := range inner.Items() {
		n += len(item.Raw())
	}
	if want := 8 * (depth - 1); !ok || n != want {
		t.Errorf("the element inside has %d bytes, want %d", n, want)
	}
}

func TestValueWithEncodingJSON(t *testing.T) {
	type item struct {
		V payload.Value `json:"v,omitzero"`
	}
	tests := []struct{ text, want string }{
		{`{}`, `{}`},
		{`{"v":null}`, `{"v":null}`},
		{`{"v":1.50}`, `{"v":1.50}`},
		{`{"v":{"b":1,"a":[2,"\u00e9"]}}`, `{"v":{"b":1,"a":[2,"\u00e9"]}}`},
	}
	for _, test := range tests {
		if got := throughJSON[item](test.text); got != test.want {
			t.Errorf("%s comes back as %s, want %s", test.text, got, test.want)
		}
	}
	if got := textOf(wire.AppendValue, payload.Value{}); got != "null" {
		t.Errorf("an absent value is written %s", got)
	}
}
