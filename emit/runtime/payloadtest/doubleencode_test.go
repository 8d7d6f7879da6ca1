package payloadtest

import (
	"reflect"
	"slices"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// members is the encoding of one object.
type members struct {
	b      []byte
	from   int
	extra  *payload.Members
	shape  *wire.Shape
	marked [1]uint64
}

// encode begins an object.
func encode[T any](b []byte, v *T, x *payload.Members, shape *wire.Shape,
	decode func(*T, *wire.Reader, int, string) int,
) *members {
	m := &members{b: b, from: len(b), extra: x, shape: shape}
	if flaw != "writes zeros" || *x != nil {
		wire.Mark(m.marked[:], v, x, shape, func(r *wire.Reader, i int) any {
			was := new(T)
			decode(was, r, i, "")
			return was
		})
	}
	if flaw == "leaves out lists" && *x == nil && shape == &orderShape {
		m.marked[0] |= 1 << slices.Index(shape.Names, "items")
	}
	if flaw == "loses changes" {
		for _, e := range *x {
			if k := slices.Index(shape.Names, state.Name(&e)); k >= 0 {
				m.marked[0] |= 1 << k
			}
		}
	}
	return m
}

// add appends a member, if it is there and its mark does not stand.
func (m *members) add(name string, there bool, value func(b []byte) []byte) {
	k := slices.Index(m.shape.Names, name)
	if twice := flaw == "sets twice" && m.marked[0] != 0; (m.marked[0]&(1<<k) == 0 || twice) && there {
		m.b = value(jsontext.AppendKey(m.b, name))
	}
}

func (m *members) close() []byte {
	return wire.CloseObject(wire.AppendExtra(m.b, m.extra, m.shape, m.marked[:]), m.from)
}

func (v *orderEvent) AppendJSON(b []byte) []byte {
	if flaw == "keeps the body" {
		return append(b, v.raw...)
	}
	if flaw == "overwrites" {
		b = b[:0]
	}
	m := encode(b, v, &v.Extra, &orderEventShape, (*orderEvent).decode)
	m.add("shop", true, func(b []byte) []byte { return jsontext.AppendString(b, v.Shop) })
	m.add("at", true, func(b []byte) []byte { return wire.AppendTimestamp(b, v.At) })
	m.add("order", true, v.Order.AppendJSON)
	b = m.close()
	if cap(b) > len(b) && (flaw == "writes behind" || flaw == "writes behind unknown members" && len(v.Extra) > 0) {
		_ = append(b, 0)
	}
	return b
}

func (v orderEvent) MarshalJSON() ([]byte, error) {
	if flaw == "another MarshalJSON" {
		v.Shop = ""
	}
	return v.AppendJSON(nil), nil
}

func (v *orderEvent) UnmarshalJSON(text []byte) error {
	var r wire.Reader
	r.Start(text, wire.Limits{})
	end := v.decode(&r, r.Begin(), "")
	if flaw == "another UnmarshalJSON" {
		v.Order.Items = nil
	}
	return r.End(end, payload.KindObject)
}

func (v *batchEvent) AppendJSON(b []byte) []byte {
	var was batchEvent
	if raw, ok := wire.Root(v.Extra, &was, (*batchEvent).decode); ok && reflect.DeepEqual(was.Payload, v.Payload) {
		return wire.AppendValue(b, raw)
	}
	if v.Payload == nil {
		return append(b, "[]"...)
	}
	return appendList(b, v.Payload, appendItem)
}

func (v batchEvent) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }

func (v *order) AppendJSON(b []byte) []byte {
	m := encode(b, v, &v.Extra, &orderShape, (*order).decode)
	m.add("id", true, func(b []byte) []byte { return jsontext.AppendString(b, v.ID) })
	m.add("count", true, func(b []byte) []byte { return wire.AppendInt(b, v.Count) })
	m.add("price", !v.Price.IsZero(), func(b []byte) []byte {
		if f, ok := v.Price.Float64(); ok && flaw == "floats" {
			return jsontext.AppendFloat(b, f)
		}
		return wire.AppendNumber(b, v.Price)
	})
	m.add("open", true, func(b []byte) []byte { return wire.AppendBool(b, v.Open) })
	m.add("nothing", !v.Nothing.IsZero(), func(b []byte) []byte { return wire.AppendValue(b, v.Nothing) })
	m.add("note", !v.Note.IsAbsent(), func(b []byte) []byte { return wire.AppendOptString(b, v.Note) })
	m.add("active", !v.Active.IsZero(), func(b []byte) []byte { return wire.AppendFlag(b, v.Active) })
	m.add("ratio", true, func(b []byte) []byte { return jsontext.AppendFloat(b, v.Ratio) })
	m.add("status", true, func(b []byte) []byte { return jsontext.AppendString(b, string(v.Status)) })
	m.add("tags", true, func(b []byte) []byte { return appendList(b, v.Tags, wire.AppendString) })
	m.add("labels", true, func(b []byte) []byte { return appendMap(b, v.Labels) })
	m.add("gift", !v.Gift.IsZero(), func(b []byte) []byte {
		if p := v.Gift.Ptr(); p != nil {
			return appendItem(b, *p)
		}
		return wire.AppendValue(b, v.Gift.Other())
	})
	m.add("inside", !v.Inside.IsAbsent(), func(b []byte) []byte { return wire.AppendJSON(b, &v.Inside) })
	m.add("part", !v.Part.IsAbsent(), func(b []byte) []byte {
		if p := v.Part.Ptr(); p != nil {
			return p.AppendJSON(b)
		}
		return append(b, "null"...)
	})
	m.add("late", !v.Late.IsAbsent(), func(b []byte) []byte {
		return appendOptOfList(b, v.Late, wire.AppendInt)
	})
	m.add("a/b~", true, func(b []byte) []byte { return wire.AppendInt(b, v.AB) })
	m.add("odd", true, v.Odd.AppendJSON)
	m.add("items", true, func(b []byte) []byte { return appendList(b, v.Items, appendItem) })
	return m.close()
}

func appendItem(b []byte, v item) []byte {
	m := encode(b, &v, &v.Extra, &itemShape, (*item).decode)
	m.add("sku", true, func(b []byte) []byte { return jsontext.AppendString(b, v.SKU) })
	m.add("qty", true, func(b []byte) []byte { return wire.AppendInt(b, v.Qty) })
	m.add("more", !v.More.IsAbsent(), func(b []byte) []byte {
		return appendOptOfList(b, v.More, wire.AppendValue)
	})
	return m.close()
}

func (v *odd) AppendJSON(b []byte) []byte {
	m := encode(b, v, &v.Extra, &oddShape, (*odd).decode)
	m.add(`"`, !v.Quote.IsAbsent(), func(b []byte) []byte { return wire.AppendOptInt(b, v.Quote) })
	m.add("plain", true, func(b []byte) []byte { return jsontext.AppendString(b, v.Plain) })
	return m.close()
}

func (v *part) AppendJSON(b []byte) []byte {
	m := encode(b, v, &v.Extra, &partShape, (*part).decode)
	m.add("x", true, func(b []byte) []byte { return wire.AppendInt(b, v.X) })
	return m.close()
}

// appendOptOfList appends an array that may be null, an empty one for a nil list.
func appendOptOfList[T any](b []byte, p payload.Opt[[]T], elem func([]byte, T) []byte) []byte {
	switch list, ok := p.Get(); {
	case !ok:
		return append(b, "null"...)
	case list == nil:
		return append(b, "[]"...)
	default:
		return appendList(b, list, elem)
	}
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
	return wire.CloseArray(b, from)
}

func appendMap(b []byte, m payload.Map[string]) []byte {
	if m == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for _, e := range m {
		b = jsontext.AppendString(jsontext.AppendKey(b, e.Key), e.Value)
	}
	return wire.CloseObject(b, from)
}

func (v *orderEvent) fields() []any { return []any{&v.Shop, &v.At, &v.Order} }

func (v *order) fields() []any {
	return []any{
		&v.ID, &v.Count, &v.Price, &v.Open, &v.Nothing, &v.Note, &v.Active, &v.Ratio, &v.Status, &v.Tags, &v.Labels,
		&v.Gift, &v.Inside, &v.Part, &v.Late, &v.AB, &v.Odd, &v.Items,
	}
}

func (v *item) fields() []any   { return []any{&v.SKU, &v.Qty, &v.More} }
func (v *inside) fields() []any { return []any{&v.A, &v.B} }
func (v *odd) fields() []any    { return []any{&v.Quote, &v.Plain} }
func (v *part) fields() []any   { return []any{&v.X} }
