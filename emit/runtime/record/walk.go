package record

import (
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// walk counts what an event shows. Its methods for values return the class of the value,
// which their callers count.
type walk struct {
	rename func(string) string

	step   uint64 // added to each counter: 1, or -1 to take that back, or 0
	below  uint64 // the complement of the delivery's digest, or of its least
	learns bool   // the collector got the delivery
	failed bool   // the delivery shows something that is new, or that the walk cannot tell
	first  bool   // it failed, and the rest of its digest does not matter
	whole  bool   // whether the least digest was not enough for the last delivery

	made    []*plan         // all plans
	changed bool            // whether they are out of date
	larger  bool            // whether an object that is counted may be larger than the usual one
	body    string          // with its padding
	memory  jsontext.Memory // of strings with escapes

	depth   int    // arrays and objects that are open
	inside  bool   // whether the values are of JSON in a string
	objects uint64 // the number of objects so far, by which nodes know the last one
	foreign int    // the number of nodes of paths that the types do not have
}

// Classes of values besides those that evidence has.
const (
	absent = evidence.Classes         // there is no value
	none   = evidence.Class(1<<8 - 1) // the walk cannot tell
)

func (w *walk) root(n *node, p unsafe.Pointer, step uint64) {
	w.step, w.depth = step, 0
	w.put(n, w.object(n, n.typ, p))
}

// put counts a value of a class, or the absence of one.
func (w *walk) put(n *node, c evidence.Class) {
	if c != none {
		w.add(&n.seen[c])
	}
}

// add counts a value, or the absence of one.
func (w *walk) add(c *counter) {
	if c.below < w.below {
		w.show(c)
	}
	c.count += w.step
}

// show handles a counter that no delivery has shown whose digest is less.
func (w *walk) show(c *counter) {
	if w.learns {
		c.below = max(c.below, w.below)
	} else {
		w.earlier(c.below)
	}
}

// size handles the size of an array or object.
func (w *walk) size(n *node, size int) {
	switch {
	case size <= n.most:
	case w.learns:
		n.most = size
	default:
		w.failed, w.first = true, true
	}
}

// fail says that the walk cannot tell what a value is.
func (w *walk) fail() evidence.Class {
	w.failed, w.first = true, true
	return none
}

// value counts the parts of the value at p, of a kind: that of the type, or of the value of
// an Opt of the type.
func (w *walk) value(n *node, t *typ, k kind, p unsafe.Pointer) evidence.Class {
	switch k {
	case kindString:
		return w.text(n, *(*string)(p))
	case kindBase64:
		return w.base64(n, *(*string)(p))
	case kindInt:
		return integer(*(*int64)(p))
	case kindBool:
		return evidence.ClassBool
	case kindFloat:
		return float(*(*float64)(p))
	case kindNumber, kindValue: // which have one layout
		return w.raw(n, rawAt(p))
	case kindFlag:
		return w.raw(n, state.FlagText(*(*uint8)(p)))
	case kindStruct:
		return w.object(n, t, p)
	case kindPointer:
		if p = *(*unsafe.Pointer)(p); p == nil {
			return w.fail()
		}
		return w.value(n, t.elem, t.elem.kind, p)
	case kindSlice:
		return w.slice(n, t, p)
	case kindMap:
		return w.entries(n, t, p)
	case kindOpt:
		if c := presence(unsafe.Add(p, t.other)); c != none {
			return c
		}
		return w.value(n, t.elem, t.elem.kind, unsafe.Add(p, t.value))
	case kindOr:
		other := (*state.Other)(unsafe.Add(p, t.other))
		if other.Is {
			return w.value(n, t.elem, t.elem.kind, unsafe.Add(p, t.value))
		}
		return w.raw(n, other.Value.Raw())
	case kindJSON:
		return w.json(n, t, p)
	case kindObjectOrList:
		if at := *(*unsafe.Pointer)(p); at != nil {
			return w.object(n, t.elem, at)
		}
		return w.slice(n, t.list, unsafe.Add(p, t.other))
	}
	return w.fail()
}

// presence returns the class of an Opt without a value, none of one with a value.
func presence(p unsafe.Pointer) evidence.Class {
	switch *(*state.Presence)(p) {
	case state.Absent:
		return absent
	case state.Null:
		return evidence.ClassNull
	}
	return none
}

// slice counts the elements of the slice at p.
func (w *walk) slice(n *node, t *typ, p unsafe.Pointer) evidence.Class {
	list := *(*[]struct{})(p) // of which the length counts
	if list == nil {
		return evidence.ClassNull
	}
	if w.depth++; w.depth > evidence.MaxDepth {
		w.depth--
		return w.fail()
	}
	w.size(n, len(list))
	first := unsafe.Pointer(unsafe.SliceData(list))
	if elem := w.elem(n, t.elem, len(list)); elem != nil {
		for i := range list {
			at := unsafe.Add(first, uintptr(i)*t.size) // and never beyond the last one
			w.put(elem, w.part(elem, t.elem, at))
		}
	}
	w.depth--
	return evidence.ClassArray
}

// part counts what is in the value at p, an element of a list or map. It is not absent: a
// Number or a Flag without a value is a null.
func (w *walk) part(n *node, t *typ, p unsafe.Pointer) evidence.Class {
	c := w.value(n, t, t.kind, p)
	if c != absent {
		return c
	}
	if t.kind == kindNumber || t.kind == kindFlag {
		return evidence.ClassNull
	}
	return w.fail()
}

// elem returns the node of the elements of an array of some length, or nil if there is none.
func (w *walk) elem(n *node, t *typ, length int) *node {
	if n.elem != nil || length == 0 {
		return n.elem
	}
	if w.learns {
		elem := new(node)
		if elem.below(n, t); !elem.foreign || w.room(1) {
			n.elem = elem
		}
	}
	if n.elem == nil {
		w.fail()
	}
	return n.elem
}

// entries counts the values of the Map at p.
func (w *walk) entries(n *node, t *typ, p unsafe.Pointer) evidence.Class {
	list := *(*[]struct{})(p)
	if list == nil {
		return evidence.ClassNull
	}
	if w.depth++; w.depth > evidence.MaxDepth {
		w.depth--
		return w.fail()
	}
	w.size(n, len(list))
	w.objects++
	serial := w.objects
	first := unsafe.Pointer(unsafe.SliceData(list))
	for i := range list {
		at := unsafe.Add(first, uintptr(i)*t.size)
		if m := w.member(n, t.elem, *(*string)(at), true, serial); m != nil {
			w.put(m, w.part(m, t.elem, unsafe.Add(at, t.value)))
		}
	}
	w.lacks(n, serial)
	w.depth--
	return evidence.ClassObject
}

// json counts what is in the JSON at p.
func (w *walk) json(n *node, t *typ, p unsafe.Pointer) evidence.Class {
	text := (*state.Text)(unsafe.Add(p, t.other))
	// A struct holds all of its object, and tells an object from what is none. Others do not.
	whole := text.Is && (t.elem.kind == kindStruct || t.elem.kind == kindSlice && t.elem.elem.kind == kindStruct)
	at := unsafe.Add(p, t.value)
	switch {
	case text.Form == state.JSONAbsent:
		return absent
	case text.Form == state.JSONNull:
		return evidence.ClassNull
	case text.Form == state.JSONPlain && whole:
		return w.value(n, t.elem, t.elem.kind, at)
	case text.Form == state.JSONPlain:
		return w.raw(n, text.JSON)
	case !whole || w.inside || text.JSON[0] != '{' && text.JSON[0] != '[':
		return w.text(n, text.JSON)
	}
	inner := w.inner(n)
	if inner == nil {
		return none
	}
	w.inside = true
	w.put(inner, w.value(inner, t.elem, t.elem.kind, at))
	w.inside = false
	return evidence.StringJSON
}

// inner returns the node of the JSON in strings, or nil if there is none.
func (w *walk) inner(n *node) *node {
	if n.inner == nil && w.learns {
		inner := &node{up: n, foreign: true}
		if !n.foreign && n.typ.inside().kind == kindJSON {
			inner.typ, inner.foreign = n.typ.inside().elem, false
		}
		if !inner.foreign || w.room(1) {
			n.inner = inner
		}
	}
	if n.inner == nil {
		w.fail()
	}
	return n.inner
}

// room reports whether there may be some more foreign nodes.
func (w *walk) room(more int) bool {
	if w.foreign+more > maxForeign {
		return false
	}
	w.foreign += more
	return true
}
