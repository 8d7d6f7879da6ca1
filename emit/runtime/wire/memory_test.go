package wire_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// wide is an element that takes 800 times the memory of its shortest text.
type wide struct {
	Pad   [100]payload.Number
	Extra payload.Members
}

func (v *wide) decode(r *wire.Reader, i int, next string) int {
	at := wire.Place{Shape: newThing().shape, Extra: &v.Extra, Next: next}
	return r.Unknown(&at, i)
}

// decodeWides decodes a list as generated code does.
func decodeWides(r *wire.Reader, i int, p *[]wide, next string) int {
	a, list := r.Array(i), []wide{}
	for a.Next(r, len(list)) {
		if len(list) == cap(list) {
			list = wire.Longer(r, list, 3)
		}
		list = list[:len(list)+1]
		a.Read(list[len(list)-1].decode(r, a.At, ""))
	}
	if *p = list; !a.Holds(r) {
		*p = nil
	}
	return a.End(r, next)
}

// decodeOptOfWides is decodeWides for an Opt, and decodeOrOfWides for an Or.
func decodeOptOfWides(r *wire.Reader, i int, p *payload.Opt[[]wide], next string) int {
	v, presence := wire.Opt(p)
	return r.OptEnd(decodeWides(r, i, v, next), presence)
}

func decodeOrOfWides(r *wire.Reader, i int, p *payload.Or[[]wide], next string) int {
	v, other := wire.Or(p)
	return r.OrEnd(decodeWides(r, i, v, next), other)
}

func decodeJSONOfWides(r *wire.Reader, i int, p *payload.JSON[[]wide], next string) int {
	var in wire.Reader
	v, text := wire.JSON(p)
	after := r.Inner(i, text, payload.KindArray, &in, next)
	if text.Is {
		r.Outer(i, text, payload.KindArray, &in, decodeWides(&in, in.Begin(), v, ""))
	}
	if !text.Is {
		*v = nil
	}
	return after
}

func decodePointer(r *wire.Reader, i int, p *payload.Opt[*wide], next string) int {
	v, presence := wire.Opt(p)
	if !r.Fits(i, *v) {
		return r.OptEnd(r.Drop(i), presence)
	}
	*v = new(wide)
	return r.OptEnd((*v).decode(r, i, next), presence)
}

// readInto decodes the value at the beginning of a text into v, and returns whether
// that was exact, and the text that follows.
func readInto[T any](r *cursor, v *T, decode func(*wire.Reader, int, *T, string) int) (exact bool, rest string) {
	exact = readAt(r, v, decode)
	return exact, r.Body()[r.at:]
}

// TestDropped: a list that there is no memory for is left unset, whatever it is in,
// and passed over; it is one mismatch that says so.
func TestDropped(t *testing.T) {
	const n = 20_000
	list := "[" + strings.Repeat("{},", n) + "{}]"
	quoted := string(wire.AppendString(nil, list))
	text := list + " ,1"
	check := func(t *testing.T, r *cursor, v any, exact bool, rest, want string) {
		t.Helper()
		if exact || rest != want || r.Done() != nil && want == "" {
			t.Errorf("exact %t, followed by %.20q, %v", exact, rest, r.Done())
		}
		if !reflect.ValueOf(v).Elem().IsZero() {
			t.Error("the variable is set")
		}
		m := r.Mismatches()
		if len(m) != 1 || m[0].Want != m[0].Got || m[0].Path != "" {
			t.Errorf("mismatches: %v", m)
		}
	}
	t.Run("a list", func(t *testing.T) {
		var v []wide
		r := newCursor([]byte(text), wire.Limits{})
		exact, rest := readInto(&r, &v, decodeWides)
		check(t, &r, &v, exact, rest, " ,1")
		if got := r.Mismatches()[0].String(); got != "the body: the array is too large (offset 0)" {
			t.Errorf("the mismatch is %q", got)
		}
	})
	t.Run("an Opt", func(t *testing.T) {
		var v payload.Opt[[]wide]
		r := newCursor([]byte(list), wire.Limits{})
		exact, rest := readInto(&r, &v, decodeOptOfWides)
		check(t, &r, &v, exact, rest, "")
	})
	t.Run("an Or", func(t *testing.T) {
		var v payload.Or[[]wide]
		r := newCursor([]byte(list), wire.Limits{})
		exact, rest := readInto(&r, &v, decodeOrOfWides)
		check(t, &r, &v, exact, rest, "")
	})
	t.Run("a JSON", func(t *testing.T) {
		var v payload.JSON[[]wide]
		r := newCursor([]byte(quoted), wire.Limits{})
		exact, _ := readInto(&r, &v, decodeJSONOfWides)
		value, ok := v.Get()
		if !exact || ok || value != nil || v.Text() != list {
			t.Errorf("exact %t, %d elements, %t, a text of %d bytes", exact, len(value), ok, len(v.Text()))
		}
		if m := r.Mismatches(); len(m) != 1 || m[0].Want != payload.KindArray || m[0].Got != payload.KindArray {
			t.Errorf("mismatches: %v", m)
		}
	})
	t.Run("a pointer that comes right after the list that took all memory", func(t *testing.T) {
		r := newCursor([]byte("["+list[:1+3*1600]+`{}],{"x":[1]},2]`), wire.Limits{})
		var wides []wide
		i := ^decodeWides(&r.Reader, 1, &wides, "") + 1
		var v payload.Opt[*wide]
		from := i
		i = decodePointer(&r.Reader, i, &v, "")
		if i >= 0 || !v.IsAbsent() || r.Body()[from:^i] != `{"x":[1]}` {
			t.Errorf("absent: %t, followed by %q", v.IsAbsent(), r.Body()[max(i, ^i):])
		}
	})
	t.Run("another list, for which memory grows as the text is read", func(t *testing.T) {
		var none, some []wide
		r := newCursor([]byte("["+list+`,"`+strings.Repeat("a", 2*len(list))+`",[{},{}]]`), wire.Limits{})
		a := r.Reader.Array(r.Offset())
		a.Next(&r.Reader, 0)
		a.Read(decodeWides(&r.Reader, a.At, &none, ""))
		a.Next(&r.Reader, 1)
		a.Read(r.Reader.String(a.At, new(string), ""))
		a.Next(&r.Reader, 2)
		if i := decodeWides(&r.Reader, a.At, &some, ""); i < 0 || none != nil || len(some) != 2 {
			t.Errorf("a list of two has %d elements", len(some))
		}
	})
}

// TestMemoryEnough: sparse lists of the length that platforms send have memory.
func TestMemoryEnough(t *testing.T) {
	for _, n := range []int{1, 10, 200, 400} {
		var v []wide
		r := newCursor([]byte("["+strings.Repeat(`{"id":1},`, n-1)+`{"id":2}]`), wire.Limits{})
		if exact, _ := readInto(&r, &v, decodeWides); !exact || len(v) != n {
			t.Errorf("of %d elements, %d are there", n, len(v))
		}
	}
}

// TestRootDropped: the raw value of a root that there is no memory for is decoded to
// the same again.
func TestRootDropped(t *testing.T) {
	list := "[" + strings.Repeat("{},", 20_000) + "{}]"
	for text, want := range map[string]int{list: 0, `[{},1]`: 2} {
		r := newCursor([]byte(text), wire.Limits{})
		var v, again []wide
		var x payload.Members
		r.KeepRoot(0, decodeWides(&r.Reader, 0, &v, ""), &x)
		raw, ok := wire.Root(x, &again, func(p *[]wide, r *wire.Reader, i int, next string) int { return decodeWides(r, i, p, next) })
		if !ok || raw.Raw() != text || len(v) != want {
			t.Errorf("a root of %d bytes: %d elements, kept %t", len(text), len(v), ok)
		}
		if !reflect.DeepEqual(again, v) {
			t.Errorf("a root of %d bytes: %d elements, and then %d", len(text), len(v), len(again))
		}
	}
}
