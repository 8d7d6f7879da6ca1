package specs

import (
	"go/token"
	"iter"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"gopkg.in/yaml.v3"
)

// reader turns the nodes of one file into values. Whatever does not fit becomes
// a diagnostic, and the value stays as it was.
type reader struct {
	file  *file
	index index
	add   func(diagnostic.Diagnostic)
}

// node is a YAML node and its place in the spec of the platform.
type node struct {
	*yaml.Node
	ref Ref
	key *yaml.Node // of the member whose value this is, or nil
}

// key is a key that an object of the spec may have. Tables of keys are the one
// description of the format in this package; a test holds the JSON Schema to it.
type key[T any] struct {
	name     string
	required bool
	read     func(r *reader, n node, v *T)
}

// readObject reads a mapping with the keys of a table into v, and reports
// whether n is a mapping at all.
func readObject[T any](r *reader, n node, what, want string, keys []key[T], v *T) bool {
	if !r.is(n, yaml.MappingNode, what, want) {
		return false
	}
	seen := map[string]bool{}
	for k, value := range r.members(n) {
		seen[k.Value] = true
		i := slices.IndexFunc(keys, func(c key[T]) bool { return c.name == k.Value })
		if i < 0 {
			r.unknownKey(k, names(keys))
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

// names lists the keys of a table.
func names[T any](keys []key[T]) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.name
	}
	return out
}

// members gives the keys of a mapping with their values, and records their
// positions. Keys that lint has reported are left out.
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

// elements gives the items of a list and records their positions. An empty list
// says nothing that leaving out the key would not say.
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

// is reports whether a node is of a kind, and complains where it is not.
func (r *reader) is(n node, kind yaml.Kind, what, want string) bool {
	switch {
	case refused(n.Node):
		return false
	case n.Kind == kind:
		return true
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		r.report(n, what+" is empty", "write "+want+", or remove the key")
	default:
		r.report(n, "expected "+want+", got "+kindOf(n.Node), "")
	}
	return false
}

// text reads a scalar that YAML takes for a string, as it stands.
func (r *reader) text(n node, what string) (string, bool) {
	if !r.is(n, yaml.ScalarNode, what, "a string") {
		return "", false
	}
	switch n.ShortTag() {
	case "!!str":
		return n.Value, true
	case "!!null":
		r.report(n, what+" is empty", "write a string, or remove the key")
	default:
		r.report(n, "expected a string, got "+kindOf(n.Node), "quote it")
	}
	return "", false
}

// boolean reads true or false. The other words that YAML has for them, such as
// on, are texts here.
func (r *reader) boolean(n node, what string) (value, ok bool) {
	if !r.is(n, yaml.ScalarNode, what, "true or false") {
		return false, false
	}
	if n.ShortTag() == "!!bool" && (n.Value == "true" || n.Value == "false") {
		return n.Value == "true", true
	}
	r.report(n, "expected true or false, got "+kindOf(n.Node), "")
	return false, false
}

// prose reads a text for people: a sentence or a paragraph, in any YAML style.
func (r *reader) prose(n node, what string) string {
	s, ok := r.text(n, what)
	if !ok {
		return ""
	}
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		r.report(n, what+" is empty", "write a sentence, or remove the key")
	case len(s) > maxProse:
		r.report(n, what+" is too long (limit: 2,000 bytes)", "")
	}
	return s
}

// maxProse is a long paragraph.
const maxProse = 2000

// word reads a text that a rule of names.go accepts.
func (r *reader) word(n node, what string, rule func(string) error) (string, bool) {
	s, ok := r.text(n, what)
	if !ok {
		return "", false
	}
	if err := rule(s); err != nil {
		r.report(n, what+" "+diagnostic.Quote(s)+" "+err.Error(), hintOf(err))
		return "", false
	}
	return s, true
}

// words reads a list of such texts without duplicates. Of names one, as "path".
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
		out = append(out, Item{s, item.ref})
	}
	return out
}

func (r *reader) position(n node) token.Position { return r.file.atRune(n.Line, n.Column) }
