package infer

import (
	"regexp"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// syntaxHint returns a hint for a text that is not JSON at offset, from the problem there and
// from what people and documents write instead of JSON.
func syntaxHint(text string, offset int, problem string) string {
	offset = min(offset, len(text))
	before, after := strings.TrimRight(text[:offset], " \t\r\n"), text[offset:]
	word, behind := wordAt(text, offset)
	switch {
	case after == "":
		return "is a bracket or quote not closed?"
	case wholeHint(text) != "":
		return wholeHint(text)
	case word != "":
		return wordHint(word, behind)
	case strings.HasPrefix(text, "\ufeff"):
		return "remove the byte order mark before it"
	case strings.HasPrefix(after, "//"), strings.HasPrefix(after, "/*"), after[0] == '#':
		return "JSON has no comments: remove it"
	case strings.HasPrefix(after, "..."), strings.HasPrefix(after, "…"):
		return `write the rest, or "" with its path under elided`
	case strings.ContainsAny(after[:1], "'`"), strings.HasPrefix(after, "“"), strings.HasPrefix(after, "”"):
		return `use straight double quotes, "`
	case strings.ContainsAny(after[:1], "]}") && strings.HasSuffix(before, ","):
		return "remove the comma before it"
	case after[0] < ' ':
		return `write the escape, such as \n or \t`
	case strings.HasSuffix(text[:offset], `\`):
		return `write a backslash twice: \\`
	case after[0] == '+', '0' <= after[0] && after[0] <= '9' && strings.HasSuffix(text[:offset], "0"):
		return "write numbers without a plus sign and leading zeros"
	case after[0] == '<':
		return markupHint(before)
	case strings.ContainsAny(after[:1], ",]}") && strings.HasSuffix(before, ":"):
		return "is a value missing before it?"
	case after[0] == '.':
		return "write a digit before the point"
	}
	return placeHint(after[0], problem)
}

// The hints where a value follows another one, and where a comma does.
const (
	commaHint = "is a comma missing before it?"
	moreHint  = "is this comma too many?"
)

// markupHint returns a hint for a < outside of strings; before is the text before it.
func markupHint(before string) string {
	if before == "" {
		return "this is XML or HTML, not JSON"
	}
	return "write a value in place of it"
}

// placeHint returns a hint for a value or a bracket that begins with a character where there
// cannot be one.
func placeHint(begins byte, problem string) string {
	closes := begins == ']' || begins == '}'
	value := strings.IndexByte(`"[{-0123456789`, begins) >= 0
	switch after := strings.HasPrefix(problem, "unexpected text after"); {
	case after && closes:
		return "is this bracket too many, or one missing before?"
	case after && value:
		return "a payload is one value: make an example of each"
	case begins == ',' && strings.HasPrefix(problem, "expected a "):
		return moreHint
	case value && strings.HasPrefix(problem, "expected ,"):
		return commaHint
	}
	return "payloads are strict JSON (RFC 8259)"
}

// wordAt returns the word that offset is in or right after, and the text after the
// word. It returns "" for a word of JSON and inside a string.
func wordAt(text string, offset int) (word, behind string) {
	from, to := offset, offset
	for from > 0 && isLetter(text[from-1]) {
		from--
	}
	for to < len(text) && isLetter(text[to]) {
		to++
	}
	if from > 0 && strings.ContainsAny(text[from-1:from], `"\`) {
		return "", ""
	}
	switch text[from:to] {
	case "null", "true", "false", "e", "E":
		return "", ""
	}
	return text[from:to], text[to:]
}

// The form encoding of a delivery, payload=%7B%22…, and its members that are JSON.
var (
	form     = regexp.MustCompile(`^[A-Za-z][\w.-]{0,40}=([^\s"{}\[\]]*&[\w.-]+=|%7[Bb]|%5[Bb]|[{\[])`)
	formJSON = regexp.MustCompile(`(?:^|&)([A-Za-z][\w.-]{0,40})=(?:%7[Bb]|%5[Bb]|[{\[])`)
)

// An HTTP message as it was captured, with its first line.
var message = regexp.MustCompile(`^(HTTP/[0-9.]+ [0-9]{3}\b|[A-Z]{3,7} \S+ HTTP/[0-9.]+\r?\n)`)

// wholeHint returns a hint for a text that is something else than JSON as a whole, or
// "" for any other.
func wholeHint(text string) string {
	switch text := strings.TrimSpace(text); {
	case message.MatchString(text):
		return "this is an HTTP message: use its body, what follows the first empty line"
	case strings.HasPrefix(text, "```"), strings.HasPrefix(text, "~~~"):
		return "this is a block of Markdown: remove the lines around the JSON"
	}
	return formHint(text)
}

// formHint returns a hint for a form-encoded text, or "" for any other.
func formHint(text string) string {
	text = strings.TrimSpace(text)
	if !form.MatchString(text) {
		return ""
	}
	if m := formJSON.FindStringSubmatch(text); m != nil {
		return "this is a form: use the decoded value of its member " + m[1]
	}
	return "this is a form: its members are not JSON"
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c == '$' }

// wordHint returns a hint for a word without quotes; behind is the text after it.
func wordHint(word, behind string) string {
	if strings.HasPrefix(strings.TrimLeft(behind, " \t\r\n"), ":") {
		return "write the name of a member in double quotes"
	}
	lower := strings.ToLower(word)
	switch lower {
	case "none", "nil", "undefined":
		return "did you mean null?"
	case "nan", "inf", "infinity":
		return "JSON has no such number: did you mean null?"
	}
	for _, right := range []string{"null", "true", "false"} {
		if _, ok := diagnostic.Typos(lower, right); ok || len(lower) > 1 && strings.HasPrefix(right, lower) {
			return "did you mean " + right + "?"
		}
	}
	return "write a string in double quotes"
}
