package suggest

import (
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
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

// elementOf returns the name of one element of a list or map at a path. One of an array
// that is named like one, such as processing_fee, keeps its name.
func (v *view) elementOf(path, name string) string {
	if _, plural := names.One(name); !plural && isOne(name) && v.inArray(path) {
		return name
	}
	return v.singular(name)
}

// inArray reports whether a path leads to the elements of an array.
func (v *view) inArray(path string) bool {
	list, ok := strings.CutSuffix(path, "/*")
	if !ok {
		return false
	}
	s, ok := v.spotAt(list)
	if !ok {
		return false
	}
	_, array := s.typ.(infer.Slice)
	return array
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

// listName returns the Go name of the list that objects are in, or "".
func (v *view) listName(path string) string {
	if !strings.HasSuffix(path, "/*") {
		return ""
	}
	return names.GoName(strings.Trim(memberOf(path), "_"))
}

// isOne reports whether the name of a list is that of one element, such as photo or
// processing_fee: it is not a plural, nor a participle, nor a word that has no plural, and
// says what they are.
func isOne(name string) bool {
	last := ident.Last(name)
	return last != "" && !strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ed") && !isOneOf(last, vague, anything, freeText, freeKeys)
}

// elements finds objects in lists named like one of their elements, whose names end
// in Item without need.
func elements(v *view) []candidate {
	var all []candidate
	for _, h := range v.homes() {
		name, ok := strings.CutSuffix(v.names.Struct(h.Struct), "Item")
		own := v.listName(h.Path)
		if !ok || h.declared || name == "" || own == "" || v.singular(name) != name && (!strings.HasSuffix(name, own) || v.elementOf(h.Path, own) != own) {
			continue
		}
		if name = notEvent(name); !v.isTypeName(name) {
			all = append(all, v.named(h, name, "one element of the array with this name"))
		}
	}
	return all
}
