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

var itemShape = payload.Shape{
	Names: []string{
		"id", "count", "ratio", "paid", "open", "price", "at", "note", "size",
		"gift", "late", "first", "lines", "tags", "names", "other", "info", "value",
	},
	Room: []uint64{^uint64(1<<18-1) | 1<<7 | 1<<8 | 1<<9 | 1<<10 | 1<<15 | 1<<17},
}

var lineShape = payload.Shape{
	Names: []string{"sku", "qty"},
	Room:  []uint64{^uint64(1<<2 - 1)},
}

func (v *Item) decode(r *payload.Reader) bool {
	*v = Item{}
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
			i, exact = 9, decodeOptLine(r, &v.Gift)
		case "late":
			i, exact = 10, decodeOptStringSlice(r, &v.Late)
		case "first":
			i, exact = 11, v.First.decode(r)
		case "lines":
			i, exact = 12, decodeLineSlice(r, &v.Lines)
		case "tags":
			i, exact = 13, decodeStringSlice(r, &v.Tags)
		case "names":
			i, exact = 14, decodeStringMap(r, &v.Names)
		case "other":
			i, exact = 15, decodeLineOrString(r, &v.Other)
		case "info":
			i, exact = 16, decodeLineJSON(r, &v.Info)
		case "value":
			i, exact = 17, r.Value(&v.Value)
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
	*v = Line{}
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

func decodeOptLine(r *payload.Reader, p *payload.Opt[Line]) bool {
	if r.Null() {
		p.Empty(true)
		return true
	}
	v := p.Fill()
	if v.decode(r) {
		return true
	}
	p.Settle(r)
	return false
}

func decodeOptStringSlice(r *payload.Reader, p *payload.Opt[[]string]) bool {
	if r.Null() {
		p.Empty(true)
		return true
	}
	v := p.Fill()
	if decodeStringSlice(r, v) {
		return true
	}
	p.Settle(r)
	return false
}

func decodeLineSlice(r *payload.Reader, p *[]Line) bool {
	*p = nil
	if r.Null() {
		return true
	}
	var a payload.Array
	if !r.Array(&a) {
		return false
	}
	list, exact := []Line{}, true
	for r.Item(&a) {
		list = append(list, Line{})
		if !list[len(list)-1].decode(r) {
			exact = false
		}
	}
	*p = list
	return exact || r.Partly()
}

func decodeStringSlice(r *payload.Reader, p *[]string) bool {
	*p = nil
	if r.Null() {
		return true
	}
	var a payload.Array
	if !r.Array(&a) {
		return false
	}
	list, exact := []string{}, true
	for r.Item(&a) {
		list = append(list, "")
		if !r.String(&list[len(list)-1]) {
			exact = false
		}
	}
	*p = list
	return exact || r.Partly()
}

func decodeStringMap(r *payload.Reader, p *payload.Map[string]) bool {
	*p = nil
	if r.Null() {
		return true
	}
	var o payload.Object
	if !r.Object(&o) {
		return false
	}
	list, exact := payload.Map[string]{}, true
	for r.Next(&o) {
		exact = exact && o.Exact
		list = append(list, payload.Entry[string]{Key: o.Name})
		if !r.String(&list[len(list)-1].Value) {
			exact = false
		}
	}
	list.Unique()
	*p = list
	return exact || r.Partly()
}

func decodeLineOrString(r *payload.Reader, p *payload.Or[Line]) bool {
	if k := r.Kind(); k != payload.KindObject {
		return r.Other(p.Else(), payload.KindObject, payload.KindsOf(payload.KindString))
	}
	v := p.Fill()
	return v.decode(r)
}

func decodeLineJSON(r *payload.Reader, p *payload.JSON[Line]) bool {
	var text string
	outer, at := r, r.Offset()
	in, ok, exact := outer.Inner(payload.KindObject, &text)
	v := p.Enter(text)
	if ok {
		r := &in
		v.decode(r)
		ok = outer.Outer(r, at, payload.KindObject)
	}
	p.Leave(ok)
	return exact
}

func (v *Item) UnmarshalJSON(text []byte) error {
	_, err := decodeItem(text, v)
	return err
}

// decodeItem reads a body into v and returns its mismatches.
func decodeItem(text []byte, v *Item) ([]payload.Mismatch, error) {
	r := payload.NewReader(text, payload.Limits{})
	got := r.Kind()
	v.decode(&r)
	if err := r.Root(payload.KindObject, got); err != nil {
		return nil, err
	}
	return r.Mismatches(), nil
}

func (v Item) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }

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
	if (m == nil || !m.Keep("note", &was.Note, &v.Note)) && !v.Note.IsZero() {
		b = append(b, `,"note":`...)
		b = payload.AppendOptString(b, v.Note)
	}
	if (m == nil || !m.Keep("size", &was.Size, &v.Size)) && !v.Size.IsZero() {
		b = append(b, `,"size":`...)
		b = payload.AppendOptInt(b, v.Size)
	}
	if (m == nil || !m.Keep("gift", &was.Gift, &v.Gift)) && !v.Gift.IsZero() {
		b = append(b, `,"gift":`...)
		if p := v.Gift.Ptr(); p != nil {
			b = p.AppendJSON(b)
		} else {
			b = append(b, "null"...)
		}
	}
	if (m == nil || !m.Keep("late", &was.Late, &v.Late)) && !v.Late.IsZero() {
		b = append(b, `,"late":`...)
		if p := v.Late.Ptr(); p != nil {
			b = appendStringSlice(b, p)
		} else {
			b = append(b, "null"...)
		}
	}
	if m == nil || !m.Keep("first", &was.First, &v.First) {
		b = append(b, `,"first":`...)
		b = v.First.AppendJSON(b)
	}
	if m == nil || !m.Keep("lines", &was.Lines, &v.Lines) {
		b = append(b, `,"lines":`...)
		b = appendLineSlice(b, &v.Lines)
	}
	if m == nil || !m.Keep("tags", &was.Tags, &v.Tags) {
		b = append(b, `,"tags":`...)
		b = appendStringSlice(b, &v.Tags)
	}
	if m == nil || !m.Keep("names", &was.Names, &v.Names) {
		b = append(b, `,"names":`...)
		b = appendStringMap(b, &v.Names)
	}
	if (m == nil || !m.Keep("other", &was.Other, &v.Other)) && !v.Other.IsZero() {
		b = append(b, `,"other":`...)
		if p := v.Other.Ptr(); p != nil {
			b = p.AppendJSON(b)
		} else {
			b = payload.AppendValue(b, v.Other.Other())
		}
	}
	if m == nil || !m.Keep("info", &was.Info, &v.Info) {
		b = append(b, `,"info":`...)
		b = payload.AppendString(b, v.Info.Text())
	}
	if (m == nil || !m.Keep("value", &was.Value, &v.Value)) && !v.Value.IsZero() {
		b = append(b, `,"value":`...)
		b = payload.AppendValue(b, v.Value)
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

func appendLineSlice(b []byte, p *[]Line) []byte {
	if *p == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range *p {
		b = append(b, ',')
		b = (*p)[i].AppendJSON(b)
	}
	return payload.CloseArray(b, from)
}

func appendStringSlice(b []byte, p *[]string) []byte {
	if *p == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range *p {
		b = append(b, ',')
		b = payload.AppendString(b, (*p)[i])
	}
	return payload.CloseArray(b, from)
}

func appendStringMap(b []byte, p *payload.Map[string]) []byte {
	if *p == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range *p {
		e := &(*p)[i]
		b = payload.AppendKey(b, e.Key)
		b = payload.AppendString(b, e.Value)
	}
	return payload.CloseObject(b, from, nil, nil)
}
