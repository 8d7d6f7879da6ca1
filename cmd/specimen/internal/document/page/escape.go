package page

import "strings"

// escaped are the signs that text has a backslash before, so that they are not markup. JSON
// has none of them behind one.
const escaped = "_*{}[].-#()!<>~$|"

// words adds text without the backslashes that are markup, which code has not, but for the
// one before a bar.
func (r *textReader) words(text string, in int) {
	if !strings.Contains(text, `\`) {
		r.add(text, in)
		return
	}
	from, inCode := 0, false
	for i := 0; i < len(text)-1; i++ {
		switch c := text[i]; {
		case c == '`':
			inCode = !inCode && strings.Contains(text[i+1:], "`")
		case c == '\\' && (text[i+1] == '|' || !inCode && strings.IndexByte(escaped, text[i+1]) >= 0):
			r.add(text[from:i], in+from)
			from = i + 1
			i++
		case c == '\\':
			i++
		}
	}
	r.add(text[from:], in+from)
}
