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
	r.EndAt(v.decode(&r, r.Offset()))
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
	Room: []uint64{0xfffffffffffe8780},
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

func (v *Item) decode(r *payload.Reader, i int) (int, bool) {
	if !r.ObjectAt(i) {
		return r.RejectAt(i, payload.KindObject)
	}
	s, from := r.Padded(), i
	var seen [1]uint64
	var ok, again bool
	k := 0
	if s[i:i+6] == `{"id":` && s[i+6] > ' ' {
		i += 6
	} else {
		k, i = r.Seek(i, 0, &v.Extra, &itemShape)
	}
	for k >= 0 {
		switch k {
		case 0:
			seen[0] |= 0x1
			if i, ok = r.StringAt(i, &v.ID); !ok {
				r.KeepAt(i, 0, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"count":` && s[i+9] > ' ') {
				k = 1
				break
			}
			i += 9
			fallthrough
		case 1:
			seen[0] |= 0x2
			if i, ok = r.IntAt(i, &v.Count); !ok {
				r.KeepAt(i, 1, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"ratio":` && s[i+9] > ' ') {
				k = 2
				break
			}
			i += 9
			fallthrough
		case 2:
			seen[0] |= 0x4
			if i, ok = r.FloatAt(i, &v.Ratio); !ok {
				r.KeepAt(i, 2, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"paid":` && s[i+8] > ' ') {
				k = 3
				break
			}
			i += 8
			fallthrough
		case 3:
			seen[0] |= 0x8
			if i, ok = r.BoolAt(i, &v.Paid); !ok {
				r.KeepAt(i, 3, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"open":` && s[i+8] > ' ') {
				k = 4
				break
			}
			i += 8
			fallthrough
		case 4:
			seen[0] |= 0x10
			if i, ok = r.FlagAt(i, &v.Open); !ok {
				r.KeepAt(i, 4, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"price":` && s[i+9] > ' ') {
				k = 5
				break
			}
			i += 9
			fallthrough
		case 5:
			seen[0] |= 0x20
			if i, ok = r.NumberAt(i, &v.Price); !ok {
				r.KeepAt(i, 5, &v.Extra, &itemShape)
			}
			if !(s[i:i+6] == `,"at":` && s[i+6] > ' ') {
				k = 6
				break
			}
			i += 6
			fallthrough
		case 6:
			seen[0] |= 0x40
			if i, ok = r.TimestampAt(i, &v.At); !ok {
				r.KeepAt(i, 6, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"note":` && s[i+8] > ' ') {
				k = 7
				break
			}
			i += 8
			fallthrough
		case 7:
			seen[0] |= 0x80
			if i, ok = r.OptStringAt(i, &v.Note); !ok {
				r.KeepAt(i, 7, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"size":` && s[i+8] > ' ') {
				k = 8
				break
			}
			i += 8
			fallthrough
		case 8:
			seen[0] |= 0x100
			if i, ok = r.OptIntAt(i, &v.Size); !ok {
				r.KeepAt(i, 8, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"gift":` && s[i+8] > ' ') {
				k = 9
				break
			}
			i += 8
			fallthrough
		case 9:
			seen[0] |= 0x200
			if i, ok = decodeOptOfLine(r, i, &v.Gift); !ok {
				r.KeepAt(i, 9, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"late":` && s[i+8] > ' ') {
				k = 10
				break
			}
			i += 8
			fallthrough
		case 10:
			seen[0] |= 0x400
			if i, ok = decodeOptOfSliceOfString(r, i, &v.Late); !ok {
				r.KeepAt(i, 10, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"first":` && s[i+9] > ' ') {
				k = 11
				break
			}
			i += 9
			fallthrough
		case 11:
			seen[0] |= 0x800
			if again {
				v.First = Line{}
			}
			if i, ok = v.First.decode(r, i); !ok {
				r.KeepAt(i, 11, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"lines":` && s[i+9] > ' ') {
				k = 12
				break
			}
			i += 9
			fallthrough
		case 12:
			seen[0] |= 0x1000
			if i, ok = decodeSliceOfLine(r, i, &v.Lines); !ok {
				r.KeepAt(i, 12, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"tags":` && s[i+8] > ' ') {
				k = 13
				break
			}
			i += 8
			fallthrough
		case 13:
			seen[0] |= 0x2000
			if i, ok = decodeSliceOfString(r, i, &v.Tags); !ok {
				r.KeepAt(i, 13, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"names":` && s[i+9] > ' ') {
				k = 14
				break
			}
			i += 9
			fallthrough
		case 14:
			seen[0] |= 0x4000
			if i, ok = decodeMapOfString(r, i, &v.Names); !ok {
				r.KeepAt(i, 14, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"other":` && s[i+9] > ' ') {
				k = 15
				break
			}
			i += 9
			fallthrough
		case 15:
			seen[0] |= 0x8000
			if i, ok = decodeStringOrElseLine(r, i, &v.Other); !ok {
				r.KeepAt(i, 15, &v.Extra, &itemShape)
			}
			if !(s[i:i+8] == `,"info":` && s[i+8] > ' ') {
				k = 16
				break
			}
			i += 8
			fallthrough
		case 16:
			seen[0] |= 0x10000
			if i, ok = decodeJSONOfLine(r, i, &v.Info); !ok {
				r.KeepAt(i, 16, &v.Extra, &itemShape)
			}
			if !(s[i:i+9] == `,"value":` && s[i+9] > ' ') {
				k = 17
				break
			}
			i += 9
			fallthrough
		case 17:
			seen[0] |= 0x20000
			if i, ok = r.ValueAt(i, &v.Value); !ok {
				r.KeepAt(i, 17, &v.Extra, &itemShape)
			}
			k = 18
		}
		next := k
		k, i = r.Seek(i, next, &v.Extra, &itemShape)
		again = again || k < next && k >= 0
	}
	if again || seen[0] != 0x3ffff {
		r.CloseAt(from, &v.Extra, seen[:], &itemShape, again)
	}
	return i, true
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

func (v *Line) decode(r *payload.Reader, i int) (int, bool) {
	if !r.ObjectAt(i) {
		return r.RejectAt(i, payload.KindObject)
	}
	s, from := r.Padded(), i
	var seen [1]uint64
	var ok, again bool
	k := 0
	if s[i:i+7] == `{"sku":` && s[i+7] > ' ' {
		i += 7
	} else {
		k, i = r.Seek(i, 0, &v.Extra, &lineShape)
	}
	for k >= 0 {
		switch k {
		case 0:
			seen[0] |= 0x1
			if i, ok = r.StringAt(i, &v.SKU); !ok {
				r.KeepAt(i, 0, &v.Extra, &lineShape)
			}
			if !(s[i:i+7] == `,"qty":` && s[i+7] > ' ') {
				k = 1
				break
			}
			i += 7
			fallthrough
		case 1:
			seen[0] |= 0x2
			if i, ok = r.IntAt(i, &v.Qty); !ok {
				r.KeepAt(i, 1, &v.Extra, &lineShape)
			}
			k = 2
		}
		next := k
		k, i = r.Seek(i, next, &v.Extra, &lineShape)
		again = again || k < next && k >= 0
	}
	if again || seen[0] != 0x3 {
		r.CloseAt(from, &v.Extra, seen[:], &lineShape, again)
	}
	return i, true
}

func decodeJSONOfLine(r *payload.Reader, i int, p *payload.JSON[Line]) (int, bool) {
	var text string
	in, after, ok, exact := r.InnerAt(i, payload.KindObject, &text)
	v := p.Enter(text)
	if ok {
		outer, at := r, i
		r, i := &in, in.Offset()
		r.EndAt(v.decode(r, i))
		ok = outer.Outer(r, at, payload.KindObject)
	}
	p.Leave(ok)
	return after, exact
}

func decodeMapOfString(r *payload.Reader, i int, p *payload.Map[string]) (int, bool) {
	*p = nil
	if r.NullAt(i) {
		return i + 4, true
	}
	if !r.ObjectAt(i) {
		return r.RejectAt(i, payload.KindObject)
	}
	from, list := i, payload.Map[string]{}
	more, ok, exact := false, false, true
	var key string
	for i, more = r.KeyAt(i, 0, &key); more; i, more = r.KeyAt(i, len(list), &key) {
		list = payload.Grow(list, 2)
		e := &list[len(list)-1]
		e.Key = key
		if i, ok = r.StringAt(i, &e.Value); !ok {
			exact = false
		}
	}
	list.Unique()
	*p = list
	return r.PartlyAt(from, i, exact)
}

func decodeOptOfLine(r *payload.Reader, i int, p *payload.Opt[Line]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	v := p.Fill()
	i, ok := v.decode(r, i)
	if !ok {
		p.Settle(r)
	}
	return i, ok
}

func decodeOptOfSliceOfString(r *payload.Reader, i int, p *payload.Opt[[]string]) (int, bool) {
	if r.NullAt(i) {
		p.Empty(true)
		return i + 4, true
	}
	v := p.Fill()
	i, ok := decodeSliceOfString(r, i, v)
	if !ok {
		p.Settle(r)
	}
	return i, ok
}

func decodeSliceOfLine(r *payload.Reader, i int, p *[]Line) (int, bool) {
	*p = nil
	if r.NullAt(i) {
		return i + 4, true
	}
	if !r.ArrayAt(i) {
		return r.RejectAt(i, payload.KindArray)
	}
	from, list := i, []Line{}
	more, ok, exact := false, false, true
	for i, more = r.ItemAt(i, 0); more; i, more = r.ItemAt(i, len(list)) {
		list = payload.Grow(list, 2)
		if i, ok = list[len(list)-1].decode(r, i); !ok {
			exact = false
		}
	}
	*p = list
	return r.PartlyAt(from, i, exact)
}

func decodeSliceOfString(r *payload.Reader, i int, p *[]string) (int, bool) {
	*p = nil
	if r.NullAt(i) {
		return i + 4, true
	}
	if !r.ArrayAt(i) {
		return r.RejectAt(i, payload.KindArray)
	}
	from, list := i, []string{}
	more, ok, exact := false, false, true
	for i, more = r.ItemAt(i, 0); more; i, more = r.ItemAt(i, len(list)) {
		list = payload.Grow(list, 2)
		if i, ok = r.StringAt(i, &list[len(list)-1]); !ok {
			exact = false
		}
	}
	*p = list
	return r.PartlyAt(from, i, exact)
}

func decodeStringOrElseLine(r *payload.Reader, i int, p *payload.Or[Line]) (int, bool) {
	if k := r.KindAt(i); k != payload.KindObject {
		return r.OtherAt(i, p.Else(), payload.KindObject, payload.KindsOf(payload.KindString))
	}
	v := p.Fill()
	return v.decode(r, i)
}
