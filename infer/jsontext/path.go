package jsontext

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// PathAt returns the JSON Pointer (RFC 6901) of the innermost value that is open at an
// offset of text, or is expected there. The text may be malformed from offset on.
func PathAt(text string, offset int) string {
	return PathsAt(text, []int{offset}, 0)[0]
}

// PathsAt returns PathAt for each of the offsets, which must ascend. It reads the text once.
// It stops, but not before the first path, when the paths together have more than most
// bytes.
func PathsAt(text string, offsets []int, most int) []string {
	paths := make([]string, 0, len(offsets))
	var stack []level
	// The strings of a text are passed over whole: end is where one that
	// begins at i ends.
	for i := 0; ; {
		end := i + 1
		if i < len(text) && text[i] == '"' {
			end = stringEnd(text, i)
		}
		for offsets[len(paths)] < end {
			path := pointer(stack)
			if most -= len(path); most < 0 && len(paths) > 0 {
				return paths
			}
			if paths = append(paths, path); len(paths) == len(offsets) {
				return paths
			}
		}
		stack = step(stack, text[i:end])
		i = end
	}
}

// level is an array or object that is open at some byte of a text, and which
// of its values that byte belongs to.
type level struct {
	array bool
	index int    // of the element, in an array
	name  string // of the member, with its quotes, in an object
	part  part
}

// part is how far the reading of an element or a member has come.
type part uint8

const (
	partName  part = iota // the member's name is yet to come
	partValue             // the value is yet to come
	partInner             // the value has begun
	partAfter             // the value has ended
)

// step returns the stack after the next piece of a text: a string or a byte.
func step(stack []level, piece string) []level {
	switch piece[0] {
	case '{':
		return append(stack, level{part: partName})
	case '[':
		return append(stack, level{array: true, part: partValue})
	}
	if len(stack) == 0 {
		return stack
	}
	top := &stack[len(stack)-1]
	switch piece[0] {
	case '}', ']':
		stack = stack[:len(stack)-1]
		if len(stack) > 0 {
			stack[len(stack)-1].part = partAfter
		}
	case ',':
		top.index++
		top.part = partName
		if top.array {
			top.part = partValue
		}
	case ':':
	case ' ', '\t', '\r', '\n':
		if top.part == partInner {
			top.part = partAfter
		}
	default:
		switch top.part {
		case partName:
			top.name, top.part = piece, partValue
		case partValue:
			top.part = partInner
		}
	}
	return stack
}

// stringEnd returns the offset after the string that begins at i.
func stringEnd(text string, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i + 1
		case '\\':
			i++
		}
	}
	return len(text)
}

// pointer returns the path through the levels as a JSON Pointer.
func pointer(stack []level) string {
	var b strings.Builder
	for _, l := range stack {
		switch {
		case l.part == partName || l.part == partAfter:
		case l.array:
			b.WriteByte('/')
			b.WriteString(strconv.Itoa(l.index))
		default:
			t := NewText(l.name)
			if name, _, _ := t.String(0); t.Err == nil {
				b.WriteByte('/')
				b.WriteString(jsonpointer.Escape(name))
			}
		}
	}
	return b.String()
}
