package payload

import (
	"iter"
	"slices"
)

// Members is what a JSON object held beyond its typed members: the difference
// between the two. It is nil for an object that is like the examples.
//
// It holds unknown members in their order, known ones that came as null or in
// another form where the type has no room for that, and marks for known ones
// that were absent without their type saying so. Encoding merges it back. A
// field that was changed since decoding wins over what decoding left in Members;
// setting it to the value that it has already is not a change: call Delete first.
// What [Members.Set] put there wins over the field.
//
// Copies of a struct share what its Members refer to. Set and Delete never write
// to that: they change one copy only.
type Members []Member

// Member is one member of an object, by its name and raw value. An absent value
// marks a known member that was not there.
type Member struct {
	Name  string
	Value Value

	known  int32 // 1 + the index of a known member that decoding left, or 0
	unread bool  // there was no memory for the member's variable, which is left unset
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

// Set gives a member a value, in the place of the last one of that name, or at
// the end. A member that has a field is encoded with this value from then on,
// whatever the field says, until Delete. An absent value leaves the member out.
func (x *Members) Set(name string, v Value) {
	list := make(Members, 0, len(*x)+1)
	at := -1
	for _, m := range *x {
		if m.Name == name {
			at = len(list)
		} else {
			list = append(list, m)
		}
	}
	if at < 0 {
		at = len(list)
	}
	*x = slices.Insert(list, at, Member{Name: name, Value: v})
}

// Delete forgets what Members knows of a name. An unknown member is gone then;
// one that has a field is encoded from that.
func (x *Members) Delete(name string) {
	var kept Members
	for _, m := range *x {
		if m.Name != name {
			kept = append(kept, m)
		}
	}
	*x = kept
}
