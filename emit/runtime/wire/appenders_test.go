package wire_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// appender is a call of a function that appends.
type appender struct {
	name string // of the function
	call func(b []byte) []byte
}

// appenderOf returns the call of a function for a value.
func appenderOf[T any](name string, f func([]byte, T) []byte, v T) appender {
	return appender{name, func(b []byte) []byte { return f(b, v) }}
}

// memberOf returns the call of a function for a key and a value.
func memberOf[T any](name string, f func([]byte, string, T) []byte, key string, v T) appender {
	return appender{name, func(b []byte) []byte { return f(b, key, v) }}
}

// optsOf returns the states of an Opt.
func optsOf[T any](v T) []payload.Opt[T] {
	return []payload.Opt[T]{{}, payload.Nil[T](), payload.Some(v)}
}

// tailTexts are strings of all lengths that encoders treat apart, and of all
// that needs an escape.
func tailTexts() []string {
	var texts []string
	for n := range 45 {
		texts = append(texts, strings.Repeat("a", n))
	}
	for n := range 20 {
		for _, piece := range []string{"\"", "\n", "\x01", "é", "\xff", "\xe2\x82"} {
			texts = append(texts, strings.Repeat("a", n)+piece, piece+strings.Repeat("a", n), strings.Repeat("a", n)+piece+"bcd")
		}
	}
	return append(texts, strings.Repeat(`\`, 30), strings.Repeat("\xff", 30), strings.Repeat("a", 200), strings.Repeat("a", 200)+"\n")
}

// appenders returns calls of every exported function and method that appends.
func appenders(t testing.TB) []appender {
	return slices.Concat(textAppenders(), scalarAppenders(), numberAppenders(), compositeAppenders(t))
}

// textAppenders returns calls of the functions for strings, and for what is like them.
func textAppenders() []appender {
	var all []appender
	add := func(list ...appender) { all = append(all, list...) }
	for _, s := range tailTexts() {
		add(
			appenderOf("AppendString", wire.AppendString, s),
			appenderOf("AppendKey", wire.AppendKey, s),
			appenderOf("AppendTimestamp", wire.AppendTimestamp, payload.Timestamp(s)),
			appenderOf("AppendBase64", wire.AppendBase64, payload.Base64(s)),
			appenderOf("AppendNumber", wire.AppendNumber, payload.QuotedNum(s)),
			appenderOf("AppendValue", wire.AppendValue, rawValue(s)),
			memberOf("AddString", wire.AddString, `,"key":`, s),
			memberOf("AddString", wire.AddString, s, "value"),
			memberOf("AddString", wire.AddString, s, "\xff"),
			memberOf("AddTimestamp", wire.AddTimestamp, `,"key":`, payload.Timestamp(s)),
			memberOf("AddBase64", wire.AddBase64, `,"key":`, payload.Base64(s)),
			memberOf("AddNumber", wire.AddNumber, `,"k":`, payload.QuotedNum(s)),
			memberOf("AddValue", wire.AddValue, `,"k":`, rawValue(s)),
			memberOf("AddInt", wire.AddInt, s, 7),
			appenderOf("AddKey", wire.AddKey, s),
			memberOf("AddNone", wire.AddNone, s, true),
			memberOf("AddNone", wire.AddNone, s, false),
		)
		for _, p := range optsOf(s) {
			add(
				appenderOf("AppendOptString", wire.AppendOptString, p), memberOf("AddOptString", wire.AddOptString, `,"k":`, p),
				memberOf("AddOptStringOf", wire.AddOptStringOf, `,"k":`, &p),
			)
		}
		for _, p := range optsOf(payload.Timestamp(s)) {
			add(appenderOf("AppendOptTimestamp", wire.AppendOptTimestamp, p), memberOf("AddOptTimestamp", wire.AddOptTimestamp, `,"k":`, p))
		}
		for _, p := range optsOf(payload.Base64(s)) {
			add(appenderOf("AppendOptBase64", wire.AppendOptBase64, p), memberOf("AddOptBase64", wire.AddOptBase64, `,"k":`, p))
		}
	}
	return all
}

// scalarAppenders returns calls of the functions for types of Go, and for flags.
func scalarAppenders() []appender {
	var all []appender
	add := func(list ...appender) { all = append(all, list...) }
	for _, n := range []int64{0, 9, 10, -1, 123456, math.MaxInt64, math.MinInt64} {
		add(appenderOf("AppendInt", wire.AppendInt, n), memberOf("AddInt", wire.AddInt, `,"k":`, n))
		for _, p := range optsOf(n) {
			add(
				appenderOf("AppendOptInt", wire.AppendOptInt, p), memberOf("AddOptInt", wire.AddOptInt, `,"k":`, p),
				memberOf("AddOptIntOf", wire.AddOptIntOf, `,"k":`, &p),
			)
		}
	}
	for _, f := range []float64{0, -1.5, 1e-9, -1e-7, 1e21, 1e-300, math.MaxFloat64, math.SmallestNonzeroFloat64, math.NaN()} {
		add(appenderOf("AppendFloat", wire.AppendFloat, f), memberOf("AddFloat", wire.AddFloat, `,"k":`, f))
		for _, p := range optsOf(f) {
			add(appenderOf("AppendOptFloat", wire.AppendOptFloat, p), memberOf("AddOptFloat", wire.AddOptFloat, `,"k":`, p))
		}
	}
	for _, v := range []bool{true, false} {
		add(appenderOf("AppendBool", wire.AppendBool, v), memberOf("AddBool", wire.AddBool, `,"k":`, v))
		for _, p := range optsOf(v) {
			add(appenderOf("AppendOptBool", wire.AppendOptBool, p), memberOf("AddOptBool", wire.AddOptBool, `,"k":`, p))
		}
	}
	for f := payload.Flag0; f <= payload.FlagTextTrue; f++ {
		add(appenderOf("AppendFlag", wire.AppendFlag, f), memberOf("AddFlag", wire.AddFlag, `,"k":`, f))
		for _, p := range optsOf(f) {
			add(appenderOf("AppendOptFlag", wire.AppendOptFlag, p), memberOf("AddOptFlag", wire.AddOptFlag, `,"k":`, p))
		}
	}
	return all
}

// numberAppenders returns calls of the functions for numbers, and for times in numbers.
func numberAppenders() []appender {
	var all []appender
	add := func(list ...appender) { all = append(all, list...) }
	for _, n := range []payload.Number{{}, payload.Num("7"), payload.Num("-12.50"), payload.Num("1e-9"), payload.QuotedNum("")} {
		add(appenderOf("AppendNumber", wire.AppendNumber, n), memberOf("AddNumber", wire.AddNumber, `,"k":`, n))
		for _, p := range optsOf(n) {
			add(appenderOf("AppendOptNumber", wire.AppendOptNumber, p), memberOf("AddOptNumber", wire.AddOptNumber, `,"k":`, p))
		}
		add(appenderOf("AppendUnix", wire.AppendUnix, payload.Unix{Number: n}), memberOf("AddUnix", wire.AddUnix, `,"k":`, payload.Unix{Number: n}))
		for _, p := range optsOf(payload.Unix{Number: n}) {
			add(appenderOf("AppendOptUnix", wire.AppendOptUnix, p), memberOf("AddOptUnix", wire.AddOptUnix, `,"k":`, p))
		}
		add(appenderOf("AppendUnixMilli", wire.AppendUnixMilli, payload.UnixMilli{Number: n}), memberOf("AddUnixMilli", wire.AddUnixMilli, `,"k":`, payload.UnixMilli{Number: n}))
		for _, p := range optsOf(payload.UnixMilli{Number: n}) {
			add(appenderOf("AppendOptUnixMilli", wire.AppendOptUnixMilli, p), memberOf("AddOptUnixMilli", wire.AddOptUnixMilli, `,"k":`, p))
		}
		add(appenderOf("AppendUnixMicro", wire.AppendUnixMicro, payload.UnixMicro{Number: n}), memberOf("AddUnixMicro", wire.AddUnixMicro, `,"k":`, payload.UnixMicro{Number: n}))
		for _, p := range optsOf(payload.UnixMicro{Number: n}) {
			add(appenderOf("AppendOptUnixMicro", wire.AppendOptUnixMicro, p), memberOf("AddOptUnixMicro", wire.AddOptUnixMicro, `,"k":`, p))
		}
	}
	return all
}

// compositeAppenders returns calls of the functions for what has parts.
func compositeAppenders(t testing.TB) []appender {
	var all []appender
	add := func(list ...appender) { all = append(all, list...) }
	for _, text := range []string{`null`, `""`, `"{\"sku\":\"a\"}"`, `{"sku":"a"}`, ``} {
		var j payload.JSON[Line]
		if err := json.Unmarshal([]byte(text), &j); err != nil && text != "" {
			t.Fatal(err)
		}
		add(
			appender{"AppendJSON", func(b []byte) []byte { return wire.AppendJSON(b, &j) }},
			appender{"AddJSON", func(b []byte) []byte { return wire.AddJSON(b, `,"k":`, &j) }},
		)
	}
	for _, members := range []string{"", `,"a":1`, ","} {
		from := len("the beginning")
		add(
			appender{"CloseObject", func(b []byte) []byte { return wire.CloseObject(append(b, members...), from) }},
			appender{"CloseArray", func(b []byte) []byte { return wire.CloseArray(append(b, members...), from) }},
			appender{"Room", wire.Room},
			appender{"AppendTopic", func(b []byte) []byte { return wire.AppendTopic(b, new(payload.EventDelivery)) }},
			appender{"Grown", func(b []byte) []byte { return wire.Grown(b, new(payload.EventDelivery)) }},
		)
	}
	for _, text := range []string{
		likeItem, `{}`, `{"id":null,"new":[1.50],"names":{"a":"b"},"other":"x","count":1e0}`, `{"id":"\u00e9","ratio":1e-9,"info":"{}"}`,
	} {
		var v Item
		if _, err := decodeItem([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		add(
			appender{"AppendExtra", func(b []byte) []byte { return wire.AppendExtra(b, &v.Extra, &itemShape, []uint64{^uint64(0)}) }},
			appender{"", v.AppendJSON}, appender{"", v.First.AppendJSON},
		)
	}
	return all
}

// TestAppendersAreComplete checks that appenders calls every exported function
// that appends.
func TestAppendersAreComplete(t *testing.T) {
	called := make(map[string]bool)
	for _, a := range appenders(t) {
		called[a.name] = true
	}
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() || !appends(f.Type) {
				continue
			}
			found++
			if !called[f.Name.Name] {
				t.Errorf("no test calls %s, which appends", f.Name.Name)
			}
		}
	}
	if found < 20 {
		t.Errorf("found %d functions that append", found)
	}
}
