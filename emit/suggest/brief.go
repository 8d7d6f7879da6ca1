package suggest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
)

// briefNames finds objects at one path whose type has a long name, made of all members that
// lead to it, or a name in which a member that only wraps stands in the middle. They can be
// named by their own member, where it says what they are: ConferenceBridge, rather than
// IncidentDataConferenceBridge. Of several that could have a name, the one with most
// members gets it.
func briefNames(v *view) []candidate {
	same := make(map[string]int) // how many homes are called so
	most := make(map[string]int) // how many members the largest of them have
	for _, h := range v.homes() {
		same[h.tail]++
		most[h.tail] = max(most[h.tail], len(h.keys))
	}
	var long []*home
	for _, h := range v.homes() {
		if v.isLong(h) {
			long = append(long, h)
		}
	}
	slices.SortStableFunc(long, func(a, b *home) int { return cmp.Or(cmp.Compare(len(b.keys), len(a.keys)), byPath(a, b)) })
	var all []candidate
	for _, h := range long {
		c := v.named(h, "", "short for the names of all members that lead to it")
		c.options = nil
		for _, name := range v.briefNamesOf(h, same[h.tail] == 1) {
			if len(h.keys) < most[h.tail] && name == v.tailName(h.Path) && len(ident.Words(name)) == 1 {
				continue // another one is more what the word says
			}
			if _, ok := infer.EventOf(name); ok && !strings.HasSuffix(h.Path, "/*") {
				continue // the long name says that it is the object, not the event
			}
			if name = notEvent(name); name != v.names.Struct(h.Struct) {
				x := v.named(h, name, "short for the names of all members that lead to it")
				c.options = append(c.options, x.options...)
			}
		}
		if len(c.options) > 0 {
			c.Message = "the type can be named " + c.options[0].Types[0].Name
			all = append(all, c)
		}
	}
	return all
}

// isLong reports whether objects at one path have a type with a name that is long, or that
// has the name of a member that only wraps in the middle.
func (v *view) isLong(h *home) bool {
	if h.declared || h.isChanged() {
		return false
	}
	if len(ident.Words(v.names.Struct(h.Struct))) > mostEasyWords {
		return true
	}
	segments := strings.Split(h.Path, "/")
	return slices.ContainsFunc(segments[1:max(1, len(segments)-1)], func(s string) bool {
		return s != "*" && saysNothing(infer.SegmentName(s)) && s != segments[len(segments)-1]
	})
}

// briefNamesOf returns short names for the type of objects, best first: that of their member,
// where it says enough, and that of the type around them with it.
func (v *view) briefNamesOf(h *home, only bool) []string {
	tail := v.tailName(h.Path)
	words := ident.Lower(tail)
	owner := ""
	switch {
	case h.owner == nil:
		owner = v.ownerName(h.Path)
	case v.isLong(h.owner) || saysNothing(h.owner.tail):
		owner = ""
	case h.owner.declared:
		owner = h.owner.Name
	default:
		owner = v.tailName(h.owner.Path)
	}
	var all []string
	add := func(name string) {
		if name = once(name); len(ident.Words(name)) <= mostEasyWords && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	last := words[max(0, len(words)-1):]
	general := saysNothing(memberOf(h.Path)) || len(last) == 0 || last[0] == "item" ||
		len(words) == 1 && isOneOf(last[0], anything, freeText, changeSet) || isOneOf(last[0], particle, timeEnd)
	if !general && (len(words) > 1 || only && !record.is(words[0])) {
		add(tail)
	}
	if one, ok := names.One(owner); ok && saysNothing(memberOf(h.Path)) && strings.HasSuffix(h.Path, "/*") {
		add(one) // one of lines/data
	}
	if owner != "" {
		add(owner + tail)
	}
	if before := v.ownerName(h.Path); before != owner {
		add(before + tail)
	}
	if !general {
		add(tail)
	}
	return all
}

// saysNothing reports whether all words of a name say nothing about the object that has it.
func saysNothing(name string) bool {
	words := ident.Lower(name)
	return !slices.ContainsFunc(words, func(w string) bool { return !isOneOf(w, vague, particle) })
}
