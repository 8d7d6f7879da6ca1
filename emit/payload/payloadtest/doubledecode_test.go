package payloadtest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
)

var (
	orderEventShape = payload.Shape{
		Names: []string{"shop", "at", "order"}, Room: []uint64{^uint64(7)}, Index: indexOf("shop", "at", "order"), Shared: 2,
	}
	orderShape = shapeOf(^uint64(0b11_1001_0111_1100_1011),
		"id", "count", "price", "open", "nothing", "note", "active", "ratio", "status", "tags", "labels", "gift", "inside",
		"part", "late", "a/b~", "odd", "items")
	itemShape   = shapeOf(^uint64(3), "sku", "qty", "more")
	insideShape = shapeOf(^uint64(3), "a", "b")
	oddShape    = shapeOf(^uint64(2), `"`, "plain")
	partShape   = shapeOf(^uint64(1), "x")
)

// shapeOf returns the shape of a struct with few members.
func shapeOf(room uint64, names ...string) payload.Shape {
	return payload.Shape{Names: names, Room: []uint64{room}, Index: indexOf(names...), Escaped: slices.Contains(names, `"`)}
}

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
func object(r *payload.Reader, i int, x *payload.Members, shape *payload.Shape, next, first string, members func(k, i int) (int, int)) int {
	from, at := i, payload.Place{Shape: shape, Extra: x, Next: next}
	k, i := r.Enter(&at, i, first)
	for k >= 0 {
		k, i = members(k, i)
		k, i = r.Seek(&at, i, k)
	}
	spoil(x, shape.Names, passed(r, from, i, next))
	return i
}

// passed returns the text of the value at from, of which a decoder returned i.
func passed(r *payload.Reader, from, i int, next string) payload.Value {
	return payload.RawValue(strings.TrimSuffix(r.Text()[from:max(i, ^i)], next))
}

// spoil applies the flaws of what an object keeps besides its variables.
func spoil(x *payload.Members, names []string, object payload.Value) {
	for _, m := range slices.Clone(*x) {
		known, there := slices.Contains(names, m.Name), !m.Value.IsZero()
		switch {
		case flaw == "drops unknown" && !known, flaw == "drops misfits" && known && there, flaw == "no absence" && !there:
			x.Delete(m.Name)
		case flaw == "keeps too much" && known && there:
			for name, v := range object.Members() {
				x.Set(name, v)
			}
		}
	}
}

func (v *orderEvent) decode(r *payload.Reader, i int, next string) int {
	if r.Again() {
		*v = orderEvent{}
	}
	return object(r, i, &v.Extra, &orderEventShape, next, `{"shop":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.StringAt(i, &v.Shop, `,"at":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			if i, k = r.TimestampAt(i, &v.At, `,"order":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			i, k = v.Order.decode(r, i, `}`), 3
		}
		return k, i
	})
}

func (v *batchEvent) decode(r *payload.Reader, i int, next string) int {
	*v = batchEvent{}
	end := readList(r, i, &v.Value, (*item).decode, next)
	if end < 0 {
		r.KeepRoot(i, ^end, &v.Extra)
	}
	return end
}

func (v *order) decode(r *payload.Reader, i int, next string) int {
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
			if i, k = r.IntAt(i, &v.Count, `,"price":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			if i, k = r.NumberAt(i, &v.Price, `,"open":`), 3; i < 0 {
				break
			}
			fallthrough
		case 3:
			if i, k = r.BoolAt(i, &v.Open, `,"nothing":`), 4; i < 0 {
				break
			}
			fallthrough
		case 4:
			if i, k = r.ValueAt(i, &v.Nothing, `,"note":`), 5; i < 0 {
				break
			}
			fallthrough
		case 5:
			if i, k = r.OptStringAt(i, &v.Note, `,"active":`), 6; i < 0 {
				break
			}
			fallthrough
		case 6:
			if i, k = r.FlagAt(i, &v.Active, `,"ratio":`), 7; i < 0 {
				break
			}
			fallthrough
		case 7:
			if i, k = r.FloatAt(i, &v.Ratio, `,"status":`), 8; i < 0 {
				break
			}
			fallthrough
		case 8:
			if i, k = r.StringAt(i, (*string)(&v.Status), `,"tags":`), 9; i < 0 {
				break
			}
			fallthrough
		case 9:
			if i, k = readList(r, i, &v.Tags, decoderOf((*payload.Reader).StringAt), `,"labels":`), 10; i < 0 {
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
			if i, k = r.IntAt(i, &v.AB, `,"odd":`), 16; i < 0 {
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
func literalID(r *payload.Reader, i int, p *string, next string) int {
	before := len(r.Mismatches())
	i = r.StringAt(i, p, next)
	if flaw == "no literal" && len(r.Mismatches()) > before {
		*p = ""
	}
	return i
}

func (v *item) decode(r *payload.Reader, i int, next string) int {
	if r.Again() {
		*v = item{}
	}
	return object(r, i, &v.Extra, &itemShape, next, `{"sku":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.StringAt(i, &v.SKU, `,"qty":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			if i, k = r.IntAt(i, &v.Qty, `,"more":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			i, k = opt(r, i, &v.More, decodeValues, `}`), 3
		}
		return k, i
	})
}

func (v *inside) decode(r *payload.Reader, i int, next string) int {
	if r.Again() {
		*v = inside{}
	}
	return object(r, i, &v.Extra, &insideShape, next, `{"a":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.IntAt(i, &v.A, `,"b":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			i, k = decodeInts(&v.B, r, i, `}`), 2
		}
		return k, i
	})
}

func (v *part) decode(r *payload.Reader, i int, next string) int {
	if r.Again() {
		*v = part{}
	}
	return object(r, i, &v.Extra, &partShape, next, `{"x":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			i, k = r.IntAt(i, &v.X, `}`), 1
		}
		return k, i
	})
}

func (v *odd) decode(r *payload.Reader, i int, next string) int {
	if r.Again() {
		*v = odd{}
	}
	return object(r, i, &v.Extra, &oddShape, next, `{"\"":`, func(k, i int) (int, int) {
		switch k {
		case 0:
			if i, k = r.OptIntAt(i, &v.Quote, `,"plain":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			i, k = r.StringAt(i, &v.Plain, `}`), 2
		}
		return k, i
	})
}

func decodeInts(p *[]int64, r *payload.Reader, i int, next string) int {
	return readList(r, i, p, decoderOf((*payload.Reader).IntAt), next)
}

func decodeValues(p *[]payload.Value, r *payload.Reader, i int, next string) int {
	return readList(r, i, p, decoderOf((*payload.Reader).ValueAt), next)
}

// decoderOf makes a method of Reader a decoder like those of structs.
func decoderOf[T any](read func(*payload.Reader, int, *T, string) int) func(*T, *payload.Reader, int, string) int {
	return func(v *T, r *payload.Reader, i int, next string) int { return read(r, i, v, next) }
}

// readList reads an array.
func readList[T any](r *payload.Reader, i int, p *[]T, elem func(*T, *payload.Reader, int, string) int, next string) int {
	if flaw != "stale" {
		*p = nil
	}
	if r.NullAt(i) {
		if flaw == "null is empty" {
			*p = []T{}
		}
		return r.NextAt(i+4, next)
	}
	if !r.ArrayAt(i) {
		return r.RejectAt(i, payload.KindArray)
	}
	from, all := i, []T{}
	more, exact, n := false, true, 0
	for i, more = r.ItemAt(i, 0); more; i, more = r.ItemAt(i, n) {
		n++
		if all = payload.Grow(r, all, 1); flaw == "wastes memory" && n == 1 {
			all = make([]T, 1, 100_000)
		}
		if i = elem(&all[len(all)-1], r, i, ""); i < 0 {
			i, exact = ^i, false
			if flaw == "shortens lists" {
				all = all[:len(all)-1]
			}
		}
	}
	if r.Holds(from, i, exact) || flaw == "keeps a part" {
		*p = all
	}
	if !exact && flaw == "empties lists" {
		*p = []T{}
	}
	return r.PartlyAt(from, i, exact, next)
}

func labels(r *payload.Reader, i int, p *payload.Map[string], next string) int {
	*p = nil
	if r.NullAt(i) {
		return r.NextAt(i+4, next)
	}
	if !r.ObjectAt(i) {
		return r.RejectAt(i, payload.KindObject)
	}
	from, all := i, payload.Map[string]{}
	more, exact, before := false, true, len(r.Mismatches())
	var key string
	for i, more = r.KeyAt(i, 0, &key, &exact); more; i, more = r.KeyAt(i, len(all), &key, &exact) {
		all = payload.Grow(r, all, 1)
		all[len(all)-1].Key = key
		if i = r.StringAt(i, &all[len(all)-1].Value, ""); i < 0 {
			i, exact = ^i, false
		}
	}
	if flaw != "repeats keys" {
		all.Unique()
	}
	if flaw == "moves keys" && len(r.Mismatches()) > before {
		all[0].Value, all[len(all)-1].Value = all[len(all)-1].Value, all[0].Value
	}
	if r.Holds(from, i, exact) {
		*p = all
	}
	return r.PartlyAt(from, i, exact, next)
}

func opt[T any](r *payload.Reader, i int, p *payload.Opt[T], value func(*T, *payload.Reader, int, string) int, next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	before := len(r.Mismatches())
	if i = value(p.Fill(), r, i, next); i < 0 {
		p.Settle(r)
	}
	if _, list := any(p).(*payload.Opt[[]int64]); flaw == "unsettled" && list && len(r.Mismatches()) > before {
		p.Empty(false)
	}
	return i
}

func gift(r *payload.Reader, i int, p *payload.Or[item], next string) int {
	if k := r.KindAt(i); k != payload.KindObject || flaw == "always raw" {
		i = r.OtherAt(i, p.Else(), payload.KindObject, payload.KindsOf(payload.KindString), next)
		if flaw == "forgets the raw" {
			*p.Else() = payload.RawValue("null")
		}
		return i
	}
	v := p.Fill()
	from, before := i, len(r.Mismatches())
	i = v.decode(r, i, next)
	if flaw == "raw after all" && v.Extra != nil || flaw == "raw at last" && len(r.Mismatches()) > before {
		*p.Else() = passed(r, from, i, next)
	}
	return i
}

func insideText(r *payload.Reader, i int, p *payload.JSON[inside], next string) int {
	var in payload.Reader
	var text string
	after, ok := r.InnerAt(i, payload.KindObject, &in, &text, next)
	v := p.Enter(text)
	if ok {
		end := v.decode(&in, in.Offset(), "")
		if flaw == "silent inside" {
			in.EndAt(end)
		} else {
			ok = r.OuterAt(i, &in, end, payload.KindObject)
		}
	}
	if flaw == "drops the value" && v.Extra != nil || flaw == "drops it at last" && len(in.Mismatches()) > 0 {
		ok = false
	}
	p.Leave(ok)
	if !ok && flaw == "drops the text" {
		p.Enter("")
		p.Leave(false)
	}
	return after
}
