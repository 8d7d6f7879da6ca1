package emit

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// Text of a spec is printed so that readers of the code see it as it is: characters
// that are not visible, or that change the order of others, are escaped.

// visible reports whether editors show a character as what it is. They do not for
// control and format characters, line separators, private and unassigned characters,
// letters and marks that fonts leave out, such as U+3164, and spaces other than U+0020.
func visible(c rune) bool {
	return strconv.IsPrint(c) && !unicode.In(c, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// allVisible reports whether every character of a text is visible.
func allVisible(text string) bool {
	return strings.IndexFunc(text, func(c rune) bool { return !visible(c) }) < 0
}

// escape returns a character as an escape sequence of Go.
func escape(c rune) string {
	if c > 0xffff {
		return fmt.Sprintf(`\U%08x`, c)
	}
	return fmt.Sprintf(`\u%04x`, c)
}

// literal returns text as a Go string, in backquotes if possible.
func literal(text string) *jen.Statement {
	if strconv.CanBackquote(text) && allVisible(text) {
		return jen.Op("`" + text + "`")
	}
	return quoted(text)
}

// quoted returns text as a Go string in double quotes.
func quoted(text string) *jen.Statement { return jen.Op(quote(text)) }

// quote returns the text of a Go string in double quotes, with escapes for all that is not
// visible.
func quote(text string) string {
	code := strconv.Quote(text)
	if allVisible(code) {
		return code
	}
	var b strings.Builder
	for _, c := range code { // the bytes that are not UTF-8 are escapes already
		if visible(c) {
			b.WriteRune(c)
		} else {
			b.WriteString(escape(c))
		}
	}
	return b.String()
}

// structTag returns the tag of a field, with its keys in order. All of it is visible.
func structTag(tags map[string]string) *jen.Statement {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(tags)) {
		parts = append(parts, key+":"+quote(tags[key]))
	}
	return literal(strings.Join(parts, " "))
}

// filling collects the elements of a list, and writes as many on a line as there is room
// for.
type filling struct {
	codes  []jen.Code
	widths []int
}

// add adds one more element.
func (f *filling) add(code *jen.Statement) {
	f.codes = append(f.codes, code)
	f.widths = append(f.widths, len(code.GoString())+len(", "))
}

// write writes the elements, on lines of their own unless they are few.
func (f *filling) write(g *jen.Group) {
	const most, few = 96, 48
	total := 0
	for _, w := range f.widths {
		total += w
	}
	width := most
	for i, code := range f.codes {
		if width += f.widths[i]; width > most && total > few {
			g.Line().Add(code)
			width = f.widths[i]
		} else {
			g.Add(code)
		}
	}
	if total > few {
		g.Line()
	}
}
