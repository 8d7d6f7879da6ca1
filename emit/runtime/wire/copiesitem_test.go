package wire_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// itemModel is what one copy of an Item is to encode to.
type itemModel struct {
	members map[string]string // raw values by name, "" for one that is left out
	set     map[string]string // likewise, what Extra.Set put over them
	kept    map[string]string // of members that Extra keeps: what the field says
}

func (m itemModel) clone() itemModel {
	return itemModel{maps.Clone(m.members), maps.Clone(m.set), maps.Clone(m.kept)}
}

// encodes returns the object that the copy is to encode to.
func (m itemModel) encodes() map[string]string {
	all := maps.Clone(m.members)
	maps.Copy(all, m.set)
	maps.DeleteFunc(all, func(_, raw string) bool { return raw == "" })
	return all
}

// itemField is a field that the test gives another value.
type itemField struct {
	name, empty string // the member's name, and what a field says that was left unset
	set         func(v *Item, n int) (raw string)
}

var itemFields = []itemField{
	{"id", `""`, func(v *Item, n int) string { v.ID = fmt.Sprint(n); return fmt.Sprintf("%q", v.ID) }},
	{"count", `0`, func(v *Item, n int) string { v.Count = int64(n); return fmt.Sprint(n) }},
	{"price", ``, func(v *Item, n int) string { v.Price = payload.Num(n); return fmt.Sprint(n) }},
	{"size", ``, func(v *Item, n int) string { v.Size = payload.Some(int64(n)); return fmt.Sprint(n) }},
	{"note", ``, func(v *Item, n int) string { v.Note = payload.Nil[string](); return `null` }},
	{"value", ``, func(v *Item, n int) string { v.Value = rawValue(fmt.Sprint(n)); return fmt.Sprint(n) }},
	{"first", `{}`, func(v *Item, n int) string {
		v.First.Qty = int64(n)
		v.First.Extra.Set("sku", rawValue(fmt.Sprint(n)))
		return fmt.Sprintf(`{"qty":%d,"sku":%d}`, n, n)
	}},
	{"names", `null`, func(v *Item, n int) string {
		v.Names = nil
		v.Names.Set("a", fmt.Sprint(n))
		return fmt.Sprintf(`{"a":"%d"}`, n)
	}},
}

// oddItem returns an Item of which Extra keeps members: null, absent and misfits, and its
// model.
func oddItem(t *testing.T) (v Item, first itemModel) {
	t.Helper()
	first = itemModel{map[string]string{}, map[string]string{}, map[string]string{
		"id": `""`, "count": `0`, "ratio": `0`, "price": ``, "size": ``, "first": `{}`,
	}}
	other := map[string]string{"id": `null`, "count": `"x"`, "ratio": ``, "price": `{}`, "size": `[]`, "first": `7`}
	var b []byte
	for name, m := range rawValue(likeItem[:len(likeItem)-1] + `,"new":1}`).Members() {
		raw, ok := other[name]
		if !ok {
			raw = m.Raw()
		}
		if raw != "" {
			b = append(wire.AppendKey(b, name), raw...)
			first.members[name] = raw
		}
	}
	if _, err := decodeItem(wire.CloseObject(b, 0), &v); err != nil {
		t.Fatal(err)
	}
	return v, first
}

// TestCopiesOfStruct changes copies of a struct and copies of those at random, by
// their fields and by their Extra, and compares each with a model after every step.
func TestCopiesOfStruct(t *testing.T) {
	v, first := oddItem(t)
	lot := rand.New(rand.NewPCG(1, 2))
	var copies [4]Item
	var models [4]itemModel
	for i := range copies {
		copies[i], models[i] = v, first.clone()
	}
	names := []string{"new", "other new", "id", "count", "price", "size", "first", "ratio", "value"}
	for step := range 1000 {
		i, k := lot.IntN(len(copies)), lot.IntN(len(copies)+1)
		c, m := &copies[i], &models[i]
		name := names[lot.IntN(len(names))]
		switch lot.IntN(5) {
		case 0:
			if k == len(copies) {
				*c, *m = v, first.clone()
			} else {
				*c, *m = copies[k], models[k].clone()
			}
		case 1, 2:
			f := itemFields[lot.IntN(len(itemFields))]
			m.members[f.name] = f.set(c, step+2)
			delete(m.kept, f.name)
		case 3:
			raw := []string{"", "null", fmt.Sprint(step)}[lot.IntN(3)]
			c.Extra.Set(name, rawValue(raw))
			m.forget(name)
			m.set[name] = raw
		case 4:
			c.Extra.Delete(name)
			m.forget(name)
		}
		for n := range copies {
			checkMembers(t, copies[n], models[n].encodes())
		}
		if t.Failed() {
			t.Fatalf("after step %d", step)
		}
	}
	checkMembers(t, v, first.encodes())
}

// forget drops what Extra says of a member: a field says what it has then, and
// there is no unknown member.
func (m *itemModel) forget(name string) {
	delete(m.set, name)
	if empty, ok := m.kept[name]; ok {
		m.members[name] = empty
		delete(m.kept, name)
	} else if itemShape.Index(name) < 0 {
		delete(m.members, name)
	}
}

// checkMembers checks that v encodes to an object with the members, each once.
func checkMembers(t *testing.T, v Item, want map[string]string) {
	t.Helper()
	encoded := v.AppendJSON(nil)
	got, count := make(map[string]string), 0
	for name, m := range rawValue(string(encoded)).Members() {
		got[name] = m.Raw()
		count++
	}
	for name := range want {
		var g, w any
		if json.Unmarshal([]byte(got[name]), &g) != nil || json.Unmarshal([]byte(want[name]), &w) != nil || !reflect.DeepEqual(g, w) {
			t.Errorf("%s: encoded %q, want %q", name, got[name], want[name])
		}
	}
	if count != len(want) {
		t.Errorf("encoded %d members, want %d: %s", count, len(want), encoded)
	}
}
