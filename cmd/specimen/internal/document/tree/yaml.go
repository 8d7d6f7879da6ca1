package tree

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// The limits of a YAML document, which takes a hundred times its length of memory.
// Aliases may repeat what it holds, so the JSON that it stands for has a limit as well.
const (
	maxYAML  = 16 << 20
	maxDepth = jsontext.DefaultMaxDepth
	maxGrow  = 8 // times its length, beyond the least
	leastMax = 1 << 20
)

// parseYAML returns a document in YAML, the first one of several.
func parseYAML(text string) (*Tree, error) {
	if len(text) > maxYAML {
		e := tooLong(maxYAML)
		e.Hint += " for YAML: convert it to JSON"
		return nil, e
	}
	root, err := yamlNodes(text)
	c := converter{lines: newLines(text), most: maxGrow*len(text) + leastMax}
	if err != nil {
		return nil, c.lines.yamlError(err)
	}
	c.value(root, -1, 0)
	if c.err != nil {
		return nil, c.err
	}
	t, err := parseJSON(string(c.out))
	if err != nil {
		return nil, &Error{Problem: err.Error()}
	}
	t.source, t.odd = c.places, c.odd
	return t, nil
}

// yamlNodes reads a document into nodes. If the library panics, it returns an error.
func yamlNodes(text string) (root *yaml.Node, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("internal error of the YAML library: %v", e)
		}
	}()
	root = new(yaml.Node)
	if err := yaml.Unmarshal([]byte(text), root); err != nil {
		return nil, err
	}
	return root, nil
}

// lineOf finds the line in a message of the library.
var lineOf = regexp.MustCompile(`line ([0-9]+): `)

// yamlError returns an error of the library, without the name that one of them quotes.
func (l *lines) yamlError(err error) *Error {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	offset := 0
	if m := lineOf.FindStringSubmatchIndex(message); m != nil {
		if line, err := strconv.Atoi(message[m[2]:m[3]]); err == nil {
			offset = l.start(line)
		}
		message = message[m[1]:]
	}
	if strings.HasPrefix(message, "unknown anchor") {
		message = "an alias refers to an anchor that is not there"
	}
	return &Error{Offset: offset, Problem: "malformed YAML: " + message}
}

// converter writes a YAML document as JSON.
type converter struct {
	*lines
	out    []byte
	work   int // members that were looked at
	most   int // of bytes and members
	places []place
	odd    []int32
	fixed  bool // whether what is written stands at the place of an alias
	err    *Error
}

func (c *converter) fail(n *yaml.Node, problem, hint string) {
	if c.err == nil {
		c.err = &Error{Offset: c.offset(n), Problem: problem, Hint: hint}
	}
}

func (c *converter) tooMuch(n *yaml.Node) {
	c.fail(n, "the aliases of the document repeat too much of it", "write it as JSON, or without aliases")
}

// offset returns where a node begins, or where the alias does through which it is read.
func (c *converter) offset(n *yaml.Node) int {
	if c.fixed {
		return c.lines.last
	}
	return c.lines.at(n.Line, n.Column)
}

// value writes a value, the name of which begins at an offset.
func (c *converter) value(n *yaml.Node, name, depth int) {
	switch {
	case c.err != nil:
		return
	case depth > maxDepth:
		c.fail(n, fmt.Sprintf("nesting exceeds the limit of %d levels", maxDepth), "")
		return
	case len(c.out)+c.work > c.most:
		c.tooMuch(n)
		return
	}
	switch n.Kind {
	case yaml.DocumentNode:
		c.value(n.Content[0], name, depth)
		return
	case yaml.AliasNode:
		c.alias(n, func() { c.value(n.Alias, name, depth+1) })
		return
	}
	c.places = append(c.places, place{int32(name), int32(c.offset(n))})
	switch n.Kind {
	case yaml.MappingNode:
		c.out = append(c.out, '{')
		c.members(n, depth, true, nil)
		c.out = append(c.out, '}')
	case yaml.SequenceNode:
		c.out = append(c.out, '[')
		for i, item := range n.Content {
			if i > 0 {
				c.out = append(c.out, ", "...)
			}
			c.value(item, -1, depth+1)
		}
		c.out = append(c.out, ']')
	case yaml.ScalarNode:
		c.scalar(n)
	default: // an empty document
		c.out = append(c.out, "null"...)
	}
}

// alias calls write, which reads what an alias refers to.
func (c *converter) alias(n *yaml.Node, write func()) {
	before := c.fixed
	if !c.fixed {
		c.lines.at(n.Line, n.Column)
	}
	c.fixed = true
	write()
	c.fixed = before
}

// members writes the members of a mapping except those that are taken, and returns
// whether none is written yet. Members that are merged come last.
func (c *converter) members(n *yaml.Node, depth int, first bool, taken map[string]bool) bool {
	if c.work += len(n.Content) + len(taken); c.work+len(c.out) > c.most {
		c.tooMuch(n)
	}
	var merged []*yaml.Node
	for i := 0; i+1 < len(n.Content) && c.err == nil; i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind == yaml.AliasNode {
			key = key.Alias
		}
		switch {
		case key.Kind != yaml.ScalarNode:
			c.fail(key, "a mapping or a list is the name of a member", "JSON has names that are text")
			return first
		case key.ShortTag() == "!!merge":
			merged = append(merged, value)
			continue
		case taken[key.Value]:
			continue
		}
		if !first {
			c.out = append(c.out, ", "...)
		}
		first = false
		c.out = append(jsontext.AppendString(c.out, key.Value), ": "...)
		c.value(value, c.offset(n.Content[i]), depth+1)
	}
	if len(merged) > 0 {
		c.merge(n, merged, depth, first, taken)
	}
	return first
}

// merge writes the members of other mappings that a mapping does not have.
func (c *converter) merge(n *yaml.Node, merged []*yaml.Node, depth int, first bool, taken map[string]bool) {
	own := map[string]bool{}
	for name := range taken {
		own[name] = true
	}
	add := func(n *yaml.Node) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			own[n.Content[i].Value] = true
		}
	}
	add(n)
	for len(merged) > 0 && c.err == nil {
		other := merged[0]
		merged = merged[1:]
		c.alias(other, func() {
			if other.Kind == yaml.AliasNode {
				other = other.Alias
			}
			switch {
			case other.Kind == yaml.SequenceNode:
				merged = append(append([]*yaml.Node{}, other.Content...), merged...)
			case other.Kind == yaml.MappingNode && depth < maxDepth:
				first = c.members(other, depth+1, first, own)
				add(other)
			default:
				c.fail(other, "<< merges a value that is not a mapping", "")
			}
		})
	}
}

// scalar writes a scalar: a number as it is written, text that JSON has no other form for
// as a string.
func (c *converter) scalar(n *yaml.Node) {
	switch tag := n.ShortTag(); {
	case tag == "!!null":
		c.out = append(c.out, "null"...)
	case tag == "!!bool":
		c.out = strconv.AppendBool(c.out, strings.EqualFold(n.Value, "true"))
	case (tag == "!!int" || tag == "!!float") && jsontext.IsNumber(n.Value):
		c.out = append(c.out, n.Value...)
	case tag == "!!int" || tag == "!!float":
		c.odd = append(c.odd, int32(len(c.places)-1))
		fallthrough
	default:
		c.out = jsontext.AppendString(c.out, n.Value)
	}
}
