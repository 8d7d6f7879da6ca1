package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
)

// shortNames returns the names for the type of a class that say what its objects are,
// best first: what they say themselves, and what most of their members are called.
func (v *view) shortNames(class []*home) []string {
	var found, all, tails []string
	resource := make(map[string]bool)
	for _, h := range class {
		if r := v.resourceName(h.Path); r != "" {
			resource[r] = true
			continue
		}
		tail := v.tailName(h.Path)
		if all = append(all, tail); !saysNothing(tail) {
			tails = append(tails, tail)
		}
	}
	if 2*len(tails) < len(all) {
		tails = slices.DeleteFunc(tails, func(t string) bool { return !being.is(strings.ToLower(t)) })
	}
	add := func(name string) {
		if v.isRoot(name) && slices.Contains(all, "Event") {
			name = notEvent(name)
		} else if v.isRoot(name) {
			name += "Item"
		}
		if name != "" && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	own := v.sameKind(class, ownType)
	if tail := alone(all); tail != "" && strings.HasSuffix(own, tail) {
		own = tail // labels of type ProjectLabel
	}
	add(own)
	add(v.changeName(class, all))
	add(alone(all))
	add(whole(slices.Sorted(maps.Keys(resource))))
	add(v.sameKind(class, ownType, kindWord))
	add(v.commonKind(class))
	add(contentName(class[0].keys))
	if manyKinds(all) && refers(class[0].keys) {
		add("Reference")
		add(v.ownerName(class[0].Path) + "Reference")
	}
	add(commonName(tails))
	if s, ok := v.spotAt(class[0].Path); ok && besides(class[0].Path, class[len(class)-1].Path) {
		whole := len(class) == len(s.owner.Fields)
		event, root := infer.EventOf(s.owner.Path)
		switch {
		case root && whole:
			add(v.oneOf(event))
		case !root && (whole || len(class) >= linksFrom):
			add(v.singular(names.GoName(strings.Trim(memberOf(s.owner.Path), "_"))))
		}
	}
	add(mostFrequent(tails))
	if isPerson(class[0].keys) {
		add("User")
	}
	return found
}

// longNames returns the names that the types of a class have without a decision, and
// others that are as long. A key of fewer words more often says what the object is:
// owner, rather than closed_by_user.
func (v *view) longNames(class []*home) []string {
	var all []string
	class = slices.Clone(class)
	slices.SortStableFunc(class, func(a, b *home) int {
		return cmp.Compare(len(ident.Lower(memberOf(a.Path))), len(ident.Lower(memberOf(b.Path))))
	})
	for _, h := range class {
		if !vague.is(h.tail) {
			all = append(all, v.ownerName(h.Path)+v.tailName(h.Path))
		}
	}
	for _, h := range class {
		all = append(all, v.names.Struct(h.Struct))
	}
	for _, h := range class {
		all = append(all, v.lastNames(h.Path))
	}
	return all
}

// lastNames returns the name of the last two members of a path.
func (v *view) lastNames(path string) string {
	last := v.tailName(path)
	for strings.HasSuffix(path, "/*") {
		path = strings.TrimSuffix(path, "/*")
	}
	before := path[:max(0, strings.LastIndexByte(path, '/'))]
	if !strings.Contains(before, "/") {
		return before + last
	}
	return v.tailName(before) + last
}

// tailName returns the Go name of the last member of a path, or of its elements.
func (v *view) tailName(path string) string {
	return v.tailWith(path, func(name string) string { return v.elementOf(path, name) })
}

func (v *view) tailWith(path string, singular func(string) string) string {
	key := memberOf(path)
	if bare := strings.TrimLeft(key, "_"); bare != "" {
		key = bare
	}
	name := names.GoName(key)
	if strings.HasSuffix(path, "/*") {
		name = singular(name)
	}
	return name
}

// memberOf returns the key of the last member of a path; that of the list for
// elements.
func memberOf(path string) string {
	for strings.HasSuffix(path, "/*") {
		path = strings.TrimSuffix(path, "/*")
	}
	if !strings.Contains(path, "/") { // a whole body
		event, _ := infer.EventOf(path)
		return event
	}
	return infer.SegmentName(path[strings.LastIndexByte(path, '/')+1:])
}

// ownerName returns a name for the object with the last member of a path: the names
// of the members before it, without those that only wrap.
func (v *view) ownerName(path string) string {
	segments := strings.Split(path, "/")
	for len(segments) > 1 && segments[len(segments)-1] == "*" {
		segments = segments[:len(segments)-1]
	}
	name, _ := infer.EventOf(segments[0])
	if name == infer.EnvelopeRoot {
		name = ""
	}
	wraps := []role{wrapper}                                // what a wrapper here is called
	for i, s := range segments[1:max(1, len(segments)-1)] { // the body can be an array of the objects
		own := names.GoName(infer.SegmentName(s))
		switch {
		case s == "*":
			name = v.singular(name)
		case i == 0 && own == name:
		case isOneOf(strings.ToLower(s), wraps...):
			wraps = []role{rewrapper}
			continue
		default:
			name += own
		}
		wraps = nil
	}
	return once(name)
}
