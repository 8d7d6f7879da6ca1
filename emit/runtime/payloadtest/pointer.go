package payloadtest

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// pointer returns the JSON Pointer (RFC 6901) of the reference tokens.
func pointer(tokens []string) string {
	var b strings.Builder
	for _, token := range tokens {
		b.WriteByte('/')
		b.WriteString(jsonpointer.Escape(token))
	}
	return b.String()
}

// within reports whether path is at or below top.
func within(path, top string) bool {
	rest, ok := strings.CutPrefix(path, top)
	return ok && (rest == "" || rest[0] == '/')
}

// show returns a path for a message: in quotes where it has more than plain
// characters.
func show(path string) string {
	if path == "" {
		return "the body"
	}
	for _, c := range path {
		if c <= ' ' || c > '~' || c == '"' {
			return strconv.QuoteToASCII(path)
		}
	}
	return path
}
