package tree

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// maxRefs is the number of references that may follow one another.
const maxRefs = 32

// Follow returns the value that a value stands for: where it is an object with $ref, the
// one that it refers to. Its error is an *Error: references to other documents are not
// followed, and a reference may lead nowhere, or in a circle.
func (n Node) Follow() (Node, error) {
	start := n
	for range maxRefs {
		ref := n.Get("$ref")
		if !ref.Is(jsontext.KindString) {
			return n, nil
		}
		pointer, ok := strings.CutPrefix(ref.Text(), "#")
		if !ok {
			return Node{}, &Error{Offset: ref.Offset(), Problem: "$ref refers to another document", Hint: "bundle the documents into one first"}
		}
		if pointer, ok = fragment(pointer); !ok {
			return Node{}, &Error{Offset: ref.Offset(), Problem: "$ref is not a JSON Pointer", Hint: "write it like #/components/schemas/Order"}
		}
		if n = n.tree.Root().Find(pointer); !n.Exists() {
			return Node{}, &Error{Offset: ref.Offset(), Problem: "$ref refers to nothing in this document"}
		}
	}
	return Node{}, &Error{Offset: start.Offset(), Problem: "$ref leads in a circle"}
}

// fragment returns the JSON Pointer in the fragment of a URL.
func fragment(text string) (pointer string, ok bool) {
	if text, err := url.PathUnescape(text); err == nil && (text == "" || text[0] == '/') {
		return text, true
	}
	return text, strings.HasPrefix(text, "/")
}

// Find returns the value that a JSON Pointer leads to, or the zero Node.
func (n Node) Find(pointer string) Node {
	for _, token := range jsonpointer.Tokens(pointer) {
		switch n.Kind() {
		case jsontext.KindObject:
			n = n.Get(token)
		case jsontext.KindArray:
			n = n.element(token)
		default:
			return Node{}
		}
	}
	return n
}

// element returns the element that a token of a JSON Pointer names, or the zero Node.
func (n Node) element(token string) Node {
	index, err := strconv.Atoi(token)
	if err != nil || strconv.Itoa(index) != token {
		return Node{}
	}
	for item := range n.Items() {
		if index == 0 {
			return item
		}
		index--
	}
	return Node{}
}
