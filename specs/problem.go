package specs

import (
	"fmt"
	"go/token"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// problem adds an error at the position of a node.
func (r *reader) problem(n node, message, hint string) {
	r.add(diagnostic.Diagnostic{Pos: r.position(n), Path: string(n.ref), Message: message, Hint: hint})
}

func (r *reader) unknownKey(k node, known []string) {
	hint := diagnostic.Nearest(k.Value, known)
	if hint == "" {
		hint = "the keys here are " + strings.Join(known, ", ")
	}
	r.problem(k, "unknown key "+diagnostic.Quote(k.Value), hint)
}

func (r *reader) missingKey(n node, what, key string) {
	hint := ""
	if key == "why" {
		hint = "give the reason in one sentence"
	}
	r.problem(n, fmt.Sprintf("%s has no %q", what, key), hint)
}

func (r *reader) duplicate(n node, what, text string, first Ref) {
	r.add(diagnostic.Diagnostic{
		Pos:     r.position(n),
		Path:    string(n.ref),
		Message: "duplicate " + what + " " + diagnostic.Quote(text),
		Hint:    "remove one of the two",
		Also:    []token.Position{r.index.refs[first]},
	})
}

// misplaced reports a key of platform.yaml in another file.
func (r *reader) misplaced(n node, key string) {
	r.add(diagnostic.Diagnostic{
		Pos:     r.position(n.atKey()),
		Path:    string(n.ref),
		Message: diagnostic.Quote(key) + " belongs in " + platformFile,
		Hint:    "move it there",
	})
}
