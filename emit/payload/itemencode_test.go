package payload_test

import "github.com/specimen-go/specimen/emit/payload"

func (v *Item) AppendJSON(b []byte) []byte {
	from := len(b)
	marks := v.Extra.Marks()
	was := v
	if marks.Raw() {
		was = new(Item)
		r := marks.Reader()
		r.EndAt(was.decode(&r, r.Offset()))
	}
	if !marks.Any() || !marks.Keep("id", &was.ID, &v.ID) {
		b = append(b, `,"id":`...)
		b = payload.AppendString(b, v.ID)
	}
	if !marks.Any() || !marks.Keep("count", &was.Count, &v.Count) {
		b = append(b, `,"count":`...)
		b = payload.AppendInt(b, v.Count)
	}
	if !marks.Any() || !marks.Keep("ratio", &was.Ratio, &v.Ratio) {
		b = append(b, `,"ratio":`...)
		b = payload.AppendFloat(b, v.Ratio)
	}
	if !marks.Any() || !marks.Keep("paid", &was.Paid, &v.Paid) {
		b = append(b, `,"paid":`...)
		b = payload.AppendBool(b, v.Paid)
	}
	if !marks.Any() || !marks.Keep("open", &was.Open, &v.Open) {
		b = append(b, `,"open":`...)
		b = payload.AppendFlag(b, v.Open)
	}
	if !marks.Any() || !marks.Keep("price", &was.Price, &v.Price) {
		b = append(b, `,"price":`...)
		b = payload.AppendNumber(b, v.Price)
	}
	if !marks.Any() || !marks.Keep("at", &was.At, &v.At) {
		b = append(b, `,"at":`...)
		b = payload.AppendTimestamp(b, v.At)
	}
	if (!marks.Any() || !marks.Keep("note", &was.Note, &v.Note)) && !v.Note.IsZero() {
		b = append(b, `,"note":`...)
		b = payload.AppendOptString(b, v.Note)
	}
	if (!marks.Any() || !marks.Keep("size", &was.Size, &v.Size)) && !v.Size.IsZero() {
		b = append(b, `,"size":`...)
		b = payload.AppendOptInt(b, v.Size)
	}
	if (!marks.Any() || !marks.Keep("gift", &was.Gift, &v.Gift)) && !v.Gift.IsZero() {
		b = append(b, `,"gift":`...)
		b = appendOptOfLine(b, &v.Gift)
	}
	if (!marks.Any() || !marks.Keep("late", &was.Late, &v.Late)) && !v.Late.IsZero() {
		b = append(b, `,"late":`...)
		b = appendOptOfSliceOfString(b, &v.Late)
	}
	if !marks.Any() || !marks.Keep("first", &was.First, &v.First) {
		b = append(b, `,"first":`...)
		b = v.First.AppendJSON(b)
	}
	if !marks.Any() || !marks.Keep("lines", &was.Lines, &v.Lines) {
		b = append(b, `,"lines":`...)
		b = appendSliceOfLine(b, &v.Lines)
	}
	if !marks.Any() || !marks.Keep("tags", &was.Tags, &v.Tags) {
		b = append(b, `,"tags":`...)
		b = appendSliceOfString(b, &v.Tags)
	}
	if !marks.Any() || !marks.Keep("names", &was.Names, &v.Names) {
		b = append(b, `,"names":`...)
		b = appendMapOfString(b, &v.Names)
	}
	if (!marks.Any() || !marks.Keep("other", &was.Other, &v.Other)) && !v.Other.IsZero() {
		b = append(b, `,"other":`...)
		b = appendStringOrElseLine(b, &v.Other)
	}
	if !marks.Any() || !marks.Keep("info", &was.Info, &v.Info) {
		b = append(b, `,"info":`...)
		b = payload.AppendString(b, v.Info.Text())
	}
	if (!marks.Any() || !marks.Keep("value", &was.Value, &v.Value)) && !v.Value.IsZero() {
		b = append(b, `,"value":`...)
		b = payload.AppendValue(b, v.Value)
	}
	return payload.CloseObject(b, from, v.Extra, &marks)
}

func (v *Line) AppendJSON(b []byte) []byte {
	from := len(b)
	marks := v.Extra.Marks()
	was := v
	if marks.Raw() {
		was = new(Line)
		r := marks.Reader()
		r.EndAt(was.decode(&r, r.Offset()))
	}
	if !marks.Any() || !marks.Keep("sku", &was.SKU, &v.SKU) {
		b = append(b, `,"sku":`...)
		b = payload.AppendString(b, v.SKU)
	}
	if !marks.Any() || !marks.Keep("qty", &was.Qty, &v.Qty) {
		b = append(b, `,"qty":`...)
		b = payload.AppendInt(b, v.Qty)
	}
	return payload.CloseObject(b, from, v.Extra, &marks)
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
	return payload.CloseObject(b, from, nil, nil)
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
