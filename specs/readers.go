package specs

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/finding"
)

// Readers of forms that several keys have.

// readNamed reads a mapping from names to objects, such as "types". It does not keep
// objects with an invalid name. like is an example of an object, for messages.
func readNamed[T any](r *reader, n node, what, one, like string, rule func(string) error, keys []key[T], out *[]T, start func(string, Ref) T) {
	if !r.is(n, yaml.MappingNode, `"`+what+`"`, "a mapping") {
		return
	}
	r.notEmpty(n, `"`+what+`"`)
	for k, v := range r.members(n) {
		name, ok := r.word(k, "the "+one, rule)
		item := start(name, k.ref)
		if readObject(r, v.atKey(), "the "+one, "a mapping like "+like, keys, &item) && ok {
			*out = append(*out, item)
		}
	}
}

// paths reads a list of paths.
func (r *reader) paths(n node) []Item {
	r.notEmpty(n, `"at"`)
	return r.words(n, `"at"`, "path", decisionPath)
}

// onlyTrue reads a key that can only be true.
func (r *reader) onlyTrue(n node, what string) bool {
	value, ok := r.boolean(n, what)
	if ok && !value {
		r.problem(finding.InvalidValue, n, what+" can only be true", "remove the key instead")
	}
	return value
}

// oneOf reports a mapping that has none of the keys, or more than one.
func (r *reader) oneOf(n node, what string, keys ...string) {
	var found []node
	for _, name := range keys {
		if v, ok := r.member(n, name); ok {
			found = append(found, v)
		}
	}
	list := strings.Join(keys[:len(keys)-1], ", ") + " or " + keys[len(keys)-1]
	switch {
	case len(found) == 0 && !r.means(n, keys...):
		r.problem(finding.MissingKey, n, what+" needs "+list, "")
	case len(found) > 1:
		r.problem(finding.ConflictingKeys, found[1], what+" has more than one of "+list, "remove all but one")
	}
}

// notEmpty reports an empty list or mapping.
func (r *reader) notEmpty(n node, what string) {
	if (n.Kind == yaml.SequenceNode || n.Kind == yaml.MappingNode) && len(n.Content) == 0 {
		r.problem(finding.EmptyValue, n, what+" is empty", "add an entry, or remove the key")
	}
}

func (r *reader) isMapping(n node) bool { return n.Kind == yaml.MappingNode }

// member returns the value of a key of a mapping.
func (r *reader) member(n node, name string) (node, bool) {
	for k, v := range r.members(n) {
		if k.Value == name {
			return v, true
		}
	}
	return node{}, false
}

// keysOf returns the keys of a mapping.
func (r *reader) keysOf(n node) []string {
	var out []string
	for k := range r.members(n) {
		out = append(out, k.Value)
	}
	return out
}

// atKey returns the node with the position of its key, for problems of a whole mapping.
func (n node) atKey() node {
	if n.key == nil {
		return n
	}
	at := *n.Node
	at.Line, at.Column = n.key.Line, n.key.Column
	return node{&at, n.ref, n.key}
}
