package payloadtest

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

var (
	zeroEvent       = new(orderEvent)
	orderEventShape = wire.Shape{
		Names: []string{"shop", "at", "order"}, Room: []uint64{^uint64(7)}, Index: indexOf("shop", "at", "order"),
		Zero: zeroEvent, Fields: zeroEvent.fields(),
		Need: []wire.Need{{Index: 2, Want: payload.KindObject}},
	}
	orderShape = shapeOf(new(order), []int{1, 9}, ^uint64(0b11_1000_0111_1000_1011),
		"id", "count", "price", "open", "nothing", "note", "active", "ratio", "status", "tags", "labels", "gift", "inside",
		"part", "late", "a/b~", "odd", "items")
	itemShape   = shapeOf(new(item), nil, ^uint64(3), "sku", "qty", "more")
	insideShape = shapeOf(new(inside), nil, ^uint64(3), "a", "b")
	oddShape    = shapeOf(new(odd), nil, ^uint64(2), `"`, "plain")
	partShape   = shapeOf(new(part), nil, ^uint64(1), "x")
)

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
			if i, k = wire.OptString(r, i, &v.Note, `,"active":`), 6; i < 0 {
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
			if i, k = wire.OptInt(r, i, &v.Quote, `,"plain":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			i, k = r.String(i, &v.Plain, `}`), 2
		}
		return k, i
	})
}
