package wire_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestSyntaxErrors checks the place of an error: the offset of the first byte
// that no JSON text could have there, and the value that it belongs to.
func TestSyntaxErrors(t *testing.T) {
	const short = "unexpected end of JSON"
	tests := []struct {
		text    string
		offset  int
		path    string
		problem string
	}{
		{``, 0, "", short},
		{` `, 1, "", short},
		{`x`, 0, "", "expected a value"},
		{`nul`, 3, "", short},
		{`nulx`, 0, "", "expected null, true or false"},
		{`[tRue]`, 1, "/0", "expected null, true or false"},
		{`[1,fa1se]`, 3, "/1", "expected null, true or false"},
		{`1 2`, 2, "", "unexpected text after the JSON value"},
		{`{} x`, 3, "", "unexpected text after the JSON value"},
		{`{"a":1}{"a":2}`, 7, "", "unexpected text after the JSON value"},
		{`{"a":1`, 6, "/a", short},
		{`{"a":1 `, 7, "", short},
		{`{"a":1,`, 7, "", short},
		{`{"a":1,}`, 7, "", "unexpected , before }"},
		{`{"a":1,,"b":2}`, 7, "", "expected a member name in quotes"},
		{`{a:1}`, 1, "", "expected a member name in quotes"},
		{`{"a"`, 4, "/a", short},
		{`{"a" 1}`, 5, "/a", "expected : after the member name"},
		{`{"a":`, 5, "/a", short},
		{`{"a":}`, 5, "/a", "expected a value"},
		{`{"a":1 "b":2}`, 7, "", "expected , or }"},
		{`{"a":{"b":[1,2 3]}}`, 15, "/a/b", "expected , or ]"},
		{`{"a":{"b":[1,{"c":2.}]}}`, 20, "/a/b/1/c", "invalid number"},
		{`[`, 1, "/0", short},
		{`[,`, 1, "/0", "expected a value"},
		{`[1,]`, 3, "/1", "unexpected , before ]"},
		{`[1,,2]`, 3, "/1", "expected a value"},
		{`[[],[],[0]`, 10, "", short},
		{`[1}`, 2, "/0", "expected , or ]"},
		{`[01]`, 2, "/0", "expected , or ]"},
		{`[-]`, 2, "/0", "invalid number"},
		{`[1e+]`, 4, "/0", "invalid number"},
		{`[1.`, 3, "/0", short},
		{`"abc`, 4, "", short},
		{`["a\"`, 5, "/0", short},
		{`{"a":"b`, 7, "/a", short},
		{`{"a`, 3, "", short},
		{"[\"a\nb\"]", 3, "/0", "unescaped control character in a string"},
		{"{\"a\nb\":1}", 3, "", "unescaped control character in a string"},
		{"[\"\x00\"]", 2, "/0", "unescaped control character in a string"},
		{`["\x"]`, 3, "/0", "invalid escape in a string"},
		{`["\u12g4"]`, 6, "/0", "expected four hexadecimal digits after \\u"},
		{`["\ud800\u12"]`, 12, "/0", "expected four hexadecimal digits after \\u"},
		{`["\u12`, 6, "/0", short},
		{"[\"\\\x00\"]", 3, "/0", "invalid escape in a string"},
		{"\ufeff{}", 0, "", "expected a value"},
		{`{"a/b":{"~":{"":x}}}`, 16, "/a~1b/~0/", "expected a value"},
		{`{"\u0061\n":[x]}`, 13, "/a\n/0", "expected a value"},
		{`[{"a":1},{"b":[{},"]}",x]}]`, 23, "/1/b/2", "expected a value"},
		{`[{"a":1}x]`, 8, "", "expected , or ]"},
	}
	for _, test := range tests {
		r := reader(test.text)
		r.Skip()
		err := r.Done()
		want := payload.SyntaxError{Path: test.path, Offset: test.offset, Problem: test.problem}
		var got *payload.SyntaxError
		if !errors.As(err, &got) || *got != want {
			t.Errorf("reading %q: %v, want %v", test.text, err, &want)
		}
		readTree(&r)
		if r.Done() != err {
			t.Errorf("reading %q: the error did not stay", test.text)
		}
	}
}

// TestTruncated checks that a text which ends too early fails there, whatever
// its length.
func TestTruncated(t *testing.T) {
	for end := range len(sampleText) {
		r := reader(sampleText[:end])
		r.Skip()
		var got *payload.SyntaxError
		if !errors.As(r.Done(), &got) || got.Offset != end || got.Problem != "unexpected end of JSON" {
			t.Errorf("%q: %v, want the end at offset %d", sampleText[:end], r.Done(), end)
		}
	}
	r := reader(sampleText)
	if r.Skip(); r.Done() != nil {
		t.Errorf("%q: %v", sampleText, r.Done())
	}
}

// sampleText has every kind of token, and ends at its last byte.
const sampleText = ` { "id" : "\u00e9\ud83d\ude00\n é" , "n":[ 0 , -12.50e+3,1E-7 ], "":{}, "x":[ ], ` +
	`"deep":[[{"a":[true , false,null]}]] , "long":"0123456789012345678901234567890123456789"}`

func TestLimits(t *testing.T) {
	nested := func(depth int) string {
		return strings.Repeat("[", depth) + strings.Repeat("]", depth)
	}
	tests := []struct {
		name   string
		text   string
		limits wire.Limits
		want   string // the error
	}{
		{"default depth", nested(512), wire.Limits{}, ""},
		{"beyond default depth", nested(513), wire.Limits{}, "depth 512 at 512"},
		{"far beyond", nested(100_000), wire.Limits{}, "depth 512 at 512"},
		{"never closed", strings.Repeat("[", 100_000), wire.Limits{}, "depth 512 at 512"},
		{"objects count too", strings.Repeat(`{"a":`, 3) + "1}}}", wire.Limits{MaxDepth: 2}, "depth 2 at 10"},
		{"depth", `[[1],[2],[3]]`, wire.Limits{MaxDepth: 2}, ""},
		{"depth one", `[1]`, wire.Limits{MaxDepth: 1}, ""},
		{"scalars have none", `1`, wire.Limits{MaxDepth: 1}, ""},
		{"much depth", nested(100_000), wire.Limits{MaxDepth: 100_000}, ""},
		{"more depth", nested(100_001), wire.Limits{MaxDepth: 100_000}, "depth 100000 at 100000"},
		{"default size", strings.Repeat(" ", 16<<20-1) + "1", wire.Limits{}, ""},
		{"beyond default size", strings.Repeat(" ", 16<<20) + "1", wire.Limits{}, "bytes 16777216 at 16777216"},
		{"size", `"1234"`, wire.Limits{MaxBytes: 6}, ""},
		{"beyond size", `"12345"`, wire.Limits{MaxBytes: 6}, "bytes 6 at 6"},
		{"size comes first", `[[[[[[[`, wire.Limits{MaxBytes: 6, MaxDepth: 1}, "bytes 6 at 6"},
		{"negative limits are the defaults", nested(512), wire.Limits{MaxBytes: -1, MaxDepth: -1}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newCursor([]byte(test.text), test.limits)
			r.Skip()
			got := ""
			var err *payload.LimitError
			if errors.As(r.Done(), &err) {
				got = fmt.Sprintf("%s %d at %d", err.Limit, err.Max, err.Offset)
			} else if r.Done() != nil {
				got = r.Done().Error()
			}
			if got != test.want {
				t.Errorf("error %q, want %q", got, test.want)
			}
			if err != nil && err.Limit == "depth" {
				if inside := strings.Count(err.Path, "/"); inside != err.Max {
					t.Errorf("the path has %d levels, want %d", inside, err.Max)
				}
			}
		})
	}
}

func TestLimitErrorText(t *testing.T) {
	r := newCursor([]byte(`{"a":[[1]]}`), wire.Limits{MaxDepth: 2})
	r.Skip()
	if got, want := fmt.Sprint(r.Done()), "nesting exceeds the limit of 2 levels at offset 6, /a/0"; got != want {
		t.Errorf("error %q, want %q", got, want)
	}
}

// TestErrorsShowNothing checks that an error shows no byte of the text, save
// for the names in its path, and those quoted and cut.
func TestErrorsShowNothing(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{"secret":"sk_live_1` + "\n", `malformed JSON at offset 20, /secret: unescaped control character in a string`},
		{`sk_live_1`, `malformed JSON at offset 0, the body: expected a value`},
		{"{\"\\u001b[2J\u202e\":x}", `malformed JSON at offset 16, "/\x1b[2J\u202e": expected a value`},
		{`{"` + strings.Repeat("k", 500) + `":x}`, `malformed JSON at offset 504, /` + strings.Repeat("k", 119) + `…: expected a value`},
	}
	for _, test := range tests {
		r := reader(test.text)
		r.Skip()
		if got := fmt.Sprint(r.Done()); got != test.want {
			t.Errorf("error %q, want %q", got, test.want)
		}
	}
}

// TestOnceWrong checks that no method does anything after an error.
func TestOnceWrong(t *testing.T) {
	r := reader(`[1,x,"later",{"a":1}]`)
	var a jsontext.Array
	n := 0
	for r.Array(&a); r.Item(&a); n++ {
		var s string
		r.String(&s)
	}
	if n != 2 {
		t.Errorf("%d elements, want the two up to the error", n)
	}
	var (
		o     jsontext.Object
		i     int64
		f     float64
		s     = "s"
		b     = true
		num   = payload.IntNum(7)
		flag  = payload.Flag1
		value payload.Value
		opt   = payload.Some("s")
	)
	r.Int(&i)
	r.Float(&f)
	r.String(&s)
	r.Bool(&b)
	r.Number(&num)
	r.Flag(&flag)
	r.Value(&value)
	readAt(&r, &opt, (*wire.Reader).OptString)
	if i != 0 || f != 0 || s != "" || b || !num.IsZero() || !flag.IsZero() || !value.IsZero() || !opt.IsAbsent() {
		t.Errorf("read %v %v %q %v %v %v %v %v after an error", i, f, s, b, num, flag, value, opt)
	}
	if r.Object(&o) || r.Next(&o) || r.Array(&a) || r.Item(&a) || r.Null() || r.Raw() != "" {
		t.Error("found something after an error")
	}
	if got := len(r.Mismatches()); got != 1 {
		t.Errorf("%d mismatches, want the one before the error", got)
	}
	if got, want := fmt.Sprint(r.Done()), "malformed JSON at offset 3, /1: expected a value"; got != want {
		t.Errorf("error %q, want %q", got, want)
	}
}

func TestRaw(t *testing.T) {
	r := reader(` { "a" : [ 1 , "x" ] , "b":  -1.50 , "c":{ } }  `)
	var got []string
	var o jsontext.Object
	for r.Object(&o); r.Next(&o); {
		from := r.Offset()
		raw := r.Raw()
		if raw != r.Body()[from:r.Offset()] {
			t.Errorf("raw %q at offset %d, the text has %q", raw, from, r.Body()[from:r.Offset()])
		}
		got = append(got, o.Name+"="+raw)
	}
	if err := r.Done(); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(got, " "), `a=[ 1 , "x" ] b=-1.50 c={ }`; got != want {
		t.Errorf("members %s, want %s", got, want)
	}
}

func TestKindAtCursor(t *testing.T) {
	tests := []struct {
		text string
		want payload.Kind
	}{
		{"null", payload.KindNull},
		{"true", payload.KindBoolean},
		{"false", payload.KindBoolean},
		{"-1", payload.KindNumber},
		{"0", payload.KindNumber},
		{`""`, payload.KindString},
		{"\r\n\t []", payload.KindArray},
		{"{}", payload.KindObject},
		{"", payload.KindAbsent},
		{"]", payload.KindAbsent},
		{"+1", payload.KindAbsent},
	}
	for _, test := range tests {
		r := reader(test.text)
		if got := r.Kind(); got != test.want {
			t.Errorf("kind of %q: %v, want %v", test.text, got, test.want)
		}
	}
}

// TestReaderCopies checks that what was read outlives the body's buffer.
func TestReaderCopies(t *testing.T) {
	body := []byte(`"word"`)
	r := newCursor(body, wire.Limits{})
	copy(body, `"gone"`)
	var s string
	if r.String(&s); s != "word" {
		t.Errorf("read %q, want word", s)
	}
}

func TestRoot(t *testing.T) {
	tests := []struct{ text, want string }{
		{` {}`, ""},
		{` []`, "a value does not fit its type; the body: want object, got array (offset 1)"},
		{`null`, "a value does not fit its type; the body: want object, got null (offset 0)"},
		{`"x"`, "a value does not fit its type; the body: want object, got string (offset 0)"},
		{`[`, "malformed JSON at offset 1, /0: unexpected end of JSON"},
		{``, "malformed JSON at offset 0, the body: unexpected end of JSON"},
		{`{}{}`, "malformed JSON at offset 2, the body: unexpected text after the JSON value"},
	}
	for _, test := range tests {
		r := reader(test.text)
		r.Skip()
		got := ""
		if err := r.End(r.at, payload.KindObject); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%q: error %q, want %q", test.text, got, test.want)
		}
	}
}
