package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// wrappers are the names of members that only say that here is what the event
// is about; inner those below them that may say it once more.
const wrappers = "data object resource payload event attributes object_attributes body record entity result"

const inner = "object attributes resource record entity"

// vague are names that say nothing of an object: a type needs a better one.
const vague = wrappers + " list value node entry element info items values list target source current previous old new from to parent child children original"

// kindKeys are members whose text names the type of their object.
const kindKeys = "object __typename _type resource_type record_type object_type"

// beings are the words for what objects at members of other names often are:
// a sender, an owner and a user are users.
const beings = "user account customer person contact member address organization company team project repository product order item money price image location"

// typeNames returns names for the type of a class, the best one first. The last
// ones say more, for where a better one is taken.
func (v *view) typeNames(class []home) []string {
	var names, tails []string
	resource := make(map[string]bool)
	for _, h := range class {
		if r := v.resourceName(h.Path); r != "" {
			resource[r] = true
			continue
		}
		tails = append(tails, v.tailName(h.Path))
	}
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	add(v.sameKind(class, kindKeys))
	add(alone(tails))
	add(whole(slices.Sorted(maps.Keys(resource))))
	add(v.sameKind(class, kindKeys+" type"))
	add(contentName(class[0].keys))
	if name := v.commonName(tails); name != "" {
		add(name)
		add(v.ownerName(class[0].Path) + name)
	}
	if s, ok := v.spotAt(class[0].Path); ok && besides(class[0].Path, class[len(class)-1].Path) && (len(class) >= 4 || len(class) == len(s.owner.Fields)) {
		add(v.in.Singular(v.in.Key(strings.Trim(memberOf(s.owner.Path), "_"))))
	}
	for _, h := range class { // what the names are without a decision
		if !isOneOf(h.tail, vague) {
			add(v.ownerName(h.Path) + v.tailName(h.Path))
		}
	}
	for _, h := range class {
		add(v.names.Struct(h.Struct))
	}
	return names
}

// tailName is the Go name of a place by its member alone.
func (v *view) tailName(path string) string {
	key := memberOf(path)
	if bare := strings.TrimLeft(key, "_"); bare != "" {
		key = bare
	}
	name := v.in.Key(key)
	if strings.HasSuffix(path, "/*") {
		name = v.in.Singular(name)
	}
	return name
}

// memberOf returns the key of the member that a path leads to, or of the list with
// the element.
func memberOf(path string) string {
	for strings.HasSuffix(path, "/*") {
		path = strings.TrimSuffix(path, "/*")
	}
	return unescape(path[strings.LastIndexByte(path, '/')+1:])
}

// unescape is the inverse of the escapes of a path.
func unescape(segment string) string {
	return strings.NewReplacer("~2", "*", "~1", "/", "~0", "~").Replace(segment)
}

// ownerName is a name for what has the member of a place, from its path without
// the members that only wrap.
func (v *view) ownerName(path string) string {
	segments := strings.Split(path, "/")
	for len(segments) > 1 && segments[len(segments)-1] == "*" {
		segments = segments[:len(segments)-1]
	}
	name := strings.TrimSuffix(segments[0], "Event")
	if name == infer.EnvelopeRoot {
		name = ""
	}
	list := wrappers
	for i, s := range segments[1 : len(segments)-1] {
		own := v.in.Key(unescape(s))
		switch {
		case s == "*":
			name = v.in.Singular(name)
		case i == 0 && own == name:
		case isOneOf(strings.ToLower(s), list):
			list = inner
			continue
		default:
			name += own
		}
		list = ""
	}
	return once(name)
}

// kindName is the name that objects give their own type, in one of some members
// that always has the same word.
func (v *view) kindName(s *infer.Struct, in string) string {
	for _, f := range s.Fields {
		said := v.shownAt(f.Path)
		if len(said.strings) != 1 || said.more || said.some.empty.Seen() || !isWord(said.strings[0]) {
			continue
		}
		text := said.strings[0]
		pascal := strings.ToUpper(text[:1]) == text[:1] && strings.ToUpper(text) != text
		if isOneOf(f.Key, in) && (f.Key != "type" || pascal) && !isOneOf(strings.ToLower(text), vague) {
			return v.in.Key(text)
		}
	}
	return ""
}

// contentName is the name of what objects with some members are wherever they
// stand, or "".
func contentName(keys keySet) string {
	has := func(list string) bool {
		for key := range keys {
			if hasWord(key, list) {
				return true
			}
		}
		return false
	}
	switch {
	case has("currency") && has("amount cents value dollars") && len(keys) <= 6:
		return "Money"
	case has("city town") && has("country") && has("zip postal postcode street street1 line1 address1"):
		return "Address"
	}
	return ""
}

// sameKind is the name that all objects of a class give their type, or "".
func (v *view) sameKind(class []home, in string) string {
	kind := v.kindName(class[0].Struct, in)
	if slices.ContainsFunc(class, func(h home) bool { return v.kindName(h.Struct, in) != kind }) {
		return ""
	}
	return kind
}

// alone returns the one name that is in a list, however often, if it says
// anything.
func alone(names []string) string {
	for _, n := range names {
		if n != names[0] || isOneOf(strings.ToLower(n), vague) {
			return ""
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// whole returns the words that all of several names begin with, or end with:
// Reaction for ReactionAdded and ReactionRemoved.
func whole(names []string) string {
	if len(names) == 0 {
		return ""
	}
	begin, end := camel(names[0]), camel(names[0])
	for _, n := range names {
		w := camel(n)
		for len(begin) > len(w) || !slices.Equal(begin, w[:len(begin)]) {
			begin = begin[:len(begin)-1]
		}
		for len(end) > len(w) || !slices.Equal(end, w[len(w)-len(end):]) {
			end = end[1:]
		}
	}
	for _, w := range [][]string{begin, end} {
		if name := strings.Join(w, ""); name != "" && !isOneOf(strings.ToLower(name), vague) {
			return name
		}
	}
	return ""
}

// isWord reports whether a text is like a name: letters, perhaps with _ or -.
func isWord(text string) bool {
	return text != "" && len(text) <= 40 && !strings.ContainsFunc(text, func(c rune) bool {
		return (c < 'a' || 'z' < c) && (c < 'A' || 'Z' < c) && c != '_' && c != '-'
	})
}

// commonName returns the name that says what objects at members of these names
// are: the words that all end with, the word that most end with, one that names a
// being, or the name that most have; "" where they have nothing in common.
func (v *view) commonName(tails []string) string {
	if len(tails) == 0 {
		return ""
	}
	count, last := make(map[string]int), make(map[string]int)
	suffix := camel(tails[0])
	for _, t := range tails {
		count[t]++
		last[camel(t)[len(camel(t))-1]]++
		w := camel(t)
		for len(suffix) > len(w) || !slices.Equal(suffix, w[len(w)-len(suffix):]) {
			suffix = suffix[1:]
		}
	}
	if name := strings.Join(suffix, ""); name != "" && !isOneOf(strings.ToLower(name), vague+" id type") {
		return name
	}
	for word, n := range last { // one at most has more than half
		if 2*n > len(tails) && !isOneOf(strings.ToLower(word), vague+" id type") {
			return word
		}
	}
	all := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(being(a), being(b)), cmp.Compare(count[b], count[a]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	if name := all[0]; (being(name) < len(strings.Fields(beings)) || 2*count[name] > len(tails)) && !isOneOf(strings.ToLower(name), vague) {
		return name
	}
	return ""
}

// being ranks a name by what it ends with: beings come first, in their order.
func being(name string) int {
	w := camel(name)
	all := strings.Fields(beings)
	if i := slices.Index(all, strings.ToLower(w[len(w)-1])); i >= 0 && len(w) == 1 {
		return i
	}
	return len(all)
}

// camel splits a Go name into its words.
func camel(name string) []string {
	var all []string
	begin := 0
	for i, c := range name {
		if i > 0 && 'A' <= c && c <= 'Z' && (name[i-1] < 'A' || 'Z' < name[i-1]) {
			all = append(all, name[begin:i])
			begin = i
		}
	}
	return append(all, name[begin:])
}

// resourceName returns the name of the event whose object a place is: below the
// event's root, through members that only wrap it.
func (v *view) resourceName(path string) string {
	segments := strings.Split(path, "/")
	event, ok := strings.CutSuffix(segments[0], "Event")
	if !ok || event == "" || len(segments) < 2 || !v.isEvent(event) {
		return ""
	}
	for i, s := range segments[1:] {
		list := wrappers
		if i > 0 {
			list = inner
		}
		if s == "*" {
			if i+2 != len(segments) {
				return ""
			}
			event = v.in.Singular(event)
			continue
		}
		if !isOneOf(strings.Join(words(unescape(s)), "_"), list) {
			return ""
		}
	}
	return event
}

func (v *view) isEvent(name string) bool {
	return slices.ContainsFunc(v.model.Events, func(e infer.Event) bool { return e.Name == name })
}

// resources finds objects whose names need not say where they are: what an event
// wraps, what the envelope holds, and what names its own type.
func resources(v *view) []candidate {
	deepest := make(map[string]home)
	var all []candidate
	for _, h := range v.homes() {
		if h.declared {
			continue
		}
		if event := v.resourceName(h.Path); event != "" {
			if old, ok := deepest[event]; !ok || wraps(old, h) == (len(old.Path) < len(h.Path)) {
				deepest[event] = h
			}
		}
	}
	for _, h := range v.homes() {
		now := v.names.Struct(h.Struct)
		event := v.resourceName(h.Path)
		switch {
		case h.declared:
		case event != "" && deepest[event].Path == h.Path:
			all = append(all, v.named(h, event, "the event says what its "+strings.Split(h.Path, "/")[1]+" is"))
		case v.kindName(h.Struct, kindKeys) != "" && v.kindName(h.Struct, kindKeys) != now:
			all = append(all, v.named(h, v.kindName(h.Struct, kindKeys), "the objects themselves say so"))
		case inEnvelope(h.Path) && !isOneOf(h.tail, vague):
			all = append(all, v.named(h, v.tailName(h.Path), "a part of every delivery, so its name need not say where it is"))
		case strings.HasPrefix(memberOf(h.Path), "_") && strings.Trim(memberOf(h.Path), "_") != "":
			all = append(all, v.named(h, v.ownerName(h.Path)+v.tailName(h.Path), "the name without an underscore"))
		}
	}
	return all
}

// stutters finds objects whose name, made of a path, says a word twice.
func stutters(v *view) []candidate {
	var all []candidate
	for _, h := range v.homes() {
		if now := v.names.Struct(h.Struct); !h.declared && once(now) != now {
			all = append(all, v.named(h, once(now), "the path says a word twice"))
		}
	}
	return all
}

// mostWrapped is how many members what only wraps another object has.
const mostWrapped = 4

// wraps reports whether of two places, one in the other, the outer one has
// little besides the inner one.
func wraps(a, b home) bool {
	if len(a.Path) > len(b.Path) {
		a, b = b, a
	}
	return len(a.keys) <= mostWrapped && len(a.keys) < len(b.keys)
}

// inEnvelope reports whether a place is a member of the envelope, or the
// elements of one.
func inEnvelope(path string) bool {
	key, ok := strings.CutPrefix(path, infer.EnvelopeRoot+"/")
	return ok && !strings.Contains(strings.TrimSuffix(key, "/*"), "/")
}

// once returns a name without words that stand there twice in a row.
func once(name string) string {
	w := camel(name)
	for n := len(w) / 2; n > 0; n-- {
		for i := 0; i+2*n <= len(w); i++ {
			if slices.Equal(w[i:i+n], w[i+n:i+2*n]) {
				return once(strings.Join(slices.Delete(w, i, i+n), ""))
			}
		}
	}
	return name
}

// named suggests a name for the objects of one place.
func (v *view) named(h home, name, why string) candidate {
	return one(Suggestion{
		Kind: "type", Path: h.Path, Message: "the objects here can have the name " + name, For: []infer.Origin{h.At},
		Change: Change{Types: []infer.TypeDecision{{Name: name, At: places(h.Path), Why: why}}},
	})
}
