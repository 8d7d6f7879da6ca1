package tree

import (
	"strings"
	"unicode/utf8"
)

// lines finds bytes by line and column, as the YAML library counts them: columns in
// characters, and lines at all breaks that YAML has.
type lines struct {
	text      string
	starts    []int32
	line, col int // of the position that was found last
	last      int // its offset
}

func newLines(text string) *lines {
	first := len(text) - len(strings.TrimPrefix(text, mark)) // which has no column
	l := &lines{text: text, starts: []int32{int32(first)}}
	for i := first; i < len(text); {
		next := strings.IndexAny(text[i:], "\n\r\u0085\u2028\u2029")
		if next < 0 {
			break
		}
		i += next
		if strings.HasPrefix(text[i:], "\r\n") {
			i++
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
		l.starts = append(l.starts, int32(i))
	}
	return l
}

// start returns where a line begins, which is counted from 1.
func (l *lines) start(line int) int {
	return int(l.starts[min(max(line-1, 0), len(l.starts)-1)])
}

// at returns the offset of a line and a column, which are counted from 1. It goes on from
// the position before where it can, because a document may be one long line.
func (l *lines) at(line, col int) int {
	if line != l.line || col < l.col {
		l.line, l.col, l.last = line, 1, l.start(line)
	}
	for ; l.col < col && l.last < len(l.text); l.col++ {
		_, size := utf8.DecodeRuneInString(l.text[l.last:])
		l.last += size
	}
	return l.last
}
