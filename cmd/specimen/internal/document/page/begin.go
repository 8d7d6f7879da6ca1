package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/specs/finding"
)

// beginning is what an object or an array of a payload begins with.
var (
	beginsObject = regexp.MustCompile(`^\{` + gap + `(//[^\n]*\n` + gap + `|/\*[^*]*\*/` + gap + `|#[^\n]*\n` + gap + `|\.\.\.,?` + gap + `|…,?` + gap + `)*(["“”„][^"“”\n]{0,200}["“”]` + gap + `(:|=>|：)|'[^'\n]{0,200}'` + gap + `(:|=>)|\}$)`)
	beginsScript = regexp.MustCompile(`^\{` + gap + `(//[^\n]*\n` + gap + `|/\*[^*]*\*/` + gap + `)*[A-Za-z_$][A-Za-z0-9_$]{0,100}\s*:\s`)
	beginsArray  = regexp.MustCompile(`^\[` + gap + `(//[^\n]*\n` + gap + `)*(\{` + gap + `["“”'}A-Za-z_$…./]|\[\s*["\d{[-]|["\d-])`)

	// inside is what stands before a value that is inside of another one.
	inside = regexp.MustCompile(`["“”'][\s\p{Z}]*(:|=>|：)$`)
)

// gap is white space, in the words of regexp.
const gap = `[\s\p{Z}\x{200b}\x{feff}]*`

// beginnings reports whether an object may begin here, or what is taken for JSON only where
// it stands alone: an object of JavaScript, or an array.
func beginnings(text string) (object, other bool) {
	const shown = 1 << 10
	text = text[:min(shown, len(text))]
	next := strings.TrimLeft(text[1:min(32, len(text))], " \t\r\n")
	if next != "" && !beginsInside(text[0], next[0]) {
		return false, false
	}
	return beginsObject.MatchString(text), beginsScript.MatchString(text) || beginsArray.MatchString(text)
}

// beginsInside reports whether a sign may be the first in an object or an array that is
// meant as JSON.
func beginsInside(bracket, next byte) bool {
	switch {
	case next >= utf8.RuneSelf, next == '/', next == '.':
		return true
	case bracket == '[':
		return strings.IndexByte(`{["-0123456789`, next) >= 0
	}
	return strings.IndexByte("\"'}#$_", next) >= 0 || next|0x20 >= 'a' && next|0x20 <= 'z'
}

// cleaned returns the text before a payload in its line without the marks of code, and
// without the words of a button or the number of a line that were copied with it.
func cleaned(before string) string {
	before = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(before), "`"))
	return strings.TrimSpace(button.ReplaceAllString(before, ""))
}

var (
	button = regexp.MustCompile(`(?i)^(copied|copy|copy code|copy to clipboard|json|\{|[-*•>]|[0-9]{1,3}[.):]?|复制|复制代码|複製|コピー|복사)!?$`)

	// assigned is what stands before the names of variables that get the members of an object.
	assigned = regexp.MustCompile(`(^|[\s(])(const|let|var|import|export)$`)

	// escapes is what an object begins with inside a string, or in a URL.
	escapes = regexp.MustCompile(`^[{\[]\s*(\\+n\s*)*\\+"[^"\n]{1,200}"\s*:`)
)

// escapedAt keeps a finding if an object begins at a bracket that is inside a string.
func (c *scanner) escapedAt(at int) {
	const shown = 300
	next := strings.TrimLeft(c.text[at+1:min(at+32, len(c.text))], " \t\r\n")
	if !strings.HasPrefix(next, `\`) || !escapes.MatchString(c.text[at:min(at+shown, len(c.text))]) {
		return
	}
	c.findings = append(c.findings, document.Find(finding.UnreadablePayload, c.offset(at), "JSON inside a string cannot be read", "write it without the backslashes in a copy of the document, or add the payload by hand"))
	c.skipLine(at)
}

// percent is the beginning of an object in the encoding of URLs.
var percent = regexp.MustCompile(`%7[Bb]%22[A-Za-z0-9_.-]{1,200}%22%3[Aa]`)

// percentEncoded returns findings for the objects in the encoding of URLs.
func percentEncoded(s *stream) (all []document.Finding) {
	for line, at := range linesOf(s.text) {
		if m := percent.FindStringIndex(line); m != nil {
			all = append(all, document.Find(finding.UnreadablePayload, s.offset(at+m[0]), "JSON in the encoding of URLs cannot be read", "decode it in a copy of the document, or add the payload by hand"))
		}
	}
	return all
}

// linesOf returns the lines of a text with their offsets.
func linesOf(text string) func(yield func(string, int) bool) {
	return func(yield func(string, int) bool) {
		at := 0
		for line := range strings.Lines(text) {
			if !yield(line, at) {
				return
			}
			at += len(line)
		}
	}
}
