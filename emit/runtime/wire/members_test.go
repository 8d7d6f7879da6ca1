package wire_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// likeItem is a payload like the type Item: nothing is left for Extra.
const likeItem = `{"id":"a","count":5,"ratio":1.5,"paid":true,"open":"1","price":"12.50","at":"2024-05-06",` +
	`"note":null,"size":7,"gift":{"sku":"g","qty":1},"late":["x"],"first":{"sku":"f","qty":2},"lines":[{"sku":"l","qty":3},{"sku":"m","qty":4}],` +
	`"tags":["t",""],"names":{"z":"1","":"2"},"other":"","info":"{\"sku\":\"i\",\"qty\":5}","value":[{}]}`

// with returns likeItem without the member of that name and with what follows
// at its end, if anything.
func with(t testing.TB, name, member string) string {
	t.Helper()
	var b []byte
	for n, v := range rawValue(likeItem).Members() {
		if n != name {
			b = wire.AppendValue(wire.AppendKey(b, n), v)
		}
	}
	if member != "" {
		b = append(append(b, ','), member...)
	}
	return string(wire.CloseObject(b, 0))
}

// showMembers lists what Members holds, absent members as their names alone.
func showMembers(x payload.Members) string {
	var list []string
	for _, m := range x {
		if state.Value(&m).IsAbsent() {
			list = append(list, state.Name(&m))
		} else {
			list = append(list, state.Name(&m)+"="+state.Value(&m).Raw())
		}
	}
	return strings.Join(list, " ")
}

func showMismatches(list []payload.Mismatch) string {
	var texts []string
	for _, m := range list {
		texts = append(texts, fmt.Sprintf("%s:%v<%v", m.Path, m.Want, m.Got))
	}
	return strings.Join(texts, " ")
}

// checkRoundTrip decodes and encodes a text, checks that an equal one comes
// back, that it decodes to the same Item, and by encoding/json as well.
func checkRoundTrip(t testing.TB, text string) (Item, []payload.Mismatch) {
	t.Helper()
	var v Item
	mismatches, err := decodeItem([]byte(text), &v)
	if err != nil {
		t.Fatalf("%.200s: %v", text, err)
	}
	before := fmt.Sprintf("%#v", v)
	encoded := string(v.AppendJSON([]byte("before ")))
	encoded, ok := strings.CutPrefix(encoded, "before ")
	if !ok {
		t.Errorf("appending changed what was there: %.40q", encoded)
	}
	checkEqualJSON(t, encoded, text)
	var again Item
	if _, err := decodeItem([]byte(encoded), &again); err != nil || !reflect.DeepEqual(again, v) {
		t.Errorf("%s\nencodes to  %s\nwhich decodes to %+v (%v)\ninstead of       %+v", text, encoded, again, err, v)
	}
	if after := fmt.Sprintf("%#v", v); after != before {
		t.Errorf("encoding changed %s to %s", before, after)
	}
	var standard Item
	if err := json.Unmarshal([]byte(text), &standard); err != nil || !reflect.DeepEqual(standard, v) {
		t.Errorf("encoding/json decodes %+v (%v)\nwant %+v", standard, err, v)
	}
	return v, mismatches
}

func TestMembersOfLikePayload(t *testing.T) {
	v, mismatches := checkRoundTrip(t, likeItem)
	if len(v.Extra) > 0 || len(v.First.Extra) > 0 || len(v.Lines[0].Extra) > 0 || mismatches != nil {
		t.Errorf("%+v has something left over, or mismatches: %v", v, mismatches)
	}
	if got := string(v.AppendJSON(nil)); got != likeItem {
		t.Errorf("encoded %s\nwant    %s", got, likeItem)
	}
	info, ok := v.Info.Get()
	if !ok || info.SKU != "i" || info.Qty != 5 {
		t.Errorf("the text inside holds %+v %t", info, ok)
	}
}

// TestMembers checks what Extra and the list of mismatches hold of a payload
// that is not like the type.
func TestMembers(t *testing.T) {
	tests := []struct {
		name, member string // the one that is dropped, and what comes last instead
		extra        string
		mismatches   string
	}{
		// Unknown members.
		{"", `"new":1.50`, `new=1.50`, ""},
		{"", `"":null,"x\n":[ 1 ]`, "=null x\n=[ 1 ]", ""},
		{"", `"new":1,"new":{"a":2}`, `new=1 new={"a":2}`, ""},
		{"", `"ID":"upper","Id":"title"`, `ID="upper" Id="title"`, ""},
		{"", `"tagſ":1`, `tagſ=1`, ""},
		{"", `"\ud800":1,"\udfff":2`, "\ufffd=1 \ufffd=2", ""},
		{"", `"\u006eew":1`, `new=1`, ""},

		// Absent ones.
		{"id", "", "id", ""},
		{"open", "", "", ""},
		{"lines", "", "lines", ""},
		{"first", "", "first", ""},
		{"note", "", "", ""},
		{"price", "", "", ""},
		{"other", "", "", ""},
		{"value", "", "", ""},
		{"info", `"new":1`, "new=1", ""},

		// Null.
		{"id", `"id":null`, `id=null`, ""},
		{"count", `"count":null`, `count=null`, ""},
		{"price", `"price":null`, `price=null`, ""},
		{"first", `"first":null`, `first=null`, ""},
		{"lines", `"lines":null`, "", ""},
		{"names", `"names":null`, "", ""},
		{"late", `"late":null`, "", ""},
		{"info", `"info":null`, "", ""},
		{"note", `"note":null`, "", ""},
		{"gift", `"gift":null`, "", ""},
		{"other", `"other":null`, "", ""},
		{"value", `"value":null`, "", ""},

		// Another form of the same.
		{"id", `"id":12.50`, `id=12.50`, "/id:string<number"},
		{"id", `"id":"\ud800"`, `id="\ud800"`, ""},
		{"id", `"\u0069d":"b"`, "", ""},
		{"count", `"count":5.0`, `count=5.0`, ""},
		{"count", `"count":"5"`, `count="5"`, "/count:integer<string"},
		{"ratio", `"ratio":1.50`, `ratio=1.50`, ""},
		{"price", `"price":12.50`, "", ""},
		{"at", `"at":1714979289`, `at=1714979289`, "/at:string<number"},
		{"size", `"size":5e0`, `size=5e0`, ""},

		// Misfits.
		{"id", `"id":[1]`, `id=[1]`, "/id:string<array"},
		{"count", `"count":5.5`, `count=5.5`, "/count:integer<number"},
		{"count", `"count":9223372036854775808`, `count=9223372036854775808`, "/count:integer<number"},
		{"open", `"open":2`, `open=2`, "/open:boolean<number"},
		{"note", `"note":{}`, `note={}`, "/note:string<object"},
		{"size", `"size":""`, `size=""`, "/size:integer<string"},
		{"gift", `"gift":[]`, `gift=[]`, "/gift:object<array"},
		{"first", `"first":""`, `first=""`, "/first:object<string"},
		{"late", `"late":{}`, `late={}`, "/late:array<object"},
		{"late", `"late":["x",null]`, `late=["x",null]`, ""},
		{"late", `"late":["x",{}]`, `late=["x",{}]`, "/late/1:string<object"},
		{"lines", `"lines":{"0":{}}`, `lines={"0":{}}`, "/lines:array<object"},
		{"lines", `"lines":[{"sku":"l","qty":3},7]`, `lines=[{"sku":"l","qty":3},7]`, "/lines/1:object<number"},
		{"lines", `"lines":[{"sku":1,"qty":"2"},7,{"qty":1,"sku":null}]`, `lines=[{"sku":1,"qty":"2"},7,{"qty":1,"sku":null}]`, "/lines/0/sku:string<number /lines/0/qty:integer<string /lines/1:object<number"},
		{"lines", `"lines":[{"sku":"l","qty":null,"x":1},null]`, `lines=[{"sku":"l","qty":null,"x":1},null]`, ""},
		{"tags", `"tags":["a",1,"b"]`, `tags=["a",1,"b"]`, "/tags/1:string<number"},
		{"names", `"names":{"a":"b","c":1}`, `names={"a":"b","c":1}`, "/names/c:string<number"},
		{"names", `"names":{"\ud800":"a","\udfff":"b"}`, `names={"\ud800":"a","\udfff":"b"}`, ""},
		{"names", `"names":{"a":"b","a":"c"}`, "", ""},
		{"names", `"names":{"\ud800":"a"},"names":{"\u0061":"b"}`, "", ""},
		{"names", `"names":[]`, `names=[]`, "/names:object<array"},
		{"other", `"other":7`, "", "/other:object<number"},
		{"info", `"info":{"sku":"i","qty":5}`, "", ""},
		{"info", `"info":{"qty":5, "new" : [1.50],"sku":7}`, "", "/info/sku:string<number"},
		{"info", `"info":[{"sku":"i"}]`, `info=[{"sku":"i"}]`, "/info:string<array"},
		{"info", `"info":5`, `info=5`, "/info:string<number"},
		{"info", `"info":"{\"sku\":7,\"qty\":5}"`, "", "/info/sku:string<number"},
		{"info", `"info":"{\"sku\":"`, "", "/info:object<string"},
		{"info", `"info":"[]"`, "", "/info:object<string"},
		{"info", `"info":"{\"sku\":\"\ud800\"}"`, `info="{\"sku\":\"\ud800\"}"`, ""},
		{"info", `"info":""`, "", ""},

		// Duplicates of known members: the last one wins, without merging, and
		// nothing is remembered of the others.
		{"id", `"id":"a","id":"b"`, "", ""},
		{"id", `"id":null,"id":"b"`, "", ""},
		{"id", `"id":"a","id":null`, `id=null`, ""},
		{"id", `"id":12,"id":null,"id":13`, `id=13`, "/id:string<number /id:string<number"},
		{"id", `"id":[],"id":"b","new":1`, `new=1`, "/id:string<array"},
		{"count", `"count":5.0,"new":1,"count":6,"id":null`, `new=1 id=null`, ""},
		{"first", `"first":{"sku":"a","qty":1,"x":1},"first":{}`, "", ""},
		{"lines", `"lines":[{"sku":"a","qty":1}],"lines":[{"qty":2}]`, "", ""},
		{"lines", `"lines":[1],"lines":[]`, "", "/lines/0:object<number"},
		{"gift", `"gift":{"sku":"a"},"gift":null`, "", ""},
		{"info", `"info":null,"info":"{}"`, "", ""},
		{"note", `"note":7,"note":"a","count":1,"count":null`, `count=null`, "/note:string<number"},
	}
	for _, test := range tests {
		text := with(t, test.name, test.member)
		v, mismatches := checkRoundTrip(t, text)
		if got := showMembers(v.Extra); got != test.extra {
			t.Errorf("%s: Extra %q, want %q", test.member, got, test.extra)
		}
		if v.Extra == nil {
			t.Errorf("%s: Extra is nil, as that of a struct that was not decoded", test.member)
		}
		if got := showMismatches(mismatches); got != test.mismatches {
			t.Errorf("%s: mismatches %q, want %q", test.member, got, test.mismatches)
		}
	}
}

// TestMembersNothing checks the payload without any member.
func TestMembersNothing(t *testing.T) {
	v, _ := checkRoundTrip(t, `{}`)
	want := "id count ratio paid at first lines tags names"
	if got := showMembers(v.Extra); got != want {
		t.Errorf("Extra %q, want %q", got, want)
	}
	if !v.Open.IsZero() || !v.Price.IsZero() || !v.Note.IsAbsent() || !v.Other.IsZero() || !v.Value.IsZero() {
		t.Errorf("%+v: a field with room for absence has a value", v)
	}
}

// TestMembersAbsent checks what Absent and Get say of members that are absent, null, or
// zero: only where the type of the field has no room for that. What Set left out is absent
// as well.
func TestMembersAbsent(t *testing.T) {
	for _, name := range itemShape.Names {
		k := itemShape.Index(name)
		room := itemShape.Room[0]>>k&1 == 1
		v, _ := checkRoundTrip(t, with(t, name, ""))
		if v.Extra.Absent(name) == room || v.Extra.Absent("new") || v.Extra.Absent("") {
			t.Errorf("%s is absent: %q", name, showMembers(v.Extra))
		}
		v, _ = checkRoundTrip(t, with(t, name, `"`+name+`":null`))
		if null, ok := v.Extra.Get(name); v.Extra.Absent(name) || ok && null.Kind() != payload.KindNull {
			t.Errorf("%s is null: %q", name, showMembers(v.Extra))
		}
		v, _ = checkRoundTrip(t, likeItem)
		if v.Extra.Absent(name) {
			t.Errorf("%s is there: %q", name, showMembers(v.Extra))
		}
		v.Extra.Set(name, payload.Value{})
		if !v.Extra.Absent(name) {
			t.Errorf("%s is left out: %q", name, showMembers(v.Extra))
		}
		v.Extra.Delete(name)
		if v.Extra.Absent(name) {
			t.Errorf("%s is there again: %q", name, showMembers(v.Extra))
		}
	}
}

// TestMembersLastWins checks the typed side of duplicates.
func TestMembersLastWins(t *testing.T) {
	v, _ := checkRoundTrip(t, `{"first":{"sku":"a","qty":1},"lines":[{"sku":"a"},{"sku":"b"}],"id":"x",`+
		`"names":{"a":"1"},"gift":{"sku":"g"},"other":{},"tags":["t"],"info":"{\"sku\":\"i\"}",`+
		`"first":{"qty":2},"lines":[{"qty":3}],"id":[],"names":{"b":"2"},"gift":5,"other":"","tags":[],"info":"{}"}`)
	if v.First.SKU != "" || v.First.Qty != 2 || len(v.Lines) != 1 || v.Lines[0].SKU != "" || v.ID != "" || len(v.Names) != 1 {
		t.Errorf("merged: %+v", v)
	}
	if _, ok := v.Other.Get(); !v.Gift.IsAbsent() || ok || len(v.Tags) != 0 {
		t.Errorf("merged: %+v", v)
	}
	if info, ok := v.Info.Get(); !ok || info.SKU != "" {
		t.Errorf("merged: %+v", info)
	}
}

// TestMembersSetSince checks that what was set after decoding wins over what
// Extra says, and that the rest stays.
func TestMembersSetSince(t *testing.T) {
	tests := []struct {
		member string
		set    func(*Item)
		want   string // the member with what encoding made of it, after dropping it from likeItem
	}{
		{`"id":null`, func(v *Item) { v.ID = "b" }, `"id":"b"`},
		{`"id":12`, func(v *Item) { v.ID = "13" }, `"id":"13"`},
		{`"id":12`, func(v *Item) { v.ID = "12" }, `"id":12`},
		{`"id":12`, func(v *Item) { v.Extra.Delete("id") }, `"id":"12"`},
		{`"id":null`, func(v *Item) { v.Extra.Delete("id") }, `"id":""`},
		{`"id":null`, func(v *Item) { v.Extra = nil }, ``}, // as if it was built by hand,
		{``, func(v *Item) { v.ID = "b" }, `"id":"b"`},
		{``, func(v *Item) {}, ``},
		{``, func(v *Item) { v.Extra.Delete("id") }, `"id":""`},
		{`"id":"c","id":null`, func(v *Item) { v.ID = "b" }, `"id":"b"`},
		{`"lines":[{"sku":"a","qty":null},7]`, func(v *Item) {}, `"lines":[{"sku":"a","qty":null},7]`},
		{`"lines":[{"sku":"a","qty":null},7]`, func(v *Item) { v.Lines[0].SKU = "b" }, `"lines":[{"sku":"b","qty":null},{}]`},
		{`"lines":[{"sku":"a","qty":null},7]`, func(v *Item) { v.Lines = v.Lines[:1] }, `"lines":[{"sku":"a","qty":null}]`},
		{`"lines":null`, func(v *Item) { v.Lines = []Line{} }, `"lines":[]`},
		{`"lines":[{"sku":null,"qty":1}]`, func(v *Item) { v.Lines[0].Qty = 2 }, `"lines":[{"sku":null,"qty":2}]`},
		{`"first":{"new":1}`, func(v *Item) { v.First.SKU = "b" }, `"first":{"new":1,"sku":"b"}`},
		{`"first":7`, func(v *Item) { v.First.SKU = "b" }, `"first":{"sku":"b"}`},
		{`"size":"x"`, func(v *Item) { v.Size = payload.Some[int64](3) }, `"size":3`},
		{`"size":"x"`, func(v *Item) { v.Size = payload.Nil[int64]() }, `"size":null`},
		{`"size":null`, func(v *Item) { v.Size = payload.Opt[int64]{} }, ``},
		{`"gift":{"sku":"a","qty":"7"}`, func(v *Item) { v.Gift.Ptr().SKU = "b" }, `"gift":{"sku":"b","qty":"7"}`},
		{`"names":{"a":1}`, func(v *Item) { v.Names.Set("a", "2") }, `"names":{"a":"2"}`},
		{`"other":7`, func(v *Item) { v.Other = payload.Is(Line{SKU: "b", Qty: 1}) }, `"other":{"sku":"b","qty":1}`},
		{`"info":{}`, func(v *Item) { v.Info = textJSON("{}", Line{}) }, `"info":"{}"`},
		{`"ratio":"1"`, func(v *Item) { v.Ratio = 2 }, `"ratio":2`},
		{`"new":1`, func(v *Item) { v.Extra.Set("new", rawValue("2")) }, `"new":2`},
		{`"new":1`, func(v *Item) { v.Extra.Set("newer", rawValue("2")) }, `"new":1,"newer":2`},
		{`"new":1`, func(v *Item) { v.Extra.Delete("new") }, ``},
		{`"new":1,"new":2`, func(v *Item) { v.Extra.Set("new", rawValue("3")) }, `"new":1,"new":3`},
	}
	for _, test := range tests {
		name, _, _ := strings.Cut(test.member, ":")
		if name = strings.Trim(name, `"`); name == "" {
			name = "id"
		}
		var v Item
		if _, err := decodeItem([]byte(with(t, name, test.member)), &v); err != nil {
			t.Fatal(err)
		}
		test.set(&v)
		got, want := string(v.AppendJSON(nil)), with(t, name, test.want)
		if t.Log(test.member); !reflect.DeepEqual(standardTree(t, got), standardTree(t, want)) {
			t.Errorf("encoded %s\nwant    %s", got, want)
		}
	}
}

func TestMembersAccess(t *testing.T) {
	v, _ := checkRoundTrip(t, `{"new":1,"id":null,"x":[2],"new":3}`)
	if got, ok := v.Extra.Get("new"); got.Raw() != "3" || !ok {
		t.Errorf("new is %q %t, want the last one", got.Raw(), ok)
	}
	if got, ok := v.Extra[:1].Get("new"); got.Raw() != "1" || !ok {
		t.Errorf("new is %q %t, want the first one", got.Raw(), ok)
	}
	if got, ok := v.Extra.Get("id"); got.Kind() != payload.KindNull || !ok {
		t.Errorf("id is %q %t", got.Raw(), ok)
	}
	if got, ok := v.Extra.Get("count"); !got.IsZero() || ok {
		t.Errorf("count, which was absent, is %q %t", got.Raw(), ok)
	}
	if got, ok := v.Extra.Get("never"); !got.IsZero() || ok {
		t.Errorf("never is %q %t", got.Raw(), ok)
	}
	var list []string
	for name, value := range v.Extra.All() {
		list = append(list, name+"="+value.Raw())
	}
	if got, want := strings.Join(list, " "), "new=1 id=null x=[2] new=3"; got != want {
		t.Errorf("all %s, want %s", got, want)
	}
	for range v.Extra.All() {
		break
	}
	var none payload.Members
	none.Delete("x")
	if none.Set("x", rawValue("1")); showMembers(none) != "x=1" {
		t.Errorf("set %s", showMembers(none))
	}
	if none.Delete("x"); none != nil {
		t.Errorf("deleted all but %#v", none)
	}
}

// TestItemSpaces puts white space into each place of a payload that may have
// some, one at a time, in two, and everywhere: it changes nothing.
func TestItemSpaces(t *testing.T) {
	var want Item
	if _, err := decodeItem([]byte(likeItem), &want); err != nil {
		t.Fatal(err)
	}
	want.Value = payload.Value{}
	var places []int // offsets of likeItem at which a token begins
	inString := false
	for i := range len(likeItem) {
		switch c := likeItem[i]; {
		case c == '"' && likeItem[i-1] != '\\':
			if !inString {
				places = append(places, i)
			}
			inString = !inString
		case !inString && strings.IndexByte("{}[]:,", c) >= 0:
			places = append(places, i, i+1)
		}
	}
	check := func(text string) {
		t.Helper()
		var got Item
		if _, err := decodeItem([]byte(text), &got); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if got.Value = (payload.Value{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: decoded %+v, want %+v", text, got, want)
		}
	}
	for _, space := range []string{" ", "\n", "\r\n\t  "} {
		all, from := "", 0
		for i, at := range places {
			check(likeItem[:at] + space + likeItem[at:])
			all, from = all+likeItem[from:at]+space, at
			if i > 0 {
				before := places[i-1]
				check(likeItem[:before] + space + likeItem[before:at] + space + likeItem[at:])
			}
		}
		check(all + likeItem[from:])
	}
}
