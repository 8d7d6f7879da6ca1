package specs

import (
	"go/token"
	"iter"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
	"gopkg.in/yaml.v3"
)

// reader reads the nodes of a file into values. It reports what does not fit, and
// leaves the value as it is.
type reader struct {
	file  *file
	index index
	add   func(diagnostic.Diagnostic)
	meant map[Ref]bool // the keys that unknown ones are misspellings of
}

// node is a YAML node and its Ref.
type node struct {
	*yaml.Node
	ref Ref
	key *yaml.Node // the key of a mapping that has the node as value, or nil
}

// key is a key of a mapping in a spec. The tables of keys describe the format; a test
// compares the JSON Schema with them.
type key[T any] struct {
	name     string
	required bool
	read     func(r *reader, n node, v *T)
}

// readObject reads a mapping into v by a table of keys. It reports false if n is not a
// mapping. what and want are for messages.
func readObject[T any](r *reader, n node, what, want string, keys []key[T], v *T) bool {
	if !r.is(n, yaml.MappingNode, what, want) {
		return false
	}
	seen := map[string]bool{}
	for k, value := range r.members(n) {
		seen[k.Value] = true
		i := slices.IndexFunc(keys, func(c key[T]) bool { return c.name == k.Value })
		if i < 0 {
			r.unknownKey(n, k, names(keys))
			continue
		}
		keys[i].read(r, value, v)
	}
	for _, k := range keys {
		if k.required && !seen[k.name] {
			r.missingKey(n, what, k.name)
		}
	}
	return true
}

// names returns the names of the keys of a table.
func names[T any](keys []key[T]) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.name
	}
	return out
}

// members returns the keys and values of a mapping, and records their positions. It
// leaves out keys that lint has reported.
func (r *reader) members(n node) iter.Seq2[node, node] {
	return func(yield func(k, v node) bool) {
		seen := map[string]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			k, v := n.Content[i], n.Content[i+1]
			if k.Kind != yaml.ScalarNode || k.ShortTag() != "!!str" || seen[k.Value] {
				continue
			}
			seen[k.Value] = true
			ref := n.ref.member(k.Value)
			r.index.add(ref, r.file.atRune(k.Line, k.Column))
			if !yield(node{Node: k, ref: ref}, node{v, ref, k}) {
				return
			}
		}
	}
}

// elements returns the items of a list, and records their positions.
func (r *reader) elements(n node, what string) iter.Seq[node] {
	return func(yield func(node) bool) {
		if !r.is(n, yaml.SequenceNode, what, "a list") {
			return
		}
		for i, item := range n.Content {
			ref := n.ref.element(i)
			r.index.add(ref, r.file.atRune(item.Line, item.Column))
			if !yield(node{Node: item, ref: ref}) {
				return
			}
		}
	}
}

// is reports whether a node has a kind. If not, it reports a problem.
func (r *reader) is(n node, kind yaml.Kind, what, want string) bool {
	switch {
	case refused(n.Node):
		return false
	case n.Kind == kind:
		return true
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		r.problem(finding.EmptyValue, n, what+" is empty", "write "+want+", or remove the key")
	default:
		r.problem(finding.WrongKind, n, "expected "+want+", got "+kindOf(n.Node), "")
	}
	return false
}

// text reads a scalar that is a string in YAML.
func (r *reader) text(n node, what string) (string, bool) {
	if !r.is(n, yaml.ScalarNode, what, "a string") {
		return "", false
	}
	switch n.ShortTag() {
	case "!!str":
		return n.Value, true
	case "!!null":
		r.problem(finding.EmptyValue, n, what+" is empty", "write a string, or remove the key")
	default:
		r.problem(finding.WrongKind, n, "expected a string, got "+kindOf(n.Node), "quote it")
	}
	return "", false
}

// boolean reads true or false. Other words that YAML may take for them, such as on, are
// strings here.
func (r *reader) boolean(n node, what string) (value, ok bool) {
	if !r.is(n, yaml.ScalarNode, what, "true or false") {
		return false, false
	}
	if n.ShortTag() == "!!bool" && (n.Value == "true" || n.Value == "false") {
		return n.Value == "true", true
	}
	r.problem(finding.WrongKind, n, "expected true or false, got "+kindOf(n.Node), "")
	return false, false
}

// prose reads a text for people: a sentence or a paragraph, in any style of YAML.
func (r *reader) prose(n node, what string) string {
	s, ok := r.text(n, what)
	if !ok {
		return ""
	}
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		r.problem(finding.EmptyValue, n, what+" is empty", "write a sentence, or remove the key")
	case len(s) > maxProse:
		r.problem(finding.InvalidValue, n, what+" is too long (limit: 2,000 bytes)", "")
	}
	return s
}

// maxProse is the length of a long paragraph.
const maxProse = 2000

// word reads a string that a rule accepts; names.go has the rules.
func (r *reader) word(n node, what string, rule func(string) error) (string, bool) {
	s, ok := r.text(n, what)
	if !ok {
		return "", false
	}
	if err := rule(s); err != nil {
		r.problem(finding.InvalidValue, n, what+" "+diagnostic.Quote(s)+" "+err.Error(), hintOf(err))
		return "", false
	}
	return s, true
}

// words reads a list of such strings without duplicates. of names one of them, such as
// "path".
func (r *reader) words(n node, what, of string, rule func(string) error) []Item {
	var out []Item
	for item := range r.elements(n, what) {
		s, ok := r.word(item, "the "+of, rule)
		if !ok {
			continue
		}
		if i := slices.IndexFunc(out, func(x Item) bool { return x.Text == s }); i >= 0 {
			r.duplicate(item, of, s, out[i].Ref)
			continue
		}
		out = append(out, Item{Text: s, Ref: item.ref})
	}
	return out
}

func (r *reader) position(n node) token.Position { return r.file.atRune(n.Line, n.Column) }
