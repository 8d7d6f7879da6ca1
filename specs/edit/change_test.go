package edit

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// orders is a spec with two topics and comments in all places.
const orders = `# top
topics:
  orders/create: # topic
    about: An order was created. # about
    # above event
    event: Order
    examples:
      - name: first # first
        # above document
        document: guide
        line: 12 # line
        payload: | # payload
          {"id": 1}

      - payload: |-
          {"id": 2}
        name: second
  stock/update:
    payload: undocumented
    # end of stock
# end
`

// TestApply checks changes of a spec. Each case replaces one text of orders by another,
// and nothing else.
func TestApply(t *testing.T) {
	topic, first := []string{"topics", "orders/create"}, []string{"topics", "orders/create", "examples", "0"}
	second := []string{"topics", "orders/create", "examples", "1"}
	for _, c := range []struct {
		name, old, new string
		change         Change
	}{
		{"a payload, under the comment of its first line", "          {\"id\": 1}\n", "          {\n            \"id\": \"1\"\n          }\n", Change{Path: first, Set: []Member{{"payload", Literal("{\n  \"id\": \"1\"\n}")}}}},
		{"a payload without final line end", "{\"id\": 2}", "[]", Change{Path: second, Set: []Member{{"payload", Literal("[]")}}}},
		{"a number, with the comment behind it", "line: 12", "line: 14", Change{Path: first, Set: []Member{{"line", Plain("14")}}}},
		{"a key in its place", "line: 12 # line\n", "line: 12 # line\n        repairs: [a comma added]\n", Change{Path: first, Set: []Member{{"repairs", List{"a comma added"}}}}},
		{"a key where the first one is another", "        name: second\n", "        name: second\n        doubts: [\"it may be: another\"]\n", Change{Path: second, Set: []Member{{"doubts", List{"it may be: another"}}}}},
		{"a key before all others", "    # end of stock", "    # end of stock", Change{Path: []string{"topics", "stock/update"}, Set: []Member{{"about", Text("x")}}}},
		{"keys of a topic", "event: Order\n", "event: Order\n    aliases: [order.created]\n    doubts: [why]\n", Change{Path: topic, Set: []Member{{"aliases", List{"order.created"}}, {"doubts", List{"why"}}}}},
		{"a key without a comment goes", "    payload: undocumented\n", "    about: x\n", Change{Path: []string{"topics", "stock/update"}, Remove: []string{"payload"}, Set: []Member{{"about", Text("x")}}}},
		{"a key goes, and the comment behind it stays", "about: An order was created. # about", "# about", Change{Path: topic, Remove: []string{"about"}}},
		{"an example more", "        name: second\n", "        name: second\n      - name: third\n        payload: |\n          1\n", Change{Path: []string{"topics", "orders/create", "examples"}, Blocks: []Block{Example{Name: "third", Payload: "1"}.block()}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := orders
			want := strings.Replace(text, c.old, c.new, 1)
			if c.name == "a key before all others" {
				want = strings.Replace(text, "  stock/update:\n", "  stock/update:\n    about: x\n", 1)
			}
			if c.change.Remove != nil && c.change.Path[1] == "stock/update" { // a key stays beside the one that goes
				text = strings.Replace(text, "    payload: undocumented\n", "    about: y\n    payload: undocumented\n", 1)
				want = strings.Replace(text, "    about: y\n    payload: undocumented\n", "    about: x\n", 1)
			}
			got, err := Apply([]byte(text), []Change{c.change})
			if err != nil || string(got) != want {
				t.Errorf("got %s, %v\nwant %s", got, err, want)
			}
			keepsForm(t, []byte(text), got)
			dos := strings.ReplaceAll(text, "\n", "\r\n")
			got, err = Apply([]byte("\ufeff"+dos), []Change{c.change})
			if err != nil || string(got) != "\ufeff"+strings.ReplaceAll(want, "\n", "\r\n") {
				t.Errorf("with CRLF: got %q, %v", got, err)
			}
		})
	}
}

// TestApplyMany checks that several changes of a file are one.
func TestApplyMany(t *testing.T) {
	first := []string{"topics", "orders/create", "examples", "0"}
	got, err := Apply([]byte(orders), []Change{
		{Path: []string{"topics", "orders/create"}, Set: []Member{{"since", Text("202301")}}},
		{Path: []string{"topics", "orders/create", "examples"}, Blocks: []Block{Example{Name: "third", Payload: "1"}.block()}},
		{Path: first, Set: []Member{{"line", Plain("1")}, {"payload", Literal("3")}, {"partial", Bool(true)}}},
		{Path: []string{"topics", "orders/create", "examples", "1"}, Set: []Member{{"payload", Literal("4")}}},
	})
	want := strings.NewReplacer(
		"# about\n", "# about\n    since: \"202301\"\n", "line: 12 # line\n", "line: 1 # line\n        partial: true\n", `{"id": 1}`, "3", `{"id": 2}`, "4",
		"name: second\n", "name: second\n      - name: third\n        payload: |\n          1\n",
	).Replace(orders)
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

// TestApplyBeside checks that keys can be added where another one goes.
func TestApplyBeside(t *testing.T) {
	const text = "topics:\n  a:\n    documents: [x]\n    payload: undocumented\n    # c\n"
	got, err := AddEvent([]byte(text), Topic{Name: "a", Event: "A", Examples: []Example{plain}}, "payload")
	want := "topics:\n  a:\n    documents: [x]\n    event: A\n    examples:\n      - name: plain\n        payload: |\n          {\"id\": 1}\n    # c\n"
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

// TestApplyDrop checks that items of lists go, with their lines.
func TestApplyDrop(t *testing.T) {
	for _, c := range []struct {
		text, want string
		drop       []int
	}{
		{"a:\n  b: [x, \"y\", z] # c\n", "a:\n  b: [\"y\", z] # c\n", []int{0}},
		{"a:\n  b: [x, y, z] # c\n", "a:\n  b: [x] # c\n", []int{1, 2}},
		{"a:\n  b:\n    # one\n    - x\n    - y\n    - z # three\n", "a:\n  b:\n    # one\n    - x\n    - z # three\n    - n\n", []int{1}},
		{"a:\n  b:\n  - x\n  - y\n", "a:\n  b:\n  - y\n  - n\n", []int{0}},
		{"a:\n  b:\n    - x\n    - y # z\n", "", []int{1}},
		{"a:\n  b: [x]\n", "", []int{0}},
		{"a:\n  b: [x, y]\n", "", []int{2}},
	} {
		change := Change{Path: []string{"a", "b"}, Drop: c.drop}
		if strings.Contains(c.want, "- n") {
			change.Items = []string{"n"}
		}
		got, err := Apply([]byte(c.text), []Change{change})
		if c.want == "" && !errors.Is(err, ErrShape) || c.want != "" && err != nil || string(got) != c.want {
			t.Errorf("%q: got %q, %v; want %q", c.text, got, err, c.want)
		}
	}
}

// TestApplyInBraces checks changes of a mapping in braces.
func TestApplyInBraces(t *testing.T) {
	const text = "documents: {guide: {title: Guide, retrieved: 2026-01-02}} # c"
	guide := []string{"documents", "guide"}
	for _, c := range []struct {
		change Change
		want   string
	}{
		{Change{Path: guide, Set: []Member{{"retrieved", Plain("2026-02-03")}, {"sha256", Text("00")}}}, `{title: Guide, retrieved: 2026-02-03, sha256: "00"}`},
		{Change{Path: guide, Remove: []string{"retrieved"}}, `{title: Guide}`},
		{Change{Path: guide, Remove: []string{"title"}}, `{retrieved: 2026-01-02}`},
	} {
		got, err := Apply([]byte(text), []Change{c.change})
		if want := "documents: {guide: " + c.want + "} # c"; err != nil || string(got) != want {
			t.Errorf("got %s, %v\nwant %s", got, err, want)
		}
	}
}

// TestApplyRefused checks that a change that cannot be made safely is not made.
func TestApplyRefused(t *testing.T) {
	topic, first := []string{"topics", "orders/create"}, []string{"topics", "orders/create", "examples", "0"}
	set := func(key string, v Value) []Member { return []Member{{key, v}} }
	for _, c := range []struct {
		name, text string
		changes    []Change
	}{
		{"no such path", orders, []Change{{Path: []string{"topics", "other"}, Set: set("about", Text("x"))}}},
		{"no such item", orders, []Change{{Path: []string{"topics", "orders/create", "examples", "2"}, Set: set("line", Plain("1"))}}},
		{"no such key", orders, []Change{{Path: topic, Remove: []string{"like"}}}},
		{"the only key", orders, []Change{{Path: []string{"topics", "stock/update"}, Remove: []string{"payload"}}}},
		{"a key after a dash", orders, []Change{{Path: first, Remove: []string{"name"}}}},
		{"a list with comments", orders, []Change{{Path: topic, Set: set("examples", List{"x"})}}},
		{"one within the other", orders, []Change{{Path: topic, Set: set("examples", List{"x"})}, {Path: first, Set: set("line", Plain("1"))}}},
		{"one twice", orders, []Change{{Path: topic, Set: set("about", Text("x"))}, {Path: topic, Set: set("about", Text("y"))}}},
		{"keys of a list", orders, []Change{{Path: []string{"topics", "orders/create", "examples"}, Set: set("about", Text("x")), Items: []string{"x"}}}},
		{"not a mapping", orders, []Change{{Path: []string{"topics", "orders/create", "event"}, Set: set("about", Text("x"))}}},
		{"a block that says its indentation", "a:\n  payload: |2\n    x\n", []Change{{Path: []string{"a"}, Set: set("payload", Literal("y"))}}},
		{"a payload with space before it", orders, []Change{{Path: first, Set: set("payload", Literal(" {}"))}}},
		{"a literal in braces", "b: {a: {payload: x}}\n", []Change{{Path: []string{"b", "a"}, Set: set("payload", Literal("y"))}}},
		{"nothing there", "a:\n  b:\n  c: d\n", []Change{{Path: []string{"a"}, Set: set("b", Text("y"))}}},
		{"an anchor", "a:\n  b: &x y\n  c: d\n", []Change{{Path: []string{"a"}, Set: set("b", Text("y"))}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := Apply([]byte(c.text), c.changes); !errors.Is(err, ErrShape) {
				t.Errorf("got %q, %v; want ErrShape", got, err)
			}
		})
	}
}

// FuzzApply checks that what Apply changes has the new values, that it can be undone, and
// that no comment is lost.
func FuzzApply(f *testing.F) {
	f.Add([]byte(orders), "about", "x")
	f.Add([]byte("a: {b: c, d: e} # f\n"), "b", "# x")
	f.Add([]byte("topics:\n  a:\n    x: 'it''s' # c\n    y: >-\n      b\n\n      c\n    z: [a, b]"), "z", "a: b")
	f.Fuzz(func(t *testing.T, text []byte, key, value string) {
		root, err := parse(text)
		if err != nil || len(text) > 1000 || bytes.HasPrefix(text, []byte("\ufeff")) {
			return
		}
		var path []string
		for at := root; at.Kind == yaml.MappingNode && len(at.Content) > 0; at = at.Content[1] {
			got, err := Apply(text, []Change{{Path: path, Set: []Member{{key, Text(value)}}}})
			if err == nil {
				checkSet(t, text, got, path, key, value)
				keepsForm(t, text, got)
			}
			path = append(path, at.Content[0].Value)
		}
	})
}

func checkSet(t *testing.T, text, got []byte, path []string, key, value string) {
	t.Helper()
	before, _ := parse(text)
	after, err := parse(got)
	if err != nil {
		t.Fatalf("%q became %q: %v", text, got, err)
	}
	s := &source{root: after}
	at, err := s.at(path)
	if err != nil || member(at, key) == nil || !means(member(at, key), Text(value)) {
		t.Fatalf("%q became %q, without %q: %q", text, got, key, value)
	}
	if a, b := strings.Join(commentsOf(before), "\n"), strings.Join(commentsOf(after), "\n"); a != b {
		t.Fatalf("%q became %q: comments were %q and are %q", text, got, a, b)
	}
}
