package specs

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/internal/prolog"
)

// parse returns the mapping in a spec file. It returns nil if it reported a problem.
func parse(f *file, add func(diagnostic.Diagnostic)) *yaml.Node {
	if !checkEncoding(f, add) {
		return nil
	}
	dec := yaml.NewDecoder(strings.NewReader(prolog.Readable(f.text)))
	doc, err := next(dec)
	switch {
	case errors.Is(err, io.EOF):
		add(diagnostic.Diagnostic{Pos: f.at(1, 1), Message: "no spec in this file", Hint: `a spec starts with "platform:" or "topics:"`})
		return nil
	case err != nil:
		add(syntaxError(f, err))
		return nil
	}
	switch again, err := next(dec); {
	case errors.Is(err, io.EOF):
	case err != nil:
		add(syntaxError(f, err))
		return nil
	default:
		add(diagnostic.Diagnostic{Pos: f.at(again.Line, again.Column), Message: "second YAML document in the file", Hint: `remove the line "---", or move what follows to another file`})
		return nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		add(diagnostic.Diagnostic{Pos: f.atRune(root.Line, root.Column), Message: "expected a mapping, got " + kindOf(root), Hint: `a spec starts with "platform:" or "topics:"`})
		return nil
	}
	return root
}

// next reads a document into nodes, which keep the text of scalars and their positions.
// If the library panics, next returns an error.
func next(dec *yaml.Decoder) (doc *yaml.Node, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("internal error of the YAML library: %v", e)
		}
	}()
	doc = new(yaml.Node)
	if err := dec.Decode(doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// kindOf returns what a node is, for messages.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	}
	switch n.ShortTag() {
	case "!!null":
		return "nothing"
	case "!!int", "!!float":
		return "a number"
	case "!!bool":
		return "a boolean"
	case "!!timestamp":
		return "a date"
	}
	return "a string"
}
