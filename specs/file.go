package specs

import (
	"go/token"
	"sort"
	"strings"
	"unicode/utf8"
)

// file is the text of a spec file. Lines end with LF and there is no byte order mark at
// the start, whatever the editor wrote.
type file struct {
	name  string // as in positions
	text  string
	lines []int // the offset of each line
}

func newFile(name string, raw []byte) *file {
	text := strings.TrimPrefix(string(raw), "\ufeff")
	if strings.Contains(text, "\r") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	f := &file{name: name, text: text, lines: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// line returns the text of line n, the first being 1, without its line end.
func (f *file) line(n int) (string, bool) {
	if n < 1 || n > len(f.lines) {
		return "", false
	}
	end := len(f.text)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	return f.text[f.lines[n-1]:end], true
}

// at returns the position of a byte of a line, both counted from 1. After the last
// line, it returns a position in the last line.
func (f *file) at(line, column int) token.Position {
	line = min(max(line, 1), len(f.lines))
	return token.Position{
		Filename: f.name,
		Offset:   min(f.lines[line-1]+column-1, len(f.text)),
		Line:     line,
		Column:   column,
	}
}

// atRune is at for a column in characters, as YAML nodes have.
func (f *file) atRune(line, column int) token.Position {
	text, _ := f.line(line)
	n := 0
	for i := 1; i < column && n < len(text); i++ {
		_, size := utf8.DecodeRuneInString(text[n:])
		n += size
	}
	return f.at(line, n+1)
}

// atOffset returns the position of a byte of the file.
func (f *file) atOffset(offset int) token.Position {
	line := sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > offset })
	return f.at(line, offset-f.lines[line-1]+1)
}
