package payloadtest

import (
	"iter"
	"reflect"
	"slices"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// wholeUpTo is the length of the longest example that is edited as a whole.
// Decoding all of a longer one for every edit takes time that grows with the
// square of its length.
const wholeUpTo = 4 << 10

// excerpt is a part of an example, which is an object or array in it, in an example
// that is shorter: one that has little besides the part and the way to it.
type excerpt struct {
	example *example
	at      *value // in the example's root
	typ     reflect.Type
	path    []int
	tokens  []string
	place   []string // its path in the whole example
	oneEach bool     // one edit is tried of each place, not all
}

// excerpts yields the parts of the example, so that each place of the example is a
// member or an element of one of them, or in the text of one of their strings. A
// part whose shorter example does not decode without a mismatch, as where it lacks
// a required member, is one of the whole example.
func (x *example) excerpts() iter.Seq[excerpt] {
	return func(yield func(excerpt) bool) {
		x.walkExcerpts(yield, x.root, excerpt{example: x, at: x.root, typ: x.typ, oneEach: x.short})
	}
}

// walkExcerpts yields the excerpt of p, which is a part of the whole example whose
// value is v, and those of the parts below it.
func (x *example) walkExcerpts(yield func(excerpt) bool, v *value, p excerpt) bool {
	again, skipped := x.repeats(p)
	if !skipped {
		q := p
		q.oneEach = p.oneEach || again
		if !yield(x.shortened(q)) {
			return false
		}
	}
	for i, m := range v.list {
		if m.value.kind != payload.KindObject && m.value.kind != payload.KindArray {
			continue
		}
		name := m.name
		if v.kind == payload.KindArray {
			name = strconv.Itoa(i)
		}
		below := excerpt{
			example: x, at: m.value, typ: child(p.typ, v, m.name),
			path: with(p.path, i), tokens: with(p.tokens, name), place: with(p.place, name),
			oneEach: p.oneEach || isFar(v, p.typ, i),
		}
		if !x.walkExcerpts(yield, m.value, below) {
			return false
		}
	}
	return true
}

// shortened returns the part in the shortest example for it that decodes without a
// mismatch.
func (x *example) shortened(p excerpt) excerpt {
	for _, keep := range []bool{false, true} {
		q := p
		q.path, q.tokens = slices.Clone(p.path), slices.Clone(p.tokens)
		root := shorten(x.root, q.path, q.tokens, keep)
		text := string(root.append(nil))
		short := &example{decode: x.decode, topic: x.topic, text: text, root: made(text), amount: x.amount, lot: x.lot}
		short.whole([]byte(text))
		if len(short.problems) > 0 {
			continue
		}
		q.example, q.at = short, short.root
		for _, i := range q.path {
			q.at = q.at.list[i].value
		}
		return q
	}
	return p
}

// shorten returns v without what is not needed for the part to which path leads:
// of an array on the way there it keeps the one element, and puts its new index
// into path and tokens; the arrays beside the way are empty, and so are the objects
// there, unless keep says that they have their scalars and objects. The members
// and elements of the part itself have theirs.
func shorten(v *value, path []int, tokens []string, keep bool) *value {
	c := &value{kind: v.kind}
	if len(path) == 0 {
		for _, m := range v.list {
			m.value = emptied(m.value, true)
			c.list = append(c.list, m)
		}
		return c
	}
	at := path[0]
	if v.kind == payload.KindArray {
		path[0], tokens[0] = 0, "0"
		m := v.list[at]
		m.value = shorten(m.value, path[1:], tokens[1:], keep)
		c.list = []member{m}
		return c
	}
	for i, m := range v.list {
		if i == at {
			m.value = shorten(m.value, path[1:], tokens[1:], keep)
		} else {
			m.value = emptied(m.value, keep)
		}
		c.list = append(c.list, m)
	}
	return c
}

// emptied returns a scalar as it is, an array without its elements, and an object
// without its members or with what emptied gives of them.
func emptied(v *value, keep bool) *value {
	if v.kind != payload.KindObject && v.kind != payload.KindArray {
		return v
	}
	c := &value{kind: v.kind}
	if v.kind == payload.KindObject && keep {
		for _, m := range v.list {
			m.value = emptied(m.value, keep)
			c.list = append(c.list, m)
		}
	}
	return c
}

// containers returns how many objects and arrays there are in v, itself included.
func (v *value) containers() int {
	n := 0
	if v.kind == payload.KindObject || v.kind == payload.KindArray {
		n++
	}
	for _, m := range v.list {
		n += m.value.containers()
	}
	return n
}
