package collect

import (
	"strconv"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
)

// shown returns a case of an entry with a payload.
func shown(e *Entry, name, text string, headers ...Pair) Case {
	return Case{Entry: e, Shown: true, Headers: headers, Payload: document.Payload{Offset: len(text) + 1000*len(name), Name: name, Text: text}}
}

// TestSource checks where topics are found, and their names.
func TestSource(t *testing.T) {
	entry := func(name string) *Entry { return &Entry{Name: name} }
	for _, c := range []struct {
		what   string
		cases  []Case
		given  document.TopicSource
		topic  string
		want   document.TopicSource
		topics string
	}{
		{
			what:   "a member with the names of the entries",
			cases:  []Case{shown(entry("aCreated"), "", `{"x": {"kind": "a.created"}}`), shown(entry("aPaid"), "", `{"x": {"kind": "a.paid"}}`)},
			want:   document.TopicSource{Member: "/x/kind"},
			topics: "a.created a.paid ",
		},
		{
			what:   "a member that is the same in all entries",
			cases:  []Case{shown(entry("a.created"), "", `{"type": "a"}`), shown(entry("a.paid"), "", `{"type": "a"} `)},
			topics: "a.created a.paid ",
		},
		{
			what:   "a header goes before a member that is as good",
			cases:  []Case{shown(entry("a.b"), "", `{"event": "a.b"}`, Pair{"X-Event", "a.b"}), shown(entry("a.c"), "", `{"event": "a.c"} `, Pair{"x-event", "a.c"})},
			want:   document.TopicSource{Header: "X-Event"},
			topics: "a.b a.c ",
		},
		{
			what:   "the topic before the type of an object",
			cases:  []Case{shown(entry(""), "", `{"type": "event", "topic": "a.b"}`), shown(entry(""), "", `{"type": "event", "topic": "a.c"} `)},
			want:   document.TopicSource{Member: "/topic"},
			topics: "a.b a.c ",
		},
		{
			what:   "identifiers are not topics",
			cases:  []Case{shown(entry(""), "", `{"event_id": "evt_1", "event": "https://example.com/a", "type": ""}`)},
			topics: "",
		},
		{
			what:   "the first element of an array",
			cases:  []Case{shown(entry("PAID"), "", `{"items": [{"item": {"eventCode": "PAID"}}, {"item": {"eventCode": "LOST"}}]}`), shown(entry("LOST"), "", `{"items": [{"item": {"eventCode": "LOST"}}]}`)},
			want:   document.TopicSource{Member: "/items/0/item/eventCode"},
			topics: "PAID LOST ",
		},
		{
			what:   "a place that is given",
			cases:  []Case{shown(entry(""), "", `{"a": "x", "topic": "y"}`), shown(entry("z"), "", `{"topic": "y"}`)},
			given:  document.TopicSource{Member: "/a"},
			want:   document.TopicSource{Member: "/a"},
			topics: "x z ",
		},
		{
			what:   "a header that is given",
			cases:  []Case{shown(entry(""), "", `{"topic": "y"}`, Pair{"x-name", "x"})},
			given:  document.TopicSource{Header: "X-Name"},
			want:   document.TopicSource{Header: "X-Name"},
			topics: "x ",
		},
		{
			what:   "a topic that is known is not a type",
			cases:  []Case{shown(entry(""), "", `{"type": "order", "event": "e_1"}`)},
			topic:  "orders/create",
			topics: "orders/create ",
		},
		{
			what:   "a topic that is known, as the body writes it",
			cases:  []Case{shown(entry(""), "", `{"type": "order", "event": "orders.create"}`)},
			topic:  "orders/create",
			want:   document.TopicSource{Member: "/event"},
			topics: "orders.create ",
		},
		{
			what:   "a topic for those that name none",
			cases:  []Case{shown(entry(""), "", `{"event": "a.b"}`), shown(entry(""), "", `{"event": "a.c"} `), shown(entry(""), "", `{}`)},
			topic:  "a.d",
			want:   document.TopicSource{Member: "/event"},
			topics: "a.b a.c a.d ",
		},
	} {
		r := Reading("", c.cases, nil, Options{Source: c.given, Topic: c.topic})
		topics := ""
		for _, x := range r.Topics {
			topics += x.Name + " "
		}
		if r.Source != c.want || topics != c.topics {
			t.Errorf("%s: got %+v with %s, want %+v with %s", c.what, r.Source, topics, c.want, c.topics)
		}
	}
}

// TestTooLong checks that short documents do not make endless readings: payloads may be
// shared.
func TestTooLong(t *testing.T) {
	text := string(make([]byte, maxTotal/4))
	var cases []Case
	for range 6 {
		cases = append(cases, Case{Entry: &Entry{Name: string(rune('a' + len(cases)))}, Shown: true, Payload: document.Payload{Text: text}})
	}
	r := Reading("", cases, nil, Options{})
	if len(r.Topics) != 4 || len(r.Findings) != 1 {
		t.Errorf("got %d topics and %v, want 4 and a finding", len(r.Topics), r.Findings)
	}
}

// TestMembers checks what is said of members that not all cases have.
func TestMembers(t *testing.T) {
	e := &Entry{Name: "a"}
	list := func(presence document.Presence, paths ...string) (all []document.Member) {
		for _, path := range paths {
			all = append(all, document.Member{Path: path, Presence: presence})
		}
		return all
	}
	r := Reading("", []Case{
		{Entry: e, Members: list(document.Required, "a", "b", "d")},
		{Entry: e, Members: append(list(document.Required, "a"), append(list(document.Optional, "c"), list(document.Unsaid, "d")...)...)},
		{Entry: e, Shown: true, Payload: document.Payload{Text: "{}"}},
	}, nil, Options{})
	got := ""
	for _, m := range r.Topics[0].Members {
		got += m.Path + [...]string{"", " required", " optional"}[m.Presence] + " "
	}
	if want := "a required b optional d c optional "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestManyMembers checks that cases with members of their own are joined in linear time.
func TestManyMembers(t *testing.T) {
	e := &Entry{Name: "a"}
	cases := []Case{{Entry: e, Shown: true, Payload: document.Payload{Text: "{}"}}}
	for i := range 2 * maxMembers {
		cases = append(cases, Case{Entry: e, Members: []document.Member{{Path: strconv.Itoa(i), Presence: document.Required}}})
	}
	r := Reading("", cases, nil, Options{})
	all := r.Topics[0].Members
	if len(all) != maxMembers || all[0].Presence != document.Optional {
		t.Errorf("got %d members, want %d, all of them optional", len(all), maxMembers)
	}
}
