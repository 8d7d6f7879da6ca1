package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
)

// resourceName returns the name of the event whose object a place is: below the
// event's root, through members that only wrap it.
func (v *view) resourceName(path string) string {
	segments := strings.Split(path, "/")
	event, ok := infer.EventOf(segments[0])
	if !ok || event == "" || len(segments) < 2 || !v.isEvent(event) {
		return ""
	}
	for i, s := range segments[1:] {
		wraps := wrapper
		if i > 0 {
			wraps = rewrapper
		}
		if s == "*" {
			if i+2 != len(segments) {
				return ""
			}
			event = v.oneOf(event)
			continue
		}
		if !wraps.is(joined(infer.SegmentName(s))) {
			return ""
		}
	}
	return event
}

func (v *view) isEvent(name string) bool {
	return slices.ContainsFunc(v.model.Events, func(e infer.Event) bool { return e.Name == name })
}

// resources finds objects whose names need not say where they are: what an event
// wraps, what the envelope holds, and what names its own type.
func resources(v *view) []candidate {
	deepest := make(map[string]home)
	var all []candidate
	for _, h := range v.homes() {
		if h.declared {
			continue
		}
		if event := v.resourceName(h.Path); event != "" {
			if old, ok := deepest[event]; !ok || wraps(old, h) == (len(old.Path) < len(h.Path)) {
				deepest[event] = h
			}
		}
	}
	for _, h := range v.homes() {
		now := v.names.Struct(h.Struct)
		event := v.resourceName(h.Path)
		switch {
		case h.declared:
		case event != "" && deepest[event].Path == h.Path:
			all = append(all, v.named(h, event, resourceReason(h.Path)))
		case v.kindName(h.Struct, ownType) != "" && v.kindName(h.Struct, ownType) != now:
			all = append(all, v.named(h, v.kindName(h.Struct, ownType), "the objects themselves say so"))
		case inEnvelope(h.Path) && !vague.is(h.tail):
			all = append(all, v.named(h, v.tailName(h.Path), "a part of every delivery, so its name need not say where it is"))
		case strings.HasPrefix(memberOf(h.Path), "_") && strings.Trim(memberOf(h.Path), "_") != "":
			all = append(all, v.named(h, v.ownerName(h.Path)+v.tailName(h.Path), "the name without an underscore"))
		}
	}
	return all
}

// resourceReason says why the objects of a place can have the name of the event
// that wraps them.
func resourceReason(path string) string {
	_, rest, _ := strings.Cut(path, "/")
	if rest == "*" {
		return "the event consists of these objects"
	}
	first, _, _ := strings.Cut(rest, "/")
	return "the event says what its " + infer.SegmentName(first) + " is"
}

// stutters finds objects whose name, made of a path, says a word twice.
func stutters(v *view) []candidate {
	var all []candidate
	for _, h := range v.homes() {
		now := v.names.Struct(h.Struct)
		name := once(now)
		switch {
		case h.declared || name == now:
		case len(ident.Words(name)) <= mostNameWords:
			all = append(all, v.named(h, name, "the path says a word twice"))
		case !vague.is(h.tail) && !v.isTypeName(v.tailName(h.Path)):
			all = append(all, v.named(h, v.tailName(h.Path), "short for a path that says a word twice"))
		}
	}
	return all
}

// wraps reports whether of two places, one in the other, the outer one has
// little besides the inner one.
func wraps(a, b home) bool {
	if len(a.Path) > len(b.Path) {
		a, b = b, a
	}
	return len(a.keys) <= mostBeside && len(a.keys) < len(b.keys)
}

// inEnvelope reports whether a place is a member of the envelope, or the
// elements of one.
func inEnvelope(path string) bool {
	key, ok := strings.CutPrefix(path, infer.EnvelopeRoot+"/")
	return ok && !strings.Contains(strings.TrimSuffix(key, "/*"), "/")
}

// named suggests a name for the objects of one place.
func (v *view) named(h home, name, why string) candidate {
	return one(Suggestion{
		Kind: "type", Path: h.Path, Message: "the objects here can have the name " + name, For: []infer.Origin{h.At},
		Change: Change{Types: []infer.TypeDecision{{Name: name, At: places(h.Path), Why: why}}},
	})
}
