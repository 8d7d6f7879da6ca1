package payload

import (
	"iter"
	"math/bits"
	"slices"
)

// Members is what a JSON object held beyond its typed members: the difference
// between the two. It is nil for an object that is like the examples.
//
// It holds unknown members in their order, known ones that came as null or in
// another form where the type has no room for that, and marks for known ones
// that were absent without their type saying so. Encoding merges it back. A
// typed member that was changed since wins over what Members says of it; one
// that was set to the very value that decoding left there does not, see Delete.
type Members []Member

// Member is one member of an object, by its name and raw value. An absent value
// marks a known member that was not there.
type Member struct {
	Name  string
	Value Value

	known int32 // 1 + the index of a known member, 0 for an unknown one
}

// Get returns the raw value of the last member of that name. ok is false when
// Members has none, or knows it to be absent.
func (x Members) Get(name string) (v Value, ok bool) {
	for i := len(x) - 1; i >= 0; i-- {
		if x[i].Name == name {
			return x[i].Value, !x[i].Value.IsZero()
		}
	}
	return Value{}, false
}

// All yields the names and raw values of the members that were there, in their
// order.
func (x Members) All() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		for i := range x {
			if !x[i].Value.IsZero() && !yield(x[i].Name, x[i].Value) {
				return
			}
		}
	}
}

// Set gives an unknown member a value, in the place of the last one of that
// name, or at the end. It is not for known members: their fields set them, and
// a name that both set is encoded twice.
func (x *Members) Set(name string, v Value) {
	for i := len(*x) - 1; i >= 0; i-- {
		if (*x)[i].Name == name {
			(*x)[i] = Member{Name: name, Value: v}
			return
		}
	}
	*x = append(*x, Member{Name: name, Value: v})
}

// Delete forgets what Members knows of a name. An unknown member is gone then;
// a known one is encoded from its typed field.
func (x *Members) Delete(name string) {
	var kept Members
	for _, m := range *x {
		if m.Name != name {
			kept = append(kept, m)
		}
	}
	*x = kept
}

// Shape is what a decoder knows of a struct's members. It is for decoders, as
// are the methods of Reader that take one.
type Shape struct {
	Names []string
	// Room has a bit for each member whose type has room for absence, and for
	// each bit beyond the last member.
	Room []uint64
	// Need are the members whose absence is a mismatch.
	Need []Need
	// Index returns the index of a name, -1 for one that is unknown.
	Index func(name string) int
	// Escaped says that JSON writes some name with an escape.
	Escaped bool
	// Shared is how many members, the first ones, are in the struct's envelope.
	Shared int
}

// Need is a member whose absence is a mismatch.
type Need struct {
	Index int  // in Shape.Names
	Want  Kind // what the member is
}

// Unknown reads the value of a member that no field is for and adds it to x.
func (r *Reader) Unknown(o *Object, x *Members) {
	o.odd++
	if raw := r.Raw(); r.err == nil {
		*x = append(*x, Member{Name: o.Name, Value: Value{raw: raw}})
	}
}

// Keep adds to x the raw value, which was just read, of the member with the
// index i in its Shape: its variable alone does not tell what arrived.
func (r *Reader) Keep(o *Object, x *Members, i int) {
	if r.err == nil {
		raw := r.s[o.value:r.i]
		*x = append(*x, Member{Name: o.Name, Value: Value{raw: raw}, known: int32(i) + 1})
	}
}

// Close ends the reading of an object: it marks in x the members that were
// absent and whose type has no room for that. seen has a bit for each member
// that was there.
func (r *Reader) Close(o *Object, x *Members, seen []uint64, shape *Shape) {
	distinct := 0
	for _, word := range seen {
		distinct += bits.OnesCount64(word)
	}
	if r.err == nil {
		r.CloseAt(o.begin, x, seen, shape, o.count-o.odd > distinct)
	}
}

// KeepAt is Keep, for the value that ends at i.
func (r *Reader) KeepAt(i, k int, x *Members, shape *Shape) {
	if r.err == nil {
		raw := Value{raw: r.s[r.from:i]}
		*x = append(*x, Member{Name: shape.Names[k], Value: raw, known: int32(k) + 1})
	}
}

// CloseAt is Close, for an object that begins at from. again says that a member
// came after one that stands behind it in the shape, so that some may have come
// twice.
func (r *Reader) CloseAt(from int, x *Members, seen []uint64, shape *Shape, again bool) {
	if r.err != nil {
		return
	}
	absent := 0
	for w, word := range seen {
		absent += bits.OnesCount64(^(word | shape.Room[w]))
	}
	if absent > 0 {
		*x = slices.Grow(*x, absent)
	}
	for w, word := range seen {
		for missing := ^(word | shape.Room[w]); missing != 0; missing &= missing - 1 {
			i := w*64 + bits.TrailingZeros64(missing)
			*x = append(*x, Member{Name: shape.Names[i], known: int32(i) + 1})
		}
	}
	for _, n := range shape.Need {
		if seen[n.Index/64]&(1<<(n.Index%64)) == 0 && len(r.found) < MaxMismatches {
			path := "/" + pointerEscapes.Replace(shape.Names[n.Index])
			r.found = append(r.found, finding{offset: from, inner: path, want: n.Want, got: KindAbsent})
		}
	}
	if again {
		r.lastWins(from, x)
	}
}

// lastWins drops from x what it says of members that came once more after it.
// Decoders overwrite a variable when its member comes again, so that x must
// not remember the earlier value.
func (r *Reader) lastWins(from int, x *Members) {
	// A value was kept for its text, so that a member's last value was kept if
	// and only if the last kept one has its text.
	type kept struct {
		at   int    // in x
		text string // of the member's last value
	}
	var last map[string]kept
	for i := range *x {
		if m := &(*x)[i]; m.known > 0 && !m.Value.IsZero() {
			if last == nil {
				last = make(map[string]kept)
			}
			last[m.Name] = kept{at: i}
		}
	}
	if last == nil {
		return
	}
	again := Reader{s: r.s, n: r.n, i: from, max: r.max}
	var o Object
	for again.Object(&o); again.Next(&o); {
		text := again.Raw()
		if k, ok := last[o.Name]; ok {
			last[o.Name] = kept{k.at, text}
		}
	}
	var list Members
	for i, m := range *x {
		if m.known == 0 || m.Value.IsZero() || last[m.Name] == (kept{i, m.Value.raw}) {
			list = append(list, m)
		}
	}
	*x = list
}
