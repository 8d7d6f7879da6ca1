package payload_test

import "github.com/specimen-go/specimen/emit/payload"

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

// decodeItem reads a body into v and returns its mismatches.
func decodeItem(text []byte, v *Item) ([]payload.Mismatch, error) {
	r := payload.NewReader(text, payload.Limits{})
	got := r.Kind()
	*v = Item{}
	r.EndAt(v.decode(&r, r.Offset(), ""))
	if err := r.Root(payload.KindObject, got); err != nil {
		return nil, err
	}
	return r.Mismatches(), nil
}

func (v *Item) UnmarshalJSON(text []byte) error {
	_, err := decodeItem(text, v)
	return err
}

func (v Item) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }

var itemShape = payload.Shape{
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
	Room: []uint64{0xfffffffffffe87a0},
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
}

func (v *Item) decode(r *payload.Reader, i int, next string) int {
	if r.Again() {
		*v = Item{}
	}
	at := payload.Place{Shape: &itemShape, Extra: &v.Extra, Next: next}
	k, i := r.Enter(&at, i, `{"id":`)
	for k >= 0 {
		switch k {
		case 0:
			if i, k = r.StringAt(i, &v.ID, `,"count":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			if i, k = r.IntAt(i, &v.Count, `,"ratio":`), 2; i < 0 {
				break
			}
			fallthrough
		case 2:
			if i, k = r.FloatAt(i, &v.Ratio, `,"paid":`), 3; i < 0 {
				break
			}
			fallthrough
		case 3:
			if i, k = r.BoolAt(i, &v.Paid, `,"open":`), 4; i < 0 {
				break
			}
			fallthrough
		case 4:
			if i, k = r.FlagAt(i, &v.Open, `,"price":`), 5; i < 0 {
				break
			}
			fallthrough
		case 5:
			if i, k = r.NumberAt(i, &v.Price, `,"at":`), 6; i < 0 {
				break
			}
			fallthrough
		case 6:
			if i, k = r.TimestampAt(i, &v.At, `,"note":`), 7; i < 0 {
				break
			}
			fallthrough
		case 7:
			if i, k = r.OptStringAt(i, &v.Note, `,"size":`), 8; i < 0 {
				break
			}
			fallthrough
		case 8:
			if i, k = r.OptIntAt(i, &v.Size, `,"gift":`), 9; i < 0 {
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
			if i, k = r.StringsAt(i, &v.Tags, `,"names":`), 14; i < 0 {
				break
			}
			fallthrough
		case 14:
			if i, k = r.StringMapAt(i, &v.Names, `,"other":`), 15; i < 0 {
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
			i, k = r.ValueAt(i, &v.Value, `}`), 18
		}
		k, i = r.Seek(&at, i, k)
	}
	return i
}

var lineShape = payload.Shape{
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
}

func (v *Line) decode(r *payload.Reader, i int, next string) int {
	if r.Again() {
		*v = Line{}
	}
	at := payload.Place{Shape: &lineShape, Extra: &v.Extra, Next: next}
	k, i := r.Enter(&at, i, `{"sku":`)
	for k >= 0 {
		switch k {
		case 0:
			if i, k = r.StringAt(i, &v.SKU, `,"qty":`), 1; i < 0 {
				break
			}
			fallthrough
		case 1:
			i, k = r.IntAt(i, &v.Qty, `}`), 2
		}
		k, i = r.Seek(&at, i, k)
	}
	return i
}

func decodeJSONOfLine(r *payload.Reader, i int, p *payload.JSON[Line], next string) int {
	var in payload.Reader
	var text string
	after, ok := r.InnerAt(i, payload.KindObject, &in, &text, next)
	v := p.Enter(text)
	if ok {
		end := v.decode(&in, in.Offset(), "")
		ok = r.OuterAt(i, &in, end, payload.KindObject)
	}
	p.Leave(ok)
	return after
}

func decodeOptOfLine(r *payload.Reader, i int, p *payload.Opt[Line], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	v := p.Fill()
	if i = v.decode(r, i, next); i < 0 {
		p.Settle(r)
	}
	return i
}

func decodeOptOfSliceOfString(r *payload.Reader, i int, p *payload.Opt[[]string], next string) int {
	if r.NullAt(i) {
		p.Empty(true)
		return r.NextAt(i+4, next)
	}
	v := p.Fill()
	if i = r.StringsAt(i, v, next); i < 0 {
		p.Settle(r)
	}
	return i
}

func decodeSliceOfLine(r *payload.Reader, i int, p *[]Line, next string) int {
	*p = nil
	if r.NullAt(i) {
		return r.NextAt(i+4, next)
	}
	if !r.ArrayAt(i) {
		return r.RejectAt(i, payload.KindArray)
	}
	from, list := i, []Line{}
	more, exact := false, true
	for i, more = r.ItemAt(i, 0); more; i, more = r.ItemAt(i, len(list)) {
		list = payload.Grow(r, list, 2)
		if i = list[len(list)-1].decode(r, i, ""); i < 0 {
			i, exact = ^i, false
		}
	}
	if r.Holds(from, i, exact) {
		*p = list
	}
	return r.PartlyAt(from, i, exact, next)
}

func decodeStringOrElseLine(r *payload.Reader, i int, p *payload.Or[Line], next string) int {
	if k := r.KindAt(i); k != payload.KindObject {
		return r.OtherAt(i, p.Else(), payload.KindObject, payload.KindsOf(payload.KindString), next)
	}
	v := p.Fill()
	return v.decode(r, i, next)
}
