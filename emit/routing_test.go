package emit

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// routed describes the problems that Routing finds.
func routed(p Platform) string {
	var all []string
	for _, x := range Routing(p) {
		at := string(x.Where.Ref)
		if x.Where.Example != "" {
			at = fmt.Sprintf("%s:%d", x.Where.Example, x.Where.Offset)
		}
		if x.Warning() {
			at += ": warning"
		}
		all = append(all, at+": "+x.Message()+"; "+x.Hint()+" ["+x.Rule().String()+"]")
	}
	return strings.Join(all, "\n")
}

// member is a platform with the topics a (alias b), c d, which says c, and n, which
// says nothing.
func member(pointer string, bodies ...string) Platform {
	p := Platform{
		Member: pointer, MemberRef: "member",
		Topics: []Topic{
			{Topic: names.Topic{Name: "a", Ref: "a"}, Aliases: []string{"b"}},
			{Topic: names.Topic{Name: "c", Ref: "c"}},
			{Topic: names.Topic{Name: "d", Ref: "d"}, Says: "c"},
			{Topic: names.Topic{Name: "n", Ref: "n"}, Nameless: true},
		},
	}
	for i, body := range bodies {
		topic, text, _ := strings.Cut(body, " ")
		p.Examples = append(p.Examples, Example{ID: fmt.Sprintf("%s#%d", topic, i), Topic: topic, Text: text})
	}
	return p
}

// TestRouting: an example whose body does not name its topic is a problem at the
// example, and where none names one, the platform's line is.
func TestRouting(t *testing.T) {
	for _, c := range []struct {
		pointer string
		bodies  []string
		want    string
	}{
		{"", []string{`a {}`}, ""},
		{"/e", nil, ""},
		{"/e", []string{`a {"e":"a"}`, `a {"e":"b"}`, `c {"e":"c"}`, `d {"e":"c"}`}, ""},
		{"/x/0/e", []string{`a {"x":[{"e":"a"}]}`, `c {"x":[{"e":"c"},{"e":"a"}]}`}, ""},
		{"/0/e", []string{`a [{"e":"a"}]`}, ""},
		{"/e", []string{`a {"e":"a"}`, `n {"x":"n"}`, `n {"e":"n"}`}, ""},
		{"/e", []string{`n {"x":"n"}`}, ""},
		{"/e", []string{`n {"e":"n"}`}, `n/says: warning: every example of the topic names one; remove "says" [dead-says]`},
		{"/e", []string{`n {"e":"c"}`}, `n#0:5: the body names the topic "c", not "n"; put the payload under "c"; or, if bodies of "n" do name that, record it there with says: {topic: c, why: …} [other-topic]` + "\n" + `n/says: warning: every example of the topic names one; remove "says" [dead-says]`},
		{"/e", []string{`d {"e":"d"}`}, `d/says: warning: no example of the topic names "c"; remove "says" [dead-says]`},
		{"/f", []string{`a {"e":"a"}`, `c {"e":"c"}`}, "member: no example names its topic at /f; did you mean /e? [topic-not-found]"},
		{"/f", []string{`a {"x":[1,{"a/b":"a"}]}`}, "member: no example names its topic at /f; did you mean /x/1/a~1b? [topic-not-found]"},
		{"/f", []string{`a {}`}, "member: no example names its topic at /f; name the member of the bodies that names the topic, or the header of the deliveries [topic-not-found]"},
		{"/e", []string{`a {"e":"a"}`, `a {"x":{}}`}, "a#1:0: the body does not name its topic: it has no /e; if no body of the topic names it, record that with says: {nothing: true, why: …} [topic-not-found]"},
		{"/x/e", []string{`a {"x":{"e":"a"}}`, `a {"i":1, "x":{}}`}, "a#1:12: the body does not name its topic: it has no /x/e; if no body of the topic names it, record that with says: {nothing: true, why: …} [topic-not-found]"},
		{"/e", []string{`a {"e":"a"}`, `a {"e":{}}`}, "a#1:5: the body does not name its topic here: expected a string; if no body of the topic names it, record that with says: {nothing: true, why: …} [topic-not-found]"},
		{"/e", []string{`a {"e":"c"}`}, `a#0:5: the body names the topic "c", not "a"; put the payload under "c"; or, if bodies of "a" do name that, record it there with says: {topic: c, why: …} [other-topic]`},
		{"/e", []string{`a {"e":"SECRET"}`}, `a#0:5: the body names a topic that is neither "a" nor any other of the spec; if that is another name of the topic, add it to its aliases [other-topic]`},
		{"/e", []string{`a {"e":7}`}, `a#0:5: the body names a topic that is neither "a" nor any other of the spec; if that is another name of the topic, add it to its aliases [other-topic]`},
	} {
		if got := routed(member(c.pointer, c.bodies...)); got != c.want {
			t.Errorf("%s %v: got\n%s\nwant\n%s", c.pointer, c.bodies, got, c.want)
		}
	}
}

// TestRoutingMeansDecodeBody: the topic that Routing finds is the one that the
// reader of DecodeBody finds, and the place that it shows is that of the topic.
func TestRoutingMeansDecodeBody(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	value := func(v string) (text string, tokens []string) {
		for range 1 + r.IntN(4) {
			if r.IntN(2) == 0 {
				v, tokens = `{"x": [0], "k": `+v+` , "y":"a"}`, append([]string{"k"}, tokens...)
			} else {
				n := r.IntN(3)
				v, tokens = "["+strings.Repeat(`{"k":1}, `, n)+v+`, "a"]`, append([]string{fmt.Sprint(n)}, tokens...)
			}
		}
		return v, tokens
	}
	for range 500 {
		text, tokens := value(`"a"`)
		p := member("/"+strings.Join(tokens, "/"), "a "+text)
		if got := routed(p); got != "" {
			t.Fatalf("%s at %s: %s", text, p.Member, got)
		}
		if offset, found := locate(text, tokens); !found || !strings.HasPrefix(text[offset:], `"a"`) {
			t.Fatalf("%s at %s: found at %d", text, p.Member, offset)
		}
		wrong, _ := value(`"SECRET"`)
		p = member(p.Member, "a "+wrong)
		for _, x := range Routing(p) {
			if strings.Contains(x.Message()+x.Hint(), "SECRET") {
				t.Fatalf("a value is shown: %s", x.Message())
			}
		}
	}
}

// TestTopicInBody: the reader of DecodeBody, Routing and what observe and a Recorder read of
// captured bodies take the same values for a topic.
func TestTopicInBody(t *testing.T) {
	same := func(text, pointer, want string) {
		t.Helper()
		var r wire.Reader
		r.Start([]byte(text), wire.Limits{})
		tokens := jsonpointer.Tokens(pointer)
		decoded, routed := r.Find(tokens...), named(text, tokens)
		captured, body, ok := capture.Source{Member: pointer}.Find([]byte(text))
		if decoded != want || routed != want || captured != want || ok != (want != "") || string(body) != text {
			t.Errorf("%s at %s: DecodeBody %q, Routing %q, captured %q %v; want %q", text, pointer, decoded, routed, captured, ok, want)
		}
	}
	for _, c := range []struct{ value, want string }{
		{`"a"`, "a"},
		{`" "`, " "},
		{`"\u0061\/\ud83d\ude00"`, "a/😀"},
		{`"8"`, "8"},
		{`"1e3"`, "1e3"},
		{`"\\\""`, `\"`},
		{`"\u0000"`, "\x00"},
		{`"\ud800"`, "\ufffd"},
		{"\"\xff\"", "\ufffd"},
		{`8`, "8"},
		{`-0`, "-0"},
		{`8.0`, "8.0"},
		{`1E+03`, "1E+03"},
		{`123456789012345678901234567890`, "123456789012345678901234567890"},
		{`""`, ""},
		{`null`, ""},
		{`true`, ""},
		{`false`, ""},
		{`{}`, ""},
		{`[]`, ""},
		{`["a"]`, ""},
		{`{"e":"a"}`, ""},
	} {
		for _, around := range []struct{ text, pointer string }{
			{`{"e":%s}`, "/e"},
			{` { "x" : 1 , "e" : %s , "y" : [2] } `, "/e"},
			{`{"e":"first","e":%s}`, "/e"},
			{`{"e":"` + strings.Repeat("x", 5000) + `","f":%s,"x":"` + strings.Repeat("x", 5000) + `"}`, "/f"},
			{`{"x":{"e":%s}}`, "/x/e"},
			{`[7,[%s]]`, "/1/0"},
			{`{"":%s}`, "/"},
		} {
			same(fmt.Sprintf(around.text, c.value), around.pointer, c.want)
		}
	}
	for _, text := range []string{`{}`, `[]`, `"e"`, `8`, `null`, `{"E":"a"}`} {
		same(text, "/e", "")
	}
}

// TestNoExamplesNoTable: a platform that documents no payload gets no test that
// runs no case.
func TestNoExamplesNoTable(t *testing.T) {
	p := Platform{
		Package: "acme", Title: "Acme", Member: "/e", Topics: []Topic{{Topic: names.Topic{Name: "a", Ref: "a"}}},
	}
	files, problems := Package(p, names.Of(p.NamesSpec(), infer.Model{}), "example.com/m/payload")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, f := range files {
		for _, name := range []string{"TestExamples", "TestDecodeBody", "FuzzDecode", "testCases"} {
			if strings.HasSuffix(f.Name, "_test.go") && strings.Contains(string(f.Data), name) {
				t.Errorf("%s has %s", f.Name, name)
			}
		}
	}
}

// FuzzRouting: an example has no problem exactly where the reader of DecodeBody
// finds its topic, and the place of a problem lies in its text.
func FuzzRouting(f *testing.F) {
	f.Add(`{"x":[{"e":"a"}]}`, "/x/0/e")
	f.Add(` [ 1 , {"e":"b", "e":"c"}]`, "/1/e")
	f.Add(`{"a/b":{"~":"a"}}`, "/a~1b/~0")
	f.Add(`{"e":7}`, "/e")
	f.Fuzz(func(t *testing.T, text, pointer string) {
		var r wire.Reader
		r.Start([]byte(text), wire.Limits{})
		if r.End(r.Skip(r.Begin()), payload.KindAbsent) != nil || !strings.HasPrefix(pointer, "/") {
			t.Skip()
		}
		r = wire.Reader{}
		r.Start([]byte(text), wire.Limits{})
		name := r.Find(jsonpointer.Tokens(pointer)...)
		problems := Routing(member(pointer, "a "+text, `d {}`))
		fits := name == "a" || name == "b"
		for _, x := range problems {
			if x.Where.Example == "a#0" {
				if fits {
					t.Errorf("%s at %s is found, but: %s", text, pointer, x.Message())
				}
				fits = true
				if x.Where.Offset < 0 || x.Where.Offset > len(text) {
					t.Errorf("%s at %s: a problem at byte %d", text, pointer, x.Where.Offset)
				}
			}
			if x.Where.Ref == "member" && name == "" {
				fits = true
			}
		}
		if !fits {
			t.Errorf("%s at %s names another topic, and nothing is said of it: %v", text, pointer, problems)
		}
	})
}

// TestRoutingBatch: an example of a platform with batches is one event, not a body of them.
func TestRoutingBatch(t *testing.T) {
	p := member("/e", `a {"e": "a"}`, `c {"events": [{"e": "c"}]}`, `c {"e": "c", "events": 1}`)
	p.Topics, p.Batch = p.Topics[:2], "/events/*"
	const want = "c#1:0: the example is a whole body, with its events at /events/*; an example is one event: specimen add --each adds each of them [whole-batch]"
	if got := routed(p); got != want {
		t.Errorf("got %s", got)
	}
}
