package specs

import (
	"go/token"
	"strconv"
	"strings"
)

// Ref names one place of a platform's spec, whichever file holds it: a JSON
// Pointer such as "/fields/Order~1price" or "/topics/orders~1create/aliases/0".
// Stages that know nothing of files carry it along and hand it back.
type Ref string

// member is the place of a key's value in the mapping at r.
func (r Ref) member(key string) Ref {
	if strings.ContainsAny(key, "~/") {
		key = strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1")
	}
	return r + "/" + Ref(key)
}

// element is the place of item i of the list at r.
func (r Ref) element(i int) Ref {
	return r + "/" + Ref(strconv.Itoa(i))
}

// index knows where the places and payloads of a platform are.
type index struct {
	first token.Position // of platform.yaml, for what has no place of its own
	refs  map[Ref]token.Position
	texts map[string]literal // by Example.ID
}

func newIndex() index {
	return index{refs: map[Ref]token.Position{}, texts: map[string]literal{}}
}

// add records the place of ref. The first one stands: a second is a duplicate
// that has been reported.
func (x index) add(ref Ref, pos token.Position) {
	if _, ok := x.refs[ref]; !ok {
		x.refs[ref] = pos
	}
}

// addText records where the payload of an example stands.
func (x index) addText(id string, text literal) {
	if _, ok := x.texts[id]; !ok {
		x.texts[id] = text
	}
}

// At returns the position of ref: of the key of a mapping's member, of the item
// of a list. A ref that the spec does not have gives that of its nearest parent,
// at last the first line of platform.yaml.
func (p *Platform) At(ref Ref) token.Position {
	for {
		if pos, ok := p.index.refs[ref]; ok {
			return pos
		}
		i := strings.LastIndexByte(string(ref), '/')
		if i < 0 {
			return p.index.first
		}
		ref = ref[:i]
	}
}

// Has reports whether the spec has ref itself.
func (p *Platform) Has(ref Ref) bool {
	_, ok := p.index.refs[ref]
	return ok
}

// Within returns the position of a byte of the text of the example with this ID.
// An offset at or behind the end gives the position just behind the last byte
// that is not white space, which is where something is missing.
func (p *Platform) Within(example string, offset int) token.Position {
	text, ok := p.index.texts[example]
	if !ok {
		return p.index.first
	}
	return text.position(offset)
}
