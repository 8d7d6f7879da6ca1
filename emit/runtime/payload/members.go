package payload

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Members holds what the fields of a struct cannot: unknown members in their order, known
// members that came as null or in another form where the field has no room for that, and
// marks for known members that were absent where the field has no room for that. It is
// empty for an object that is like the examples.
//
// A field of one of Go's types, of a Timestamp, an enum or a struct is zero, and a list nil,
// if its member was absent or null: [Members.Absent] reports the first, and Get returns the
// null.
//
// Members also tell a struct that was decoded, whose Members are never nil, from one that is
// built by hand, whose Members are nil until Set is called. Of the first, all fields are
// encoded; of the second, those that are not zero: what was set. A nil list is left out then,
// an empty one is []; a struct in which nothing is set is left out as a field, and {} as an
// element or in [Some]. To send a zero, set it:
//
//	order.Extra.Set("count", payload.Value(payload.Num(0)))
//
// Encoding merges Members back. Changed fields win over what decoding left in Members. Setting a
// field back to its decoded value does not count as a change; call Delete first. What
// [Members.Set] put there wins over the field.
//
// Copies of a struct share the memory of Members. Set and Delete never write to it: they
// change one copy only.
type Members state.Members

// Get returns the raw value of the last member of that name. ok is false when Members
// has none, or records it as absent.
func (x Members) Get(name string) (v Value, ok bool) {
	for i := len(x) - 1; i >= 0; i-- {
		if state.Name(&x[i]) == name {
			v = Value(state.Value(&x[i]))
			return v, !v.IsZero()
		}
	}
	return Value{}, false
}

// At returns the raw value of a member, or what it holds at the end of a path of names. It is
// absent where there is none.
func (x Members) At(name string, names ...string) Value {
	v, _ := x.Get(name)
	return v.At(names...)
}

// Absent reports whether a member was absent whose field has no room for that, which is
// zero then: a bool, an integer, a float64, a string, an enum, a Timestamp, a list, a Map
// or a struct. Where such a member was null, Get returns that. The fields of
// the other types of this package say both themselves.
func (x Members) Absent(name string) bool {
	for i := len(x) - 1; i >= 0; i-- {
		if state.Name(&x[i]) == name {
			return state.Value(&x[i]).IsAbsent()
		}
	}
	return false
}

// All yields the names and raw values of the members that were there, in their order.
func (x Members) All() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		for i := range x {
			if v := Value(state.Value(&x[i])); !v.IsZero() && !yield(state.Name(&x[i]), v) {
				return
			}
		}
	}
}

// Set gives a member a value, in the place of the last one of that name, or at the end.
// A member that has a field is encoded with this value from then on, whatever the field
// says, until Delete. An absent value leaves the member out.
func (x *Members) Set(name string, v Value) {
	list := make(Members, 0, len(*x)+1)
	at := -1
	for i := range *x {
		if m := &(*x)[i]; state.Name(m) == name {
			at = len(list)
		} else {
			list = append(list, *m)
		}
	}
	if at < 0 {
		at = len(list)
	}
	*x = slices.Insert(list, at, state.Set(state.Members(*x), name, jsontext.Value(v)))
}

// Delete forgets what Members knows of a name. An unknown member is gone then; one that
// has a field is encoded from that.
func (x *Members) Delete(name string) {
	kept := Members{}
	for i := range *x {
		if m := &(*x)[i]; state.Name(m) != name {
			kept = append(kept, *m)
		}
	}
	if len(kept) == 0 && state.Built(state.Members(*x)) {
		kept = nil
	}
	*x = kept
}

// Equal reports whether both hold members of the same names with equal values. Their order
// and the marks of absent members do not count. What Set gave to a member that has a field
// counts, whatever the field says.
func (x Members) Equal(y Members) bool { return maps.EqualFunc(x.values(), y.values(), Value.Equal) }

// values returns the last value of each name. It is absent for one that Set left out.
func (x Members) values() map[string]Value {
	values := make(map[string]Value, len(x))
	for i := range x {
		if m := &x[i]; state.Index(m) < 0 || !state.Value(m).IsAbsent() {
			values[state.Name(m)] = Value(state.Value(m))
		}
	}
	return values
}

// String returns the members as an object. The marks of absent members are in it as
// "absent".
func (x Members) String() string {
	b := []byte{'{'}
	for i := range x {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(jsontext.AppendString(b, state.Name(&x[i])), ':')
		b = append(b, cmp.Or(state.Value(&x[i]).Raw(), "absent")...)
	}
	return string(append(b, '}'))
}
