package emit

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// Text of a spec is written so that a reader of the code sees what is there: a
// character that is not visible, or that changes the order of others, is an
// escape.

// visible reports whether a character is shown as what it is. Control and format
// characters, line separators, private and unassigned ones are not, nor are letters
// and marks that a font leaves out, such as U+3164. Of the spaces, only U+0020 is.
func visible(c rune) bool {
	return strconv.IsPrint(c) && !unicode.In(c, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// allVisible reports whether every character of a text is visible.
func allVisible(text string) bool {
	return strings.IndexFunc(text, func(c rune) bool { return !visible(c) }) < 0
}

// escape returns a character as Go writes it in a string where it is not visible.
func escape(c rune) string {
	if c > 0xffff {
		return fmt.Sprintf(`\U%08x`, c)
	}
	return fmt.Sprintf(`\u%04x`, c)
}

// literal returns text as a Go string, in raw quotes where those are easier to
// read.
func literal(text string) *jen.Statement {
	if strconv.CanBackquote(text) && allVisible(text) {
		return jen.Op("`" + text + "`")
	}
	return quoted(text)
}

// quoted returns text as a Go string in double quotes.
func quoted(text string) *jen.Statement {
	code := strconv.Quote(text)
	if allVisible(code) {
		return jen.Op(code)
	}
	var b strings.Builder
	for _, c := range code { // the bytes that are not UTF-8 are escapes already
		if visible(c) {
			b.WriteRune(c)
		} else {
			b.WriteString(escape(c))
		}
	}
	return jen.Op(b.String())
}
