package infer

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// A path is written as decisions write it. The path of a place is its shortest
// one: where a place on the way has a type by decision, it begins at that type.

// Segment returns the name of a member as a segment of a path: a reference token of
// RFC 6901, and ~2 for one that is really named *.
func Segment(name string) string {
	if name == "*" {
		return "~2"
	}
	return jsontext.EscapeToken(name)
}

// SegmentName is the inverse of Segment: the name of the member that a segment of a
// path stands for.
func SegmentName(segment string) string {
	if !strings.Contains(segment, "~") {
		return segment
	}
	return jsontext.UnescapeToken(strings.ReplaceAll(segment, "~2", "*"))
}

// eventSuffix is what stands behind the name of an event in the name of its type.
const eventSuffix = "Event"

// EventPath returns the path of the root of an event's bodies, which is the name of
// its type: OrderEvent for Order.
func EventPath(event string) string { return event + eventSuffix }

// EventOf is the inverse of EventPath: it returns the event whose type has a name. For
// a name that is not that of an event's type, it returns the name, and false.
func EventOf(root string) (event string, ok bool) { return strings.CutSuffix(root, eventSuffix) }

// parent takes a path apart at its last segment. ok is false for a root.
func parent(path string) (before, segment string, ok bool) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", "", false
	}
	return path[:i], path[i+1:], true
}

// aliases maps the paths of places to the names of the types decided for the
// objects there.
type aliases map[string]string

// home returns the path of the object type of a place: the name of its type
// decision, or else the place itself.
func (a aliases) home(place string) string {
	if name, ok := a[place]; ok {
		return name
	}
	return place
}
