package wire_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer/jsontext"
)

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
		num   = payload.Num(7)
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
	readAt(&r, &opt, wire.OptString)
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

// TestReaderMentionsNoGenericType checks that no method and no field of Reader mentions a
// generic type with methods. The compiler makes all of those in each package that mentions
// Reader, whether it uses them or not.
func TestReaderMentionsNoGenericType(t *testing.T) {
	mentioned := make(map[reflect.Type]bool)
	var mention func(u reflect.Type)
	mention = func(u reflect.Type) {
		if mentioned[u] {
			return
		}
		mentioned[u] = true
		if strings.Contains(u.Name(), "[") && reflect.PointerTo(u).NumMethod() > 0 {
			t.Errorf("Reader mentions %v", u)
		}
		switch u.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			mention(u.Elem())
		case reflect.Struct:
			for i := range u.NumField() {
				mention(u.Field(i).Type)
			}
		}
	}
	reader := reflect.TypeFor[*wire.Reader]()
	mention(reader)
	for i := range reader.NumMethod() {
		method := reader.Method(i).Type
		for k := range method.NumIn() {
			mention(method.In(k))
		}
		for k := range method.NumOut() {
			mention(method.Out(k))
		}
	}
	if len(mentioned) < 30 {
		t.Errorf("only %d types are mentioned", len(mentioned))
	}
}
