package wire_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

func TestJSONWithEncodingJSON(t *testing.T) {
	type item struct {
		A payload.JSON[address] `json:"a,omitzero"`
	}
	tests := []struct {
		text string
		want string
		city string
		ok   bool
	}{
		{`{"a":"{\"city\":\"Bern\"}"}`, `{"a":"{\"city\":\"Bern\"}"}`, "Bern", true},
		{`{"a":" {\"city\" : \"B\\u00e9rn\"}\n"}`, `{"a":" {\"city\" : \"B\\u00e9rn\"}\n"}`, "Bérn", true},
		{`{"a":""}`, `{"a":""}`, "", false},
		{`{"a":"{}"}`, `{"a":"{}"}`, "", true},
		{`{"a":"{\"city\":\"Bern\""}`, `{"a":"{\"city\":\"Bern\""}`, "", false},
		{`{"a":"{\"city\":\"Bern\"}}"}`, `{"a":"{\"city\":\"Bern\"}}"}`, "", false},
		{`{"a":"[]"}`, `{"a":"[]"}`, "", false},
		{`{"a":"null"}`, `{"a":"null"}`, "", false},
		{`{"a":"no JSON"}`, `{"a":"no JSON"}`, "", false},
		{`{"a":{"city":"Bern"}}`, `{"a":{"city":"Bern"}}`, "Bern", true},
		{`{"a":{ "city" : "B\u00e9rn", "new": 1.50 } }`, `{"a":{"city":"B\u00e9rn","new":1.50}}`, "Bérn", true},
		{`{"a":null}`, `{"a":null}`, "", false},
		{`{}`, `{}`, "", false},
	}
	for _, test := range tests {
		// What was there before must not show through.
		v := item{A: textJSON("before", address{City: "before"})}
		if test.text == "{}" {
			v = item{}
		}
		if err := json.Unmarshal([]byte(test.text), &v); err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if got, ok := v.A.Get(); got.City != test.city || ok != test.ok {
			t.Errorf("%s holds %+v %t, want %s %t", test.text, got, ok, test.city, test.ok)
		}
		if b, err := json.Marshal(v); err != nil || string(b) != test.want {
			t.Errorf("%s comes back as %s %v, want %s", test.text, b, err, test.want)
		}
	}
	for _, text := range []string{`{"a":5}`, `{"a":[]}`, `{"a":true}`} {
		if got := throughJSON[item](text); got != "error" {
			t.Errorf("%s comes back as %s, want an error", text, got)
		}
	}
}

// TestJSONOfAny checks that a text may hold any value where the type takes all,
// null included, and that any other text is one mismatch.
func TestJSONOfAny(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": 1}`: `{"a": 1}`, `[1,null]`: `[1,null]`, `"x"`: `"x"`, `null`: `null`, `1.50`: `1.50`, ``: "nothing", `{"a"`: "mismatch", `x`: "mismatch",
	} {
		quoted := string(wire.AppendString(nil, text))
		r := reader(quoted)
		var j payload.JSON[payload.Value]
		var in wire.Reader
		v, says := wire.JSON(&j)
		r.Inner(r.Offset(), says, payload.KindAbsent, &in, "")
		if says.Is {
			r.Outer(r.Offset(), says, payload.KindAbsent, &in, in.Value(in.Begin(), v, ""))
		}
		got := "nothing"
		switch value, ok := j.Get(); {
		case ok:
			got = value.Raw()
		case len(r.Mismatches()) == 1 && r.Mismatches()[0].Want == payload.KindObject:
			got = "mismatch"
		}
		if got != want || j.Text() != text {
			t.Errorf("%s holds %s, want %s", quoted, got, want)
		}
		var again payload.JSON[payload.Value]
		err := again.UnmarshalJSON([]byte(quoted))
		if value, ok := again.Get(); err != nil || ok && value.Raw() != want || !ok && want[0] != 'n' && want[0] != 'm' {
			t.Errorf("UnmarshalJSON of %s: %v %t %v, want %s", quoted, value, ok, err, want)
		}
	}
}

// TestInnerSettles checks that a text which is no JSON of the wanted kind is
// not taken for a value that was left unset.
func TestInnerSettles(t *testing.T) {
	for text, want := range map[string]string{`"\ud800"`: "\ufffd", `"[] \ud800"`: "[] \ufffd", `"{\ud800"`: "{\ufffd", `""`: "", `5`: "absent"} {
		var o payload.Opt[payload.JSON[address]]
		r := reader("[[], " + text + "]")
		a := r.Reader.Array(r.Offset())
		a.Next(&r.Reader, 0)
		a.Read(r.Reader.String(a.At, new(string), "")) // left unset
		a.Next(&r.Reader, 1)
		var in wire.Reader
		j, presence := wire.Opt(&o)
		_, says := wire.JSON(j)
		after := r.Inner(a.At, says, payload.KindObject, &in, "")
		if says.Is {
			r.Outer(a.At, says, payload.KindObject, &in, in.Skip(in.Begin()))
		}
		r.OptEnd(after, presence)
		ok := false
		got := "absent"
		if j, there := o.Get(); there {
			got = j.Text()
			_, ok = j.Get()
		}
		if got != want || ok {
			t.Errorf("%s: %q %t, want %q", text, got, ok, want)
		}
	}
}

func TestNewJSON(t *testing.T) {
	j, err := payload.NewJSON(address{City: "<Bern> & é"})
	if want := `{"city":"<Bern> & é"}`; err != nil || j.Text() != want {
		t.Errorf("the text is %s (%v), want %s", j.Text(), err, want)
	}
	if v, ok := j.Get(); !ok || v.City != "<Bern> & é" {
		t.Errorf("it holds %+v %t", v, ok)
	}
	j = textJSON(" {}", address{City: "Bern"})
	if v, ok := j.Get(); !ok || v.City != "Bern" || j.Text() != " {}" {
		t.Errorf("a text and what it says: %+v %t %q", v, ok, j.Text())
	}
	if j, err := payload.NewJSON(math.NaN()); err == nil {
		t.Errorf("a NaN is written %s", j.Text())
	}
}
