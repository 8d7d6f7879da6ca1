package wire_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestSharedMemory reads many lists and maps of strings from one body: none has
// anything of another, and appending to one leaves the others as they are.
func TestSharedMemory(t *testing.T) {
	var texts []string
	var wantLists [][]string
	var wantMaps []payload.Map[string]
	for n := range 40 {
		list, entries := []string{}, payload.Map[string]{}
		for k := range n * n % 23 {
			list = append(list, fmt.Sprint(n, k))
			entries = append(entries, payload.Entry[string]{Key: fmt.Sprint(k), Value: fmt.Sprint(n, k)})
		}
		var members []string
		for _, e := range entries {
			members = append(members, fmt.Sprintf("%q:%q", e.Key, e.Value))
		}
		texts = append(texts, strings.ReplaceAll(fmt.Sprintf("%q", list), `" "`, `","`), "{"+strings.Join(members, ",")+"}")
		wantLists, wantMaps = append(wantLists, list), append(wantMaps, entries)
	}
	r := textCursor("[" + strings.Join(texts, ",") + "]")
	var lists [][]string
	var maps []payload.Map[string]
	a := r.Reader.Array(0)
	for a.Next(&r.Reader, len(lists)+len(maps)) {
		var list []string
		var m payload.Map[string]
		if r.Reader.Kind(a.At) == payload.KindArray {
			a.Read(r.Reader.Strings(a.At, &list, ""))
			lists = append(lists, list)
		} else {
			a.Read(wire.StringMap(&r.Reader, a.At, &m, ""))
			maps = append(maps, m)
		}
	}
	r.EndAt(a.End(&r.Reader, ""))
	if err := r.Done(); err != nil {
		t.Fatal(err)
	}
	for n := range lists {
		_ = append(lists[n], "appended")
		_ = append(maps[n], payload.Entry[string]{Key: "appended"})
	}
	if !reflect.DeepEqual(lists, wantLists) {
		t.Errorf("lists: got %q, want %q", lists, wantLists)
	}
	if !reflect.DeepEqual(maps, wantMaps) {
		t.Errorf("maps: got %q, want %q", maps, wantMaps)
	}
}
