package payload

import "strconv"

// KeepRoot adds to x the raw value of the root, from one offset to the other:
// its variable alone does not tell what arrived.
func (r *Reader) KeepRoot(from, to int, x *Members) {
	if r.err == nil {
		*x = append(*x, Member{Value: Value{raw: r.s[from:to]}, known: 1, unread: r.dropped >= from})
	}
}

// Kept returns the Member that a decoder makes of the known member with an index
// where its variable alone does not tell what arrived: 0.50 of a float64. It is
// for the literals of tests.
func Kept(index int, name, raw string) Member {
	return Member{Name: name, Value: Value{raw: raw}, known: int32(index) + 1}
}

// Root returns the raw value that KeepRoot kept. ok is false where there is
// none.
func (x Members) Root() (v Value, ok bool) {
	if m := x.root(); m != nil {
		return m.Value, true
	}
	return Value{}, false
}

// root returns the Member that KeepRoot made, nil where there is none.
func (x Members) root() *Member {
	for i := range x {
		if x[i].Name == "" && x[i].known > 0 {
			return &x[i]
		}
	}
	return nil
}

// RootReader returns a Reader of the raw value that KeepRoot kept. It leaves unset
// what was left unset for want of memory.
func (x Members) RootReader() Reader {
	m := x.root()
	r := m.Value.reader()
	if m.unread {
		r.base = -unlimited
	}
	return r
}

// Find looks ahead for the string or number that is reached through the members of
// objects, and elements of arrays, that the reference tokens of a JSON Pointer
// (RFC 6901) name, and returns its text. The last of several members of a name counts.
// Where there is none, that is a mismatch, and the text is "".
func (r *Reader) Find(names ...string) string {
	look := *r
	look.found, look.memory = nil, memory{} // which are r's to write to
	for _, name := range names {
		var o Object
		found := -1
		switch look.Kind() {
		case KindObject:
			for look.Object(&o); look.Next(&o); look.Skip() {
				if o.Name == name {
					found = o.value
				}
			}
		case KindArray:
			found = look.element(name)
		}
		if look.err != nil {
			return "" // which reading r will report
		}
		if found < 0 {
			r.missing(names)
			return ""
		}
		look.i = found
	}
	text, ok := Value{raw: look.Raw()}.Number()
	if !ok {
		r.missing(names)
		return ""
	}
	return text.String()
}

// element returns where the element of the array at the cursor begins that a
// reference token of RFC 6901 names, or -1.
func (r *Reader) element(token string) int {
	index, err := strconv.Atoi(token)
	if err != nil || strconv.Itoa(index) != token {
		return -1
	}
	found := -1
	var a Array
	r.Array(&a)
	for k := 0; r.Item(&a); k++ {
		if k == index {
			found = r.i
		}
		r.Skip()
	}
	return found
}

// missing records that Find found nothing.
func (r *Reader) missing(names []string) {
	path := ""
	for _, name := range names {
		path += "/" + pointerEscapes.Replace(name)
	}
	r.found = append(r.found, finding{offset: r.i, inner: path, want: KindString, got: KindAbsent})
}
