package payload_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

func TestMap(t *testing.T) {
	var m payload.Map[int]
	if _, ok := m.Get("a"); ok {
		t.Error("nil has a key")
	}
	m.Set("b", 1)
	m.Set("", 2)
	m.Set("a", 3)
	m.Set("b", 4)
	var got []string
	for key, value := range m.All() {
		got = append(got, fmt.Sprintf("%q:%d", key, value))
	}
	if got, want := strings.Join(got, " "), `"b":4 "":2 "a":3`; got != want {
		t.Errorf("entries %s, want %s", got, want)
	}
	for range m.All() {
		break
	}
	if v, ok := m.Get(""); v != 2 || !ok {
		t.Errorf("the empty key has %d %t", v, ok)
	}
	if v, ok := m.Get("c"); v != 0 || ok {
		t.Errorf("a key that is not there has %d %t", v, ok)
	}
}

func TestMapWithEncodingJSON(t *testing.T) {
	type item struct {
		M payload.Map[payload.Opt[int]] `json:"m,omitzero"`
	}
	tests := []struct{ text, want string }{
		{`{}`, `{}`},
		{`{"m":null}`, `{}`},
		{`{"m":{}}`, `{"m":{}}`},
		{`{"m":{"z":1,"a":null,"\u00e9\n":3,"":4}}`, `{"m":{"z":1,"a":null,"é\n":3,"":4}}`},
		{`{"m":{"a":1,"b":2,"a":3}}`, `{"m":{"b":2,"a":3}}`},
		{`{"m":{"a":"x"}}`, `error`},
		{`{"m":[]}`, `error`},
		{`{"m":"x"}`, `error`},
	}
	for _, test := range tests {
		if got := throughJSON[item](test.text); got != test.want {
			t.Errorf("%s comes back as %s, want %s", test.text, got, test.want)
		}
	}
	if b, err := json.Marshal(payload.Map[int](nil)); string(b) != "null" || err != nil {
		t.Errorf("nil is written %s %v", b, err)
	}
	if _, err := json.Marshal(payload.Map[func()]{{Key: "a"}}); err == nil {
		t.Error("a value that has no JSON is written")
	}
}
