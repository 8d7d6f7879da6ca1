package specs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// problem adds an error at the position of a node.
func (r *reader) problem(rule finding.Rule, n node, message, hint string) {
	r.add(diagnostic.New(rule, r.position(n), string(n.ref), message, hint))
}

// unknownKey reports a key of n that is none of the known ones.
func (r *reader) unknownKey(n, k node, known []string) {
	hint := diagnostic.Nearest(k.Value, known)
	if hint != "" {
		r.meant[n.ref.member(diagnostic.Closest(k.Value, known))] = true
	} else {
		hint = "the keys here are " + strings.Join(known, ", ")
	}
	r.problem(finding.UnknownKey, k, "unknown key "+diagnostic.Quote(k.Value), hint)
}

// means reports whether n has a key that is probably a misspelling of one of some keys, so
// that these are not missing besides.
func (r *reader) means(n node, keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return r.meant[n.ref.member(key)] })
}

// missingKey reports that n lacks a key.
func (r *reader) missingKey(n node, what, key string) {
	if r.means(n, key) {
		return
	}
	rule, hint := finding.MissingKey, ""
	if key == "why" {
		rule, hint = finding.MissingReason, "give the reason in one sentence"
	}
	r.problem(rule, n, fmt.Sprintf("%s has no %q", what, key), hint)
}

func (r *reader) duplicate(n node, what, text string, first Ref) {
	message := "duplicate " + what + " " + diagnostic.Quote(text)
	r.add(diagnostic.New(finding.DuplicateEntry, r.position(n), string(n.ref), message, "remove one of the two", r.index.refs[first]))
}

// misplaced reports a key of platform.yaml in another file.
func (r *reader) misplaced(n node, key string) {
	r.problem(finding.MisplacedKey, n.atKey(), diagnostic.Quote(key)+" belongs in "+platformFile, "move it there")
}
