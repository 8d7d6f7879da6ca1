package suggest

import (
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// singular is names.Singular, but without its ending for a list that is called
// like one of its elements: an element of entry is an Entry.
func (v *view) singular(name string) string {
	if element.ends(name) {
		return name
	}
	return names.Singular(name)
}

// oneOf is names.Singular for the name of an event, which mostly is in the singular:
// an event Order that holds a list holds Orders.
func (v *view) oneOf(event string) string {
	if one := names.Singular(event); one != event+"Item" {
		return one
	}
	return event
}

// notEvent returns a name that does not end in Event, as those of whole events do:
// an element of what an order event holds is an OrderEntry.
func notEvent(name string) string {
	if before, ok := infer.EventOf(name); ok {
		return before + "Entry"
	}
	return name
}

// elements finds objects in lists that are called like one of their elements, whose
// names end in Item for no reason.
func elements(v *view) []candidate {
	var all []candidate
	for _, h := range v.homes() {
		name, ok := strings.CutSuffix(v.names.Struct(h.Struct), "Item")
		if !ok || h.declared || name == "" || !strings.HasSuffix(h.Path, "/*") || v.singular(name) != name {
			continue
		}
		if name = notEvent(name); !v.isTypeName(name) {
			all = append(all, v.named(h, name, "one element, by the name of its list"))
		}
	}
	return all
}
