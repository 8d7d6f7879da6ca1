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
	if marked[0]&0x200 == 0 {
		b = appendOptOfLine(b, `,"gift":`, &v.Gift)
	}
	if marked[0]&0x400 == 0 {
		b = appendOptOfSliceOfString(b, `,"late":`, &v.Late)
	}
	if marked[0]&0x800 == 0 {
		b = v.First.AppendJSON(wire.AddKey(b, `,"first":`))
	}
	if marked[0]&0x1000 == 0 {
		b = appendSliceOfLine(b, `,"lines":`, &v.Lines)
	}
	if marked[0]&0x2000 == 0 {
		b = appendSliceOfString(b, `,"tags":`, &v.Tags)
	}
	if marked[0]&0x4000 == 0 {
		b = appendMapOfString(b, `,"names":`, &v.Names)
	}
	if marked[0]&0x8000 == 0 {
		b = appendStringOrElseLine(b, `,"other":`, &v.Other)
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

func appendMapOfString(b []byte, key string, p *payload.Map[string]) []byte {
	if *p == nil {
		return wire.AddNone(b, key, true)
	}
	b = wire.AddKey(b, key)
	from := len(b)
	for i := range *p {
		e := &(*p)[i]
		b = wire.AppendKey(b, e.Key)
		b = wire.AppendString(b, e.Value)
	}
	return wire.CloseObject(b, from)
}

func appendOptOfLine(b []byte, key string, p *payload.Opt[Line]) []byte {
	v := p.Ptr()
	if v == nil {
		return wire.AddNone(b, key, p.IsNull())
	}
	return v.AppendJSON(wire.AddKey(b, key))
}

func appendOptOfSliceOfString(b []byte, key string, p *payload.Opt[[]string]) []byte {
	v := p.Ptr()
	if v == nil {
		return wire.AddNone(b, key, p.IsNull())
	}
	if *v == nil {
		return append(wire.AddKey(b, key), "[]"...)
	}
	return appendSliceOfString(b, key, v)
}

func appendSliceOfLine(b []byte, key string, p *[]Line) []byte {
	if *p == nil {
		return wire.AddNone(b, key, true)
	}
	b = wire.AddKey(b, key)
	from := len(b)
	for i := range *p {
		b = (*p)[i].AppendJSON(append(b, ','))
	}
	return wire.CloseArray(b, from)
}

func appendSliceOfString(b []byte, key string, p *[]string) []byte {
	if *p == nil {
		return wire.AddNone(b, key, true)
	}
	b = wire.AddKey(b, key)
	from := len(b)
	for i := range *p {
		b = wire.AppendString(append(b, ','), (*p)[i])
	}
	return wire.CloseArray(b, from)
}

func appendStringOrElseLine(b []byte, key string, p *payload.Or[Line]) []byte {
	v := p.Ptr()
	if v == nil {
		return wire.AddValue(b, key, p.Other())
	}
	return v.AppendJSON(wire.AddKey(b, key))
}
