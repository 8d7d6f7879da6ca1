package wire_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// give decodes a body as an Item and checks what comes out: the mismatches by path, and that
// encoding gives an equal body.
func give(t *testing.T, body string, paths ...string) Item {
	t.Helper()
	var v Item
	mismatches, err := decodeItem([]byte(body), &v)
	if err != nil {
		t.Fatalf("%.80q: %v", body, err)
	}
	var got []string
	for _, m := range mismatches {
		got = append(got, m.Path)
	}
	if strings.Join(got, " ") != strings.Join(paths, " ") {
		t.Errorf("%.80q: mismatches at %v, want %v", body, got, paths)
	}
	checkEqualJSON(t, string(v.AppendJSON(nil)), body)
	return v
}

// fails decodes a body as an Item, which must give an error like want, and returns it.
func fails(t *testing.T, body string, want any) error {
	t.Helper()
	var v Item
	_, err := decodeItem([]byte(body), &v)
	if err == nil || !errors.As(err, want) {
		t.Fatalf("%.80q: error %v, want a %T", body, err, want)
	}
	return err
}

// TestHardCases: deliveries that a decoder must survive. Each subtest is named by
// the id of its case. More of the same cases are in TestSuiteAccepted,
// TestSuiteRejected and TestSuiteUndecided (J1, J2), FuzzReader and FuzzItem (J1,
// J9), TestFlood (J17, D4, D16), TestTimestamp (D12), TestErrorsShowNothing (C12),
// TestLimits (J3, D3) and TestMembersLastWins (J11).
func TestHardCases(t *testing.T) {
	var syntax *payload.SyntaxError
	var limit *payload.LimitError
	var mismatch *payload.MismatchError

	t.Run("J3", func(t *testing.T) {
		for _, n := range []int{600, 10_000, 1_000_000} {
			fails(t, `{"value":`+strings.Repeat("[", n)+strings.Repeat("]", n)+"}", &limit)
			fails(t, `{"unknown":`+strings.Repeat(`{"a":`, n)+"1"+strings.Repeat("}", n)+"}", &limit)
		}
	})
	t.Run("J4", func(t *testing.T) {
		for _, text := range []string{"1e999", "-1e999", "1e-999", "1e" + strings.Repeat("9", 900), "1e1000000"} {
			v := give(t, `{"price":`+text+`}`)
			if v.Price.String() != text {
				t.Errorf("%.20s: kept as %.20s", text, v.Price)
			}
			if f, ok := v.Price.Float64(); ok && f != 0 {
				t.Errorf("%.20s as a float64: %v", text, f)
			}
			if r, ok := v.Price.Rat(); ok && len(r.String()) > 10_000 {
				t.Errorf("%.20s as a fraction has %d digits", text, len(r.String()))
			}
		}
		give(t, `{"ratio":1e999,"count":1e999}`, "/ratio", "/count")
	})
	t.Run("J5", func(t *testing.T) {
		for _, text := range []string{"-0", "0.0", "-0.0", "1.0"} {
			if v := give(t, `{"price":`+text+`,"count":`+text+`,"ratio":`+text+`}`); v.Price.String() != text {
				t.Errorf("%s: kept as %s", text, v.Price)
			}
		}
	})
	t.Run("J6", func(t *testing.T) {
		if v := give(t, `{"count":9007199254740993}`); v.Count != 9007199254740993 {
			t.Errorf("2^53+1: %d", v.Count)
		}
		for _, text := range []string{"9223372036854775808", "-9223372036854775809", "18446744073709551616", strings.Repeat("9", 30)} {
			if v := give(t, `{"count":`+text+`,"price":`+text+`}`, "/count"); v.Price.String() != text || v.Count != 0 {
				t.Errorf("%s: %s, %d", text, v.Price, v.Count)
			}
		}
	})
	t.Run("J7", func(t *testing.T) {
		long := strings.Repeat("9", 1<<20)
		v := give(t, `{"count":`+long+`,"price":`+long+`,"ratio":`+long+`,"id":"x"}`, "/count", "/price", "/ratio")
		if v.ID != "x" {
			t.Error("what follows is lost")
		}
		for _, m := range mismatchesOf(t, `{"count":`+long+`}`) {
			if len(m.String()) > 200 {
				t.Errorf("a mismatch of %d bytes", len(m.String()))
			}
		}
	})
	t.Run("J8", func(t *testing.T) {
		v := give(t, `{"\ud800":1,"\udfff":2,"id":"\ud800"}`)
		if v.ID != "\ufffd" || len(v.Extra) == 0 {
			t.Errorf("id %q, extra %v", v.ID, v.Extra)
		}
		if b := string(v.AppendJSON(nil)); !strings.Contains(b, "\"\ufffd\":1") || !strings.Contains(b, "\"\ufffd\":2") || !strings.Contains(b, `"\ud800"`) {
			t.Errorf("encoded as %s", b)
		}
	})
	t.Run("J9", func(t *testing.T) {
		v := give(t, "{\"id\":\"a\xffb\",\"k\xff\":1}")
		if v.ID != "a\ufffdb" {
			t.Errorf("id %q", v.ID)
		}
		if b := string(v.AppendJSON(nil)); !strings.Contains(b, "a\xffb") {
			t.Errorf("the bytes that came are lost: %q", b)
		}
	})
	t.Run("J10", func(t *testing.T) {
		if v := give(t, `{"id":"\u0000","\u0000":"\u0000"}`); v.ID != "\x00" {
			t.Errorf("id %q", v.ID)
		}
	})
	t.Run("J11", func(t *testing.T) {
		v := give(t, `{"first":{"sku":"a","qty":1,"new":1},"lines":[{"sku":"x","qty":5}],"first":{"sku":"b"},"lines":[{"sku":"y"}]}`)
		if v.First.SKU != "b" || v.First.Qty != 0 || len(v.Lines) != 1 || v.Lines[0].Qty != 0 {
			t.Errorf("merged: %+v", v)
		}
		if v := give(t, `{"gift":{"sku":"a"},"gift":null}`); !v.Gift.IsNull() {
			t.Error("null does not win")
		}
	})
	t.Run("J13", func(t *testing.T) { fails(t, "\ufeff{}", &syntax) })
	t.Run("J14 D14", func(t *testing.T) {
		for _, body := range []string{`{} {}`, `{}{}`, "{}\n{}\n", `{} x`, `{} // c`, `{},`, `{}]`} {
			fails(t, body, &syntax)
		}
		give(t, " {} \r\n\t")
	})
	t.Run("J16 D3", func(t *testing.T) {
		fails(t, `{"id":"`+strings.Repeat(`\u0041`, payload.DefaultMaxBytes/6)+`"}`, &limit)
		r := newCursor([]byte(`{"id":1}`), wire.Limits{MaxBytes: 7})
		if r.Skip(); !errors.As(r.Done(), &limit) {
			t.Errorf("error %v", r.Done())
		}
	})
	t.Run("K15 D13", func(t *testing.T) {
		v := give(t, `{"ID":"admin","Id":"admin","\u0131d":"admin","first":{"\u017fku":"a","s\u212au":"b"}}`)
		if v.ID != "" || v.First.SKU != "" {
			t.Errorf("%+v", v)
		}
		for _, name := range []string{"ID", "Id", "\u0131d"} {
			if _, ok := v.Extra.Get(name); !ok {
				t.Errorf("%q is lost", name)
			}
		}
		if v := give(t, `{"id":"user","ID":"admin"}`); v.ID != "user" {
			t.Errorf("id %q", v.ID)
		}
	})
	t.Run("D5", func(t *testing.T) {
		for _, body := range []string{`[]`, `"x"`, `null`, `1`, `true`} {
			if err := fails(t, body, &mismatch); !strings.Contains(err.Error(), "want object") {
				t.Errorf("%s: %v", body, err)
			}
		}
	})
	t.Run("D6", func(t *testing.T) {
		var v Item
		for _, body := range []string{`{"id":"a","tags":["x","y"],"gift":{"sku":"s"},"first":{"qty":3},"new":1}`, `{"id":null,"tags":[],"first":{}}`} {
			if err := json.Unmarshal([]byte(body), &v); err != nil {
				t.Fatal(err)
			}
		}
		if fresh := give(t, `{"id":null,"tags":[],"first":{}}`); !reflect.DeepEqual(v, fresh) {
			t.Errorf("%+v, want %+v", v, fresh)
		}
	})
	t.Run("D7", func(t *testing.T) {
		v := give(t, `{"id":{},"count":"x","paid":"yes","lines":[{"qty":"z","sku":"s"}],"tags":{},"note":"n"}`,
			"/id", "/count", "/paid", "/lines/0/qty", "/tags")
		if note, _ := v.Note.Get(); note != "n" || v.Lines[0].SKU != "s" {
			t.Errorf("the rest is not decoded: %+v", v)
		}
	})
	t.Run("D8", func(t *testing.T) {
		v := give(t, `{"id":12.50,"count":"12","ratio":"1.5","tags":[true,1]}`, "/id", "/count", "/ratio", "/tags/0", "/tags/1")
		if v.ID != "12.50" || v.Count != 12 || v.Ratio != 1.5 || v.Tags[0] != "true" {
			t.Errorf("%+v", v)
		}
		give(t, `{"id":{"a":1},"count":"12.5","price":{}}`, "/id", "/count", "/price")
	})
	t.Run("D10", func(t *testing.T) {
		for _, text := range []string{"5.0", "5e0", "50e-1", "0.5e1"} {
			if v := give(t, `{"count":`+text+`}`); v.Count != 5 {
				t.Errorf("%s: %d", text, v.Count)
			}
		}
		give(t, `{"count":5.5}`, "/count")
	})
	t.Run("D12", func(t *testing.T) {
		for _, text := range []string{"", "2024-05-06T07:08:09", "2024-05-06 07:08:09", "2024-05-06T07:08:09+0000", "2024-05-06T07:08:60Z", "0000-00-00 00:00:00", "1714979289", "10000-01-01T00:00:00Z", "2024-05-06T07:08:09,5Z"} {
			if v := give(t, `{"at":"`+text+`"}`); string(v.At) != text {
				t.Errorf("%q: kept as %q", text, v.At)
			}
		}
	})
	t.Run("D15", func(t *testing.T) {
		n := payload.Num("1e" + strings.Repeat("9", 500))
		if _, ok := n.Rat(); ok {
			t.Error("an exponent of 500 digits became a fraction")
		}
	})
	t.Run("D16 D4", func(t *testing.T) {
		var b strings.Builder
		for range 100_000 {
			b.WriteString(`,"k":"v"`)
		}
		body := `{"names":{` + b.String()[1:] + `}` + b.String() + `}`
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var v Item
		if _, err := decodeItem([]byte(body), &v); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 80*uint64(len(body)) {
			t.Errorf("%d bytes for a body of %d", used, len(body))
		}
	})
	t.Run("D17", func(t *testing.T) {
		body := []byte(`{"id":1,"lines":[{"sku":"a","new":1}],"names":{"a":"b"},"other":"x","info":"{\"sku\":\"q\"}"}`)
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				for range 100 {
					var v Item
					if m, err := decodeItem(body, &v); err != nil || len(m) != 1 || len(v.AppendJSON(nil)) == 0 {
						t.Errorf("%v, %v", m, err)
					}
				}
			})
		}
		wait.Wait()
	})
	t.Run("D19", func(t *testing.T) {
		v := give(t, `{"id":"<a&b>","price":1.50,"note":null,"new":{"z":1,"a":[]}}`)
		if b := string(v.AppendJSON(nil)); !strings.Contains(b, `"<a&b>"`) || !strings.Contains(b, "1.50") || !strings.Contains(b, `"note":null`) || strings.Contains(b, `"size"`) {
			t.Errorf("encoded as %s", b)
		}
	})
	t.Run("D22", func(t *testing.T) {
		var v Item
		if v.Gift.Ptr() != nil || v.Other.Ptr() != nil || len(v.Extra) != 0 {
			t.Error("something in nothing")
		}
		_, ok := v.Gift.Get()
		_, also := v.Extra.Get("x")
		if ok || also || v.Note.Or("default") != "default" || v.Value.Kind() != payload.KindAbsent {
			t.Error("something in nothing")
		}
	})
}

// mismatchesOf decodes a body as an Item.
func mismatchesOf(t *testing.T, body string) []payload.Mismatch {
	t.Helper()
	var v Item
	mismatches, err := decodeItem([]byte(body), &v)
	if err != nil {
		t.Fatal(err)
	}
	return mismatches
}
