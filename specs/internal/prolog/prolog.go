// Package prolog reads the directives before a YAML document.
package prolog

import (
	"regexp"
	"strings"
)

var version = regexp.MustCompile(`^%YAML[ \t]+1\.[0-3]([ \t\r]|$)`)

// Readable returns the text with version 1.1 in its %YAML directive, the only version
// that the YAML library accepts. For specs, it means the same as version 1.2. Offsets
// stay the same.
func Readable(text string) string {
	for i := 0; i < len(text); {
		line, _, _ := strings.Cut(text[i:], "\n")
		switch {
		case version.MatchString(line):
			at := i + strings.Index(line, "1.") + 2
			return text[:at] + "1" + text[at+1:]
		case strings.TrimSpace(line) != "" && line[0] != '#' && line[0] != '%':
			return text // the document begins
		}
		i += len(line) + 1
	}
	return text
}
