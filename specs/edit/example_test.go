package edit

import (
	"bytes"
	"errors"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs"
)

var (
	plain = Example{Name: "plain", Payload: `{"id": 1}`}
	guide = Example{Name: "guide-2", Document: "events", Payload: "{\n  \"id\": 1.50,\n\n  \"#\": \"a: b\"\n}"}
	order = Topic{Name: "orders/create", About: "It's: new.", Event: "Order", Examples: []Example{plain}}
)

// TestExamples checks where topics and examples go. Each case is the text before, with
// «» around the lines to insert.
func TestExamples(t *testing.T) {
	example := func(topic string, x Example) func([]byte) ([]byte, error) {
		return func(text []byte) ([]byte, error) { return AddExamples(text, topic, x) }
	}
	topic := func(text []byte) ([]byte, error) { return AddTopics(text, order) }
	for _, c := range []struct {
		name, text string
		add        func([]byte) ([]byte, error)
	}{
		{"an example", "topics:\n  a/b:\n    event: A\n    examples:\n      - name: x\n        payload: |\n          {}\n«      - name: plain\n        payload: |\n          {\"id\": 1}\n»  c: {payload: undocumented}\n", example("a/b", plain)},
		{"in the style of the list", "topics:\n    a/b: # c\n        event: A\n        examples:\n        - name: x\n          payload: |\n              {}\n«        - name: guide-2\n          document: events\n          payload: |\n              {\n                \"id\": 1.50,\n\n                \"#\": \"a: b\"\n              }\n»        # end\n", example("a/b", guide)},
		{"CRLF, and no final line end", "topics:\r\n  a:\r\n    event: A\r\n    examples:\r\n      - payload: |\r\n          {}\r\n        name: x«\r\n      - name: plain\r\n        payload: |\r\n          {\"id\": 1}»", example("a", plain)},
		{"a topic", "# t\ntopics:\n  a/b:\n    payload: undocumented # c\n«  orders/create:\n    about: \"It's: new.\"\n    event: Order\n    examples:\n      - name: plain\n        payload: |\n          {\"id\": 1}\n»", topic},
		{"the first topic", "platform: a\ntopic: {header: X}\n«topics:\n  orders/create:\n    about: \"It's: new.\"\n    event: Order\n    examples:\n      - name: plain\n        payload: |\n          {\"id\": 1}\n»", topic},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, rest, _ := strings.Cut(c.text, "«")
			added, after, _ := strings.Cut(rest, "»")
			got, err := c.add([]byte(before + after))
			if want := before + added + after; err != nil || string(got) != want {
				t.Errorf("got %q, %v\nwant %q", got, err, want)
			}
		})
	}
}

// TestAddEvent checks that an example replaces the key that says that there is none,
// and nothing else.
func TestAddEvent(t *testing.T) {
	for _, c := range []struct{ name, key, text, want string }{
		{
			"undocumented", "payload", "topics:\n  orders/create:\n    # c\n    payload: undocumented\n    since: \"1\" # d\n  b: {payload: undocumented}\n",
			"topics:\n  orders/create:\n    # c\n    since: \"1\" # d\n    event: Order\n    examples:\n      - name: plain\n        payload: |\n          {\"id\": 1}\n  b: {payload: undocumented}\n",
		},
		{
			"like", "like", "topics:\n  orders/create:\n    like:\n      topic: b\n      assumed: true\n  b:\n    x: y\n",
			"topics:\n  orders/create:\n    event: Order\n    examples:\n      - name: plain\n        payload: |\n          {\"id\": 1}\n  b:\n    x: y\n",
		},
		{"a comment", "payload", "topics:\n  orders/create:\n    payload: undocumented # c\n", "topics:\n  orders/create:\n    # c\n    event: Order\n    examples:\n      - name: plain\n        payload: |\n          {\"id\": 1}\n"},
		{"braces", "payload", "topics:\n  orders/create: {payload: undocumented, scopes: [a, \"b: c\"], since: \"1\"} # c\n  b: {payload: undocumented}\n", "topics:\n  orders/create: # c\n    since: \"1\"\n    scopes: [a, \"b: c\"]\n    event: Order\n    examples:\n      - name: plain\n        payload: |\n          {\"id\": 1}\n  b: {payload: undocumented}\n"},
		{"braces in lines", "payload", "topics:\n  orders/create: {payload: undocumented, # c\n    since: \"1\"}\n", ""},
		{"braces in braces", "payload", "topics: {orders/create: {payload: undocumented}}\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := AddEvent([]byte(c.text), order, c.key)
			if c.want == "" && !errors.Is(err, ErrShape) || c.want != "" && err != nil || string(got) != c.want {
				t.Errorf("got %q, %v\nwant %q", got, err, c.want)
			}
		})
	}
}

// TestExamplesRefused checks that a file that cannot be edited safely stays as it is.
func TestExamplesRefused(t *testing.T) {
	for _, text := range []string{
		"topics:\n  a:\n    examples: [{name: x, payload: y}]\n",
		"topics:\n  a:\n    examples:\n", "topics:\n  a:\n    examples: x\n", "topics: {a: {event: A}}\n", "a", "",
	} {
		if got, err := AddExamples([]byte(text), "a", plain); !errors.Is(err, ErrShape) {
			t.Errorf("%q: got %q, %v; want ErrShape", text, got, err)
		}
	}
	text := []byte("topics:\n  a:\n    examples:\n      - name: x\n        payload: |\n          {}\n")
	for _, payload := range []string{" {}", "{}\n", "{\r}", "\u2028"} {
		if got, err := AddExamples(text, "a", Example{Name: "y", Payload: payload}); !errors.Is(err, ErrShape) {
			t.Errorf("payload %q: got %q, %v; want ErrShape", payload, got, err)
		}
	}
}

// TestHowFilesEnd checks that an example, a topic and a key go to the right line after
// any form of block scalar: at the end of a file without a final line end, and with
// blank lines that are part of it or not.
func TestHowFilesEnd(t *testing.T) {
	for _, eol := range []string{"\n", "\r\n"} {
		for _, sign := range []string{"|", "|-", "|+", "|2", "|+2", "|2+ # c +", ">", ">+"} {
			for _, end := range []string{"", "\n", "\n\n", "\n\n\n", "\n  \n", "\n          \n", "\n            \n", "\n            \n\n"} {
				for _, rest := range []string{"", "# c", "# c\n", "  b: {payload: undocumented}", "  b:\n    payload: undocumented\n"} {
					if rest != "" && end == "" {
						continue
					}
					text := "topics:\n  a:\n    event: A\n    examples:\n      - name: x\n        payload: " + sign + "\n          {}" + end + rest
					text = strings.ReplaceAll(text, "\n", eol)
					endings(t, text)
				}
			}
		}
	}
}

// endings adds to a file with the topic a, and checks that everything else is still
// there.
func endings(t *testing.T, text string) {
	t.Helper()
	before, err := parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	payload := func(root *yaml.Node, i int) string {
		x := member(member(member(root, "topics"), "a"), "examples").Content[i]
		return strings.TrimRight(member(x, "payload").Value, "\r\n")
	}
	for _, add := range []func() ([]byte, error){
		func() ([]byte, error) { return AddExamples([]byte(text), "a", plain) },
		func() ([]byte, error) { return AddTopics([]byte(text), order) },
		func() ([]byte, error) {
			return Insert([]byte(text), []Insertion{{Path: []string{"topics", "a"}, Members: []Member{{"name", Text("A")}}}})
		},
		func() ([]byte, error) {
			return Insert([]byte(text), []Insertion{{Path: []string{"fields"}, Members: []Member{total}}})
		},
	} {
		got, err := add()
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		after, err := parse(got)
		if err != nil || payload(after, 0) != payload(before, 0) {
			t.Errorf("%q became %q, %v", text, got, err)
		}
	}
	if got, err := AddExamples([]byte(text), "a", plain); err == nil {
		if after, err := parse(got); err != nil || payload(after, 1) != plain.Payload {
			t.Errorf("%q became %q, %v", text, got, err)
		}
	}
}

// TestLongPayload checks that the cost of a payload is linear in its lines: four times
// the lines take about four times the memory.
func TestLongPayload(t *testing.T) {
	cost := func(lines int) uint64 {
		payload := "[" + strings.Repeat("\n  1,", lines) + "\n  1\n]"
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		text := NewFile(Topic{Name: "a", Event: "A", Examples: []Example{{Name: "x", Payload: payload}}})
		if _, err := AddExamples(text, "a", Example{Name: "y", Payload: payload}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if small, large := cost(2000), cost(8000); large > 6*small {
		t.Errorf("2,000 lines take %d bytes, 8,000 lines %d", small, large)
	}
}

// FuzzAddExample checks that adding an example keeps every byte of the file, that the
// file still loads if it did before, and that it then has the example.
func FuzzAddExample(f *testing.F) {
	for _, text := range []string{
		"topics:\n  a:\n    event: A\n    examples:\n      - name: x\n        payload: |\n          {}\n", "topics:\r\n  a:\r\n    event: A\r\n    examples:\r\n    - payload: |2\r\n         {\r\n\r\n         }\r\n      name: x # c",
		"# c\ntopics:\n  a: # d\n    examples:\n    -   name: 'x'\n        payload: |-\n            []\n\n    # e\n    event: A\n  b:\n    payload: undocumented\n",
		"topics:\n  a:\n    event: A\n    examples:\n      - name: x\n        payload: |\n          {}",
		"topics:\n  a:\n    event: A\n    examples:\n      - name: x\n        payload: |+\n          {}\n\n\n  b: {payload: undocumented}\n",
		"\ufefftopics:\n  b:\n    payload: undocumented\n",
	} {
		f.Add(text, `{"a": [1.50, "#"]}`)
		f.Add(text, "{\n\t\"日本\": \"- x: |\",\n\n   \"b\": -0\n}")
	}
	const platform = "platform: acme\ntitle: Acme\ntopic: {header: X}\n"
	load := func(text string) *specs.Set {
		set, err := specs.Load(fstest.MapFS{
			"acme/platform.yaml": {Data: []byte(platform), Mode: fs.ModePerm}, "acme/a.yaml": {Data: []byte(text), Mode: fs.ModePerm},
		}, "specs")
		if err != nil {
			panic(err)
		}
		return set
	}
	f.Fuzz(func(t *testing.T, text, payload string) {
		if len(text)+len(payload) > 2000 || load(text).Diagnostics.HasErrors() {
			return
		}
		x := Example{Name: "added-9", Payload: payload}
		for _, add := range []func() ([]byte, error){
			func() ([]byte, error) { return AddExamples([]byte(text), "a", x) },
			func() ([]byte, error) {
				return AddTopics([]byte(text), Topic{Name: "new", Event: "New", Examples: []Example{x}})
			},
		} {
			got, err := add()
			if err != nil {
				continue
			}
			i := 0
			for i < len(text) && got[i] == text[i] {
				i++
			}
			if !bytes.HasSuffix(got, []byte(text[i:])) {
				t.Fatalf("%q became %q", text, got)
			}
			set := load(string(got))
			if strings.TrimSpace(payload) == "" || strings.TrimRight(payload, "\n") != payload {
				continue // which is none
			}
			found := ""
			for _, topic := range set.Platforms[0].Topics {
				for _, y := range topic.Examples {
					if y.Name == x.Name {
						found = y.Text
					}
				}
			}
			if found != payload {
				t.Fatalf("%q became %q: the example is %q, want %q; %v", text, got, found, payload, set.Diagnostics)
			}
		}
	})
}
