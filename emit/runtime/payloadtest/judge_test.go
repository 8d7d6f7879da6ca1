package payloadtest

import (
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestJudge checks the rules of tolerance, and that the methods of
// wire.Reader have the same.
func TestJudge(t *testing.T) {
	long := strings.Repeat("1", payload.MaxNumber+1)
	tests := []struct {
		t    reflect.Type
		read func(r *wire.Reader) int
		fits string // values of JSON, between spaces
		take string
		not  string
	}{
		{
			reflect.TypeFor[bool](), func(r *wire.Reader) int { return r.Bool(r.Begin(), new(bool), "") },
			`true false`, ``, `0 1 "true" "" [] {}`,
		},
		{
			reflect.TypeFor[int64](), func(r *wire.Reader) int { return r.Int(r.Begin(), new(int64), "") },
			`0 -0 12 5.0 5e0 50e-1 0e99 -9223372036854775808 9223372036854775807`, `"12" "-12"`,
			`12.5 9223372036854775808 1e19 5e-1 "" "12.5" "5.0" "+5" "05" "-0" "text" true [] {} ` + long,
		},
		{
			reflect.TypeFor[float64](), func(r *wire.Reader) int { return r.Float(r.Begin(), new(float64), "") },
			`0 -0 12 12.5 1e300 1e-999`, `"12" "12.5" "1e5"`, `1e999 "" "text" ".5" "+5" "0x10" "Inf" "\"1\"" true [] {} ` + long,
		},
		{
			reflect.TypeFor[string](), func(r *wire.Reader) int { return r.String(r.Begin(), new(string), "") },
			`"" "12" "text"`, `12 12.5 true false ` + long, `[] {}`,
		},
		{
			reflect.TypeFor[payload.Timestamp](), func(r *wire.Reader) int { return r.Timestamp(r.Begin(), new(payload.Timestamp), "") },
			`"" "2024-01-02" "text"`, `12 true`, `[] {}`,
		},
		{
			reflect.TypeFor[payload.Base64](), func(r *wire.Reader) int { return r.Base64(r.Begin(), new(payload.Base64), "") },
			`"" "YWI=" "text"`, `12 true`, `[] {}`,
		},
		{
			reflect.TypeFor[payload.Number](), func(r *wire.Reader) int { return r.Number(r.Begin(), new(payload.Number), "") },
			`0 12.50 1e999 "12.50" "" "text" "` + long + `"`, ``, `true [] {} ` + long,
		},
		{
			reflect.TypeFor[payload.UnixMilli](), func(r *wire.Reader) int { return r.UnixMilli(r.Begin(), new(payload.UnixMilli), "") },
			`0 12.50 1e999 "12.50" "" "text" "` + long + `"`, ``, `true [] {} ` + long,
		},
		{
			reflect.TypeFor[payload.Flag](), func(r *wire.Reader) int { return r.Flag(r.Begin(), new(payload.Flag), "") },
			`true false 0 1 "0" "1" "true" "false"`, ``, `2 -0 1.0 "" "True" "yes" "2" [] {}`,
		},
		{
			reflect.TypeFor[payload.Value](), func(r *wire.Reader) int { return r.Value(r.Begin(), new(payload.Value), "") },
			`true 0 "" [] {} null ` + long, ``, ``,
		},
	}
	for _, test := range tests {
		for want, texts := range map[verdict]string{fits: test.fits, takes: test.take, leaves: test.not} {
			for text := range strings.FieldsSeq(texts) {
				if got := judge(test.t, made(text)); got != want {
					t.Errorf("judge(%v, %s) = %d, want %d", test.t, brief(text), got, want)
				}
				var r wire.Reader
				r.Start([]byte(text), wire.Limits{})
				err := r.End(test.read(&r), payload.KindAbsent)
				if n := len(r.Mismatches()); (n > 0) != (want != fits) || err != nil {
					t.Errorf("reading %s into a %v: %d mismatches, %v", brief(text), test.t, n, err)
				}
			}
		}
	}
}

// TestPromised checks how many mismatches the types of the double promise.
func TestPromised(t *testing.T) {
	tests := []struct {
		t    reflect.Type
		text string
		want string
	}{
		{reflect.TypeFor[string](), `null`, "0"},
		{reflect.TypeFor[string](), `12`, "1"},
		{reflect.TypeFor[payload.Opt[string]](), `{}`, "1"},
		{reflect.TypeFor[[]int64](), `[1,null,"2",2.5,[]]`, "3"},
		{reflect.TypeFor[[]int64](), `{}`, "1"},
		{reflect.TypeFor[payload.Map[[]string]](), `{"a":[1],"b":{},"c":null}`, "2"},
		{reflect.TypeFor[payload.Map[string]](), `{"a":1,"a":""}`, "0 to 1"},
		{reflect.TypeFor[item](), `{"sku":1,"qty":"","more":{},"SKU":1,"extra":[{}]}`, "3"},
		{reflect.TypeFor[item](), `[]`, "1"},
		{reflect.TypeFor[odd](), `{"plain":1,"\"":[]}`, "1 or more"},
		{reflect.TypeFor[payload.Or[item]](), `{"sku":1}`, "1"},
		{reflect.TypeFor[payload.Or[item]](), `""`, "0 to 1"},
		{reflect.TypeFor[payload.JSON[inside]](), `12`, "1"},
		{reflect.TypeFor[payload.JSON[inside]](), `""`, "0"},
		{reflect.TypeFor[payload.JSON[inside]](), `"{"`, "1"},
		{reflect.TypeFor[payload.JSON[inside]](), `"null"`, "1"},
		{reflect.TypeFor[payload.JSON[inside]](), `" {\"a\":\"\",\"b\":[2.5,null,true]}"`, "3"},
		{reflect.TypeFor[payload.JSON[payload.Value]](), `"x"`, "1"},
		{reflect.TypeFor[payload.JSON[payload.Value]](), `"[{}, 1"`, "1"},
		{reflect.TypeFor[payload.JSON[payload.Value]](), `"[{}, 1]"`, "0"},
		{reflect.TypeFor[payload.Value](), `[{}]`, "0"},
		{reflect.TypeFor[[]payload.Flag](), `[0,"\u0031","1",true,"\u0031\u0031",2]`, "2"},
		{nil, `[{}]`, "0 or more"},
		{reflect.TypeFor[orderEvent](), `{}`, "1"},
		{reflect.TypeFor[orderEvent](), `{"order":null}`, "1"},
		{reflect.TypeFor[orderEvent](), `{"order":{}}`, "2"},
		{reflect.TypeFor[orderEvent](), `{"order":{"count":null,"tags":[null],"id":null}}`, "1"},
		{reflect.TypeFor[orderEvent](), `{"order":null,"order":[]}`, "1 to 2"},
		{reflect.TypeFor[payload.Opt[orderEvent]](), `{"shop":""}`, "1"},
		{reflect.TypeFor[[]orderEvent](), `[{},null]`, "1"},
		{reflect.TypeFor[payload.JSON[orderEvent]](), `"{}"`, "1"},
		{reflect.TypeFor[payload.JSON[orderEvent]](), `"{\"order\":null}"`, "1"},
		{reflect.TypeFor[struct {
			A int64           `payload:"required"`
			X payload.Members `json:"-"`
		}](), `{}`, "0 to 1"},
	}
	for _, test := range tests {
		if got := promised(test.t, made(test.text)).String(); got != test.want {
			t.Errorf("promised(%v, %s) = %s, want %s", test.t, test.text, got, test.want)
		}
	}
}
