package addition

import (
	"encoding/json"
	"slices"
)

// eventFor returns the event of a new topic with a payload: that of eventOf, or, where
// the examples of that event have little in common with the payload, one named after
// all that the topic's name says.
func (s spec) eventFor(topic, text string) string {
	names := s.subject(topic)
	if names.whole != names.short && s.isApart(names.short, text) {
		return names.whole
	}
	return names.short
}

// isApart reports whether an object has little in common with the examples of an event.
func (s spec) isApart(event, text string) bool {
	before, ok := s.objectsOf(event)
	return ok && apart(objectOf(text), before)
}

// objectsOf returns the bodies of the examples of an event. ok is false if there are none,
// or one that is not an object.
func (s spec) objectsOf(event string) (all []object, ok bool) {
	if s.platform == nil {
		return nil, false
	}
	for _, t := range s.platform.Topics {
		if t.Event != event {
			continue
		}
		for _, e := range t.Examples {
			o := objectOf(e.Text)
			if len(o) == 0 {
				return nil, false
			}
			all = append(all, o)
		}
	}
	return all, len(all) > 0
}

// apart reports whether an object has little in common with others.
func apart(now object, before []object) bool {
	return len(now) > 0 && (bodiesApart(now, before) || contentApart(now, before))
}

// object is a JSON object.
type object map[string]any

// objectOf returns the object that a text holds. Other texts have none.
func objectOf(text string) object {
	var o object
	if json.Unmarshal([]byte(text), &o) != nil {
		return nil
	}
	return o
}

// fewest is the number of members from which on objects are compared by what they
// share.
const fewest = 4

// bodiesApart reports whether each side has an object or an array at its root that the
// other lacks, like a push and a fork, or they share less than a quarter of their
// members.
func bodiesApart(now object, before []object) bool {
	ever := union(before)
	shared, mine, theirs := 0, false, false
	for name, value := range now {
		if _, ok := ever[name]; ok {
			shared++
		} else if holds(value) {
			mine = true
		}
	}
	for name := range before[0] {
		everywhere := !slices.ContainsFunc(before, func(o object) bool { return !holds(o[name]) })
		if _, ok := now[name]; everywhere && !ok {
			theirs = true
		}
	}
	least := min(len(now), len(ever))
	return mine && theirs || least >= fewest && 4*shared < least
}

// union returns the members of all objects.
func union(all []object) object {
	u := make(object)
	for _, o := range all {
		for name, value := range o {
			if old, ok := u[name]; !ok || old == nil {
				u[name] = value
			}
		}
	}
	return u
}

// holds reports whether a value is an object or an array that is not empty.
func holds(value any) bool { return content(value) > 0 }

// content returns the number of members and elements of a value at the first level.
func content(value any) int {
	switch v := value.(type) {
	case map[string]any:
		return len(v)
	case []any:
		return len(v)
	}
	return 0
}

// contentApart follows the objects that are most of a body to the one that it is about,
// and reports whether that one is another thing: it names another type, has an object
// where the others have text, or less than half of its members. What differs from
// example to example, such as the changes of an update, is seldom most of a body.
func contentApart(now object, before []object) bool {
	for depth := 0; ; depth++ {
		ever := union(before)
		if otherType(now, before) || depth > 0 && otherMembers(now, ever) {
			return true
		}
		name := largest(now)
		inside, ok := now[name].(map[string]any)
		if !ok || name != largest(ever) {
			return false
		}
		now = inside
		var next []object
		for _, o := range before {
			if inside, ok := o[name].(map[string]any); ok {
				next = append(next, inside)
			}
		}
		before = next
	}
}

// otherType reports whether an object names its type, and none of the others has that
// one.
func otherType(now object, before []object) bool {
	for _, key := range []string{"object", "__typename", "_type", "resource_type", "record_type", "object_type"} {
		text, ok := now[key].(string)
		if !ok {
			continue
		}
		same := func(o object) bool { other, named := o[key].(string); return !named || other == text }
		if !slices.ContainsFunc(before, same) {
			return true
		}
	}
	return false
}

// otherMembers reports whether two objects have a member that is an object in one and a
// scalar in the other, or share less than half of their members, or none of three. An
// object here may be a list there, and what is empty says nothing.
func otherMembers(now, ever object) bool {
	shared := 0
	for name, value := range now {
		old, ok := ever[name]
		if !ok {
			continue
		}
		shared++
		if isObject(value) && isScalar(old) || isScalar(value) && isObject(old) {
			return true
		}
	}
	least := min(len(now), len(ever))
	return least >= fewest && 2*shared < least || least == fewest-1 && shared == 0
}

// isObject reports whether a value is an object with members.
func isObject(value any) bool { o, _ := value.(map[string]any); return len(o) > 0 }

// isScalar reports whether a value is a number, a boolean or text.
func isScalar(value any) bool {
	switch v := value.(type) {
	case string:
		return v != ""
	case float64, bool:
		return true
	}
	return false
}

// largest returns the member of an object that is the object with the most in it, the
// first by name of several.
func largest(o object) string {
	name, most := "", 0
	for key, value := range o {
		if n := size(value); isObject(value) && (n > most || n == most && key < name) {
			name, most = key, n
		}
	}
	return name
}

// size returns the number of scalars in a value.
func size(value any) int {
	n := 0
	switch v := value.(type) {
	case map[string]any:
		for _, inside := range v {
			n += size(inside)
		}
	case []any:
		for _, inside := range v {
			n += size(inside)
		}
	default:
		n = 1
	}
	return n
}
