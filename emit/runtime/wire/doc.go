// Package wire holds what generated code calls to decode and encode events. It is not for
// importers of generated packages: those use package payload.
//
// # Decoding
//
// A [Reader] holds the body. Decoders are methods of the Reader for scalars, methods of
// structs, and functions for types made of others. They all have the same contract:
//
//	func decode(r *Reader, i int, p *T, next string) int
//
// i is the offset of the value, without white space before it, and p the variable that it
// is decoded into. next is what is expected to follow the value: the name of the next
// member with its punctuation, `,"name":`, or the brace that ends the object. An empty next
// follows everywhere. Offsets are arguments and results, not fields, because they stay in
// registers that way.
//
// Where next follows, and the variable alone is enough to write the value again, the
// decoder returns the offset after next, that of the next value. Where something else
// follows, or the variable is not enough, it returns the complement of the offset after the
// value: a number below zero.
//
// A decoder of a struct predicts that members come in the order of the struct's [Shape]:
//
//	k, i := r.Enter(&at, i, `{"id":`)
//	for k >= 0 {
//		switch k {
//		case 0:
//			if i, k = r.String(i, &v.ID, `,"count":`), 1; i < 0 {
//				break
//			}
//			fallthrough
//		case 1:
//			i, k = r.Int(i, &v.Count, `}`), 2
//		}
//		k, i = r.Seek(&at, i, k)
//	}
//	return i
//
// Each case falls through to the next as long as the prediction holds, and nothing is noted
// member by member. [Reader.Enter] returns the first known member and the offset of its
// value. [Reader.Seek] takes over where a run of members ends: it keeps the raw value of the
// last one if its variable was not enough, passes over unknown members and keeps them too,
// and returns the next known member, or -1 at the end of the object. Then it puts what was
// kept into Extra, with marks for members that were absent and whose type has no room for
// that.
//
// A value that does not fit its type is a mismatch, not an error. After an error, offsets
// are those of the padding behind the text, where every token ends, so that decoders need
// not look for errors: [Reader.End] returns the first one.
//
// # Encoding
//
// Encoders append to a slice. An object is a list of members that each begin with a comma;
// [CloseObject] makes the first comma a brace. [Mark] finds out which members an encoder
// leaves to Extra, and [AppendExtra] appends those.
package wire
