package diff

import "strings"

// String says in a clause what changed, without the path, the effects, and any
// value of a payload: "Order.Price takes more: payload.Number; was int64".
func (c Change) String() string { return c.Format(func(code string) string { return code }) }

// Format is String with every name and type as code writes it.
func (c Change) Format(code func(string) string) string {
	was, is, name := typed(code, c.Old, c.WasThere), typed(code, c.New, c.IsThere), code(c.Go())
	switch c.What {
	case Platform:
		return "the platform " + code(c.Path) + c.came()
	case Source:
		switch {
		case c.New == "":
			return "deliveries do not name their topic, and named it in " + was
		case c.Old == "":
			return "deliveries name their topic in " + is + ", and did not before"
		}
		return "deliveries name their topic in " + is + ", and named it in " + was
	case Topic:
		return c.formatTopic(code)
	case Alias:
		if c.Kind == Removed {
			return "no other name of the topic " + was + " any more"
		}
		return "another name of the topic " + is
	case Value:
		if c.Kind == Renamed {
			return "the constant " + is + " was called " + was
		}
		return "the constant " + name + c.came()
	case Event, Type:
		switch c.Kind {
		case Renamed:
			return "the type " + is + " was called " + was
		case Added, Removed:
			return "the type " + name + c.came()
		}
		name = "the type " + name
	}
	switch c.Kind {
	case Renamed:
		return name + " was called " + was
	case Added:
		return name + c.came() + ": " + is
	case Removed:
		return name + c.came() + ": " + was
	case Widened:
		name += " takes more: "
	case Narrowed:
		name += " takes less: "
	case Presence:
		name += " has another presence: "
	default:
		name += " has another type: "
	}
	if is == was {
		return name + is + ", in Go as before" // what an Or takes besides is no part of its Go type
	}
	return name + is + "; was " + was
}

// typed is a type with what is said of its presence.
func typed(code func(string) string, name, presence string) string {
	if presence == "" {
		return code(name)
	}
	return code(name) + ", " + presence
}

func (c Change) formatTopic(code func(string) string) string {
	was, is, name := code(c.Old), code(c.New), code(c.Name)
	switch {
	case c.Kind == Added:
		return "the topic is new: " + name + ", decoded as " + is
	case c.Kind == Removed:
		return "the topic is gone: " + name + ", was decoded as " + was
	case c.Kind != Renamed:
		return "the topic is decoded as " + is + "; was " + was
	case c.Was == "":
		return "the constant " + is + " was called " + was
	case c.Old == c.New:
		return "the topic was called " + code(c.Was) + ", its constant " + is + " as now"
	}
	return "the topic was called " + code(c.Was) + ", its constant " + was
}

func (c Change) came() string {
	if c.Kind == Removed {
		return " is gone"
	}
	return " is new"
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

// Effects says in words what the change means, "compatible" for nothing.
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
		parts = append(parts, "more deliveries fit")
	}
	if parts == nil {
		return "compatible"
	}
	return strings.Join(parts, ", ")
}
