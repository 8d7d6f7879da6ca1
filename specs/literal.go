package specs

import (
	"go/token"
	"strings"
)

// literal is the text of a literal block scalar ("payload: |") and its position. The
// lines of a literal block are lines of the file without their indentation, so each
// byte has a position.
type literal struct {
	file *file
	line int // of the "|"; the text starts on the next line
	text string
}

// position returns the position of a byte of the text. The indentation is what the line
// of the file has more than the line of the text, which is right for tabs, indentation
// indicators, blank lines and any script.
func (l literal) position(offset int) token.Position {
	if end := len(strings.TrimRight(l.text, " \t\r\n")); offset > end {
		offset = end
	}
	offset = max(offset, 0)
	line := l.line + 1 + strings.Count(l.text[:offset], "\n")
	start := strings.LastIndexByte(l.text[:offset], '\n') + 1
	text, _, _ := strings.Cut(l.text[start:], "\n")
	source, _ := l.file.line(line)
	indent := max(len(source)-len(text), 0)
	return l.file.at(line, indent+offset-start+1)
}
