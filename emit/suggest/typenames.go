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
		} else if h.body {
			resource[memberOf(h.Path)] = true
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
	add(v.ownName(class, all))
	add(v.changeName(class, all))
	about := whole(slices.Sorted(maps.Keys(resource)))
	if strings.HasSuffix(alone(all), about) {
		add(about) // Message, of messages and of previous_message
	}
	add(alone(all))
	add(about)
	add(v.sameKind(class, ownType, kindWord))
	add(v.commonKind(class))
	add(contentName(class[0].keys))
	if manyKinds(all) && refers(class[0].keys) {
		add("Reference")
		add(v.ownerName(class[0].Path) + "Reference")
	}
	add(v.wordName(class))
	add(v.sideName(class))
	add(commonName(tails))
	if manyKinds(tails) && isPerson(class[0].keys) {
		add("User")
	}
	add(v.oneOfAll(class))
	add(mostFrequent(tails))
	if isPerson(class[0].keys) {
		add("User")
	}
	add(v.mailboxName(class))
	if len(all) > smallFrom && ofMost(all) == all[0] && len(ident.Words(all[0])) >= smallFrom {
		add(all[0]) // vague words together, as a last resort: EventData
	}
	return found
}

// ownName returns the name that all objects of a class give their type, or the end of it if all
// of their members are called so: labels of type ProjectLabel are Labels.
func (v *view) ownName(class []*home, members []string) string {
	own := v.sameKind(class, ownType)
	if tail := alone(members); tail != "" && strings.HasSuffix(own, tail) {
		return tail
	}
	return own
}

// wordName returns the only text in the member type of all objects of a class, if one of their
// own members is called so: the contact of an event is of type contact, and so is its item.
func (v *view) wordName(class []*home) string {
	said := false
	word := v.typeWord(class[0].Struct)
	for _, h := range class {
		if word == "" || v.typeWord(h.Struct) != word {
			return ""
		}
		said = said || h.tail == strings.ToLower(word)
	}
	if !said {
		return ""
	}
	return word
}

// oneOfAll returns the name of one of the members of an object, if all of them are of a class,
// or so many that they are a set: a link of links. It returns "" for others.
func (v *view) oneOfAll(class []*home) string {
	s, ok := v.spotAt(class[0].Path)
	if !ok || !besides(class[0].Path, class[len(class)-1].Path) {
		return ""
	}
	whole := len(class) == len(s.owner.Fields)
	event, root := infer.EventOf(s.owner.Path)
	switch {
	case root && whole:
		return v.oneOf(event)
	case !root && (whole || len(class) >= linksFrom):
		return v.singular(names.GoName(strings.Trim(memberOf(s.owner.Path), "_")))
	}
	return ""
}

// sideName returns the name of objects beside each other that are two of a kind, such as the
// base and the head of pull requests: PullRequestSide. It returns "" for others.
func (v *view) sideName(class []*home) string {
	name := ""
	tails := make(map[string]bool)
	for _, h := range class {
		if h.owner == nil {
			return ""
		}
		of := h.owner.Name
		if !h.owner.declared {
			of = v.tailName(h.owner.Path)
		}
		if name != "" && name != of {
			return ""
		}
		name, tails[h.tail] = of, true
	}
	if len(tails) != 2 || class[0].last == class[1].last && !saysNothing(class[0].last) || v.oneOfAll(class) != "" || !besides(class[0].Path, class[1].Path) || !hasSides(class[0], class[1]) {
		return ""
	}
	return name + "Side"
}

// mailboxName returns the name of people in some capacity, of their last two members: the
// shortest one, such as CommitAuthor. It returns "" for other objects.
func (v *view) mailboxName(class []*home) string {
	name := ""
	if !isMailbox(class[0].keys) {
		return ""
	}
	for _, h := range class {
		if strings.Count(h.Path, "/") < smallFrom {
			continue
		}
		if last := once(v.lastNames(h.Path)); name == "" || cmp.Or(cmp.Compare(len(last), len(name)), strings.Compare(last, name)) < 0 {
			name = last
		}
	}
	return name
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
