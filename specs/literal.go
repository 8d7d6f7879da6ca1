package specs

import (
	"go/token"
	"strings"
)

// literal is the text of a literal block scalar ("payload: |") and where the
// block stands. A literal block is the one YAML style whose lines are lines of
// the file, each without its indentation, so every byte has a place.
type literal struct {
	file *file
	line int // of the indicator "|"; the text starts on the next one
	text string
}

// position maps an offset into the text to the file. The indentation is whatever
// the line of the file has more than the line of the text, which holds for tabs,
// indentation indicators, blank lines and any script.
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
