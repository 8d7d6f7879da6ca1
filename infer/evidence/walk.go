package evidence

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// walker reads one text at a time and counts what it shows in tallies.
//
// It works like a decoder generated for the members seen so far, in their order: it
// compares the text at the cursor with the name that is expected there, and calls the
// reader for anything else. It does not build paths; the path of a problem is made of
// the steps that lead to it.
type walker struct {
	r     *jsontext.Text
	top   *tally // of the whole text
	s     string // the padded text
	n     int    // the length of the text
	order uint64 // identifies the text; see maker

	sampling bool
	strict   bool            // report problems, and collect steps for their paths
	report   Reporter        // of problems
	elided   map[string]bool // by pointer: whether the value was found
	steps    []step

	rename func(name string) string // returns what to keep of a name, or nil
	nodes  maker

	// Of an Accumulator: see foreign.go.
	level   Level           // at which new names are folded
	bounded int             // the number of paths that count towards MaxForeign
	limit   int             // the number at which full is called
	full    func()          // raises the level and the limit
	names   map[nameIn]bool // the folded names of this text

	inside bool // whether s is the JSON in a string
	base   int  // the offset of that string

	// What the reader reads into. They are fields because the reader is given their
	// addresses: as variables, they would be allocated every time.
	text   string
	exact  bool // whether text is what was written
	memory jsontext.Memory
}

// step is a member or element on the way to the current value.
type step struct {
	name  string
	index int // of an element, or -1
}

// at returns the packed origin of the value at i.
func (w *walker) at(i int) uint64 {
	if w.inside {
		return at(w.base, i)
	}
	return at(i, 0)
}

// start makes w read from r.
func (w *walker) start(r *jsontext.Text) { w.r, w.s, w.n = r, r.S, r.N }

// root adds the text of w to t. It returns an error if the text is not JSON; then the
// values before the error are counted, except those that contain it.
func (w *walker) root(t *tally) error {
	i := w.r.Space(0)
	outer := w.top
	w.top = t
	end, c := w.read(i, t)
	w.top = outer
	err := w.r.End(end)
	if err == nil {
		t.classes[c].add(w.order, w.at(i))
		if c == ClassObject || c == ClassArray {
			w.whole(i, t)
		}
	}
	return err
}

// read adds the value at i to t, except the count of its class, and returns its end and
// its class. A value inside another one that ends where the text ends was cut off by an
// error.
func (w *walker) read(i int, t *tally) (int, Class) {
	s := w.s
	if w.elided != nil && !w.inside {
		if end, ok := w.elide(i); ok && s[i] == '"' {
			return end, elidedText
		} else if ok {
			return end, elidedNull
		}
	}
	switch s[i] {
	case '"':
		return w.string(i, t)
	case '{':
		return w.object(i, t), ClassObject
	case '[':
		return w.array(i, t), ClassArray
	case 'n':
		if s[i:i+4] == "null" {
			return i + 4, ClassNull
		}
	case 't':
		if s[i:i+4] == "true" {
			return i + 4, ClassBool
		}
	case 'f':
		if s[i:i+5] == "false" {
			return i + 5, ClassBool
		}
	}
	return w.number(i, t)
}

func (w *walker) string(i int, t *tally) (int, Class) {
	first := w.s[i+1]
	if first == '"' {
		return i + 2, StringEmpty
	}
	if (first == '{' || first == '[') && !w.inside {
		if end, c, ok := w.json(i, t); ok {
			return end, c
		}
	}
	text, end, exact := w.r.StringIn(&w.memory, i)
	if first == '\\' && !w.inside && (strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[")) {
		if end, c, ok := w.json(i, t); ok { // the bracket is escaped, which does not matter
			return end, c
		}
	}
	if w.text = text; !exact {
		w.inexact(i, t, false)
	}
	if w.sampling && w.text != "" {
		t.strings.add(w.text)
	}
	w.base64(i, t)
	if first > '9' && first != '\\' && first != 't' && first != 'f' && w.s[i+4] != ',' { // a date can begin like "Mon, "
		return end, StringOther
	}
	return end, ClassOfString(w.text)
}

// json reads a string that begins like an array or object. It reports false if the
// string is not JSON; the values before the error are counted.
func (w *walker) json(i int, t *tally) (int, Class, bool) {
	padded, end, ok := w.r.Unquote(i, &w.memory, jsontext.SpareJSON)
	if !ok {
		_, end, _ = w.r.String(i)
		return end, StringOther, end >= w.n // string reports what is wrong with it
	}
	in := jsontext.PaddedText(padded)
	in.Max, in.Depth = w.r.Max, w.r.Depth
	text := padded[:in.N]
	if err := w.inner(i, &in, t); err != nil {
		return end, StringOther, false
	}
	if w.sampling {
		t.strings.add(text)
	}
	return end, StringJSON, true
}

// inner adds the JSON in the string at i, which in reads.
func (w *walker) inner(i int, in *jsontext.Text, t *tally) error {
	below := t.known.inner()
	if w.drops(t.known, below) {
		return in.End(in.Skip(in.Space(0)))
	}
	if t.inner == nil {
		t.inner = &tally{known: w.within(t.known, below, false)}
	}
	outer := w.r
	w.start(in)
	w.inside, w.base = true, i
	err := w.root(t.inner)
	w.start(outer)
	w.inside = false
	return err
}

func (w *walker) array(i int, t *tally) int {
	if !w.r.Enter(i, '[') {
		return w.r.Skip(i) // too deep
	}
	level, begin := w.enter(), i
	below := t.known.elem()
	n := 0
	for ; ; n++ {
		var more bool
		if i, more = w.r.Item(i, n); !more {
			break
		}
		if t.elem == nil {
			if w.drops(t.known, below) {
				i = w.r.Skip(i)
				continue
			}
			t.elem = &tally{known: w.within(t.known, below, false)}
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
	w.leave()
	if t.size = n; i < w.n && t != w.top {
		w.whole(begin, t)
	}
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
