package suggest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// EventName assigns the topics of an event to another event.
type EventName struct{ Event, Now string }

// sameEvents finds events whose bodies have the same structure, so that their topics
// could share one event. The suggestions are weak: a program may want to tell the
// topics apart by their Go types, and paths of decisions change with the event.
func (v *view) sameEvents() []Suggestion {
	roots := make(map[string]*infer.Struct)
	classes := make(map[string][][]string) // by the members at the root
	for _, e := range v.model.Events {
		if s, ok := e.Root.(*infer.Struct); ok {
			roots[e.Name] = s
		}
	}
	for _, name := range slices.Sorted(maps.Keys(roots)) {
		var keys []string
		for _, f := range roots[name].Fields {
			keys = append(keys, f.Key)
		}
		slices.Sort(keys)
		id := fmt.Sprintf("%t %q", roots[name].Envelope, keys)
		same := classes[id]
		i := slices.IndexFunc(same, func(class []string) bool { return v.oneBody(roots[class[0]], roots[name]) })
		switch {
		case i >= 0:
			same[i] = append(same[i], name)
		case len(same) < mostEventClasses:
			classes[id] = append(same, []string{name})
		}
	}
	var all []Suggestion
	for _, id := range slices.Sorted(maps.Keys(classes)) {
		for _, class := range classes[id] {
			if len(class) > 1 && deep(v.whole(roots[class[0]]), nil) >= alikeFrom {
				all = append(all, v.oneEvent(class, roots))
			}
		}
	}
	return all
}

// whole returns the struct of a body together with the members of the envelope.
func (v *view) whole(root *infer.Struct) *infer.Struct {
	if !root.Envelope {
		return root
	}
	return &infer.Struct{Path: root.Path, Fields: slices.Concat(v.model.Envelope.Fields, root.Fields)}
}

// oneBody reports whether two bodies with the same members have the same structure.
func (v *view) oneBody(a, b *infer.Struct) bool {
	for _, f := range a.Fields {
		if !v.alike([]*infer.Field{f, fieldOf(b, f.Key)}) {
			return false
		}
	}
	return true
}

// oneEvent suggests one event for those of a class. Its name is what all their names
// begin or end with, or else that of the event that is first in the spec.
func (v *view) oneEvent(class []string, roots map[string]*infer.Struct) Suggestion {
	inSpec := slices.SortedFunc(slices.Values(class), func(a, b string) int {
		return cmp.Or(roots[a].At.Compare(roots[b].At), strings.Compare(a, b))
	})
	name := whole(class)
	if name == "" || !slices.Contains(class, name) && (v.isEvent(name) || v.isTypeName(infer.EventPath(name))) {
		name = inSpec[0]
	}
	s := Suggestion{
		Kind: "event", Weak: true, Path: roots[inSpec[0]].Path,
		Message: fmt.Sprintf("the bodies of %d events have the same structure; their topics could share one event", len(class)),
	}
	for _, e := range inSpec {
		s.For = append(s.For, roots[e].At)
		if e != name {
			s.Change.Events = append(s.Change.Events, EventName{e, name})
		}
	}
	return s
}
