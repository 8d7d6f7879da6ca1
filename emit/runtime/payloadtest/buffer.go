package payloadtest

import (
	"bytes"
	"fmt"
	"reflect"
	"sync"
)

// unwritten fills the memory behind what is appended, for writes to show.
const unwritten = 0xaa

// appender is what appends JSON: an event, or a struct in one.
type appender interface {
	AppendJSON(b []byte) []byte
}

// buffer is reused memory for encodings. The bytes behind an encoding stand for memory of
// somebody else, which must not be written to.
type buffer struct {
	b    []byte
	used int // bytes that were appended last
}

// append appends the JSON of v to the empty buffer. behind reports whether a byte
// behind the result was written.
func (p *buffer) append(v appender) (text []byte, behind bool) {
	const most = 256 // bytes that are looked at
	fill(p.b[:p.used])
	text = v.AppendJSON(p.b[:0])
	if cap(text) == 0 || len(p.b) == 0 || &text[:1][0] != &p.b[0] {
		// There was not enough room.
		p.b, p.used = make([]byte, 2*cap(text)+2*most), 0
		fill(p.b)
		if text = v.AppendJSON(p.b[:0]); cap(text) == 0 || &text[:1][0] != &p.b[0] {
			return text, false
		}
	}
	p.used = len(text)
	tail := p.b[p.used:min(p.used+most, len(p.b))]
	return text, bytes.Count(tail, []byte{unwritten}) != len(tail)
}

// fill makes all bytes of b unwritten ones.
func fill(b []byte) {
	for n := copy(b, []byte{unwritten}); n < len(b); n *= 2 {
		copy(b[n:], b[:n])
	}
}

// tails checks that AppendJSON of the event, and of a struct of each type in it,
// writes no byte behind its result, whatever the capacity of its buffer.
func (x *example) tails() {
	seen := make(map[reflect.Type]bool)
	for v := range variables(reflect.ValueOf(x.event).Elem()) {
		if seen[v.Type()] || !v.CanAddr() || !v.Addr().CanInterface() {
			continue
		}
		a, ok := v.Addr().Interface().(appender)
		if !ok {
			continue
		}
		seen[v.Type()] = true
		x.tried++
		if problem := tail(a); problem != "" {
			x.problem("AppendJSON of %s: %s", v.Type().Name(), problem)
		} else {
			halves(a)
		}
	}
}

// tail checks AppendJSON of v in buffers that are too short, long enough, and
// longer. It returns what is wrong, or "".
func tail(v appender) string {
	const before = "before "
	want := v.AppendJSON([]byte(before))
	b := make([]byte, 2*len(want)+1000)
	try := func(room int) string {
		fill(b)
		copy(b, before)
		if got := v.AppendJSON(b[:len(before):room]); !bytes.Equal(got, want) {
			return fmt.Sprintf("the result differs with a buffer of %d bytes", room)
		}
		if rest := b[len(want):]; bytes.Count(rest, []byte{unwritten}) != len(rest) {
			return fmt.Sprintf("with a buffer of %d bytes, it writes behind its result of %d", room, len(want))
		}
		return ""
	}
	for room := max(len(want)-8, len(before)); room < len(want)+72; room++ {
		if problem := try(room); problem != "" {
			return problem
		}
	}
	return try(len(b))
}

// halves encodes v into the two halves of one array at the same time, for the
// race detector to look at.
func halves(v appender) {
	n := len(v.AppendJSON(nil))
	b := make([]byte, 2*n+1000)
	var wg sync.WaitGroup
	wg.Go(func() { v.AppendJSON(b[:0]) })
	wg.Go(func() { v.AppendJSON(b[n:n]) })
	wg.Wait()
}
