package infer

import (
	"errors"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// maxSyntax is how many errors of one text are reported: a text with more is not one that
// somebody corrects line by line.
const maxSyntax = 10

// eachSyntaxError calls report for the errors of a text that is not JSON, of which the first is
// given, with a hint. Those behind it are found by reading on as if it had been corrected, as
// long as it is one that is corrected in place, such as a comma too many: after another one,
// what follows may be a consequence.
func eachSyntaxError(text string, e *jsontext.SyntaxError, report func(e *jsontext.SyntaxError, hint string)) {
	for n := 1; ; n++ {
		report(e, syntaxHint(text, e.Offset, e.Problem))
		var ok bool
		if text, ok = corrected(text, e); !ok || n == maxSyntax {
			return
		}
		r := jsontext.NewScanner(text)
		r.Skip()
		var next *jsontext.SyntaxError
		if !errors.As(r.Done(), &next) || next.Offset <= e.Offset {
			return
		}
		e = next
	}
}

// corrected returns a text of the same length in which an error is corrected.
func corrected(text string, e *jsontext.SyntaxError) (string, bool) {
	at := min(e.Offset, len(text))
	before, after := text[:at], text[at:]
	if after == "" || strings.TrimSpace(before) == "" { // not a text with errors, but another text
		return "", false
	}
	if word, behind := wordAt(text, at); word != "" {
		from := len(text) - len(behind) - len(word)
		if strings.HasPrefix(strings.TrimLeft(behind, " \t\r\n"), ":") {
			return "", false // the name of a member
		}
		value := "0" + strings.Repeat(" ", len(word)-1)
		if from > 0 && '0' <= text[from-1] && text[from-1] <= '9' {
			value = strings.Repeat(" ", len(word)) // a unit behind a number
		}
		return text[:from] + value + behind, true
	}
	blank := func(n int) (string, bool) { return before + strings.Repeat(" ", n) + after[n:], true }
	switch {
	case strings.HasPrefix(after, "//"), after[0] == '#':
		line, _, _ := strings.Cut(after, "\n")
		return blank(len(line))
	case after[0] == '\'':
		inside, behind, ok := strings.Cut(after[1:], "'")
		return before + `"` + inside + `"` + behind, ok && !strings.ContainsAny(inside, "\"\\\n")
	case after[0] < ' ', after[0] == '+', placeHint(after[0], e.Problem) == moreHint && !strings.HasSuffix(strings.TrimSpace(before), ":"):
		return blank(1)
	case strings.HasSuffix(before, `\`):
		return before[:at-1] + " " + after, true
	}
	return withComma(before, after, e.Problem)
}

// withComma returns a text in which a comma too many is left out or a missing one is written;
// the error is between its parts.
func withComma(before, after, problem string) (string, bool) {
	tight := strings.TrimRight(before, " \t\r\n")
	switch {
	case strings.ContainsAny(after[:1], "]}") && strings.HasSuffix(tight, ","):
		n := len(tight) - 1
		return tight[:n] + " " + before[n+1:] + after, true
	case tight != before && placeHint(after[0], problem) == commaHint:
		return before[:len(before)-1] + "," + after, true
	}
	return "", false
}
