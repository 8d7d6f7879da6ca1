package diff

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// Entry is a line of a spec's log of changes: that somebody knows of a change
// and wants it. One of Path, Type and Topic is not "".
type Entry struct {
	Path  string // a place: what changes there and below it
	Type  string // a Go type, by its old or new name: what changes in it and below it
	Topic string // what changes for this topic and for no other one
	Why   string
	Ref   infer.Ref
}

// Since returns the entries that are not among the old ones. An entry stays in
// the spec when its change is long done. So it speaks of the changes between two
// states only where it came with them, and another change at the same place
// needs another entry.
func Since(old, new []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(new), func(e Entry) bool {
		return slices.ContainsFunc(old, func(o Entry) bool {
			o.Ref = e.Ref
			return o == e
		})
	})
}

// Acknowledge returns the first entry that speaks of each change, nil where none
// does, and the entries that speak of no change.
func Acknowledge(changes []Change, entries []Entry) (by []*Entry, idle []Entry) {
	by = make([]*Entry, len(changes))
	for i := range entries {
		e := &entries[i]
		found := false
		for k, c := range changes {
			if !e.covers(c) {
				continue
			}
			found = true
			if by[k] == nil {
				by[k] = e
			}
		}
		if !found {
			idle = append(idle, *e)
		}
	}
	return by, idle
}

// covers reports whether an entry speaks of a change.
func (e Entry) covers(c Change) bool {
	switch {
	case e.Topic != "":
		one := len(c.Topics) == 1 && c.Topics[0] == e.Topic
		return one || c.What == Topic && e.Topic == c.Was
	case e.Type != "":
		return e.Type == c.Type || e.Type == c.WasType || c.isPlace() && (below(c.Path, e.Type) || below(c.Was, e.Type))
	}
	return c.isPlace() && (below(c.Path, e.Path) || below(c.Was, e.Path))
}

// isPlace reports whether the change's path is one into payloads.
func (c Change) isPlace() bool { return c.What == Event || c.What == Type || c.What == Field }

// below reports whether a place is another one, or below it.
func below(path, place string) bool {
	return path == place || strings.HasPrefix(path, place+"/")
}
