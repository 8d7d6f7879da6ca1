package specs

import (
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// maxEncodingProblems is how many invalid bytes of a file are reported. A binary file
// has nothing else.
const maxEncodingProblems = 10

// checkEncoding reports invalid UTF-8, and characters that YAML or a reader takes for
// something else. The YAML library refuses most of them too, but without a position.
func checkEncoding(f *file, add func(diagnostic.Diagnostic)) (ok bool) {
	if strings.HasPrefix(f.text, "\xff\xfe") || strings.HasPrefix(f.text, "\xfe\xff") {
		add(diagnostic.New(finding.InvalidEncoding, f.at(1, 1), "", "the file is UTF-16", "save it as UTF-8"))
		return false
	}
	problems := 0
	for i := 0; i < len(f.text) && problems < maxEncodingProblems; {
		if c := f.text[i]; c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(f.text[i:])
		if message, hint := wrongRune(r, size); message != "" {
			problems++
			add(diagnostic.New(finding.InvalidEncoding, f.atOffset(i), "", message, hint))
		}
		i += size
	}
	return problems == 0
}

// wrongRune returns what is wrong with a character of a spec file, or "".
func wrongRune(r rune, size int) (message, hint string) {
	const escape = `in a payload, write the escape`
	switch {
	case r == utf8.RuneError && size == 1:
		return "invalid UTF-8", "save the file as UTF-8"
	case r == 0xfeff:
		return "byte order mark inside the file", "remove it; " + escape + ` \ufeff`
	case r == 0x85 || r == 0x2028 || r == 0x2029:
		return "line separator U+" + hex4(r), "YAML ends the line here; " + escape + ` \u` + strings.ToLower(hex4(r))
	case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
		return "control character U+" + hex4(r), "remove it; " + escape + ` \u` + strings.ToLower(hex4(r))
	}
	return "", ""
}

func hex4(r rune) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]})
}

// EscapePayload returns a JSON text in a form that a spec file can have: lines end with
// LF, and characters that checkEncoding reports are \u escapes. The value stays the
// same, because such characters occur in strings only.
func EscapePayload(json string) string {
	json = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.Trim(json, " \t\r\n"))
	var b strings.Builder
	for i, r := range json {
		if message, _ := wrongRune(r, utf8.RuneLen(r)); message != "" && r != '\n' && r != '\t' {
			b.WriteString(`\u` + strings.ToLower(hex4(r)))
			continue
		}
		_, size := utf8.DecodeRuneInString(json[i:])
		b.WriteString(json[i : i+size])
	}
	return b.String()
}
