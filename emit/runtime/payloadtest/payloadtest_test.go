package payloadtest

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestCaseLineEnds holds that an example is the same text however a checkout ends
// its lines.
func TestCaseLineEnds(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x.json")
	for _, text := range []string{"[\n 1]", "[\r\n 1]"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := (Case{File: name}).read(); err != nil || string(got) != "[\n 1]" {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
}

// TestRun runs the tests on events without a flaw.
func TestRun(t *testing.T) {
	Run(t, decodeDouble, []Case{
		{Topic: "order/create", File: "testdata/order-create/full.json", Want: fullOrder()},
		{Topic: "order/create", File: "testdata/order-create/bare.json"},
		{Topic: "batch/sent", File: "testdata/batch-sent/one.json", Want: &batchEvent{
			Payload: []item{
				{SKU: "k", Qty: 1},
				{SKU: "l", Qty: 2, More: payload.Some([]payload.Value{Value("{}")})},
				{},
			},
			Extra: batchExtra(),
		}},
	})
}

// fullOrder is the literal of testdata/order-create/full.json.
func fullOrder() *orderEvent {
	return &orderEvent{
		Envelope: Envelope{Shop: "s1", At: "2024-01-02T03:04:05Z"},
		Order: order{
			ID: "A-1", Count: 5, Price: payload.Num("9.50"), Open: true, Nothing: Value("null"),
			Note: payload.Nil[string](), Active: payload.Flag1, Ratio: 0.5, Status: "open", Tags: []string{"a", "b\né//"},
			Labels: payload.Map[string]{{Key: "x", Value: "X"}, {Key: "~/", Value: "Y"}},
			Gift:   payload.Is(item{SKU: "g", Qty: 3}),
			Inside: JSON(`{"a":1, "b":[1,2]}`, inside{A: 1, B: []int64{1, 2}}),
			Part:   payload.Some(part{X: 1}), Late: payload.Some([]int64{1, 2}), AB: 12, Odd: odd{Quote: payload.Some(int64(7)), Plain: "p"},
			Items: []item{{SKU: "k", Qty: 1}, {SKU: "l", Qty: 2, More: payload.Some([]payload.Value{})}},
		},
	}
}

// batchExtra is the raw body of testdata/batch-sent/one.json, as decoding keeps
// it for its null.
func batchExtra() payload.Members {
	text, err := os.ReadFile("testdata/batch-sent/one.json")
	if err != nil {
		panic(err)
	}
	var x payload.Members
	var r wire.Reader
	r.Start(text, wire.Limits{})
	r.KeepRoot(0, ^r.Skip(0), &x)
	return x
}

// flaws are what the events can do wrong, and how one of the problems begins that
// are found in testdata/order-create/full.json then.
var flaws = []struct{ flaw, problem string }{
	{"keeps the body", "AppendJSON: invalid character"},
	{"overwrites", "AppendJSON does not append to its buffer"},
	{"writes behind the body", "decoding writes to the body, or behind it"},
	{"lends its body", "Raw does not return the body"},
	{"lends its mismatches", "/shop, true: the list of mismatches is not a copy"},
	{"writes behind", "AppendJSON of orderEvent: with a buffer of 408 bytes, it writes behind its result of 407"},
	{"writes behind unknown members", `{"a":12.5,"b":[{}]} as the body: encoding: a byte behind the result was written`},
	{"floats", "AppendJSON: /order/price: got 9.5, want 9.50"},
	{"another MarshalJSON", `json.Marshal: /shop: got "", want "s1"`},
	{"another UnmarshalJSON", "json.Unmarshal does not give what decoding gives: orderEvent.Order.Items: got nil, want 2 elements"},
	{"remembers", "decoding does not give the literal: orderEvent.EventDelivery.raw: got 476 elements, want nil"},
	{"false alarm", "decoding the example: /order: want array, got object (offset 0)"},
	{"limit", "/shop, a string of ten megabytes: decoding: body exceeds the limit of 65536 bytes"},
	{"no syntax error", "cut at offset 0: got the error <nil>, want a *payload.SyntaxError"},
	{"late syntax error", "cut at offset 0: got the error malformed JSON at offset 1, the body: unexpected end of JSON"},
	{"lenient", `with "{" at offset 0: decoded, though it is not JSON`},
	{"any root", "null as the body: got the error <nil>, want a *payload.MismatchError with one mismatch"},
	{"root unnamed", "null as the body: got the error 0 values do not fit their types, want a *payload.MismatchError"},
	{"root elsewhere", "null as the body: got the error a value does not fit its type; /: want object, got null (offset 0)"},
	{"strict", "/shop, true: decoding: a value does not fit its type; /shop: want string, got boolean (offset 8)"},
	{"silent", "/shop, true: got 0 mismatches, want 1: []"},
	{"twice", "/shop, true: got 2 mismatches, want 1: [/shop: want string, got boolean (offset 8) /shop: want string"},
	{"elsewhere", "/order, true: a mismatch at another place: /ordel: want object, got boolean (offset 49)"},
	{"offset", "/shop, true: no boolean stands at the offset of a mismatch: /shop: want string, got boolean (offset 0)"},
	{"wants nothing", "/shop, true: a mismatch that should want string: /shop: want a value, got boolean (offset 8)"},
	{"needs nothing", "/order, absent: got 0 mismatches, want 1: []"},
	{"needs nothing", "/order, null: got 0 mismatches, want 1: []"},
	{"needs nothing", "/order, renamed: got 0 mismatches, want 1: []"},
	{"needs nothing", "{} as the body: got 0 mismatches, want 1: []"},
	{"needs nothing", "/order/count, null: got 0 mismatches, want 1: []"},
	{"takes null", "/order/tags, null: got 0 mismatches, want 1: []"},
	{"loses changes", `/order/count, "12.5": /order/count set to -7: encoding: /order/count: got string, want number`},
	{"writes zeros", `/order/note, {"a":12.5,"b":[{}]}: /order set to {}: encoding: /order/id: there was no such member`},
	{"leaves out lists", "built by hand: decoding what it encodes to: orderEvent.Order.Items: got nil, want 2 elements"},
	{"sets twice", `/shop, null: encoding: /shop: the member is there twice`},
	{"drops unknown", `{"a":12.5,"b":[{}]} as the body: encoding: /a: the member is gone; /b: the member is gone`},
	{"drops misfits", "/shop, null: encoding: /shop: got string, want null"},
	{"keeps too much", "/shop, null: the Extra of the body tells of other members too"},
	{"no absence", "{} as the body: encoding: /shop: there was no such member; /at: there was no such member; /order: there"},
	{"folds case", "/shop, renamed: encoding: /SHOP: the member is gone; /shop: there was no such member"},
	{"merges", "/order, and then null: encoding: /order: got object, want null"},
	{"stale", "/order/tags, and then null: encoding: /order/tags: got array, want null"},
	{"no literal", `/order/id, true: the variable does not hold it, but ""`},
	{"null is empty", "/order/tags, null: encoding: /order/tags: got array, want null"},
	{"shortens lists", `/order/tags, [null,12.5,"text",{}]: the variable has 1 elements, want 4`},
	{"empties lists", `/order/tags, [null,12.5,"text",{}]: the variable has 0 elements, want 4`},
	{"unsettled", `/order/late, [null,12.5,"text",{}]: the Opt is absent, want a value`},
	{"repeats keys", "/order/labels/x, and then null: /order/labels has a key twice"},
	{"moves keys", "/order/labels/x, true: /order/labels/~0~1 changed as well"},
	{"always raw", "decoding the example: /order/gift: the object is too large (offset 262)"},
	{"raw after all", "/order/gift, {}: the Or does not hold its type"},
	{"raw at last", "/order/gift/sku, true: /order/gift lost its typed value"},
	{"forgets the raw", "/order/gift, true: encoding: /order/gift: got null, want boolean"},
	{"silent inside", "/order/inside, the text {: got 0 mismatches, want 1: []"},
	{"drops the text", `/order/inside, "12": encoding: /order/inside: the member is gone`},
	{"forgets the plain form", `/order/inside, plain: encoding: /order/inside: got string, want object`},
	{"drops the value", "/order/inside, the text {}: the JSON holds a value where its text does not, or none where it does"},
	{"drops it at last", "/order/inside/a, true: /order/inside lost its typed value"},
}

// TestFlaws checks that each flaw is found (X6).
func TestFlaws(t *testing.T) {
	defer func() { flaw = "" }()
	text, err := os.ReadFile("testdata/order-create/full.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range flaws {
		flaw = f.flaw
		n := amountFor(1, 0, false)
		n.long = flaw == "" || flaw == "limit" // which takes most of the time
		problems := check(decodeDouble, Case{Topic: "order/create", Want: fullOrder()}, slices.Clone(text), n).problems
		found := func(problem string) bool { return strings.HasPrefix(problem, f.problem) }
		if !slices.ContainsFunc(problems, found) {
			t.Errorf("flaw %q: the problems are\n\t%s\nwant one that begins with\n\t%s", f.flaw, strings.Join(problems, "\n\t"), f.problem)
		}
	}
}

// TestFlawsOfLongExample checks that each flaw that an edit finds is found where the
// edits are made in excerpts.
func TestFlawsOfLongExample(t *testing.T) {
	defer func() { flaw = "" }()
	text, err := os.ReadFile("testdata/order-create/full.json")
	if err != nil {
		t.Fatal(err)
	}
	text = longer(text)
	for _, f := range flaws {
		if !strings.HasPrefix(f.problem, "/") || f.flaw == "limit" || f.flaw == "loses changes" || f.flaw == "writes zeros" {
			continue // found by other checks, or by changes that are chosen at random
		}
		flaw = f.flaw
		x := exampleOf(t, text)
		x.edited()
		found := func(problem string) bool { return strings.HasPrefix(problem, f.problem) }
		if !slices.ContainsFunc(x.problems, found) {
			t.Errorf("flaw %q: the problems are\n\t%s\nwant one that begins with\n\t%s", f.flaw, strings.Join(x.problems, "\n\t"), f.problem)
		}
	}
}

// exampleOf returns an example that was found to be without a problem so far.
func exampleOf(t *testing.T, text []byte) *example {
	t.Helper()
	x := newExample(decodeDouble, Case{Topic: "order/create"}, text, amountFor(1, 0, false))
	x.whole(slices.Clone(text))
	if len(x.problems) > 0 {
		t.Fatal(flaw, x.problems)
	}
	return x
}

// TestExcerpts holds that the places of the excerpts of an example are those of the
// example, each with its edits, and that excerpts are short.
func TestExcerpts(t *testing.T) {
	flaw = ""
	text, err := os.ReadFile("testdata/order-create/full.json")
	if err != nil {
		t.Fatal(err)
	}
	x := exampleOf(t, text)
	want := make(map[string][]string)
	for e := range allEdits(x.root, x.typ, false) {
		path := pointer(e.tokens)
		want[path] = append(want[path], e.what)
	}
	got := make(map[string][]string)
	for p := range x.excerpts() {
		if p.example == x {
			t.Errorf("the excerpt at %q is the whole example", pointer(p.place))
		}
		for e := range p.edits(0) {
			path := pointer(slices.Concat(p.place, e.tokens[len(p.tokens):]))
			got[path] = append(got[path], e.what)
		}
	}
	// An object or array is replaced in an excerpt that does not show what it holds,
	// so that a replacement that is equal to it is left out: {} for {}.
	for path, edits := range want {
		if len(got[path]) < len(edits)-1 {
			t.Errorf("%s is edited in %d ways in the excerpt, and in %d in the example", path, len(got[path]), len(edits))
		}
	}
	for path := range got {
		if want[path] == nil {
			t.Errorf("%s is not a place of the example", path)
		}
	}
}

// longer returns an example with an unknown member before the last brace, that is
// long enough for the example to be edited in excerpts.
func longer(text []byte) []byte {
	end := bytes.LastIndexByte(text, '}')
	return slices.Concat(text[:end], []byte(`,"note_x":"`), bytes.Repeat([]byte("x"), wholeUpTo), []byte(`"}`))
}
