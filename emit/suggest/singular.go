package suggest

import (
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// singular returns the name of one element of a list. It is names.Singular, except
// that lists named like one of their elements keep the name: an element of entry is
// an Entry.
func (v *view) singular(name string) string {
	if element.ends(name) {
		return name
	}
	return names.Singular(name)
}

// oneOf is singular for the name of an event, which is mostly in the singular: an
// event Order that is a list holds values of type Order.
func (v *view) oneOf(event string) string {
	if one := names.Singular(event); one != event+"Item" {
		return one
	}
	return event
}

// notEvent returns a name that does not end in Event, which is reserved for the types
// of events.
func notEvent(name string) string {
	if before, ok := infer.EventOf(name); ok {
		return before + "Entry"
	}
	return name
}

// elements finds objects in lists named like one of their elements, whose names end
// in Item without need.
func elements(v *view) []candidate {
	var all []candidate
	for _, h := range v.homes() {
		name, ok := strings.CutSuffix(v.names.Struct(h.Struct), "Item")
		if !ok || h.declared || name == "" || !strings.HasSuffix(h.Path, "/*") || v.singular(name) != name {
			continue
		}
		if name = notEvent(name); !v.isTypeName(name) {
			all = append(all, v.named(h, name, "one element of the array with this name"))
		}
	}
	return all
}
