package payload

import (
	"errors"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// MarshalJSON returns the members that [Members.All] yields as an object, for people to read.
// MarshalText has the marks of absent members too.
func (x Members) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for name, value := range x.All() {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(append(jsontext.AppendString(b, name), ':'), value.Raw()...)
	}
	return append(b, '}'), nil
}

// UnmarshalJSON decodes an object, whose members are as if Set had set them, or null. It fails
// for other kinds.
func (x *Members) UnmarshalJSON(text []byte) error {
	*x = nil
	v, err := objectOrNull(text)
	if err != nil || v.Kind() == KindNull {
		return err
	}
	*x = Members{}
	for name, value := range v.Members() {
		*x = append(*x, state.Unknown(name, jsontext.Value(value)))
	}
	return nil
}

// MarshalText returns an array of what the Members hold, the marks of absent members
// included, and no text for nil.
func (x Members) MarshalText() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	b := []byte{'['}
	for i := range x {
		m := &x[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(jsontext.AppendString(append(b, '['), state.Name(m)), ',')
		b = jsontext.AppendString(b, roleOf(m))
		if value := state.Value(m); !value.IsAbsent() {
			b = append(append(b, ','), value.Raw()...)
		}
		b = append(b, ']')
	}
	return append(b, ']'), nil
}

// The roles of a member in the text of Members.
const (
	roleSet    = "set"    // it has no field, or replaces what the field says
	roleBuilt  = "built"  // it was set in a struct that is built by hand
	roleField  = "field"  // what its field cannot hold
	roleUnread = "unread" // its field was left unset because memory ran out
)

func roleOf(m *state.Member) string {
	switch {
	case state.Unread(m):
		return roleUnread
	case state.Index(m) >= 0:
		return roleField
	case state.Built(state.Members{*m}):
		return roleBuilt
	}
	return roleSet
}

// UnmarshalText reads what MarshalText returns.
func (x *Members) UnmarshalText(text []byte) error {
	*x = nil
	if len(text) == 0 {
		return nil
	}
	v, err := ParseValue(string(text))
	if err != nil {
		return err
	}
	list := Members{}
	for item := range v.Items() {
		m, ok := memberOf(item)
		if !ok {
			return errMembers
		}
		list = append(list, m)
	}
	if v.Kind() != KindArray {
		return errMembers
	}
	*x = list
	return nil
}

// errMembers does not show the text: it holds values.
var errMembers = errors.New("payload: the text is not one of Members")

// memberOf returns the member that an element of the text of Members says.
func memberOf(item Value) (m state.Member, ok bool) {
	var parts [3]Value
	n := 0
	for part := range item.Items() {
		if n == len(parts) {
			return m, false
		}
		parts[n] = part
		n++
	}
	name, ok := parts[0].Text()
	if !ok {
		return m, false
	}
	// An index that is not that of the name is not used: the name is looked up.
	const index = 0
	switch role, _ := parts[1].Text(); role {
	case roleSet:
		return state.Unknown(name, jsontext.Value(parts[2])), true
	case roleBuilt:
		return state.Set(nil, name, jsontext.Value(parts[2])), true
	case roleField, roleUnread:
		return state.Known(index, name, jsontext.Value(parts[2]), role == roleUnread), true
	}
	return m, false
}
