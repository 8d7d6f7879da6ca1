package specs

import (
	"regexp"
	"strings"
)

// Escapes that a JSON Pointer and a path do not have.
var (
	strayInPointer = regexp.MustCompile(`~([^01]|$)`)
	strayInPath    = regexp.MustCompile(`~([^012]|$)`)
)

// pointer accepts a JSON Pointer (RFC 6901) to something below the root.
func pointer(s string) error {
	switch {
	case !strings.HasPrefix(s, "/"):
		return broken("is no JSON Pointer", `it starts with "/", as in /order/id`)
	case strayInPointer.MatchString(s):
		return broken("is no JSON Pointer", `"~" is written "~0", and "/" in a name "~1"`)
	}
	return oneLine(s)
}

// place accepts a path as decisions write it: Root/segment/segment. Whether it
// leads anywhere is for the evidence to say.
func place(s string) error {
	root, rest, below := strings.Cut(s, "/")
	switch {
	case strings.HasPrefix(s, "/"):
		return broken("has no root", "a path starts with an event's type or a type of the spec, as in OrderEvent/order/id")
	case exported(root) != nil && exported(strings.TrimSuffix(root, "Event")) != nil: // an event's name may be as long as a type's
		return broken("does not start with a type", "a path starts with an event's type or a type of the spec, as in OrderEvent/order/id")
	case !below:
		return broken("has no member", "as in "+root+"/id")
	case strayInPath.MatchString(rest):
		return broken("has a stray ~", `"~" is written "~0", "/" in a name "~1", and a member called "*" "~2"`)
	}
	if len(s) > maxProse {
		return broken("is too long", "")
	}
	return nil
}
