package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// Entry is an entry of a spec's log of changes, which acknowledges a change. One of
// Path, Type and Topic is set.
type Entry struct {
	Path  string // changes at and below this path, or this key of the spec
	Type  string // changes of and below a Go type, by its old or new name
	Topic string // changes of this topic only
	Why   string
	Ref   infer.Ref
}

// Since returns the new entries. An entry stays in the spec after its change, so it
// acknowledges only the changes that it was added with. A later change at the same
// path needs another entry.
func Since(old, new []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(new), func(e Entry) bool {
		return slices.ContainsFunc(old, func(o Entry) bool {
			o.Ref = e.Ref
			return o == e
		})
	})
}

// Acknowledge returns for each change the first entry that acknowledges it, or nil, and
// the entries that acknowledge no change.
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

// covers reports whether an entry acknowledges a change.
func (e Entry) covers(c Change) bool {
	switch {
	case e.Topic != "":
		one := len(c.Topics) == 1 && c.Topics[0] == e.Topic
		return one || c.What == Topic && e.Topic == c.Was
	case e.Type != "":
		return e.Type == c.Type || e.Type == c.WasType || c.isPlace() && (below(c.Path, e.Type) || below(c.Was, e.Type))
	}
	if c.What == Source || c.What == Deliveries {
		return below(cmp.Or(c.Path, "topic"), e.Path)
	}
	return c.isPlace() && (below(c.Path, e.Path) || below(c.Was, e.Path))
}

// isPlace reports whether the path of the change is a path into payloads.
func (c Change) isPlace() bool { return c.What == Event || c.What == Type || c.What == Field }

// below reports whether a path is at or below another one.
func below(path, place string) bool {
	return path == place || strings.HasPrefix(path, place+"/")
}
