package wire_test

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// Item and Line are decoded and encoded by code of the kind that is generated,
// with every type of this package.
type Item struct {
	ID    string
	Count int64
	Ratio float64
	Paid  bool
	Open  payload.Flag
	Price payload.Number
	At    payload.Timestamp
	Note  payload.Opt[string]
	Size  payload.Opt[int64]
	Gift  payload.Opt[Line]
	Late  payload.Opt[[]string]
	First Line
	Lines []Line
	Tags  []string
	Names payload.Map[string]
	Other payload.Or[Line]
	Info  payload.JSON[Line]
	Value payload.Value
	Extra payload.Members
}

type Line struct {
	SKU   string
	Qty   int64
	Extra payload.Members
}

// decodeItem decodes a body into v and returns its mismatches.
func decodeItem(text []byte, v *Item) ([]payload.Mismatch, error) {
	var r wire.Reader
	r.Start(text, wire.Limits{})
	*v = Item{}
	if err := r.End(v.decode(&r, r.Begin(), ""), payload.KindObject); err != nil {
		return nil, err
	}
	return r.Mismatches(), nil
}

func (v *Item) UnmarshalJSON(text []byte) error {
	_, err := decodeItem(text, v)
	return err
}

func (v Item) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }

var zero struct {
	Item Item
	Line Line
}

var itemShape = wire.Shape{
	Names: []string{
		"id",
		"count",
		"ratio",
		"paid",
		"open",
		"price",
		"at",
		"note",
		"size",
		"gift",
		"late",
		"first",
		"lines",
		"tags",
		"names",
		"other",
		"info",
		"value",
	},
	Room: []uint64{0xffffffffffff87b0},
	Index: func(name string) int {
		switch name {
		case "id":
			return 0
		case "count":
			return 1
		case "ratio":
			return 2
		case "paid":
			return 3
		case "open":
			return 4
		case "price":
			return 5
		case "at":
			return 6
		case "note":
			return 7
		case "size":
			return 8
		case "gift":
			return 9
		case "late":
			return 10
		case "first":
			return 11
		case "lines":
			return 12
		case "tags":
			return 13
		case "names":
			return 14
		case "other":
			return 15
		case "info":
			return 16
		case "value":
			return 17
		}
		return -1
	},
	Zero: &zero.Item,
	Fields: []any{
		&zero.Item.ID,
		&zero.Item.Count,
		&zero.Item.Ratio,
		&zero.Item.Paid,
		&zero.Item.Open,
		&zero.Item.Price,
		&zero.Item.At,
		&zero.Item.Note,
		&zero.Item.Size,
		&zero.Item.Gift,
		&zero.Item.Late,
		&zero.Item.First,
		&zero.Item.Lines,
		&zero.Item.Tags,
		&zero.Item.Names,
		&zero.Item.Other,
		&zero.Item.Info,
		&zero.Item.Value,
	},
}

func (v *Item) decode(r *wire.Reader, i int, next string) int {
	if r.Again() {
		*v = Item{}
	}
	at := wire.Place{Shape: &itemShape, Extra: &v.Extra, Next: next}
	k, i := r.Enter(&at, i, `{"id":`)
	for k >= 0 {
		switch k {
		case 0:
			if i, k = r.String(i, &v.ID, `,"count":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			if i, k = r.Int(i, &v.Count, `,"ratio":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			if i, k = r.Float(i, &v.Ratio, `,"paid":`), 3; i < 0 {
				break
			}
			fallthrough
		case 3:
			if i, k = r.Bool(i, &v.Paid, `,"open":`), 4; i < 0 {
				break
			}
			fallthrough
		case 4:
			if i, k = r.Flag(i, &v.Open, `,"price":`), 5; i < 0 {
				break
			}
			fallthrough
		case 5:
			if i, k = r.Number(i, &v.Price, `,"at":`), 6; i < 0 {
				break
			}
			fallthrough
		case 6:
			if i, k = r.Timestamp(i, &v.At, `,"note":`), 7; i < 0 {
				break
			}
			fallthrough
		case 7:
			if i, k = wire.OptString(r, i, &v.Note, `,"size":`), 8; i < 0 {
				break
			}
			fallthrough
		case 8:
			if i, k = wire.OptInt(r, i, &v.Size, `,"gift":`), 9; i < 0 {
				break
			}
			fallthrough
		case 9:
			if i, k = decodeOptOfLine(r, i, &v.Gift, `,"late":`), 10; i < 0 {
				break
			}
			fallthrough
		case 10:
			if i, k = decodeOptOfSliceOfString(r, i, &v.Late, `,"first":`), 11; i < 0 {
				break
			}
			fallthrough
		case 11:
			if i, k = v.First.decode(r, i, `,"lines":`), 12; i < 0 {
				break
			}
			fallthrough
		case 12:
			if i, k = decodeSliceOfLine(r, i, &v.Lines, `,"tags":`), 13; i < 0 {
				break
			}
			fallthrough
		case 13:
			if i, k = r.Strings(i, &v.Tags, `,"names":`), 14; i < 0 {
				break
			}
			fallthrough
		case 14:
			if i, k = wire.StringMap(r, i, &v.Names, `,"other":`), 15; i < 0 {
				break
			}
			fallthrough
		case 15:
			if i, k = decodeStringOrElseLine(r, i, &v.Other, `,"info":`), 16; i < 0 {
				break
			}
			fallthrough
		case 16:
			if i, k = decodeJSONOfLine(r, i, &v.Info, `,"value":`), 17; i < 0 {
				break
			}
			fallthrough
		case 17:
			i, k = r.Value(i, &v.Value, `}`), 18
		}
		k, i = r.Seek(&at, i, k)
	}
	return i
}

var lineShape = wire.Shape{
	Names: []string{
		"sku",
		"qty",
	},
	Room: []uint64{0xfffffffffffffffc},
	Index: func(name string) int {
		switch name {
		case "sku":
			return 0
		case "qty":
			return 1
		}
		return -1
	},
	Zero: &zero.Line,
	Fields: []any{
		&zero.Line.SKU,
		&zero.Line.Qty,
	},
}

func (v *Line) decode(r *wire.Reader, i int, next string) int {
	if r.Again() {
		*v = Line{}
	}
	at := wire.Place{Shape: &lineShape, Extra: &v.Extra, Next: next}
	k, i := r.Enter(&at, i, `{"sku":`)
	for k >= 0 {
		switch k {
		case 0:
			if i, k = r.String(i, &v.SKU, `,"qty":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			i, k = r.Int(i, &v.Qty, `}`), 2
		}
		k, i = r.Seek(&at, i, k)
	}
	return i
}

func decodeJSONOfLine(r *wire.Reader, i int, p *payload.JSON[Line], next string) int {
	v, text := wire.JSON(p)
	var after int
	if r.Plain(i, text, payload.KindObject) {
		after = r.PlainEnd(i, text, v.decode(r, i, ""), next)
	} else {
		var in wire.Reader
		if after = r.Inner(i, text, payload.KindObject, &in, next); text.Is {
			r.Outer(i, text, payload.KindObject, &in, v.decode(&in, in.Begin(), ""))
		}
	}
	if !text.Is {
		*v = *new(Line)
	}
	return after
}

func decodeOptOfLine(r *wire.Reader, i int, p *payload.Opt[Line], next string) int {
	v, presence := wire.Opt(p)
	if r.Null(i) {
		return r.OptNull(i, presence, next)
	}
	return r.OptEnd(v.decode(r, i, next), presence)
}

func decodeOptOfSliceOfString(r *wire.Reader, i int, p *payload.Opt[[]string], next string) int {
	v, presence := wire.Opt(p)
	if r.Null(i) {
		return r.OptNull(i, presence, next)
	}
	return r.OptEnd(r.Strings(i, v, next), presence)
}

func decodeSliceOfLine(r *wire.Reader, i int, p *[]Line, next string) int {
	a, list := r.Array(i), []Line{}
	for a.Next(r, len(list)) {
		if len(list) == cap(list) {
			list = wire.Longer(r, list, 2)
		}
		list = list[:len(list)+1]
		a.Read(list[len(list)-1].decode(r, a.At, ""))
	}
	if *p = list; !a.Holds(r) {
		*p = nil
	}
	return a.End(r, next)
}

func decodeStringOrElseLine(r *wire.Reader, i int, p *payload.Or[Line], next string) int {
	v, other := wire.Or(p)
	if k := r.Kind(i); k != payload.KindObject {
		return r.OrElse(i, other, next, payload.KindObject, payload.KindString)
	}
	other.Is = true
	return v.decode(r, i, next)
}
