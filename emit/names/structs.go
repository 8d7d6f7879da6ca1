package names

import (
	"cmp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// typeName returns the Go name of a struct, by the rule "names": what a decision calls it, or
// else the words of its path. The members of an event begin with the event's
// name, which a member of that very name does not repeat. Names that end in Event
// are those of events: others get Object behind them, or Item for one element.
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

// fieldName returns the Go name of a member: what a decision calls it, or else
// its own.
func fieldName(f *infer.Field, reserved []string) string {
	return cmp.Or(f.Name, ownName(f, reserved))
}

// ownName returns the Go name that a member has without a decision: its words.
// Names that a struct's methods have get Value behind them.
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
		name := e.Names[v]
		if name == "" {
			name = GoName(v)
		}
		names = append(names, e.Name+name)
	}
	return names
}
