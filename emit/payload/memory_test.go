package payload_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
)

// wide is an element that takes 800 times the memory of its shortest text.
type wide struct {
	Pad   [100]payload.Number
	Extra payload.Members
}

func (v *wide) decode(r *payload.Reader, i int, next string) int {
	at := payload.Place{Shape: newThing().shape, Extra: &v.Extra, Next: next}
	return r.Unknown(&at, i)
}

// decodeWides decodes a list as generated code does.
func decodeWides(r *payload.Reader, i int, p *[]wide, next string) int {
	*p = nil
	if !r.ArrayAt(i) {
		return r.RejectAt(i, payload.KindArray)
	}
	from, list := i, []wide{}
	more, exact := false, true
	for i, more = r.ItemAt(i, 0); more; i, more = r.ItemAt(i, len(list)) {
		list = payload.Grow(r, list, 3)
		if i = list[len(list)-1].decode(r, i, ""); i < 0 {
			i, exact = ^i, false
		}
	}
	if r.Holds(from, i, exact) {
		*p = list
	}
	return r.PartlyAt(from, i, exact, next)
}

// decodeOptOfWides is decodeWides for an Opt, and decodeOrOfWides for an Or.
func decodeOptOfWides(r *payload.Reader, i int, p *payload.Opt[[]wide], next string) int {
	if i = decodeWides(r, i, p.Fill(), next); i < 0 {
		p.Settle(r)
	}
	return i
}

func decodeOrOfWides(r *payload.Reader, i int, p *payload.Or[[]wide], next string) int {
	if i = decodeWides(r, i, p.Fill(), next); i < 0 {
		p.Settle(r)
	}
	return i
}

func decodeJSONOfWides(r *payload.Reader, i int, p *payload.JSON[[]wide], next string) int {
	var in payload.Reader
	var text string
	after, ok := r.InnerAt(i, payload.KindArray, &in, &text, next)
	v := p.Enter(text)
	if ok {
		ok = r.OuterAt(i, &in, decodeWides(&in, in.Offset(), v, ""), payload.KindArray)
	}
	p.Leave(ok)
	return after
}

func decodePointer(r *payload.Reader, i int, p *payload.Opt[*wide], next string) int {
	v := payload.New[wide](r, i)
	if v == nil {
		i = r.DropAt(i)
		p.Settle(r)
		return i
	}
	*p.Fill() = v
	return v.decode(r, i, next)
}

// readInto reads the value at the beginning of a text into v, and returns whether
// that was exact, and the text that follows.
func readInto[T any](r *payload.Reader, v *T, decode func(*payload.Reader, int, *T, string) int) (exact bool, rest string) {
	i := decode(r, r.Offset(), v, "")
	r.EndAt(i)
	return i >= 0, r.Text()[max(i, ^i):]
}

// TestDropped: a list that there is no memory for is left unset, whatever it is in,
// and passed over; it is one mismatch that says so.
func TestDropped(t *testing.T) {
	const n = 20_000
	list := "[" + strings.Repeat("{},", n) + "{}]"
	quoted := string(payload.AppendString(nil, list))
	text := list + " ,1"
	check := func(name string, r *payload.Reader, v any, exact bool, rest, want string) {
		t.Helper()
		if exact || rest != want || r.Done() != nil && want == "" {
			t.Errorf("%s: exact %t, followed by %.20q, %v", name, exact, rest, r.Done())
		}
		if !reflect.ValueOf(v).Elem().IsZero() {
			t.Errorf("%s: the variable is set", name)
		}
		m := r.Mismatches()
		if len(m) != 1 || m[0].Want != m[0].Got || m[0].Path != "" {
			t.Errorf("%s: %v", name, m)
		}
	}
	{
		var v []wide
		r := payload.NewReader([]byte(text), payload.Limits{})
		exact, rest := readInto(&r, &v, decodeWides)
		check("a list", &r, &v, exact, rest, " ,1")
		if got := r.Mismatches()[0].String(); got != "the body: the array is too large (offset 0)" {
			t.Errorf("the mismatch is %q", got)
		}
	}
	{
		var v payload.Opt[[]wide]
		r := payload.NewReader([]byte(list), payload.Limits{})
		exact, rest := readInto(&r, &v, decodeOptOfWides)
		check("a list that may be null", &r, &v, exact, rest, "")
	}
	{
		var v payload.Or[[]wide]
		r := payload.NewReader([]byte(list), payload.Limits{})
		exact, rest := readInto(&r, &v, decodeOrOfWides)
		check("a list or something else", &r, &v, exact, rest, "")
	}
	{
		var v payload.JSON[[]wide]
		r := payload.NewReader([]byte(quoted), payload.Limits{})
		exact, _ := readInto(&r, &v, decodeJSONOfWides)
		value, ok := v.Get()
		if !exact || ok || value != nil || v.Text() != list {
			t.Errorf("in a string: exact %t, %d elements, %t, a text of %d bytes", exact, len(value), ok, len(v.Text()))
		}
		if m := r.Mismatches(); len(m) != 1 || m[0].Want != payload.KindArray || m[0].Got != payload.KindArray {
			t.Errorf("in a string: %v", m)
		}
	}
	{
		// A pointer that comes right after the list that took all memory.
		r := payload.NewReader([]byte("["+list[:1+3*1600]+`{}],{"x":[1]},2]`), payload.Limits{})
		var wides []wide
		i := ^decodeWides(&r, 1, &wides, "") + 1
		var v payload.Opt[*wide]
		from := i
		i = decodePointer(&r, i, &v, "")
		if i >= 0 || !v.IsAbsent() || r.Text()[from:^i] != `{"x":[1]}` {
			t.Errorf("a pointer: %t, followed by %q", v.IsAbsent(), r.Text()[max(i, ^i):])
		}
	}
	{
		// The memory for another list grows as the text is read.
		var none, some []wide
		r := payload.NewReader([]byte("["+list+`,"`+strings.Repeat("a", 2*len(list))+`",[{},{}]]`), payload.Limits{})
		i, _ := r.ItemAt(r.Offset(), 0)
		i, _ = r.ItemAt(^decodeWides(&r, i, &none, ""), 1)
		i, _ = r.ItemAt(r.StringAt(i, new(string), ""), 2)
		if i = decodeWides(&r, i, &some, ""); i < 0 || none != nil || len(some) != 2 {
			t.Errorf("after a list without memory and a long string, a list of two has %d elements", len(some))
		}
	}
}

// TestMemoryEnough: sparse lists of the length that platforms send have memory.
func TestMemoryEnough(t *testing.T) {
	for _, n := range []int{1, 10, 200, 400} {
		var v []wide
		r := payload.NewReader([]byte("["+strings.Repeat(`{"id":1},`, n-1)+`{"id":2}]`), payload.Limits{})
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
		r := payload.NewReader([]byte(text), payload.Limits{})
		var v, again []wide
		var x payload.Members
		i := decodeWides(&r, 0, &v, "")
		r.KeepRoot(0, ^i, &x)
		if raw, ok := x.Root(); !ok || raw.Raw() != text || len(v) != want {
			t.Errorf("a root of %d bytes: %d elements, kept %t", len(text), len(v), ok)
		}
		r = x.RootReader()
		if decodeWides(&r, 0, &again, ""); !reflect.DeepEqual(again, v) {
			t.Errorf("a root of %d bytes: %d elements, and then %d", len(text), len(v), len(again))
		}
	}
}
