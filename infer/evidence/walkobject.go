package evidence

import (
	"strings"
)

// object reads the object at i and returns its end. It first tries the members of the
// last object in the same order, because these nearly always come again, and calls
// member for the others.
func (w *walker) object(i int, t *tally) int {
	if !w.r.Enter(i, '{') {
		return w.r.Skip(i) // too deep
	}
	level := w.enter()
	t.objects++
	begin, next, here, size := i, 0, 0, 0
	for n := 0; ; n++ {
		key := i
		if k := i + 1; next < len(t.slots) && (w.s[i] == ',' || n == 0) {
			expected := t.slots[next].key
			if k+len(expected) < w.n && w.s[k:k+len(expected)] == expected {
				i = k + len(expected)
			}
		}
		// If i is at most key+1, no member was expected, or another one came.
		if i <= key+1 || w.s[i] <= ' ' {
			slot, value := w.member(begin, key, n, t, next)
			if i = value; slot == noMember {
				break
			}
			if slot < 0 {
				i, size = w.slotless(slot, begin, key, i, size, t)
				continue
			}
			next = slot
		}
		m := &t.slots[next]
		next++
		if m.last != t.objects {
			m.last = t.objects
			here++
		} else if !m.many {
			i = w.repeated(begin, key, i, m.name, t)
			continue
		}
		size++
		if w.strict {
			w.steps[level] = step{name: m.name, index: -1}
		}
		var end int
		var c Class
		if w.s[i] == '"' && w.elided == nil {
			end, c = w.string(i, &m.tally) // as in read
		} else {
			end, c = w.read(i, &m.tally)
		}
		switch {
		case end >= w.n:
		case m.class == c && m.counter.order < w.order:
			m.counter.count++ // as in add, for a value of the usual class
		default:
			m.add(c, w.order, w.at(i))
		}
		i = end
	}
	t.size, t.lacks = size, here < len(t.slots)
	w.leaveObject(begin, i, t)
	return i
}

// leaveObject ends the reading of the object at begin, at i.
func (w *walker) leaveObject(begin, i int, t *tally) {
	w.leave()
	if i < w.n && t != w.top {
		w.whole(begin, t)
	}
}

// slotless skips the value of a member whose name is folded, or which is not counted.
// It returns its end, and the size of the object with it: a duplicate adds nothing.
func (w *walker) slotless(slot, object, key, value, size int, t *tally) (end, sizeWith int) {
	if slot == again {
		return w.repeated(object, key, value, w.text, t), size
	}
	return w.r.Skip(value), size + 1
}

// member returns the slot of the next member of the object that begins at the given
// offset, and the offset of the member's value. i is the start of the object or the end
// of its nth member; next is the slot of the expected member, which is tried first,
// together with the one after it: one member is often absent, several in a row are not.
// After the last member and after an error, the slot is noMember.
func (w *walker) member(object, i, n int, t *tally, next int) (slot, value int) {
	s, k := w.s, i
	if n > 0 {
		k = space(s, i)
	}
	if s[k] == ',' || n == 0 {
		k = space(s, k+1)
		for slot := next; slot < min(next+2, len(t.slots)); slot++ {
			key := t.slots[slot].key
			if end := k + len(key); key != unexpected && end < w.n && s[k:end] == key {
				if end = space(s, end); end < w.n {
					return slot, end
				}
			}
		}
	}
	if i = w.r.Member(i, n == 0); i < 0 {
		return noMember, ^i
	}
	w.text, i, w.exact = w.r.String(i)
	if value = w.r.Colon(i); value >= w.n {
		return noMember, w.n
	}
	slot, ok := t.index[w.text]
	if ok && t.slots[slot].key != unexpected {
		return slot, value
	}
	return w.unexpected(object, k, value, t), value
}

// unexpected returns the slot of the member whose name was read at k, if the name is
// new or has another form than the key of its slot.
func (w *walker) unexpected(object, k, value int, t *tally) int {
	name := w.text
	key := w.s[k:k+strings.LastIndexByte(w.s[k:value], '"')+1] + ":"
	if strings.Contains(name, "\ufffd") {
		if !w.exact {
			w.inexact(value, t, true)
		}
		key = unexpected
	}
	many := false
	if w.rename != nil {
		if kept := w.rename(name); kept != name {
			name, key, many = kept, unexpected, true
		}
	}
	if slot, ok := t.index[name]; ok {
		return slot
	}
	below, isKey := t.known.member(name)
	if (isKey || below == nil) && !w.strict && (!w.level.keeps(name) || w.drops(t.known, below)) {
		return w.folded(object, name, !many, t)
	}
	return t.member(name, key, many, isKey, w.within(t.known, below, isKey))
}

// unexpected is the key of a slot that member never finds by comparing bytes. No other
// key is empty.
const unexpected = ""

// whole adds what the array or object at i shows as a whole: its size and the members
// that it lacks. At the root of a text, root calls it, once the text is known to be
// JSON.
func (w *walker) whole(i int, t *tally) {
	t.most = max(t.most, t.size)
	if w.s[i] != '{' || !t.lacks {
		return
	}
	for k := range t.slots {
		if m := &t.slots[k]; m.last != t.objects {
			m.absent.add(w.order, w.at(i))
		}
	}
}

// repeated skips the value of a duplicate member. RFC 8259 does not say which one
// counts; decoders take the last.
func (w *walker) repeated(object, key, value int, name string, t *tally) int {
	t.rare()[FactRepeated].add(w.order, w.at(value))
	if w.strict && !w.inside {
		w.duplicate(object, key, name)
	}
	return w.r.Skip(value)
}

// space returns the offset of the first byte at or after i that is not white space.
func space(s string, i int) int {
	for s[i] <= ' ' && (s[i] == ' ' || s[i] == '\n' || s[i] == '\r' || s[i] == '\t') {
		i++
	}
	return i
}
