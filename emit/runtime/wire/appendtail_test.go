package wire_test

import (
	"bytes"
	"go/ast"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// appends reports whether a function takes a []byte first and returns one.
func appends(f *ast.FuncType) bool {
	isBytes := func(list *ast.FieldList) bool {
		if list == nil || len(list.List) == 0 {
			return false
		}
		array, ok := list.List[0].Type.(*ast.ArrayType)
		if !ok || array.Len != nil {
			return false
		}
		elem, ok := array.Elt.(*ast.Ident)
		return ok && elem.Name == "byte"
	}
	return isBytes(f.Params) && isBytes(f.Results) && f.Results.NumFields() == 1
}

// TestAppendTail: whatever the capacity of the buffer, appending changes neither
// what is in it nor a byte behind the result, as the built-in append does not.
func TestAppendTail(t *testing.T) {
	const before, tail = "the beginning", 80
	for _, a := range appenders(t) {
		want := string(a.call([]byte(before)))
		if !strings.HasPrefix(want, before) {
			t.Fatalf("%s changes what is there: %.60q", a.name, want)
		}
		for room := range len(want) - len(before) + 65 {
			page := append([]byte(before), bytes.Repeat([]byte{0xaa}, room+tail)...)
			out := a.call(page[: len(before) : len(before)+room])
			if string(out) != want {
				t.Fatalf("%s with room for %d bytes: %q, want %q", a.name, room, out, want)
			}
			if i := changedBehind(page, len(want)); i >= 0 {
				t.Fatalf("%s with room for %d bytes changed byte %d behind its result: %.60q", a.name, room, i, page[len(want):])
			}
		}
	}
}

// changedBehind returns where a page of 0xaa was changed at or behind an offset,
// -1 where it was not.
func changedBehind(page []byte, at int) int {
	return slices.IndexFunc(page[min(at, len(page)):], func(c byte) bool { return c != 0xaa })
}

// TestAppendHalves encodes into the two halves of one array at the same time, for
// the race detector to look at.
func TestAppendHalves(t *testing.T) {
	const before = len("the beginning")
	for _, a := range appenders(t) {
		n := len(a.call(make([]byte, before)))
		page := make([]byte, 2*n+1000)
		var wg sync.WaitGroup
		wg.Go(func() { a.call(page[:before]) })
		wg.Go(func() { a.call(page[n-before : n]) }) // which appends from n on
		wg.Wait()
		if !bytes.Equal(page[before:n], page[n:2*n-before]) {
			t.Errorf("%s: the halves differ: %q and %q", a.name, page[before:n], page[n:2*n-before])
		}
	}
}

// FuzzAppendTail is TestAppendTail for any key, text and capacity.
func FuzzAppendTail(f *testing.F) {
	for _, s := range tailTexts() {
		f.Add(`,"key":`, s, len(s)+9)
	}
	f.Fuzz(func(t *testing.T, key, s string, room int) {
		for _, a := range []appender{
			appenderOf("AppendString", wire.AppendString, s),
			appenderOf("AppendKey", wire.AppendKey, s),
			memberOf("AddString", wire.AddString, key, s),
			memberOf("AddNumber", wire.AddNumber, key, payload.Num(s)),
			memberOf("AddValue", wire.AddValue, key, rawValue(s)),
		} {
			want := a.call(nil)
			room := uint(room) % uint(len(want)+65)
			page := bytes.Repeat([]byte{0xaa}, int(room)+80)
			if out := a.call(page[:0:room]); !bytes.Equal(out, want) {
				t.Errorf("%s with room for %d bytes: %q, want %q", a.name, room, out, want)
			}
			if i := changedBehind(page, len(want)); i >= 0 {
				t.Errorf("%s with room for %d bytes changed byte %d behind its result", a.name, room, i)
			}
		}
	})
}
