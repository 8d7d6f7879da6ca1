package payload

import "iter"

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
