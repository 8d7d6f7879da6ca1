package suggest

import (
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
)

// resourceName returns the name of the event whose subject the objects at a path are:
// the root of the event, or what is inside members that only wrap it.
func (v *view) resourceName(path string) string {
	segments := strings.Split(path, "/")
	event, ok := infer.EventOf(segments[0])
	if !ok || event == "" || len(segments) < 2 || !v.isEvent(event) {
		return ""
	}
	for i, s := range segments[1:] {
		key, last := joined(infer.SegmentName(s)), i+2 == len(segments)
		if s == "*" {
			if !last {
				return ""
			}
			event = v.oneOf(event)
			continue
		}
		if i > 0 && last && names.GoName(infer.SegmentName(s)) == event || i > 0 && isElements(segments[i+1:], event) {
			return event
		}
		if !isWrapper(key, segments[1:i+1]) {
			return ""
		}
	}
	return event
}

// isWrapper reports whether a member only wraps what an event is about, below others that
// do: it has the name of a wrapper, or that of one in a wrapper.
func isWrapper(key string, above []string) bool {
	if len(above) == 0 || above[len(above)-1] == "event" && key != "event" {
		return wrapper.is(key)
	}
	return rewrapper.is(key)
}

// isElements reports whether the rest of a path leads to the elements of a list that is
// named after an event: inventory_counts/* for InventoryCount.
func isElements(rest []string, event string) bool {
	return len(rest) == 2 && rest[1] == "*" && names.Singular(names.GoName(infer.SegmentName(rest[0]))) == event
}

func (v *view) isEvent(name string) bool { return v.events[name] }

// resources finds objects whose names do not need a prefix: the subject of an event,
// a member of the envelope, and objects that name their own type.
func resources(v *view) []candidate {
	deepest := v.subjects()
	var all []candidate
	for _, h := range v.homes() {
		now := v.names.Struct(h.Struct)
		event := v.resourceName(h.Path)
		switch {
		case h.declared:
		case event != "" && deepest[event].home == h:
			all = append(all, v.named(h, event, resourceReason(h.Path)))
		case event != "": // around what the event is about, whose type its members may name
		case v.kindName(h.Struct, ownType) != "" && v.kindName(h.Struct, ownType) != now:
			all = append(all, v.named(h, v.kindName(h.Struct, ownType), "the objects name their own type"))
		case inEnvelope(h.Path) && !vague.is(h.tail):
			all = append(all, v.named(h, v.tailName(h.Path), "part of every event, so the name needs no prefix"))
		case strings.HasPrefix(memberOf(h.Path), "_") && strings.Trim(memberOf(h.Path), "_") != "":
			all = append(all, v.named(h, v.ownerName(h.Path)+v.tailName(h.Path), "the name without the underscore"))
		}
	}
	return all
}

// subjects returns what the events are about, by their names: of the objects below wrappers,
// the deepest ones that are not themselves only a part.
func (v *view) subjects() map[string]subject {
	deepest := make(map[string]subject)
	for _, h := range v.homes() {
		for _, path := range h.places() {
			if event := v.resourceName(path); event != "" {
				if old, ok := deepest[event]; !ok || wraps(old, subject{path, h}) == (len(old.path) < len(path)) {
					deepest[event] = subject{path, h}
				}
			}
		}
	}
	return deepest
}

// subject is a path that can lead to what an event is about, with the objects there.
type subject struct {
	path string
	*home
}

// places returns the paths of a home: those of a declared type as the spec has them.
func (h *home) places() []string {
	if h.declared {
		return h.Places
	}
	return []string{h.Path}
}

// resourceReason returns why the objects at a path can have the name of their event.
func resourceReason(path string) string {
	_, rest, _ := strings.Cut(path, "/")
	if rest == "*" {
		return "the event is an array of these objects"
	}
	first, _, _ := strings.Cut(rest, "/")
	return infer.SegmentName(first) + " holds what the event is about"
}

// stutters finds objects whose name, made of their path, repeats a word.
func stutters(v *view) []candidate {
	var all []candidate
	for _, h := range v.homes() {
		now := v.names.Struct(h.Struct)
		name := once(now)
		switch {
		case h.declared || name == now:
		case len(ident.Words(name)) <= mostNameWords:
			all = append(all, v.named(h, name, "the path repeats a word"))
		case !vague.is(h.tail) && !v.isTypeName(v.tailName(h.Path)):
			all = append(all, v.named(h, v.tailName(h.Path), "short for a path that repeats a word"))
		}
	}
	return all
}

// wraps reports whether, of two paths one below the other, the outer one has few
// members besides the inner one, or says by its name that it is the delivery.
func wraps(a, b subject) bool {
	if len(a.path) > len(b.path) {
		a, b = b, a
	}
	if delivered.is(joined(memberOf(a.path))) && !strings.HasSuffix(b.path, "/attributes") {
		return true
	}
	return len(a.keys) <= mostBeside && len(a.keys) < len(b.keys)
}

// inEnvelope reports whether a path leads to a member of the envelope or to its
// elements.
func inEnvelope(path string) bool {
	key, ok := strings.CutPrefix(path, infer.EnvelopeRoot+"/")
	return ok && !strings.Contains(strings.TrimSuffix(key, "/*"), "/")
}
