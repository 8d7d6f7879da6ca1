package specs

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
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
		add(diagnostic.New(finding.EmptyFile, f.at(1, 1), "", "no spec in this file", `a spec starts with "platform:" or "topics:"`))
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
		add(diagnostic.New(finding.SecondDocument, f.at(again.Line, again.Column), "", "second YAML document in the file", `remove the line "---", or move what follows to another file`))
		return nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		add(diagnostic.New(finding.WrongKind, f.atRune(root.Line, root.Column), "", "expected a mapping, got "+kindOf(root), `a spec starts with "platform:" or "topics:"`))
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
