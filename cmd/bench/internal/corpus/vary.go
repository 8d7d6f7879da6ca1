package corpus

import (
	"math/rand/v2"
	"reflect"

	"github.com/specimen-go/specimen/cmd/bench/internal/shape"
)

// variation makes copies of one payload that are like it and yet all different,
// so that no branch predictor learns one payload by heart. Values change, their
// types do not: what the example shows of a member decides what stands there.
type variation struct {
	rand  *rand.Rand
	forms shape.Forms
	index shape.Index
	lines string // name of the list that gets 1 to 4 elements, each a copy of its first
}

// Chances in percent. One in a hundred members is missing, as platforms leave
// out what their documents show.
const (
	chanceMissing = 1
	chanceNull    = 15 // of a value whose type has room for null
	chanceValue   = 40 // of a null whose type tells what could stand there
)

func (v *variation) chance(percent int) bool { return v.rand.IntN(100) < percent }

// event varies the body of a delivery on the topic. Its root keeps its members:
// without them there is nothing left to decode.
func (v *variation) event(n *node, t reflect.Type, topic string) {
	for i := range n.members {
		m := &n.members[i]
		if f, ok := v.index.Member(t, m.name); ok && m.value.text != topic {
			v.vary(m.value, f.Type, shape.Place{Struct: t, Key: m.name})
		}
	}
}

// vary changes n, a value of type t at a place, in its place.
func (v *variation) vary(n *node, t reflect.Type, at shape.Place) {
	class, elem := shape.Of(t)
	room := class == shape.Opt || class == shape.Or
	if room {
		t = elem
		class, elem = shape.Of(t)
	}
	room = room || class == shape.Value
	scalar := n.kind == boolean || n.kind == number || n.kind == text
	if room && scalar && v.chance(chanceNull) {
		*n = node{kind: null}
		return
	}
	switch n.kind {
	case null:
		if room && v.chance(chanceValue) {
			v.fill(n, class, at)
		}
	case boolean:
		n.text = [...]string{"false", "true"}[v.rand.IntN(2)]
	case number:
		v.number(n, class)
	case text:
		if class == shape.JSON {
			v.inner(n, elem)
			return
		}
		n.text = varyText(v.rand, n.text)
	case array:
		if class == shape.Slice {
			v.array(n, elem, at)
		}
	case object:
		v.object(n, t, class, elem)
	}
}

func (v *variation) number(n *node, class shape.Class) {
	if class == shape.Flag {
		n.text = [...]string{"0", "1"}[v.rand.IntN(2)]
		return
	}
	n.text = varyNumber(v.rand, n.text, class == shape.Number || class == shape.Float)
}

// inner varies the JSON inside a string.
func (v *variation) inner(n *node, t reflect.Type) {
	in, err := parse([]byte(n.text))
	if err != nil {
		return // an empty string, say
	}
	v.vary(in, t, shape.Place{})
	n.text = string(layout{}.write(nil, in, 0))
}

func (v *variation) array(n *node, elem reflect.Type, at shape.Place) {
	if len(n.items) == 0 {
		return
	}
	if class, _ := shape.Of(elem); at.Key == v.lines || class != shape.Struct {
		first := n.items[0]
		n.items = nil
		// Short lists are the usual ones: 1 to 4 elements, 2 on average.
		for range 1 + min(v.rand.IntN(4), v.rand.IntN(4)) {
			n.items = append(n.items, first.clone())
		}
	}
	for _, x := range n.items {
		v.vary(x, elem, at)
	}
}

func (v *variation) object(n *node, t reflect.Type, class shape.Class, elem reflect.Type) {
	n.keyed = class == shape.Map
	var kept []member
	for _, m := range n.members {
		if class == shape.Struct {
			if v.chance(chanceMissing) {
				continue
			}
			if f, ok := v.index.Member(t, m.name); ok {
				v.vary(m.value, f.Type, shape.Place{Struct: t, Key: m.name})
			}
		}
		if class == shape.Map {
			v.vary(m.value, elem, shape.Place{})
		}
		kept = append(kept, m)
	}
	n.members = kept
}

// fill gives a null a value of its type. For objects and lists there is no
// pattern to copy, so they stay null.
func (v *variation) fill(n *node, class shape.Class, at shape.Place) {
	word := func(s string) { *n = node{kind: text, text: s} }
	switch class {
	case shape.Timestamp:
		word(digits(v.rand, "2023-12-18T06:51:51.641Z"))
	case shape.String, shape.Value:
		word(words(v.rand, 3+v.rand.IntN(20), false))
	case shape.Int:
		*n = node{kind: number, text: randomDigits(v.rand, 1+v.rand.IntN(6))}
	case shape.Bool:
		*n = node{kind: boolean, text: "true"}
	case shape.Number:
		amount := varyNumber(v.rand, "123.45", true)
		if v.forms.At(at) == shape.AsNumber {
			*n = node{kind: number, text: amount}
			return
		}
		word(amount)
	}
}
