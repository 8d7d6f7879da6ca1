package emit

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// commentWidth is the length of the longest line of a comment, in runes, without
// indentation.
const commentWidth = 78

// doc returns text as the lines of a comment. Text of a spec can be anything; no line of
// the result is a directive, a build constraint or the end of the comment.
func doc(text string) jen.Code {
	var lines []jen.Code
	for _, line := range wrap(harmless(text), commentWidth-3) {
		lines = append(lines, jen.Comment(strings.TrimRight("// "+line, " ")))
	}
	return jen.Add(join(lines)...)
}

// join puts line breaks between codes.
func join(codes []jen.Code) []jen.Code {
	var out []jen.Code
	for i, c := range codes {
		if i > 0 {
			out = append(out, jen.Line())
		}
		out = append(out, c)
	}
	return out
}

// remark returns text as a comment at the end of a line, or nothing for an empty text.
// gofmt moves what looks like a build constraint, wherever it is.
func remark(text string) jen.Code {
	text = oneLine(text)
	if text == "" {
		return jen.Null()
	}
	if meant(text) {
		text = `\` + text
	}
	return jen.Comment("// " + text)
}

// meant reports whether a line of a comment that starts with text means something to
// go/doc or to a tool. A mark of a list has a space behind it, unlike that of -1; and #1
// is a number.
func meant(text string) bool {
	mark, _, _ := strings.Cut(text, " ")
	if mark == "-" || mark == "*" || strings.HasPrefix(text, "+") {
		return true
	}
	if rest, ok := strings.CutPrefix(text, "#"); ok {
		return rest == "" || rest[0] < '0' || rest[0] > '9'
	}
	return strings.HasPrefix(text, "nolint") || strings.HasPrefix(text, "lint:")
}

// oneLine returns text as a single line of a comment.
func oneLine(text string) string {
	return strings.Join(strings.Fields(harmless(text)), " ")
}

// harmless escapes what must not be in a Go comment: invalid UTF-8 and characters that
// are not visible, except for spaces and line breaks. It changes words that tools look
// for at the start of a comment.
func harmless(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\t", " ").Replace(text)
	var b strings.Builder
	for i, c := range text {
		switch {
		case c == '\n':
			b.WriteRune(c)
		case c == unicode.ReplacementChar && !strings.HasPrefix(text[i:], "\ufffd"):
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case !visible(c) && !unicode.IsSpace(c):
			b.WriteString(escape(c))
		default:
			b.WriteRune(c)
		}
	}
	return strings.NewReplacer("DO NOT EDIT", "do not edit", "Deprecated:", "Deprecated").Replace(b.String())
}

// wrap breaks text into lines of at most width runes, except for longer words. It keeps
// line breaks. No line starts with what means something to go/doc or to a tool at the
// start of a line.
func wrap(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line, runes := "", 0
		for _, word := range strings.Fields(paragraph) {
			n := len([]rune(word))
			if runes > 0 && runes+1+n > width && !meant(word) {
				lines = append(lines, line)
				line, runes = "", 0
			}
			if runes > 0 {
				line, runes = line+" ", runes+1
			} else if meant(word) {
				line, runes = `\`, 1
			}
			line, runes = line+word, runes+n
		}
		lines = append(lines, line)
	}
	return lines
}
