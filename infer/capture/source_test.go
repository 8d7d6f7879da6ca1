package capture

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	member, header := Source{Member: "/topic"}, Source{Header: "X-Topic"}
	long := strings.Repeat(" ", 4096)
	for _, c := range []struct {
		source      Source
		text        string
		topic, body string // "" for what is not found; a body of "=" is the whole text
	}{
		{Source{Topic: "a"}, `{"topic":"b"}`, "a", "="},
		{member, `{"topic":"a","x":1}`, "a", "="},
		{member, `{"x":{"topic":"b"},"topic":"a","y":[1]}`, "a", "="},
		{member, `{"topic":"a","x":{"topic":"b"}}`, "a", "="},
		{member, `{"topic":"a","x":[{"topic":"b"}],"y":1}`, "a", "="},
		{member, `{"topic" : "a","x":"\"topic\":\"b\""}`, "a", "="},
		{member, `{"topic":"a","x\"topic":"b"}`, "a", "="},
		{member, `{"topic":"a\/b"}`, "a/b", "="},
		{member, `{"topic":"a",` + long + `"x":1}`, "a", "="},
		{member, `{"topic":"a","topic":"b"}`, "b", "="},
		{member, `{` + long + `"topic":"a",` + long + `"topic":"b",` + long + `"x":1}`, "b", "="},
		{member, `{"x":{"topic":"a"}}`, "", ""},
		{member, `{"topic":1}`, "1", "="},
		{member, `{"topic": -1.50e3 }`, "-1.50e3", "="},
		{member, `{"topic":"\ud800"}`, "\ufffd", "="},
		{member, `{"topic":true}`, "", ""},
		{member, `{"topic":null}`, "", ""},
		{member, `{"topic":["a"]}`, "", ""},
		{Source{Member: "/0/topic"}, `[{"topic":8}]`, "8", "="},
		{member, `{"topic":""}`, "", ""},
		{member, `{"topic":"a`, "", ""},
		{member, `["topic"]`, "", ""},
		{member, "", "", ""},
		{Source{Member: "/a~1b/c"}, `{"a/b":{"c":"d"}}`, "d", "="},
		{Source{Member: "/a/c"}, `{"a":{"c":"d"},"a":{"c":"e"}}`, "e", "="},
		{Source{Member: "/a/c"}, `{"a":1}`, "", ""},
		{Source{Member: "/a/1/c"}, `{"a":[1,{"c":"d"}]}`, "d", "="},
		{Source{Member: "/0"}, `["d"]`, "d", "="},
		{Source{Member: "/a/01/c"}, `{"a":[1,{"c":"d"}]}`, "", ""},
		{Source{Member: "/a/-/c"}, `{"a":[1,{"c":"d"}]}`, "", ""},
		{header, `{"topic":"a","body":{"id":1}}`, "a", `{"id":1}`},
		{header, `{"body": [1] ,"topic":"a"}`, "a", `[1]`},
		{header, `{"topic":"a","body":"{\"id\":1}"}`, "a", `{"id":1}`},
		{header, `{"headers":{"x-topic":"a"},"body":{}}`, "a", `{}`},
		{header, `{"headers":{"X-Other":1,"X-Topic":["a","b"]},"body":{},"at":{"topic":"c"}}`, "a", `{}`},
		{header, `{"headers":{"X-Other":"a"},"body":{}}`, "", ""},
		{header, `{"topic":"a"}`, "", ""},
		{header, `{"topic":1,"body":{}}`, "", ""},
		{header, `{"topic":"a\ud800","body":{}}`, "a\ufffd", `{}`},
		{header, `{"topic":"a","body":{}`, "", ""},
		{header, `{"topic":"a","body":}`, "", ""},
		{header, `7`, "", ""},
	} {
		topic, body, ok := NewFinder(c.source).Find([]byte(c.text))
		want := c.body
		if want == "=" {
			want = c.text
		}
		if ok != (c.topic != "") || ok && (topic != c.topic || string(body) != want) {
			t.Errorf("%v in %s: %q %s %v", c.source, c.text, topic, body, ok)
		}
	}
}
