package specs

import (
	"go/token"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Ref refers to a value in the spec of a platform, in whichever file it is: a JSON
// Pointer such as "/fields/Order~1price" or "/topics/orders~1create/aliases/0". Stages
// that know no files pass it along.
type Ref string

// member returns the Ref of the value of a key in the mapping at r.
func (r Ref) member(key string) Ref { return r + "/" + Ref(jsonpointer.Escape(key)) }

// element returns the Ref of item i of the list at r.
func (r Ref) element(i int) Ref {
	return r + "/" + Ref(strconv.Itoa(i))
}

// index has the positions of the values and payloads of a platform.
type index struct {
	first token.Position // of platform.yaml, for values without a position
	refs  map[Ref]token.Position
	texts map[string]literal // by Example.ID
}

func newIndex() index {
	return index{refs: map[Ref]token.Position{}, texts: map[string]literal{}}
}

// add records the position of a Ref. It keeps the first one, because the second is a
// duplicate that was reported.
func (x index) add(ref Ref, pos token.Position) {
	if _, ok := x.refs[ref]; !ok {
		x.refs[ref] = pos
	}
}

// addText records the text of an example.
func (x index) addText(id string, text literal) {
	if _, ok := x.texts[id]; !ok {
		x.texts[id] = text
	}
}

// At returns the position of a Ref: of the key of a mapping's value, or of the item of
// a list. If the spec does not have the Ref, At returns the position of its nearest
// parent, or else the start of platform.yaml.
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

// Has reports whether the spec has the Ref.
func (p *Platform) Has(ref Ref) bool {
	_, ok := p.index.refs[ref]
	return ok
}

// Within returns the position of a byte in the text of an example. For an offset at or
// after the end it returns the position after the last byte that is not white space. For
// a Ref in place of the ID of an example, it returns what At returns.
func (p *Platform) Within(example string, offset int) token.Position {
	text, ok := p.index.texts[example]
	if !ok {
		return p.At(Ref(example))
	}
	return text.position(offset)
}
