package signature

import "io"

// output writes a sorted body to a writer by the kilobyte.
type output struct {
	*sorted
	w     io.Writer
	b     []byte
	marks form // what is not written as it came
}

const (
	fullOutput = 1 << 10
	longChunk  = 512 // that is written without a copy
)

// writeTo writes the body. numbers chooses the numbers of JavaScript; without it, they
// are written as they came.
func (s *sorted) writeTo(w io.Writer, numbers bool) {
	out := output{sorted: s, w: w, marks: moved}
	if numbers {
		out.marks |= rewritten
	}
	if s.root.form&out.marks != 0 {
		out.b = make([]byte, 0, min(s.text.N, 2*fullOutput))
	}
	out.value(s.root)
	out.flush()
}

// value writes a value.
func (o *output) value(p part) {
	if p.form&o.marks == 0 {
		o.chunk(p.value, p.end)
		return
	}
	switch o.text.S[p.value] {
	case '{':
		o.object(o.partsOf(p.form))
	case '[':
		o.array(int(p.value), o.partsOf(p.form))
	case '"':
		o.string(o.text.S[p.value:])
	default:
		o.b = appendNumber(o.b, o.text.S[p.value:p.end])
	}
}

// object writes the members of an object. Those that came one after the other are
// written together.
func (o *output) object(members []part) {
	o.b = append(o.b, '{')
	for k := 0; k < len(members); k++ {
		if k > 0 {
			o.b = append(o.b, ',')
		}
		p := &members[k]
		if p.form&(o.marks|apart) != 0 {
			if p.form&(apart|special) == apart|special {
				o.string(o.text.S[p.name:])
			} else {
				o.b = append(o.b, o.text.S[p.name:p.quote+1]...)
			}
			o.b = append(o.b, ':')
			if p.form&o.marks == 0 && p.end-p.value < longChunk {
				o.b = append(o.b, o.text.S[p.value:p.end]...)
				o.flushFull()
			} else {
				o.value(*p)
			}
			continue
		}
		end := p.end
		for k+1 < len(members) && members[k+1].name == end+1 && members[k+1].form&(o.marks|apart) == 0 {
			k++
			end = members[k].end
		}
		o.chunk(p.name, end)
	}
	o.b = append(o.b, '}')
}

// array writes the array at i, some of whose elements have branches.
func (o *output) array(i int, branches []part) {
	o.b = append(o.b, '[')
	i, ok := o.text.Item(i, 0)
	for n := 1; ok; n++ {
		if n > 1 {
			o.b = append(o.b, ',')
		}
		p := part{value: uint32(i)}
		if len(branches) > 0 && branches[0].value == p.value {
			p, branches = branches[0], branches[1:]
		} else {
			end, f := o.read(i)
			p.end, p.form = uint32(end), f
		}
		o.value(p)
		i, ok = o.text.Item(int(p.end), n)
	}
	o.b = append(o.b, ']')
}

// chunk writes a part of the body as it came.
func (o *output) chunk(from, to uint32) {
	if to-from >= longChunk {
		o.flush()
		o.w.Write(o.body[from:to]) // to a hash, which takes everything
		return
	}
	o.b = append(o.b, o.text.S[from:to]...)
	o.flushFull()
}

func (o *output) flushFull() {
	if len(o.b) >= fullOutput {
		o.flush()
	}
}

func (o *output) flush() {
	o.w.Write(o.b)
	o.b = o.b[:0]
}
