// Package wire holds what generated code calls to decode and encode events. It is not for
// importers of generated packages: those use package payload.
//
// # Decoding
//
// A [Reader] holds the body. Decoders are methods of the Reader for scalars and lists of
// strings, methods of structs, and functions for types made of others. They all have the same
// contract:
//
//	func decode(r *Reader, i int, p *T, next string) int
//
// i is the offset of the value, without white space before it, and p the variable that it
// is decoded into. next is what is expected to follow the value: the name of the next
// member with its punctuation, `,"name":`, or the brace that ends the object. An empty next
// follows everywhere. Offsets are arguments and results, not fields, because they stay in
// registers that way.
//
// A value is exact if its variable alone can reproduce it: encoding the variable gives an
// equal value, with the same text for a number. 5 is exact in an int64; 5.0 and null are not.
// If the value is exact and next follows it, the decoder returns the offset after next, which
// is that of the next value. If not, it returns the complement of the offset after the value,
// a negative number.
//
// A decoder of a struct predicts that members come in the order of the struct's [Shape]:
//
//	var itemShape = wire.Shape{
//		Names: []string{"id", "note", "count"},
//		Room:  []uint64{0xfffffffffffffffa}, // ID and Count, bits 0 and 2, have no room for absence
//		…
//	}
//
//	func (v *Item) decode(r *wire.Reader, i int, next string) int {
//		if r.Again() {
//			*v = Item{}
//		}
//		at := wire.Place{Shape: &itemShape, Extra: &v.Extra, Next: next}
//		k, i := r.Enter(&at, i, `{"id":`)
//		for k >= 0 {
//			switch k {
//			case 0:
//				if i, k = r.String(i, &v.ID, `,"note":`), 1; i < 0 {
//					break
//				}
//				fallthrough
//			case 1:
//				if i, k = wire.OptString(r, i, &v.Note, `,"count":`), 2; i < 0 {
//					break
//				}
//				fallthrough
//			case 2:
//				i, k = r.Int(i, &v.Count, `}`), 3
//			}
//			k, i = r.Seek(&at, i, k)
//		}
//		return i
//	}
//
// [Reader.Again] reports whether a member may have come twice in this body. The struct may
// then hold what the earlier one left, and is cleared.
//
// Each case falls through to the next as long as the prediction holds, and nothing is noted
// member by member. [Reader.Enter] returns the first known member and the offset of its
// value. [Reader.Seek] takes over where a run of members ends: it keeps the raw value of the
// last one if it was not exact, skips unknown members and keeps them too, and returns the next
// known member, or -1 at the end of the object. Then it puts what was kept into Extra, with
// marks for members that were absent and whose type has no room for absence.
//
// A decoder of a list decodes its elements one after the other:
//
//	a, list := r.Array(i), []Item{}
//	for a.Next(r, len(list)) {
//		if len(list) == cap(list) {
//			list = wire.Longer(r, list, 4)
//		}
//		list = list[:len(list)+1]
//		a.Read(list[len(list)-1].decode(r, a.At, ""))
//	}
//	if *p = list; !a.Holds(r) {
//		*p = nil
//	}
//	return a.End(r, next)
//
// [Array.Next] moves a.At to the next element, and [Longer] makes room for it. Read takes the
// result of the element's decoder and moves a.At behind the element. Holds is false if memory
// ran out in the list. A list is exact if all its elements are: if not, its raw value is kept
// too. A null is exact as an element of a type whose zero value says null, as that of numbers:
// their decoders call ReadOrNull. Maps are decoded likewise, with [Reader.Object] and [Entries].
//
// The decoder of an Opt, Or or JSON gets pointers to its parts from [Opt], [Or] or [JSON]: the
// variable of the value, and what says whether there is a value. Those functions are generic,
// and what decoders do with the parts is not: the compiler makes a generic function for each
// type.
//
// A value that does not fit its type is a mismatch, not an error. After an error, offsets
// are those of the padding behind the text, where every token ends, so that decoders need
// not look for errors: [Reader.End] returns the first one.
//
// # Encoding
//
// Encoders append to a slice. An object is a list of members that each begin with a comma;
// [CloseObject] makes the first comma a brace. The functions that begin with Add, and those for
// types made of others, take the key that goes before the value, and append neither for an
// absent member. [Mark] finds out which members an encoder leaves to Extra, and [AppendExtra]
// appends those.
package wire
