package wire

import (
	"reflect"
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// Shape is what decoders and encoders know of a struct's members.
type Shape struct {
	Names []string // in the order in which the decoder expects them
	// Room has a bit for each member whose type has room for absence, and for each bit
	// beyond the last member.
	Room []uint64
	// Need lists the members whose absence is a mismatch, and whose null is one, for which
	// Reader.Need is called if their type has room for null.
	Need []Need
	// Index returns the index of a name, -1 for one that is unknown. It is a switch, though
	// Names says the same: the compiler makes a binary search over lengths and words of it,
	// and decoding members out of order takes a tenth more instructions with a hash table.
	Index func(name string) int
	// Zero points to a struct, and Fields to its fields, in the order of Names. They say where
	// the field of a member is, checked by the compiler and without code for each of them.
	Zero   any
	Fields []any
	// Escaped reports that JSON writes some name with an escape.
	Escaped bool
}

// Need is a required member: its absence and its null are mismatches.
type Need struct {
	Index int          // in Shape.Names
	Want  payload.Kind // what the member is
}

// field returns a pointer to the field of the member with the index k, of the struct that v
// points to. It lies as far behind the beginning of its struct as that of Zero does.
func (s *Shape) field(v any, k int) any {
	of := reflect.ValueOf(s.Fields[k])
	offset := of.Pointer() - reflect.ValueOf(s.Zero).Pointer()
	return reflect.NewAt(of.Type().Elem(), unsafe.Add(reflect.ValueOf(v).UnsafePointer(), offset)).Interface()
}
