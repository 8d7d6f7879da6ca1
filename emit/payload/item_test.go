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

var itemShape = payload.Shape{
	Names: []string{
		"id", "count", "ratio", "paid", "open", "price", "at", "note", "size",
		"gift", "first", "lines", "tags", "names", "other", "info", "value",
	},
	Room: []uint64{^uint64(1<<17-1) | 1<<7 | 1<<8 | 1<<9 | 1<<14 | 1<<16},
}

var lineShape = payload.Shape{
	Names: []string{"sku", "qty"},
	Room:  []uint64{^uint64(1<<2 - 1)},
}

func (v *Item) decode(r *payload.Reader) bool {
	var o payload.Object
	if !r.Object(&o) {
		return false
	}
	var seen [1]uint64
	for r.Next(&o) {
		i, exact := 0, true
		switch o.Name {
		case "id":
			i, exact = 0, r.String(&v.ID)
		case "count":
			i, exact = 1, r.Int(&v.Count)
		case "ratio":
			i, exact = 2, r.Float(&v.Ratio)
		case "paid":
			i, exact = 3, r.Bool(&v.Paid)
		case "open":
			i, exact = 4, r.Flag(&v.Open)
		case "price":
			i, exact = 5, r.Number(&v.Price)
		case "at":
			i, exact = 6, r.Timestamp(&v.At)
		case "note":
			i, exact = 7, r.OptString(&v.Note)
		case "size":
			i, exact = 8, r.OptInt(&v.Size)
		case "gift":
			i = 9
			if r.Null() {
				v.Gift.Empty(true)
			} else if exact = v.Gift.Fill().decode(r); !exact {
				v.Gift.Settle(r)
			}
		case "first":
			v.First = Line{}
			i, exact = 10, v.First.decode(r)
		case "lines":
			i, exact = 11, decodeLines(r, &v.Lines)
		case "tags":
			i, exact = 12, decodeTags(r, &v.Tags)
		case "names":
			i, exact = 13, decodeNames(r, &v.Names)
		case "other":
			i = 14
			if r.Kind() == payload.KindObject {
				exact = v.Other.Fill().decode(r)
			} else {
				exact = r.Other(v.Other.Else(), payload.KindObject, payload.KindsOf(payload.KindString))
			}
		case "info":
			i, exact = 15, decodeInfo(r, &v.Info)
		case "value":
			i, exact = 16, r.Value(&v.Value)
		default:
			r.Unknown(&o, &v.Extra)
			continue
		}
		seen[i/64] |= 1 << (i % 64)
		if !exact {
			r.Keep(&o, &v.Extra, i)
		}
	}
	r.Close(&o, &v.Extra, seen[:], &itemShape)
	return true
}

func (v *Line) decode(r *payload.Reader) bool {
	var o payload.Object
	if !r.Object(&o) {
		return false
	}
	var seen [1]uint64
	for r.Next(&o) {
		i, exact := 0, true
		switch o.Name {
		case "sku":
			i, exact = 0, r.String(&v.SKU)
		case "qty":
			i, exact = 1, r.Int(&v.Qty)
		default:
			r.Unknown(&o, &v.Extra)
			continue
		}
		seen[i/64] |= 1 << (i % 64)
		if !exact {
			r.Keep(&o, &v.Extra, i)
		}
	}
	r.Close(&o, &v.Extra, seen[:], &lineShape)
	return true
}

func decodeLines(r *payload.Reader, p *[]Line) bool {
	*p = nil
	var a payload.Array
	if !r.Array(&a) {
		return false
	}
	*p = []Line{}
	exact := true
	for r.Item(&a) {
		*p = append(*p, Line{})
		if !(*p)[len(*p)-1].decode(r) {
			exact = false
		}
	}
	return exact
}

func decodeTags(r *payload.Reader, p *[]string) bool {
	*p = nil
	var a payload.Array
	if !r.Array(&a) {
		return false
	}
	*p = []string{}
	exact := true
	for r.Item(&a) {
		*p = append(*p, "")
		if !r.String(&(*p)[len(*p)-1]) {
			exact = false
		}
	}
	return exact
}

func decodeNames(r *payload.Reader, p *payload.Map[string]) bool {
	*p = nil
	var o payload.Object
	if !r.Object(&o) {
		return false
	}
	*p = payload.Map[string]{}
	exact := true
	for r.Next(&o) {
		exact = exact && o.Exact
		*p = append(*p, payload.Entry[string]{Key: o.Name})
		if !r.String(&(*p)[len(*p)-1].Value) {
			exact = false
		}
	}
	p.Unique()
	return exact
}

func decodeInfo(r *payload.Reader, p *payload.JSON[Line]) bool {
	at := r.Offset()
	var text string
	in, ok, exact := r.Inner(payload.KindObject, &text)
	v := p.Enter(text)
	if ok {
		v.decode(&in)
		ok = r.Outer(&in, at, payload.KindObject)
	}
	p.Leave(ok)
	return exact
}

func (v *Item) UnmarshalJSON(text []byte) error {
	_, err := decodeItem(text, v)
	return err
}

// decodeItem reads a body into v, which is left alone where that fails.
func decodeItem(text []byte, v *Item) ([]payload.Mismatch, error) {
	r := payload.NewReader(text, payload.Limits{})
	kind := r.Kind()
	var fresh Item
	fresh.decode(&r)
	if err := r.Root(payload.KindObject, kind); err != nil {
		return nil, err
	}
	*v = fresh
	return r.Mismatches(), nil
}

func (v *Item) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }

func (v *Item) AppendJSON(b []byte) []byte {
	from := len(b)
	m := v.Extra.Marks()
	var was *Item
	if m != nil {
		was = new(Item)
		r := m.Reader()
		was.decode(&r)
	}
	if m == nil || !m.Keep("id", &was.ID, &v.ID) {
		b = append(b, `,"id":`...)
		b = payload.AppendString(b, v.ID)
	}
	if m == nil || !m.Keep("count", &was.Count, &v.Count) {
		b = append(b, `,"count":`...)
		b = payload.AppendInt(b, v.Count)
	}
	if m == nil || !m.Keep("ratio", &was.Ratio, &v.Ratio) {
		b = append(b, `,"ratio":`...)
		b = payload.AppendFloat(b, v.Ratio)
	}
	if m == nil || !m.Keep("paid", &was.Paid, &v.Paid) {
		b = append(b, `,"paid":`...)
		b = payload.AppendBool(b, v.Paid)
	}
	if m == nil || !m.Keep("open", &was.Open, &v.Open) {
		b = append(b, `,"open":`...)
		b = payload.AppendFlag(b, v.Open)
	}
	if m == nil || !m.Keep("price", &was.Price, &v.Price) {
		b = append(b, `,"price":`...)
		b = payload.AppendNumber(b, v.Price)
	}
	if m == nil || !m.Keep("at", &was.At, &v.At) {
		b = append(b, `,"at":`...)
		b = payload.AppendTimestamp(b, v.At)
	}
	if m == nil || !m.Keep("note", &was.Note, &v.Note) {
		if x, ok := v.Note.Get(); ok {
			b = append(b, `,"note":`...)
			b = payload.AppendString(b, x)
		} else if v.Note.IsNull() {
			b = append(b, `,"note":null`...)
		}
	}
	if m == nil || !m.Keep("size", &was.Size, &v.Size) {
		if x, ok := v.Size.Get(); ok {
			b = append(b, `,"size":`...)
			b = payload.AppendInt(b, x)
		} else if v.Size.IsNull() {
			b = append(b, `,"size":null`...)
		}
	}
	if m == nil || !m.Keep("gift", &was.Gift, &v.Gift) {
		if x, ok := v.Gift.Get(); ok {
			b = append(b, `,"gift":`...)
			b = x.AppendJSON(b)
		} else if v.Gift.IsNull() {
			b = append(b, `,"gift":null`...)
		}
	}
	if m == nil || !m.Keep("first", &was.First, &v.First) {
		b = append(b, `,"first":`...)
		b = v.First.AppendJSON(b)
	}
	if m == nil || !m.Keep("lines", &was.Lines, &v.Lines) {
		b = append(b, `,"lines":`...)
		from := len(b)
		for i := range v.Lines {
			b = v.Lines[i].AppendJSON(append(b, ','))
		}
		b = payload.CloseArray(b, from)
	}
	if m == nil || !m.Keep("tags", &was.Tags, &v.Tags) {
		b = append(b, `,"tags":`...)
		from := len(b)
		for i := range v.Tags {
			b = payload.AppendString(append(b, ','), v.Tags[i])
		}
		b = payload.CloseArray(b, from)
	}
	if m == nil || !m.Keep("names", &was.Names, &v.Names) {
		b = append(b, `,"names":`...)
		from := len(b)
		for i := range v.Names {
			b = payload.AppendKey(b, v.Names[i].Key)
			b = payload.AppendString(b, v.Names[i].Value)
		}
		b = payload.CloseObject(b, from, nil, nil)
	}
	if m == nil || !m.Keep("other", &was.Other, &v.Other) {
		if x, ok := v.Other.Get(); ok {
			b = append(b, `,"other":`...)
			b = x.AppendJSON(b)
		} else if !v.Other.IsZero() {
			b = append(b, `,"other":`...)
			b = payload.AppendValue(b, v.Other.Other())
		}
	}
	if m == nil || !m.Keep("info", &was.Info, &v.Info) {
		b = append(b, `,"info":`...)
		b = payload.AppendString(b, v.Info.Text())
	}
	if m == nil || !m.Keep("value", &was.Value, &v.Value) {
		if !v.Value.IsZero() {
			b = append(b, `,"value":`...)
			b = payload.AppendValue(b, v.Value)
		}
	}
	return payload.CloseObject(b, from, v.Extra, m)
}

func (v *Line) AppendJSON(b []byte) []byte {
	from := len(b)
	m := v.Extra.Marks()
	var was *Line
	if m != nil {
		was = new(Line)
		r := m.Reader()
		was.decode(&r)
	}
	if m == nil || !m.Keep("sku", &was.SKU, &v.SKU) {
		b = append(b, `,"sku":`...)
		b = payload.AppendString(b, v.SKU)
	}
	if m == nil || !m.Keep("qty", &was.Qty, &v.Qty) {
		b = append(b, `,"qty":`...)
		b = payload.AppendInt(b, v.Qty)
	}
	return payload.CloseObject(b, from, v.Extra, m)
}
