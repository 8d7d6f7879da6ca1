package wire_test

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

func (v *Item) AppendJSON(b []byte) []byte {
	from := len(b)
	var marked [1]uint64
	if wire.Omits(v.Extra) {
		wire.Mark(marked[:], v, &v.Extra, &itemShape, func(r *wire.Reader, i int) any {
			was := new(Item)
			was.decode(r, i, "")
			return was
		})
	}
	b = wire.Room(b)
	if marked[0]&0x1 == 0 {
		b = wire.AddString(b, `,"id":`, v.ID)
	}
	if marked[0]&0x2 == 0 {
		b = wire.AddInt(b, `,"count":`, v.Count)
	}
	if marked[0]&0x4 == 0 {
		b = wire.AddFloat(b, `,"ratio":`, v.Ratio)
	}
	if marked[0]&0x8 == 0 {
		b = wire.AddBool(b, `,"paid":`, v.Paid)
	}
	if marked[0]&0x10 == 0 {
		b = wire.AddFlag(b, `,"open":`, v.Open)
	}
	if marked[0]&0x20 == 0 {
		b = wire.AddNumber(b, `,"price":`, v.Price)
	}
	if marked[0]&0x40 == 0 {
		b = wire.AddTimestamp(b, `,"at":`, v.At)
	}
	if marked[0]&0x80 == 0 {
		b = wire.AddOptString(b, `,"note":`, v.Note)
	}
	if marked[0]&0x100 == 0 {
		b = wire.AddOptInt(b, `,"size":`, v.Size)
	}
	if marked[0]&0x200 == 0 && !v.Gift.IsAbsent() {
		b = append(b, `,"gift":`...)
		b = wire.AppendOpt(b, &v.Gift, (*Line).AppendJSON)
	}
	if marked[0]&0x400 == 0 && !v.Late.IsAbsent() {
		b = append(b, `,"late":`...)
		b = appendOptOfSliceOfString(b, &v.Late)
	}
	if marked[0]&0x800 == 0 {
		b = append(b, `,"first":`...)
		b = v.First.AppendJSON(b)
	}
	if marked[0]&0x1000 == 0 {
		b = append(b, `,"lines":`...)
		b = wire.AppendSlice(b, v.Lines, (*Line).AppendJSON)
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
		b = wire.AddJSON(b, `,"info":`, &v.Info)
	}
	if marked[0]&0x20000 == 0 {
		b = wire.AddValue(b, `,"value":`, v.Value)
	}
	if len(v.Extra) > 0 {
		b = wire.AppendExtra(b, &v.Extra, &itemShape, marked[:])
	}
	return wire.CloseObject(b, from)
}

func (v *Line) AppendJSON(b []byte) []byte {
	from := len(b)
	var marked [1]uint64
	if wire.Omits(v.Extra) {
		wire.Mark(marked[:], v, &v.Extra, &lineShape, func(r *wire.Reader, i int) any {
			was := new(Line)
			was.decode(r, i, "")
			return was
		})
	}
	b = wire.Room(b)
	if marked[0]&0x1 == 0 {
		b = wire.AddString(b, `,"sku":`, v.SKU)
	}
	if marked[0]&0x2 == 0 {
		b = wire.AddInt(b, `,"qty":`, v.Qty)
	}
	if len(v.Extra) > 0 {
		b = wire.AppendExtra(b, &v.Extra, &lineShape, marked[:])
	}
	return wire.CloseObject(b, from)
}

func appendMapOfString(b []byte, p *payload.Map[string]) []byte {
	if *p == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range *p {
		e := &(*p)[i]
		b = wire.AppendKey(b, e.Key)
		b = wire.AppendString(b, e.Value)
	}
	return wire.CloseObject(b, from)
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

func appendSliceOfString(b []byte, p *[]string) []byte {
	if *p == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range *p {
		b = append(b, ',')
		b = wire.AppendString(b, (*p)[i])
	}
	return wire.CloseArray(b, from)
}

func appendStringOrElseLine(b []byte, p *payload.Or[Line]) []byte {
	v := p.Ptr()
	if v == nil {
		return wire.AppendValue(b, p.Other())
	}
	return v.AppendJSON(b)
}
