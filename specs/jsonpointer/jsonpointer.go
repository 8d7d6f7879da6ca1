// Package jsonpointer has the text of JSON Pointers (RFC 6901), in which the names of members
// are escaped. Specs, payloads and the run-time support of generated packages write them, so
// that it imports the standard library only, and generated packages have a copy.
package jsonpointer

import (
	"fmt"
	"strings"
)

// Escape returns the name of a member as a reference token of a JSON Pointer
// (RFC 6901, section 3).
func Escape(name string) string {
	if strings.IndexByte(name, '~') < 0 && strings.IndexByte(name, '/') < 0 {
		return name
	}
	return strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// Unescape returns the name of a member that Escape made token of.
func Unescape(token string) string {
	if strings.IndexByte(token, '~') < 0 {
		return token
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}

// Tokens returns the names and indexes in a JSON Pointer, unescaped: none for "".
func Tokens(pointer string) []string {
	tokens := strings.Split(pointer, "/")[1:]
	for i, token := range tokens {
		tokens[i] = Unescape(token)
	}
	return tokens
}

// Show returns a JSON Pointer for a line of text: "the body" for the
// outermost value, quoted where it holds anything but plain ASCII, and cut where it
// is long, because names of members come from the sender.
func Show(pointer string) string {
	const most = 120
	if pointer == "" {
		return "the body"
	}
	cut := ""
	if len(pointer) > most {
		pointer, cut = pointer[:most], "…"
	}
	for i := range len(pointer) {
		if c := pointer[i]; c <= ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return fmt.Sprintf("%+q", pointer) + cut
		}
	}
	return pointer + cut
}
