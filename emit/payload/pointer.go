package payload

import (
	"strconv"
	"strings"
)

// pathAt returns the JSON Pointer (RFC 6901) of the innermost value of text
// that begins at or before offset and has not ended there. The text may be
// malformed from offset on.
func pathAt(text string, offset int) string {
	return pathsAt(text, []int{offset})[0]
}

// pathsAt returns the JSON Pointer of the value at each of the offsets, which
// ascend. It reads the text once, whatever their number.
func pathsAt(text string, offsets []int) []string {
	paths := make([]string, 0, len(offsets))
	var stack []level
	// The strings of a text are passed over whole: end is where one that
	// begins at i ends.
	for i := 0; len(paths) < len(offsets); {
		end := i + 1
		if i < len(text) && text[i] == '"' {
			end = stringEnd(text, i)
		}
		for len(paths) < len(offsets) && (offsets[len(paths)] < end || i >= len(text)) {
			paths = append(paths, pointer(stack))
		}
		if i >= len(text) {
			break
		}
		switch top := len(stack) - 1; text[i] {
		case '{':
			stack = append(stack, level{wantName: true})
		case '[':
			stack = append(stack, level{array: true})
		case '}', ']':
			if top >= 0 {
				stack = stack[:top]
			}
		case ',':
			if top >= 0 {
				stack[top].index++
				stack[top].wantName = true
			}
		case '"':
			if top >= 0 && !stack[top].array && stack[top].wantName {
				stack[top].name = text[i:end]
				stack[top].wantName = false
			}
		}
		i = end
	}
	return paths
}

// level is an array or object that is open at some byte of a text.
type level struct {
	array    bool
	index    int    // of the element, in an array
	name     string // of the member, with its quotes, in an object
	wantName bool   // between the members of an object
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

// pointer writes the path through the levels as a JSON Pointer.
func pointer(stack []level) string {
	var b strings.Builder
	for _, l := range stack {
		switch {
		case l.array:
			b.WriteByte('/')
			b.WriteString(strconv.Itoa(l.index))
		case !l.wantName:
			r := NewTextReader(l.name)
			var name string
			if r.String(&name); r.err == nil {
				b.WriteByte('/')
				b.WriteString(pointerEscapes.Replace(name))
			}
		}
	}
	return b.String()
}

// pointerEscapes writes a member name as a reference token of RFC 6901.
var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")
