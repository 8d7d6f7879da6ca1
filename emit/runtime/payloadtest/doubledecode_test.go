package payloadtest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

var (
	orderEventShape = wire.Shape{
		Names: []string{"shop", "at", "order"}, Room: []uint64{^uint64(7)}, Index: indexOf("shop", "at", "order"),
		Field: fieldOf,
		Need:  []wire.Need{{Index: 2, Want: payload.KindObject}},
	}
	orderShape = shapeOf([]int{1, 9}, ^uint64(0b11_1000_0111_1000_1011),
		"id", "count", "price", "open", "nothing", "note", "active", "ratio", "status", "tags", "labels", "gift", "inside",
		"part", "late", "a/b~", "odd", "items")
	itemShape   = shapeOf(nil, ^uint64(3), "sku", "qty", "more")
	insideShape = shapeOf(nil, ^uint64(3), "a", "b")
	oddShape    = shapeOf(nil, ^uint64(2), `"`, "plain")
	partShape   = shapeOf(nil, ^uint64(1), "x")
)

// shapeOf returns the shape of a struct with few members, of which it requires those at
// the indexes in need, which are integers but for the list at 9.
func shapeOf(need []int, room uint64, names ...string) wire.Shape {
	s := wire.Shape{Names: names, Room: []uint64{room}, Index: indexOf(names...), Field: fieldOf, Escaped: slices.Contains(names, `"`)}
	for _, i := range need {
		want := payload.KindInteger
		if i == 9 {
			want = payload.KindArray
		}
		s.Need = append(s.Need, wire.Need{Index: i, Want: want})
	}
	return s
}

// fieldOf is the Field of a shape.
func fieldOf(v any, k int) any { return v.(interface{ fields() []any }).fields()[k] }

// indexOf returns the Index of a shape.
func indexOf(names ...string) func(string) int {
	return func(name string) int {
		if flaw == "folds case" {
			name = strings.ToLower(name)
		}
		return slices.Index(names, name)
	}
}

// object reads an object: members reads a run of its members that begins with the
// one with the index k.
func object(r *wire.Reader, i int, x *payload.Members, shape *wire.Shape, next, first string, members func(k, i int) (int, int)) int {
	if flaw == "needs nothing" {
		needless := *shape
		needless.Need, shape = nil, &needless
	}
	from, at := i, wire.Place{Shape: shape, Extra: x, Next: next}
	k, i := r.Enter(&at, i, first)
	for k >= 0 {
		k, i = members(k, i)
		k, i = r.Seek(&at, i, k)
	}
	spoil(x, shape.Names, passed(r, from, i, next))
	return i
}

// passed returns the text of the value at from, of which a decoder returned i.
func passed(r *wire.Reader, from, i int, next string) payload.Value {
	return Value(strings.TrimSuffix(r.Body()[from:max(i, ^i)], next))
}

// spoil applies the flaws of what an object keeps besides its variables.
func spoil(x *payload.Members, names []string, object payload.Value) {
	if flaw == "" {
		return
	}
	for _, m := range slices.Clone(*x) {
		name := state.Name(&m)
		known, there := slices.Contains(names, name), !state.Value(&m).IsAbsent()
		switch {
		case flaw == "drops unknown" && !known, flaw == "drops misfits" && known && there, flaw == "no absence" && !there:
			x.Delete(name)
		case flaw == "keeps too much" && known && there:
			for name, v := range object.Members() {
				x.Set(name, v)
			}
		}
	}
}

func (v *orderEvent) decode(r *wire.Reader, i int, next string) int {
	if r.Again() {
		*v = orderEvent{}
	}
	return object(r, i, &v.Extra, &orderEventShape, next, `{"shop":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.String(i, &v.Shop, `,"at":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			if i, k = r.Timestamp(i, &v.At, `,"order":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			i, k = v.Order.decode(r, i, `}`), 3
		}
		return k, i
	})
}

func (v *batchEvent) decode(r *wire.Reader, i int, next string) int {
	*v = batchEvent{}
	return r.KeepRoot(i, readList(r, i, &v.Payload, (*item).decode, next), &v.Extra)
}

func (v *order) decode(r *wire.Reader, i int, next string) int {
	if r.Again() && flaw != "merges" {
		*v = order{}
	}
	return object(r, i, &v.Extra, &orderShape, next, `{"id":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = literalID(r, i, &v.ID, `,"count":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			if i, k = r.Int(i, &v.Count, `,"price":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			if i, k = r.Number(i, &v.Price, `,"open":`), 3; i < 0 {
				break
			}
			fallthrough
		case 3:
			if i, k = r.Bool(i, &v.Open, `,"nothing":`), 4; i < 0 {
				break
			}
			fallthrough
		case 4:
			if i, k = r.Value(i, &v.Nothing, `,"note":`), 5; i < 0 {
				break
			}
			fallthrough
		case 5:
			if i, k = r.OptString(i, &v.Note, `,"active":`), 6; i < 0 {
				break
			}
			fallthrough
		case 6:
			if i, k = r.Flag(i, &v.Active, `,"ratio":`), 7; i < 0 {
				break
			}
			fallthrough
		case 7:
			if i, k = r.Float(i, &v.Ratio, `,"status":`), 8; i < 0 {
				break
			}
			fallthrough
		case 8:
			if i, k = r.String(i, (*string)(&v.Status), `,"tags":`), 9; i < 0 {
				break
			}
			fallthrough
		case 9:
			if flaw != "takes null" {
				i = r.Need(i, payload.KindArray)
			}
			if i, k = readList(r, i, &v.Tags, decoderOf((*wire.Reader).String), `,"labels":`), 10; i < 0 {
				break
			}
			fallthrough
		case 10:
			if i, k = labels(r, i, &v.Labels, `,"gift":`), 11; i < 0 {
				break
			}
			fallthrough
		case 11:
			if i, k = gift(r, i, &v.Gift, `,"inside":`), 12; i < 0 {
				break
			}
			fallthrough
		case 12:
			if i, k = insideText(r, i, &v.Inside, `,"part":`), 13; i < 0 {
				break
			}
			fallthrough
		case 13:
			if i, k = opt(r, i, &v.Part, (*part).decode, `,"late":`), 14; i < 0 {
				break
			}
			fallthrough
		case 14:
			if i, k = opt(r, i, &v.Late, decodeInts, `,"a/b~":`), 15; i < 0 {
				break
			}
			fallthrough
		case 15:
			if i, k = r.Int(i, &v.AB, `,"odd":`), 16; i < 0 {
				break
			}
			fallthrough
		case 16:
			if i, k = v.Odd.decode(r, i, `,"items":`), 17; i < 0 {
				break
			}
			fallthrough
		case 17:
			i, k = readList(r, i, &v.Items, (*item).decode, `}`), 18
		}
		return k, i
	})
}

// literalID reads a string, and forgets one that is not exact if that is the flaw.
func literalID(r *wire.Reader, i int, p *string, next string) int {
	before := len(r.Mismatches())
	i = r.String(i, p, next)
	if flaw == "no literal" && len(r.Mismatches()) > before {
		*p = ""
	}
	return i
}

func (v *item) decode(r *wire.Reader, i int, next string) int {
	if r.Again() {
		*v = item{}
	}
	return object(r, i, &v.Extra, &itemShape, next, `{"sku":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.String(i, &v.SKU, `,"qty":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			if i, k = r.Int(i, &v.Qty, `,"more":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			i, k = opt(r, i, &v.More, decodeValues, `}`), 3
		}
		return k, i
	})
}

func (v *inside) decode(r *wire.Reader, i int, next string) int {
	if r.Again() {
		*v = inside{}
	}
	return object(r, i, &v.Extra, &insideShape, next, `{"a":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.Int(i, &v.A, `,"b":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			i, k = decodeInts(&v.B, r, i, `}`), 2
		}
		return k, i
	})
}

func (v *part) decode(r *wire.Reader, i int, next string) int {
	if r.Again() {
		*v = part{}
	}
	return object(r, i, &v.Extra, &partShape, next, `{"x":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			i, k = r.Int(i, &v.X, `}`), 1
		}
		return k, i
	})
}

func (v *odd) decode(r *wire.Reader, i int, next string) int {
	if r.Again() {
		*v = odd{}
	}
	return object(r, i, &v.Extra, &oddShape, next, `{"\"":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.OptInt(i, &v.Quote, `,"plain":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			i, k = r.String(i, &v.Plain, `}`), 2
		}
		return k, i
	})
}

func decodeInts(p *[]int64, r *wire.Reader, i int, next string) int {
	return readList(r, i, p, decoderOf((*wire.Reader).Int), next)
}

func decodeValues(p *[]payload.Value, r *wire.Reader, i int, next string) int {
	return readList(r, i, p, decoderOf((*wire.Reader).Value), next)
}

// decoderOf makes a method of Reader a decoder like those of structs.
func decoderOf[T any](read func(*wire.Reader, int, *T, string) int) func(*T, *wire.Reader, int, string) int {
	return func(v *T, r *wire.Reader, i int, next string) int { return read(r, i, v, next) }
}

// readList reads an array.
func readList[T any](r *wire.Reader, i int, p *[]T, elem func(*T, *wire.Reader, int, string) int, next string) int {
	before, isList, exact := *p, r.Kind(i) == payload.KindArray, true
	a, all := r.Array(i), []T{}
	for n := 0; a.Next(r, n); n++ {
		if all = grow(r, all); flaw == "wastes memory" && n == 0 {
			all = make([]T, 1, 100_000)
		}
		end := elem(&all[len(all)-1], r, a.At, "")
		if a.Read(end); end < 0 {
			exact = false
			if flaw == "shortens lists" {
				all = all[:len(all)-1]
			}
		}
	}
	if *p = all; !a.Holds(r) {
		*p = nil
	}
	switch {
	case flaw == "stale" && *p == nil:
		*p = before
	case flaw == "null is empty" && r.Null(i), flaw == "empties lists" && !exact:
		*p = []T{}
	case flaw == "keeps a part" && isList:
		*p = all
	}
	return a.End(r, next)
}

// grow returns list with one more element.
func grow[T any](r *wire.Reader, list []T) []T {
	if len(list) == cap(list) {
		list = wire.Longer(r, list, 1)
	}
	return list[:len(list)+1]
}

func labels(r *wire.Reader, i int, p *payload.Map[string], next string) int {
	before := len(r.Mismatches())
	o, all := r.Object(i), payload.Map[string]{}
	for o.Next(r, len(all)) {
		all = grow(r, all)
		all[len(all)-1].Key = o.Key
		o.Read(r.String(o.At, &all[len(all)-1].Value, ""))
	}
	*p = wire.Entries(r, &o, all)
	if flaw == "repeats keys" && *p != nil {
		*p = all
	}
	if list := *p; flaw == "moves keys" && list != nil && len(r.Mismatches()) > before {
		list[0].Value, list[len(list)-1].Value = list[len(list)-1].Value, list[0].Value
	}
	return o.End(r, next)
}

func opt[T any](r *wire.Reader, i int, p *payload.Opt[T], value func(*T, *wire.Reader, int, string) int, next string) int {
	v, presence := wire.Opt(p)
	if r.Null(i) {
		return r.OptNull(i, presence, next)
	}
	before := len(r.Mismatches())
	i = r.OptEnd(value(v, r, i, next), presence)
	if _, list := any(p).(*payload.Opt[[]int64]); flaw == "unsettled" && list && len(r.Mismatches()) > before {
		*p = payload.Opt[T]{}
	}
	return i
}

func gift(r *wire.Reader, i int, p *payload.Or[item], next string) int {
	v, other := wire.Or(p)
	if k := r.Kind(i); k != payload.KindObject || flaw == "always raw" {
		i = r.OrElse(i, other, next, payload.KindObject, payload.KindString)
		if flaw == "forgets the raw" {
			*p = payload.Other[item](Value("null"))
		}
		return i
	}
	other.Is = true
	from, before := i, len(r.Mismatches())
	i = v.decode(r, i, next)
	if flaw == "raw after all" && len(v.Extra) > 0 || flaw == "raw at last" && len(r.Mismatches()) > before {
		*p = payload.Other[item](passed(r, from, i, next))
	}
	return i
}

func insideText(r *wire.Reader, i int, p *payload.JSON[inside], next string) (after int) {
	v, text := wire.JSON(p)
	var in wire.Reader
	if r.Plain(i, text, payload.KindObject) {
		after = r.PlainEnd(i, text, v.decode(r, i, ""), next)
		if flaw == "forgets the plain form" {
			text.Form = state.JSONText
		}
	} else if after = r.Inner(i, text, payload.KindObject, &in, next); text.Is {
		if end := v.decode(&in, in.Begin(), ""); flaw != "silent inside" {
			r.Outer(i, text, payload.KindObject, &in, end)
		}
		if flaw == "drops the value" && len(v.Extra) > 0 || flaw == "drops it at last" && len(in.Mismatches()) > 0 {
			text.Is = false
		}
	}
	if !text.Is {
		*v = inside{}
	}
	if _, ok := p.Get(); !ok && flaw == "drops the text" {
		*p = payload.JSON[inside]{}
	}
	return after
}
