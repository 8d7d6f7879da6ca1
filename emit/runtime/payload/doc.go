// Package payload has what the generated packages of all platforms share: the field types
// that Go has no type for, [Event], and the errors of decoding. A value that does not fit its
// field is a [Mismatch], and the [Members] of its object keep it, so that encoding loses
// nothing.
//
// # Absent, null and zero
//
//   - Number, Flag: IsZero reports that there is none; Extra.Get says if it was null.
//   - Opt, JSON: IsAbsent, IsNull, and Get for a value.
//   - Or, Value: IsZero for absence; [KindNull] is the kind of null.
//   - Lists and Maps: absent and null are nil, and Extra.Absent says which; an empty one
//     is not nil.
//   - string, enums, bool, int64, float64, Timestamp and structs are zero if absent or
//     null: Extra.Absent and Extra.Get say so.
//
// # Changing and building
//
// A struct that was decoded encodes as it came, but for what you changed since. One that you
// build encodes what you set: fields that hold their zero value are left out. A nil list is
// left out, an empty one is []; a struct in which nothing is set is left out as a field, and
// {} as an element or in [Some]. To send a zero, set it in Extra:
//
//	order.Extra.Set("count", payload.Value(payload.Num(0)))
//
// The two are told apart by Extra, which is nil in a struct that you build: see [Members].
package payload
