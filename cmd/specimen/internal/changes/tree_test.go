package changes

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// tree is a JSON value.
type tree struct {
	scalar string // its text, or "" for an object or a list
	list   bool
	names  []string // of members
	below  []*tree
	name   string // of the example that it is
}

// all returns the objects and lists of a value.
func (x *tree) all() []*tree {
	if x.scalar != "" {
		return nil
	}
	out := []*tree{x}
	for _, y := range x.below {
		out = append(out, y.all()...)
	}
	return out
}

func (x *tree) clone() *tree {
	y := &tree{scalar: x.scalar, list: x.list, names: slices.Clone(x.names), name: x.name}
	for _, z := range x.below {
		y.below = append(y.below, z.clone())
	}
	return y
}

// text writes JSON with each value on a line, its comma before it, so that what is
// added or removed changes no other line.
func (x *tree) text(b *strings.Builder, indent string) {
	if x.scalar != "" {
		b.WriteString(x.scalar)
		return
	}
	open, end := "{", "}"
	if x.list {
		open, end = "[", "]"
	}
	b.WriteString(open)
	for i, y := range x.below {
		if b.WriteString("\n" + indent + "  "); i > 0 {
			b.WriteString(", ")
		}
		if !x.list {
			fmt.Fprintf(b, "%q: ", x.names[i])
		}
		y.text(b, indent+"  ")
	}
	b.WriteString("\n" + indent + end)
}

func someTree(r *rand.Rand, depth int) *tree {
	if depth == 0 || r.IntN(3) == 0 {
		return &tree{scalar: pickOne(r, "null", "1", "1", "2.5", `"x"`, `"y"`, `""`, "true", `"2024-01-02"`, `"{\"a\":1}"`)}
	}
	x := &tree{list: r.IntN(4) == 0}
	for _, name := range []string{"id", "at", "to", "by", "1", "2"} {
		if r.IntN(2) == 0 {
			x.below = append(x.below, someTree(r, depth-1))
			x.names = append(x.names, name)
		}
	}
	return x
}

// someRoot returns the body of an event.
func someRoot(r *rand.Rand) *tree {
	x := &tree{names: []string{"ts", "a", "b"}, name: fmt.Sprint("e", r.Uint32())}
	for range x.names {
		x.below = append(x.below, someTree(r, 2))
	}
	return x
}

// edit changes one part of an object or a list and says what.
func (x *tree) edit(r *rand.Rand, n int) string {
	i := r.IntN(len(x.below) + 1)
	if i < len(x.below) {
		switch n {
		case 0, 1, 2:
			x.below[i] = someTree(r, r.IntN(2))
			return "change a value"
		case 3:
			x.below[i] = &tree{scalar: "null"}
			return "change a value to null"
		case 4:
			x.below, x.names = slices.Delete(x.below, i, i+1), slices.Delete(x.names, i, i+1)
			return "remove a value"
		}
	}
	x.below, x.names = slices.Insert(x.below, i, someTree(r, 2)), slices.Insert(x.names, i, fmt.Sprint("new", r.IntN(3)))
	return "add a value"
}
