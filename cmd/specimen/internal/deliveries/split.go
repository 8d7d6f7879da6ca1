package deliveries

import (
	"bytes"
	"io"
)

// splitter splits a file into batches of whole deliveries. If the first line of the
// file is a whole value, each line is a delivery, and only line ends are searched.
// Otherwise every byte is scanned.
type splitter struct {
	in    io.Reader
	limit int
	to    chan<- batch
	free  <-chan []byte // buffers to use again

	buf     []byte // what was read and not yet sent
	values  bool   // deliveries are values, not lines
	scan    scanner
	scanned int  // bytes of buf that scan has seen
	skip    bool // in a delivery that is too long
}

func (s *splitter) run() error {
	for first := true; ; first = false {
		err := s.fill()
		if first {
			s.buf = bytes.TrimPrefix(s.buf, []byte(byteOrderMark))
			s.values = inValues(s.buf)
		}
		if s.values {
			s.handOnValues(err == io.EOF)
		} else {
			s.handOnLines(err == io.EOF)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// fill reads as much of the file as there is room for, at least half a chunk.
func (s *splitter) fill() error {
	if cap(s.buf)-len(s.buf) < chunk/2 {
		s.buf = append(make([]byte, 0, max(chunk, 2*cap(s.buf))), s.buf...)
	}
	for len(s.buf) < cap(s.buf) {
		n, err := s.in.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		if err != nil {
			return err
		}
	}
	return nil
}

// send passes on the deliveries up to an offset, and keeps the rest.
func (s *splitter) send(to int, b batch) {
	b.data = s.buf[:to]
	var next []byte
	select {
	case next = <-s.free:
	default:
		next = make([]byte, 0, chunk)
	}
	s.buf = append(next[:0], s.buf[to:]...)
	s.to <- b
}

// passOver skips a delivery that is too long.
func (s *splitter) passOver() {
	s.to <- batch{tooLong: 1}
	s.buf, s.scanned, s.skip = s.buf[:0], 0, true
}

// handOnLines passes on the complete lines read so far. The last line of a file may
// lack a line end.
func (s *splitter) handOnLines(last bool) {
	if s.skip {
		i := bytes.IndexByte(s.buf, '\n') + 1
		if i == 0 {
			s.buf = s.buf[:0]
			return
		}
		s.buf, s.skip = s.buf[i:], false
	}
	end := bytes.LastIndexByte(s.buf, '\n') + 1
	if last {
		end = len(s.buf)
	}
	switch {
	case end > 0:
		s.send(end, batch{})
	case len(s.buf) > s.limit:
		s.passOver()
	}
}

// handOnValues passes on the complete values read so far. At the end of the file, the
// rest is one more delivery.
func (s *splitter) handOnValues(last bool) {
	var ends []int
	for i := s.scanned; i < len(s.buf); i++ {
		if !s.scan.step(s.buf[i]) {
			continue
		}
		if s.skip {
			s.buf, i, s.skip = s.buf[i+1:], -1, false
			continue
		}
		ends = append(ends, i+1)
	}
	s.scanned = len(s.buf)
	if last && !s.skip && len(s.buf) > 0 {
		ends = append(ends, len(s.buf))
	}
	switch {
	case len(ends) > 0:
		end := ends[len(ends)-1]
		s.scanned -= end
		s.send(end, batch{ends: ends})
	case s.skip:
		s.buf, s.scanned = s.buf[:0], 0
	case len(s.buf) > s.limit:
		s.passOver()
	}
}

// inValues reports whether a file that begins with these bytes has values over several
// lines, or several in one line.
func inValues(text []byte) bool {
	text = bytes.TrimLeft(text, " \t\r\n")
	line, rest, more := bytes.Cut(text, []byte("\n"))
	if len(line) == 0 || line[0] != '{' && line[0] != '[' {
		return false
	}
	var scan scanner
	for i, c := range line {
		if scan.step(c) {
			return len(bytes.TrimSpace(line[i+1:])) > 0
		}
	}
	// An object continues with a name on the next line. After a truncated line, the
	// next one begins a value.
	return more && (line[0] == '[' || !bytes.HasPrefix(rest, []byte("{")))
}

// scanner finds the ends of JSON values without validating them. Its zero value is at
// the beginning of a file.
type scanner struct {
	depth   int
	quoted  bool // in a string,
	escaped bool // after a backslash
	scalar  bool // in a number or a word
}

// step reads a byte and reports whether a value ends with it. White space ends a
// number.
func (s *scanner) step(c byte) bool {
	if s.quoted {
		switch {
		case s.escaped:
			s.escaped = false
		case c == '\\':
			s.escaped = true
		case c == '"':
			s.quoted = false
			return s.depth == 0
		}
		return false
	}
	switch c {
	case '"':
		s.quoted, s.scalar = true, false
	case '{', '[':
		s.depth++
	case '}', ']':
		s.depth = max(s.depth-1, 0)
		if s.depth == 0 {
			s.scalar = false
			return true
		}
	case ' ', '\t', '\r', '\n':
		if s.scalar {
			s.scalar = false
			return true
		}
	default:
		s.scalar = s.depth == 0
	}
	return false
}
