package diff

import (
	"path"
	"strings"
)

// String returns a clause that says what changed, without the path, the effects, and
// any value of a payload: "Order.Price widened: int64 → payload.Number".
func (c Change) String() string { return c.Format(func(code string) string { return code }) }

// Format is String with each name and type as code writes it.
func (c Change) Format(code func(string) string) string {
	switch c.What {
	case Platform:
		return "platform " + code(c.Path) + " " + c.Kind.String()
	case Source:
		return c.formatSource(code)
	case Deliveries:
		return c.formatDeliveries(code)
	case Topic:
		return c.formatTopic(code)
	case Alias:
		return "alias of the topic " + code(c.Old+c.New) + " " + c.Kind.String()
	case Value:
		return c.formatDeclaration("constant", code)
	case Event, Type:
		if c.Kind <= Renamed {
			return c.formatDeclaration("type", code)
		}
		return "type " + code(c.Go()) + " " + c.formatType("changed", code)
	}
	return code(c.Go()) + " " + c.formatType("type changed", code)
}

func (c Change) formatSource(code func(string) string) string {
	switch was, is := code(c.Old), code(c.New); {
	case c.New == "":
		return "deliveries no longer name their topic in " + was
	case c.Old == "":
		return "deliveries now name their topic in " + is
	default:
		return "deliveries name their topic in " + is + ", no longer in " + was
	}
}

// formatDeliveries says what happened to a key of the spec. Where that breaks code, it
// says why.
func (c Change) formatDeliveries(code func(string) string) string {
	verb, key := c.Kind.String(), path.Base(c.Path)
	if c.Kind == Retyped {
		verb = "changed"
	}
	text := key + " of deliveries " + verb
	if c.Code == Breaking && (key == "signature" || key == "handshake") {
		text += ": " + code("NewReceiver") + " takes other arguments"
	}
	return text
}

func (c Change) formatTopic(code func(string) string) string {
	was, is, name := code(c.Old), code(c.New), code(c.Name)
	switch {
	case c.Kind == Added:
		return "topic added: " + name + ", decoded as " + is
	case c.Kind == Removed:
		return "topic removed: " + name + ", decoded as " + was
	case c.Kind != Renamed:
		return "event changed: " + was + " → " + is
	case c.Was == "":
		return "constant renamed: " + was + " → " + is
	case c.Old == c.New:
		return "topic renamed: " + code(c.Was) + " → " + code(c.Path) + ", with the same constant " + is
	}
	return "topic renamed: " + code(c.Was) + " → " + code(c.Path) + ", and its constant: " + was + " → " + is
}

// formatDeclaration says what happened to a type or a constant.
func (c Change) formatDeclaration(noun string, code func(string) string) string {
	if c.Kind == Renamed {
		return noun + " renamed: " + code(c.Old) + " → " + code(c.New)
	}
	return noun + " " + code(c.Go()) + " " + c.Kind.String()
}

// formatType says what happened to a field, or to the type of an event. For a Retyped,
// it starts with a verb.
func (c Change) formatType(retyped string, code func(string) string) string {
	was, is := code(c.Old), code(c.New)
	verb := c.Kind.String()
	switch c.Kind {
	case Added:
		return verb + ": " + withPresence(is, c.IsThere)
	case Removed:
		return verb + ": " + withPresence(was, c.WasThere)
	case Presence:
		verb = presenceChange(c.WasThere, c.IsThere)
		if was == is {
			return verb
		}
	case Renamed:
	default:
		if c.Kind == Retyped {
			verb = retyped
		}
		if was == is { // what an Or holds besides its type is not part of the Go type
			verb += ", with the same Go type"
		}
		was, is = withPresence(was, c.WasThere), withPresence(is, c.IsThere)
	}
	if was == is {
		return verb + ": " + is
	}
	return verb + ": " + was + " → " + is
}

// withPresence returns a type and when it has no value.
func withPresence(name, presence string) string {
	if presence == "" {
		return name
	}
	return name + " (" + presence + ")"
}

// presenceChange says when a field now has no value: "may now be null".
func presenceChange(was, is string) string {
	switch {
	case is == "" && was == required:
		return "is no longer required"
	case is == "":
		return "now always has a value"
	case strings.HasPrefix(is, required):
		return "is now " + is
	}
	return strings.Replace(is, "may be", "may now be", 1)
}

// Go returns the Go name of what changed: "Order.Price" for a field.
func (c Change) Go() string {
	switch {
	case c.What == Field:
		return c.Type + "." + c.Name
	case c.Name != "":
		return c.Name
	}
	return c.Type
}

// Effect returns the greater of the two effects.
func (c Change) Effect() Effect { return max(c.Code, c.Wire) }

// OnCode returns the effect on Go code in a word: "breaks", "adds" or "unchanged".
func (c Change) OnCode() string {
	return [...]string{Compatible: "unchanged", Widening: "adds", Breaking: "breaks"}[c.Code]
}

// OnDeliveries returns the effect on deliveries in words: "breaks", "accepts more" or
// "unchanged".
func (c Change) OnDeliveries() string {
	return [...]string{Compatible: "unchanged", Widening: "accepts more", Breaking: "breaks"}[c.Wire]
}

// Effects returns both effects as a phrase, or "compatible".
func (c Change) Effects() string {
	var parts []string
	switch c.Code {
	case Breaking:
		parts = append(parts, "breaks Go code")
	case Widening:
		parts = append(parts, "adds to the package")
	}
	switch c.Wire {
	case Breaking:
		parts = append(parts, "breaks deliveries")
	case Widening:
		parts = append(parts, "accepts more deliveries")
	}
	if parts == nil {
		return "compatible"
	}
	return strings.Join(parts, ", ")
}
