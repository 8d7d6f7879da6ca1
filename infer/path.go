package infer

import (
	"strings"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// A path is written as decisions have it. Its shortest form starts at the last declared
// type, or the envelope, that it leads through.

// Segment returns the name of a member as a segment of a path: escaped as in a JSON
// Pointer, and ~2 for the name *.
func Segment(name string) string {
	if name == "*" {
		return "~2"
	}
	return jsonpointer.Escape(name)
}

// SegmentName returns the name of the member that a segment stands for. It is the
// inverse of Segment.
func SegmentName(segment string) string {
	if !strings.Contains(segment, "~") {
		return segment
	}
	return jsonpointer.Unescape(strings.ReplaceAll(segment, "~2", "*"))
}

// eventSuffix ends the names of events' types.
const eventSuffix = "Event"

// EventPath returns the path of the bodies of an event, which is the name of its type:
// OrderEvent for Order.
func EventPath(event string) string { return event + eventSuffix }

// EventOf returns the event with a path, the inverse of EventPath. For any other path
// it returns the path and false.
func EventOf(root string) (event string, ok bool) { return strings.CutSuffix(root, eventSuffix) }

// parent returns the path above a path, and the last segment. ok is false at the root.
func parent(path string) (before, segment string, ok bool) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", "", false
	}
	return path[:i], path[i+1:], true
}

// aliases has the name of the declared type of a path.
type aliases map[string]string

// home returns the home of a path: the name of its declared type, or else the path
// itself. The objects of one home have one struct.
func (a aliases) home(path string) string {
	if name, ok := a[path]; ok {
		return name
	}
	return path
}
