package deliveries

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// Beginning is how many bytes of a file HasLines looks at.
const Beginning = chunk

// HasLines reports whether a file has a delivery on each line, without compression, so
// that Lines can read a part of it. begin is its first Beginning bytes, or all of them.
func HasLines(begin []byte) bool {
	return !bytes.HasPrefix(begin, []byte(gzipMagic)) && !inValues(bytes.TrimPrefix(begin, []byte(byteOrderMark)))
}

// Lines passes on the lines of a file that begin at or after an offset, until claim
// returns false for the offset of one. in begins at that offset, or one byte before it
// where the offset is not 0, so that the byte tells whether a line begins there.
func (r *Reading) Lines(to Sink, in io.Reader, offset int64, claim func(offset int64) bool) error {
	l := lines{in: bufio.NewReaderSize(in, chunk), limit: r.Limit}
	mark := 0 // the length of a byte order mark, which is part of the first line
	if offset > 0 {
		n, err := l.skip()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		offset += n - 1
	} else if begin, _ := l.in.Peek(len(byteOrderMark)); string(begin) == byteOrderMark {
		mark, _ = l.in.Discard(len(begin))
	}
	for claim(offset) {
		line, n, err := l.next()
		if err != nil && err != io.EOF {
			return err
		}
		pass(to, line, r.Limit)
		offset += n + int64(mark)
		mark = 0
		if err == io.EOF {
			return nil
		}
	}
	return nil
}

// lines reads lines of bounded length.
type lines struct {
	in    *bufio.Reader
	limit int
	long  []byte // a line that is longer than the buffer of in
}

// next returns the next line with its line end, and its length. Of a line that is longer
// than the limit, it returns as much as shows that.
func (l *lines) next() (line []byte, n int64, err error) {
	l.long = l.long[:0]
	for {
		part, err := l.in.ReadSlice('\n')
		n += int64(len(part))
		if !errors.Is(err, bufio.ErrBufferFull) && len(l.long) == 0 {
			return part, n, err
		}
		if len(l.long) <= l.limit+1 {
			l.long = append(l.long, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return l.long, n, err
		}
	}
}

// skip passes over the rest of a line, and returns its length.
func (l *lines) skip() (n int64, err error) {
	for {
		part, err := l.in.ReadSlice('\n')
		n += int64(len(part))
		if !errors.Is(err, bufio.ErrBufferFull) {
			return n, err
		}
	}
}
