package specs

import (
	"regexp"
	"strings"
)

// Invalid escapes in a JSON Pointer and in a path.
var (
	strayInPointer = regexp.MustCompile(`~([^01]|$)`)
	strayInPath    = regexp.MustCompile(`~([^012]|$)`)
)

// pointer accepts a JSON Pointer (RFC 6901) to a value below the root.
func pointer(s string) error {
	switch {
	case !strings.HasPrefix(s, "/"):
		return broken("is not a JSON Pointer", `start it with "/", as in /order/id`)
	case strayInPointer.MatchString(s):
		return broken("is not a JSON Pointer", `write "~" as "~0", and "/" in a name as "~1"`)
	}
	return oneLine(s)
}

// batch accepts a JSON Pointer with * for the elements that are events.
func batch(s string) error {
	if err := pointer(s); err != nil {
		return err
	}
	if !strings.Contains(s+"/", "/*/") {
		return broken("has no *", `write * for the elements of the array, as in /events/*, or /* for a body that is an array`)
	}
	return nil
}

// eventType returns the name of the type of an event, with which paths start. It is as
// package infer has it, which this package does not import.
func eventType(event string) string { return event + eventSuffix }

// eventOf is the inverse of eventType. For any other name it returns the name and false.
func eventOf(typ string) (event string, ok bool) { return strings.CutSuffix(typ, eventSuffix) }

const eventSuffix = "Event"

// decisionPath accepts a path of a decision, such as OrderEvent/order/id. Whether an
// example has it is not checked here.
func decisionPath(s string) error {
	const start = "a path starts with an event's type or a declared type, as in OrderEvent/order/id"
	root, rest, below := strings.Cut(s, "/")
	event, _ := eventOf(root)
	switch {
	case strings.HasPrefix(s, "/"):
		return broken("starts with /", start)
	case exported(root) != nil && exported(event) != nil: // the name of an event can be as long as that of a type
		return broken("does not start with a type", start)
	case !below:
		return broken("has no member", "as in "+root+"/id")
	case strayInPath.MatchString(rest):
		return broken("has an invalid escape", `write "~" as "~0", "/" in a name as "~1", and a member named "*" as "~2"`)
	}
	if len(s) > maxProse {
		return broken("is too long (limit: 2,000 bytes)", "")
	}
	return nil
}
