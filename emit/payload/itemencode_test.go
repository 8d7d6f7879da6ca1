package payload_test

import "github.com/specimen-go/specimen/emit/payload"

func (v *Item) AppendJSON(b []byte) []byte {
	from := len(b)
	var marked [1]uint64
	if v.Extra != nil {
		payload.Mark(marked[:], &v.Extra, &itemShape, v, (*Item).decode)
	}
	b = payload.Room(b)
	if marked[0]&0x1 == 0 {
		b = payload.AddString(b, `,"id":`, v.ID)
	}
	if marked[0]&0x2 == 0 {
		b = payload.AddInt(b, `,"count":`, v.Count)
	}
	if marked[0]&0x4 == 0 {
		b = payload.AddFloat(b, `,"ratio":`, v.Ratio)
	}
	if marked[0]&0x8 == 0 {
		b = payload.AddBool(b, `,"paid":`, v.Paid)
	}
	if marked[0]&0x10 == 0 {
		b = payload.AddFlag(b, `,"open":`, v.Open)
	}
	if marked[0]&0x20 == 0 {
		b = payload.AddNumber(b, `,"price":`, v.Price)
	}
	if marked[0]&0x40 == 0 {
		b = payload.AddTimestamp(b, `,"at":`, v.At)
	}
	if marked[0]&0x80 == 0 {
		b = payload.AddOptString(b, `,"note":`, v.Note)
	}
	if marked[0]&0x100 == 0 {
		b = payload.AddOptInt(b, `,"size":`, v.Size)
	}
	if marked[0]&0x200 == 0 && !v.Gift.IsZero() {
		b = append(b, `,"gift":`...)
		b = appendOptOfLine(b, &v.Gift)
	}
	if marked[0]&0x400 == 0 && !v.Late.IsZero() {
		b = append(b, `,"late":`...)
		b = appendOptOfSliceOfString(b, &v.Late)
	}
	if marked[0]&0x800 == 0 {
		b = append(b, `,"first":`...)
		b = v.First.AppendJSON(b)
	}
	if marked[0]&0x1000 == 0 {
		b = append(b, `,"lines":`...)
		b = appendSliceOfLine(b, &v.Lines)
	}
	if marked[0]&0x2000 == 0 {
		b = append(b, `,"tags":`...)
		b = appendSliceOfString(b, &v.Tags)
	}
	if marked[0]&0x4000 == 0 {
		b = append(b, `,"names":`...)
		b = appendMapOfString(b, &v.Names)
	}
	if marked[0]&0x8000 == 0 && !v.Other.IsZero() {
		b = append(b, `,"other":`...)
		b = appendStringOrElseLine(b, &v.Other)
	}
	if marked[0]&0x10000 == 0 {
		b = payload.AddString(b, `,"info":`, v.Info.Text())
	}
	if marked[0]&0x20000 == 0 {
		b = payload.AddValue(b, `,"value":`, v.Value)
	}
	if v.Extra != nil {
		b = payload.AppendExtra(b, &v.Extra, &itemShape, marked[:])
	}
	return payload.CloseObject(b, from)
}

func (v *Line) AppendJSON(b []byte) []byte {
	from := len(b)
	var marked [1]uint64
	if v.Extra != nil {
		payload.Mark(marked[:], &v.Extra, &lineShape, v, (*Line).decode)
	}
	b = payload.Room(b)
	if marked[0]&0x1 == 0 {
		b = payload.AddString(b, `,"sku":`, v.SKU)
	}
	if marked[0]&0x2 == 0 {
		b = payload.AddInt(b, `,"qty":`, v.Qty)
	}
	if v.Extra != nil {
		b = payload.AppendExtra(b, &v.Extra, &lineShape, marked[:])
	}
	return payload.CloseObject(b, from)
}

func appendMapOfString(b []byte, p *payload.Map[string]) []byte {
	if *p == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range *p {
		e := &(*p)[i]
		b = payload.AppendKey(b, e.Key)
		b = payload.AppendString(b, e.Value)
	}
	return payload.CloseObject(b, from)
}

func appendOptOfLine(b []byte, p *payload.Opt[Line]) []byte {
	v := p.Ptr()
	if v == nil {
		return append(b, "null"...)
	}
	return v.AppendJSON(b)
}

func appendOptOfSliceOfString(b []byte, p *payload.Opt[[]string]) []byte {
	v := p.Ptr()
	if v == nil {
		return append(b, "null"...)
	}
	if *v == nil {
		return append(b, "[]"...)
	}
	return appendSliceOfString(b, v)
}

func appendSliceOfLine(b []byte, p *[]Line) []byte {
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

func appendSliceOfString(b []byte, p *[]string) []byte {
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

func appendStringOrElseLine(b []byte, p *payload.Or[Line]) []byte {
	v := p.Ptr()
	if v == nil {
		return payload.AppendValue(b, p.Other())
	}
	return v.AppendJSON(b)
}
