package payloadtest

import "github.com/specimen-go/specimen/emit/payload"

// members is the encoding of one object.
type members struct {
	b     []byte
	from  int
	extra payload.Members
	marks payload.Marks
}

// encode begins an object; again decodes what its marks tell.
func encode(b []byte, x payload.Members, again func(r *payload.Reader) bool) *members {
	m := &members{b: b, from: len(b), extra: x, marks: x.Marks()}
	if m.marks.Raw() {
		r := m.marks.Reader()
		again(&r)
	}
	return m
}

// add appends a member, if it is there and its mark does not stand.
func (m *members) add(name string, there bool, was, now any, value func(b []byte) []byte) {
	if (!m.marks.Any() || !m.marks.Keep(name, was, now)) && there {
		m.b = value(payload.AppendKey(m.b, name))
	}
}

func (m *members) close() []byte { return payload.CloseObject(m.b, m.from, m.extra, &m.marks) }

func (v *orderEvent) AppendJSON(b []byte) []byte {
	if flaw == "keeps the body" {
		return append(b, v.raw...)
	}
	if flaw == "overwrites" {
		b = b[:0]
	}
	was := new(orderEvent)
	m := encode(b, v.Extra, was.decode)
	m.add("shop", true, &was.Shop, &v.Shop, func(b []byte) []byte { return payload.AppendString(b, v.Shop) })
	m.add("at", true, &was.At, &v.At, func(b []byte) []byte { return payload.AppendTimestamp(b, v.At) })
	m.add("order", true, &was.Order, &v.Order, v.Order.AppendJSON)
	return m.close()
}

func (v orderEvent) MarshalJSON() ([]byte, error) {
	if flaw == "another MarshalJSON" {
		v.Shop = ""
	}
	return v.AppendJSON(nil), nil
}

func (v *orderEvent) UnmarshalJSON(text []byte) error {
	r := payload.NewReader(text, payload.Limits{})
	got := r.Kind()
	v.decode(&r)
	if flaw == "another UnmarshalJSON" {
		v.Order.Items = nil
	}
	return r.Root(payload.KindObject, got)
}

func (v *batchEvent) AppendJSON(b []byte) []byte {
	if raw, ok := v.Extra.Root(); ok {
		return payload.AppendValue(b, raw)
	}
	return appendList(b, v.Value, appendItem)
}

func (v batchEvent) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }

func (v *order) AppendJSON(b []byte) []byte {
	was := new(order)
	m := encode(b, v.Extra, was.decode)
	m.add("id", true, &was.ID, &v.ID, func(b []byte) []byte { return payload.AppendString(b, v.ID) })
	m.add("count", true, &was.Count, &v.Count, func(b []byte) []byte { return payload.AppendInt(b, v.Count) })
	m.add("price", true, &was.Price, &v.Price, func(b []byte) []byte {
		if f, ok := v.Price.Float64(); ok && flaw == "floats" {
			return payload.AppendFloat(b, f)
		}
		return payload.AppendNumber(b, v.Price)
	})
	m.add("open", true, &was.Open, &v.Open, func(b []byte) []byte { return payload.AppendBool(b, v.Open) })
	m.add("nothing", !v.Nothing.IsZero(), &was.Nothing, &v.Nothing, func(b []byte) []byte { return payload.AppendValue(b, v.Nothing) })
	m.add("note", !v.Note.IsAbsent(), &was.Note, &v.Note, func(b []byte) []byte { return payload.AppendOptString(b, v.Note) })
	m.add("active", true, &was.Active, &v.Active, func(b []byte) []byte { return payload.AppendFlag(b, v.Active) })
	m.add("ratio", true, &was.Ratio, &v.Ratio, func(b []byte) []byte { return payload.AppendFloat(b, v.Ratio) })
	m.add("status", true, &was.Status, &v.Status, func(b []byte) []byte { return payload.AppendString(b, string(v.Status)) })
	m.add("tags", true, &was.Tags, &v.Tags, func(b []byte) []byte { return appendList(b, v.Tags, payload.AppendString) })
	m.add("labels", true, &was.Labels, &v.Labels, func(b []byte) []byte { return appendMap(b, v.Labels) })
	m.add("gift", !v.Gift.IsZero(), &was.Gift, &v.Gift, func(b []byte) []byte {
		if p := v.Gift.Ptr(); p != nil {
			return appendItem(b, *p)
		}
		return payload.AppendValue(b, v.Gift.Other())
	})
	m.add("inside", true, &was.Inside, &v.Inside, func(b []byte) []byte { return payload.AppendString(b, v.Inside.Text()) })
	m.add("part", !v.Part.IsAbsent(), &was.Part, &v.Part, func(b []byte) []byte {
		if p := v.Part.Ptr(); p != nil {
			return p.AppendJSON(b)
		}
		return append(b, "null"...)
	})
	m.add("late", !v.Late.IsAbsent(), &was.Late, &v.Late, func(b []byte) []byte {
		list, _ := v.Late.Get()
		return appendList(b, list, payload.AppendInt)
	})
	m.add("a/b~", true, &was.AB, &v.AB, func(b []byte) []byte { return payload.AppendInt(b, v.AB) })
	m.add("odd", true, &was.Odd, &v.Odd, v.Odd.AppendJSON)
	m.add("items", true, &was.Items, &v.Items, func(b []byte) []byte { return appendList(b, v.Items, appendItem) })
	return m.close()
}

func appendItem(b []byte, v item) []byte {
	was := new(item)
	m := encode(b, v.Extra, func(r *payload.Reader) bool { return decodeItem(r, was) })
	m.add("sku", true, &was.SKU, &v.SKU, func(b []byte) []byte { return payload.AppendString(b, v.SKU) })
	m.add("qty", true, &was.Qty, &v.Qty, func(b []byte) []byte { return payload.AppendInt(b, v.Qty) })
	m.add("more", !v.More.IsAbsent(), &was.More, &v.More, func(b []byte) []byte {
		list, _ := v.More.Get()
		return appendList(b, list, payload.AppendValue)
	})
	return m.close()
}

func (v *odd) AppendJSON(b []byte) []byte {
	was := new(odd)
	m := encode(b, v.Extra, was.decode)
	m.add(`"`, !v.Quote.IsAbsent(), &was.Quote, &v.Quote, func(b []byte) []byte { return payload.AppendOptInt(b, v.Quote) })
	m.add("plain", true, &was.Plain, &v.Plain, func(b []byte) []byte { return payload.AppendString(b, v.Plain) })
	return m.close()
}

func (v *part) AppendJSON(b []byte) []byte {
	was := new(part)
	m := encode(b, v.Extra, was.decode)
	m.add("x", true, &was.X, &v.X, func(b []byte) []byte { return payload.AppendInt(b, v.X) })
	return m.close()
}

// appendList appends an array, null for a nil list.
func appendList[T any](b []byte, list []T, elem func([]byte, T) []byte) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for _, v := range list {
		b = elem(append(b, ','), v)
	}
	return payload.CloseArray(b, from)
}

func appendMap(b []byte, m payload.Map[string]) []byte {
	if m == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for _, e := range m {
		b = payload.AppendString(payload.AppendKey(b, e.Key), e.Value)
	}
	return payload.CloseObject(b, from, nil, nil)
}
