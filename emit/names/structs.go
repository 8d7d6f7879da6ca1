package names

import (
	"cmp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// typeName returns the Go name of a struct by the rule "names": the name that the spec
// gives, or else the words of its path. Below an event, the name starts with the name of the event, which
// a member of the same name does not repeat. Only types of events end in Event: other
// names that do get the ending Object, or Item for an element.
func typeName(t *infer.Struct) string {
	if t.Name != "" {
		return t.Name
	}
	segments := strings.Split(t.Path, "/")
	name := segments[0]
	if len(segments) == 1 {
		return name
	}
	event, isEvent := infer.EventOf(name)
	if isEvent {
		name = event
	}
	for i, segment := range segments[1:] {
		switch {
		case segment == "*":
			name = Singular(name)
		case i == 0 && isEvent && GoName(infer.SegmentName(segment)) == event:
		default:
			name += GoName(infer.SegmentName(segment))
		}
	}
	_, likeEvent := infer.EventOf(name)
	switch {
	case !likeEvent:
		return name
	case segments[len(segments)-1] == "*":
		return name + "Item"
	}
	return name + "Object"
}

// fieldName returns the Go name of a field: the name that the spec gives, or else
// ownName.
func fieldName(f *infer.Field, reserved []string) string {
	return cmp.Or(f.Name, ownName(f, reserved))
}

// ownName returns the Go name that a field has without a decision: the words of its
// key. A name that the struct reserves gets the ending Value.
func ownName(f *infer.Field, reserved []string) string {
	name := GoName(f.Key)
	if slices.Contains(reserved, name) {
		return name + "Value"
	}
	return name
}

// enumConstants returns the names of an enum's values.
func enumConstants(e *infer.Enum) []string {
	var names []string
	for _, v := range e.Values {
		names = append(names, e.Name+cmp.Or(v.Name, ownValueName(e, v)))
	}
	return names
}

// ownValueName returns the name that a value has without a decision, without that of its
// enum: its words, or the digits of an integer.
func ownValueName(e *infer.Enum, v infer.EnumValue) string {
	if e.Base == infer.Int && !strings.HasPrefix(v.Text, "-") {
		return v.Text
	}
	return GoName(v.Text)
}
