package payload_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestText checks that UnmarshalText brings back what MarshalText wrote.
func TestText(t *testing.T) {
	var extra payload.Members
	extra.Set("gift", value(t, `{"a":[1.0]}`))
	extra.Set("", payload.Value{})
	var decoded payload.Members
	if err := decoded.UnmarshalText([]byte(`[["a","field"],["b","field",null],["c","unread",[1]],["d","set","e"]]`)); err != nil {
		t.Fatal(err)
	}
	values := []any{
		payload.Number{},
		payload.Num("19.90"), payload.QuotedNum("19.90"), payload.QuotedNum(""), payload.QuotedNum("12 USD"), payload.QuotedNum("null"),
		payload.Flag(0), payload.Flag0, payload.FlagText1, payload.FlagFalse, payload.FlagTextTrue,
		payload.Value{},
		value(t, `null`), value(t, `""`), value(t, `[1.0]`),
		payload.Opt[string]{},
		payload.Nil[string](), payload.Some(""), payload.Some("null"), payload.Some("x"),
		payload.Opt[line]{},
		payload.Nil[line](), payload.Some(line{SKU: "a", Price: payload.Num("1.10")}),
		payload.Some([]string{}), payload.Some(payload.Num("1.10")),
		payload.Or[line]{},
		payload.Is(line{SKU: "a"}), payload.Other[line](value(t, `null`)), payload.Other[line](value(t, `[]`)),
		payload.JSON[line]{},
		throughText[payload.JSON[line]](t, `null`), throughText[payload.JSON[line]](t, `{"SKU":"a"}`),
		throughText[payload.JSON[line]](t, `"{\"SKU\":\"a\"}"`), throughText[payload.JSON[line]](t, `"{"`), throughText[payload.JSON[line]](t, `""`),
		payload.Members(nil),
		payload.Members{},
		extra, decoded,
		payload.KindAbsent, payload.KindInteger, payload.KindObject,
	}
	for _, v := range values {
		text, err := v.(encoding.TextMarshaler).MarshalText()
		if err != nil {
			t.Errorf("%#v: %v", v, err)
		}
		again := reflect.New(reflect.TypeOf(v))
		if err := again.Interface().(encoding.TextUnmarshaler).UnmarshalText(text); err != nil {
			t.Errorf("%#v: %v", v, err)
		}
		if !reflect.DeepEqual(again.Elem().Interface(), v) {
			t.Errorf("%s: %#v comes back as %#v", text, v, again.Elem())
		}
	}
}

func throughText[T any](t *testing.T, text string) (v T) {
	t.Helper()
	if err := any(&v).(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

// TestMembersJSON checks the object that Members are in JSON.
func TestMembersJSON(t *testing.T) {
	x := throughText[payload.Members](t, `[["a","field"],["b","field",null],["c","set",{"d":1.0}],["c","set",2]]`)
	const want = `{"b":null,"c":{"d":1.0},"c":2}`
	text, err := json.Marshal(x)
	if err != nil || string(text) != want {
		t.Errorf("%s is the object %s %v, want %s", x, text, err, want)
	}
	var again payload.Members
	if err := json.Unmarshal(text, &again); err != nil || !again.Equal(x) || again.String() != want {
		t.Errorf("%s comes back as %s %v", text, again, err)
	}
	for text, fails := range map[string]bool{`null`: false, `{}`: false, `[]`: true, `"a"`: true, `1`: true} {
		if err := again.UnmarshalJSON([]byte(text)); (err != nil) != fails || len(again) > 0 {
			t.Errorf("%s is %s %v", text, again, err)
		}
	}
}

// TestTextRefused has texts that are not what MarshalText returns.
func TestTextRefused(t *testing.T) {
	for _, c := range []struct {
		into encoding.TextUnmarshaler
		text string
	}{
		{new(payload.Number), `12 USD`},
		{new(payload.Number), `1 ` + `x`},
		{new(payload.Number), `true`},
		{new(payload.Number), `[]`},
		{new(payload.Flag), `2`},
		{new(payload.Flag), `yes`},
		{new(payload.Value), `x`},
		{new(payload.Value), `1 2`},
		{new(payload.Opt[string]), `x`},
		{new(payload.Opt[string]), `1`},
		{new(payload.Or[string]), `x`},
		{new(payload.JSON[line]), `x`},
		{new(payload.JSON[line]), `1`},
		{new(payload.Members), `x`},
		{new(payload.Members), `{}`},
		{new(payload.Members), `[1]`},
		{new(payload.Members), `[["a"]]`},
		{new(payload.Members), `[["a","b"]]`},
		{new(payload.Members), `[["a","set",1,2]]`},
		{new(payload.Members), `[[1,"set"]]`},
		{new(payload.Kind), `Object`},
		{new(payload.Kind), ``},
	} {
		err := c.into.UnmarshalText([]byte(c.text))
		if err == nil {
			t.Errorf("%T takes %q", c.into, c.text)
		}
		if v := reflect.ValueOf(c.into).Elem(); !v.IsZero() {
			t.Errorf("%T has %#v after %q was refused", c.into, v, c.text)
		}
	}
}

// TestString checks what people read. There is no text for what is absent or null.
func TestString(t *testing.T) {
	var extra payload.Members
	extra.Set("a", value(t, `"x"`))
	for _, c := range []struct {
		v    any
		want string // of %v, %+v and %s
		code string // of %#v, if it matters
	}{
		{payload.Number{}, ``, `payload.Number{}`},
		{payload.Num("19.90"), `19.90`, `payload.Num("19.90")`},
		{payload.QuotedNum("a\"b"), `a"b`, `payload.QuotedNum("a\"b")`},
		{payload.Flag(0), ``, `payload.Flag(0)`},
		{payload.Flag0, `0`, `payload.Flag0`},
		{payload.Flag1, `1`, `payload.Flag1`},
		{payload.FlagText0, `0`, `payload.FlagText0`},
		{payload.FlagText1, `1`, `payload.FlagText1`},
		{payload.FlagFalse, `false`, `payload.FlagFalse`},
		{payload.FlagTrue, `true`, `payload.FlagTrue`},
		{payload.FlagTextFalse, `false`, `payload.FlagTextFalse`},
		{payload.FlagTextTrue, `true`, `payload.FlagTextTrue`},
		{payload.Timestamp("2026-01-02"), `2026-01-02`, `"2026-01-02"`},
		{payload.Value{}, ``, ``},
		{value(t, `null`), `null`, ``},
		{value(t, `"a\n"`), "a\n", ``},
		{value(t, `{"a": 1}`), `{"a": 1}`, ``},
		{payload.Opt[string]{}, ``, ``},
		{payload.Nil[string](), ``, ``},
		{payload.Some("hello"), `hello`, ``},
		{payload.Some(payload.Timestamp("x")), `x`, ``},
		{payload.Some(payload.QuotedNum("1.0")), `1.0`, ``},
		{payload.Some(payload.FlagText1), `1`, ``},
		{payload.Some(int64(7)), `7`, ``},
		{payload.Some(true), `true`, ``},
		{payload.Some(1.5), `1.5`, ``},
		{payload.Some(payload.KindArray), `array`, ``},
		{payload.Some([]string{"a"}), `["a"]`, ``},
		{payload.Some([]string(nil)), `[]`, ``},
		{payload.Some(payload.Map[int](nil)), `{}`, ``},
		{payload.Some(struct{ A int }{1}), `{"A":1}`, ``},
		{payload.Or[string]{}, ``, ``},
		{payload.Is("a"), `a`, ``},
		{payload.Other[string](value(t, `[]`)), `[]`, ``},
		{payload.JSON[int]{}, ``, ``},
		{throughText[payload.JSON[int]](t, `"5"`), `5`, ``},
		{throughText[payload.JSON[int]](t, `null`), ``, ``},
		{extra, `{"a":"x"}`, ``},
		{payload.KindBoolean, `boolean`, ``},
	} {
		if got := fmt.Sprintf("%v|%+v|%s", c.v, c.v, c.v); got != c.want+"|"+c.want+"|"+c.want {
			t.Errorf("%#v prints as %q, want %q", c.v, got, c.want)
		}
		if got := fmt.Sprintf("%#v", c.v); c.code != "" && got != c.code {
			t.Errorf("%q prints as the code %s, want %s", c.want, got, c.code)
		}
	}
}

// TestLog checks what package slog makes of the types.
func TestLog(t *testing.T) {
	var text, js strings.Builder
	m := payload.Mismatch{Path: "/order/id", Offset: 16, Want: payload.KindString, Got: payload.KindNumber}
	list := []any{
		"m", m, "list",
		[]payload.Mismatch{m},
		"kind", payload.KindNull,
		"total", payload.Num("19.90"), "note", payload.Some("hi"), "null", payload.Nil[string](), "none",
		payload.Opt[string]{},
		"paid", payload.Flag1,
	}
	plain := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}
	slog.New(slog.NewTextHandler(&text, plain)).Info("x", list...)
	slog.New(slog.NewJSONHandler(&js, plain)).Info("x", list...)
	const line = "/order/id: want string, got number (offset 16)"
	want := `level=INFO msg=x m="` + line + `" list="[` + line + `]" kind=null total=19.90 note="\"hi\"" null=null none="" paid=1` + "\n"
	if got := text.String(); got != want {
		t.Errorf("text: %s\nwant: %s", got, want)
	}
	const object = `{"path":"/order/id","offset":16,"want":"string","got":"number"}`
	want = `{"level":"INFO","msg":"x","m":` + object + `,"list":[` + object + `],"kind":"null","total":19.90,"note":"hi","null":null,"none":null,"paid":1}` + "\n"
	if got := js.String(); got != want {
		t.Errorf("JSON: %s\nwant: %s", got, want)
	}
	var again payload.Mismatch
	if err := json.Unmarshal([]byte(object), &again); err != nil || again != m {
		t.Errorf("%s comes back as %v %v", object, again, err)
	}
}
