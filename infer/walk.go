package infer

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
)

// walker reads one text at a time and adds what it shows to tallies.
//
// It does what a decoder does that was generated for the members seen so far, in
// their order: it compares what stands at the cursor with the name that is
// expected there, and asks the reader for whatever else may come. It knows no
// path; the path of a problem is that of the steps that lead there.
type walker struct {
	r     *payload.Reader
	s     string // its padded text
	n     int    // the length of the text
	order uint64 // what the text's Origin is made of

	sampling bool
	strict   bool // collects problems, and steps for their paths
	example  *Example
	elided   map[string]bool // by pointer: whether it was met
	steps    []step
	problems []Problem

	inside bool // in the JSON of a string,
	base   int  // which is at this offset

	// What the reader reads into. These are here because a variable that it is
	// given the address of would be allocated each time.
	text  string
	value payload.Value
}

// step is one value on the way to the current one.
type step struct {
	name  string
	index int // of an element, -1 of a member
}

// at returns the packed origin of the value at i.
func (w *walker) at(i int) uint64 {
	if w.inside {
		return at(w.base, i)
	}
	return at(i, 0)
}

// start lets w read from r.
func (w *walker) start(r *payload.Reader) { w.r, w.s, w.n = r, r.Padded(), len(r.Text()) }

// root adds the text of w to t. It reports whether the whole of it is JSON; where
// it is not, what came before the fault counts, and what it cut off does not.
func (w *walker) root(t *tally) error {
	i := w.r.Offset()
	end, c := w.read(i, t)
	w.r.EndAt(end)
	err := w.r.Done()
	if err == nil {
		t.classes[c].add(w.order, w.at(i))
		if c == classObject && t.lacks {
			w.absences(i, t)
		}
	}
	return err
}

// read adds the value at i to t, without the mark of its class, and returns its
// end and its class. A value inside of another that ends where the text does was
// cut off by an error.
func (w *walker) read(i int, t *tally) (int, class) {
	s := w.s
	if w.elided != nil && !w.inside {
		if end, ok := w.elide(i); ok {
			return end, classElided
		}
	}
	switch s[i] {
	case '"':
		return w.string(i, t)
	case '{':
		return w.object(i, t), classObject
	case '[':
		return w.array(i, t), classArray
	case 'n':
		if s[i:i+4] == "null" {
			return i + 4, classNull
		}
	case 't':
		if s[i:i+4] == "true" {
			return i + 4, classBool
		}
	case 'f':
		if s[i:i+5] == "false" {
			return i + 5, classBool
		}
	}
	return w.number(i, t)
}

func (w *walker) string(i int, t *tally) (int, class) {
	if c := w.s[i+1]; (c == '{' || c == '[') && !w.inside {
		if end, c, ok := w.json(i, t); ok {
			return end, c
		}
	}
	end := w.r.StringAt(i, &w.text, "")
	if end < 0 {
		end = ^end
		w.inexact(i, t, "a string")
	}
	text := w.text
	if text == "" {
		return end, stringEmpty
	}
	if w.sampling {
		t.strings.add(text)
	}
	switch c := text[0]; {
	case c > '9':
	case len(text) == 1 && (c == '0' || c == '1'):
		return end, stringFlag
	case c >= '0' && isTimestamp(text):
		return end, stringTime
	}
	return end, stringOther
}

// json is read for a string that begins as an array or object does. It reports
// false where that is not what the string holds.
func (w *walker) json(i int, t *tally) (int, class, bool) {
	want := payload.KindObject
	if w.s[i+1] == '[' {
		want = payload.KindArray
	}
	in, end, ok := w.r.InnerAt(i, want, &w.text, "")
	if !ok || end < 0 {
		end = max(end, ^end)
		return end, stringOther, end >= w.n
	}
	// What is no JSON as a whole shows nothing.
	check := in
	if check.Skip(); check.Done() != nil {
		return end, stringOther, false
	}
	if w.sampling {
		t.strings.add(w.text)
	}
	if t.inner == nil {
		t.inner = new(tally)
	}
	outer := w.r
	w.start(&in)
	w.inside, w.base = true, i
	_ = w.root(t.inner)
	w.start(outer)
	w.inside = false
	return end, stringJSON, true
}

func (w *walker) array(i int, t *tally) int {
	if !w.r.ArrayAt(i) {
		return ^w.r.RejectAt(i, payload.KindArray) // which is too deep
	}
	level := w.enter()
	n := 0
	for ; ; n++ {
		var more bool
		if i, more = w.r.ItemAt(i, n); !more {
			break
		}
		if t.elem == nil {
			t.elem = new(tally)
		}
		if w.strict {
			w.steps[level] = step{index: n}
		}
		end, c := w.read(i, t.elem)
		if end < w.n {
			t.elem.classes[c].add(w.order, w.at(i))
		}
		i = end
	}
	t.most = max(t.most, n)
	w.leave()
	return i
}

func (w *walker) enter() int {
	if w.strict {
		w.steps = append(w.steps, step{})
	}
	return len(w.steps) - 1
}

func (w *walker) leave() {
	if w.strict {
		w.steps = w.steps[:len(w.steps)-1]
	}
}

func (w *walker) object(i int, t *tally) int {
	if !w.r.ObjectAt(i) {
		return ^w.r.RejectAt(i, payload.KindObject) // which is too deep
	}
	level := w.enter()
	begin := i
	t.objects++
	next, here := 0, 0
	for n := 0; ; n++ {
		key := i
		var b *branch
		if b, i = w.expected(i, n, t, next); b == nil {
			if b, i = w.member(i, n, t); b == nil {
				break
			}
		}
		next = b.place + 1
		if b.last != t.objects {
			b.last = t.objects
			here++
		} else {
			i = w.repeated(begin, key, i, b, t)
			continue
		}
		if w.strict {
			w.steps[level] = step{name: b.name, index: -1}
		}
		end, c := w.read(i, &b.tally)
		if end < w.n {
			b.classes[c].add(w.order, w.at(i))
		}
		i = end
	}
	w.leave()
	t.most = max(t.most, here)
	if t.lacks = here < len(t.members); t.lacks && i < w.n {
		w.absences(begin, t)
	}
	return i
}

// expected returns the next member of an object, and where its value begins, if
// it is the one that comes next among those seen so far, or the one after that.
// It is at the beginning of the object, or at the end of its nth member.
func (w *walker) expected(i, n int, t *tally, next int) (*branch, int) {
	s, k := w.s, i
	if n > 0 {
		if k = space(s, k); s[k] != ',' {
			return nil, i
		}
	}
	k = space(s, k+1)
	last := next + 2
	for ; next < len(t.members) && next < last; next++ {
		b := t.members[next]
		if end := k + len(b.quoted); end <= w.n && s[k:end] == b.quoted {
			if end = space(s, end); s[end] != ':' {
				return nil, i
			}
			if end = space(s, end+1); end < w.n {
				return b, end
			}
			return nil, i
		}
	}
	return nil, i
}

// space returns the offset of the first byte at or after i that is not white
// space.
func space(s string, i int) int {
	for s[i] <= ' ' && (s[i] == ' ' || s[i] == '\n' || s[i] == '\r' || s[i] == '\t') {
		i++
	}
	return i
}

// member is expected for any member. It returns nil after the last one.
func (w *walker) member(i, n int, t *tally) (*branch, int) {
	value, ok := w.r.KeyAt(i, n, &w.text)
	if !ok {
		return nil, value
	}
	name := w.text
	b := t.index[name]
	if b != nil && b.quoted != "" {
		return b, value
	}
	key := nameAt(w.s, i, n)
	quoted := w.s[key : key+strings.LastIndexByte(w.s[key:value], '"')+1]
	if strings.Contains(name, "\ufffd") {
		again := *w.r
		if again.EndAt(key); !again.String(&w.text) {
			w.inexact(value, t, "the name of a member")
		}
		quoted = "" // which takes this path each time
	}
	if b != nil {
		return b, value
	}
	if w.strict && !w.inside && len(t.members) == MaxMembers {
		w.problem(value, w.pointer(len(w.steps)-1), fmt.Sprintf("objects with more than %d different members", MaxMembers),
			"show fewer of its keys, and decide that it is a map")
	}
	return t.member(name, quoted), value
}

// nameAt returns the offset of the name of the member that follows the beginning
// of an object, or the end of its nth member.
func nameAt(s string, i, n int) int {
	if n > 0 {
		i = space(s, i)
	}
	return space(s, i+1)
}

// absences adds that the object that began at i lacks the members that it lacks.
func (w *walker) absences(i int, t *tally) {
	for _, b := range t.members {
		if b.last != t.objects {
			b.absent.add(w.order, w.at(i))
		}
	}
}

// repeated passes over the value of a member that its object already has. Which
// of the two counts is nowhere said; decoders take the last one.
func (w *walker) repeated(object, key, value int, b *branch, t *tally) int {
	t.rare().repeated.add(w.order, w.at(key))
	if w.strict && !w.inside {
		w.duplicate(object, key, b)
	}
	end := w.r.ValueAt(value, &w.value, "")
	return end
}
