package payloadtest

import (
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
)

var (
	orderEventShape = payload.Shape{Names: []string{"shop", "at", "order"}, Room: []uint64{^uint64(7)}, Shared: 2}
	orderShape      = payload.Shape{Names: []string{
		"id", "count", "price", "open", "nothing", "note", "active", "ratio", "status", "tags", "labels", "gift", "inside",
		"part", "late", "a/b~", "odd", "items",
	}, Room: []uint64{^uint64(0b11_1001_0111_1100_1111)}}
	itemShape   = payload.Shape{Names: []string{"sku", "qty", "more"}, Room: []uint64{^uint64(3)}}
	insideShape = payload.Shape{Names: []string{"a", "b"}, Room: []uint64{^uint64(3)}}
	oddShape    = payload.Shape{Names: []string{`"`, "plain"}, Room: []uint64{^uint64(2)}}
	partShape   = payload.Shape{Names: []string{"x"}, Room: []uint64{^uint64(1)}}
)

// object reads an object: member reads the named member and reports its index
// in the shape and whether it is exact, -1 for an unknown one.
func object(r *payload.Reader, x *payload.Members, shape *payload.Shape, member func(name string) (int, bool)) bool {
	var o payload.Object
	if !r.Object(&o) {
		return false
	}
	var seen [1]uint64
	misfit := false
	for r.Next(&o) {
		name := o.Name
		if flaw == "folds case" {
			name = strings.ToLower(name)
		}
		i, exact := member(name)
		if i < 0 && flaw == "drops unknown" {
			r.Skip()
			continue
		}
		if i < 0 {
			r.Unknown(&o, x)
			continue
		}
		seen[0] |= 1 << i
		misfit = misfit || !exact
		if !exact && flaw != "drops misfits" || misfit && flaw == "keeps too much" {
			r.Keep(&o, x, i)
		}
	}
	if flaw != "no absence" {
		r.Close(&o, x, seen[:], shape)
	}
	return true
}

func (v *orderEvent) decode(r *payload.Reader) bool {
	*v = orderEvent{}
	return object(r, &v.Extra, &orderEventShape, func(name string) (int, bool) {
		switch name {
		case "shop":
			return 0, r.String(&v.Shop)
		case "at":
			return 1, r.Timestamp(&v.At)
		case "order":
			return 2, v.Order.decode(r)
		}
		return -1, true
	})
}

func (v *batchEvent) decode(r *payload.Reader) bool {
	*v = batchEvent{}
	from := r.Offset()
	if !readList(r, &v.Value, decodeItem) {
		r.KeepRoot(from, r.Offset(), &v.Extra)
	}
	return true
}

func (v *order) decode(r *payload.Reader) bool {
	if flaw != "merges" {
		*v = order{}
	}
	return object(r, &v.Extra, &orderShape, func(name string) (int, bool) {
		switch name {
		case "id":
			exact := r.String(&v.ID)
			if flaw == "no literal" && !exact {
				v.ID = ""
			}
			return 0, exact
		case "count":
			return 1, r.Int(&v.Count)
		case "price":
			return 2, r.Number(&v.Price)
		case "open":
			return 3, r.Bool(&v.Open)
		case "nothing":
			return 4, r.Value(&v.Nothing)
		case "note":
			return 5, r.OptString(&v.Note)
		case "active":
			return 6, r.Flag(&v.Active)
		case "ratio":
			return 7, r.Float(&v.Ratio)
		case "status":
			return 8, r.String((*string)(&v.Status))
		case "tags":
			return 9, readList(r, &v.Tags, (*payload.Reader).String)
		case "labels":
			return 10, labels(r, &v.Labels)
		case "gift":
			return 11, gift(r, &v.Gift)
		case "inside":
			return 12, insideText(r, &v.Inside)
		case "part":
			return 13, opt(r, &v.Part, func(r *payload.Reader, p *part) bool { return p.decode(r) })
		case "late":
			return 14, opt(r, &v.Late, func(r *payload.Reader, p *[]int64) bool { return readList(r, p, (*payload.Reader).Int) })
		case "a/b~":
			return 15, r.Int(&v.AB)
		case "odd":
			return 16, v.Odd.decode(r)
		case "items":
			return 17, readList(r, &v.Items, decodeItem)
		}
		return -1, true
	})
}

func decodeItem(r *payload.Reader, v *item) bool {
	*v = item{}
	return object(r, &v.Extra, &itemShape, func(name string) (int, bool) {
		switch name {
		case "sku":
			return 0, r.String(&v.SKU)
		case "qty":
			return 1, r.Int(&v.Qty)
		case "more":
			return 2, opt(r, &v.More, func(r *payload.Reader, p *[]payload.Value) bool {
				return readList(r, p, (*payload.Reader).Value)
			})
		}
		return -1, true
	})
}

func (v *inside) decode(r *payload.Reader) bool {
	*v = inside{}
	return object(r, &v.Extra, &insideShape, func(name string) (int, bool) {
		switch name {
		case "a":
			return 0, r.Int(&v.A)
		case "b":
			return 1, readList(r, &v.B, (*payload.Reader).Int)
		}
		return -1, true
	})
}

func (v *part) decode(r *payload.Reader) bool {
	*v = part{}
	return object(r, &v.Extra, &partShape, func(name string) (int, bool) {
		if name == "x" {
			return 0, r.Int(&v.X)
		}
		return -1, true
	})
}

func (v *odd) decode(r *payload.Reader) bool {
	*v = odd{}
	return object(r, &v.Extra, &oddShape, func(name string) (int, bool) {
		switch name {
		case `"`:
			return 0, r.OptInt(&v.Quote)
		case "plain":
			return 1, r.String(&v.Plain)
		}
		return -1, true
	})
}

// readList reads an array.
func readList[T any](r *payload.Reader, p *[]T, elem func(*payload.Reader, *T) bool) bool {
	if flaw != "stale" {
		*p = nil
	}
	if r.Null() {
		if flaw == "null is empty" {
			*p = []T{}
		}
		return true
	}
	var a payload.Array
	if !r.Array(&a) {
		return false
	}
	all, exact := []T{}, true
	for r.Item(&a) {
		var v T
		ok := elem(r, &v)
		if exact = exact && ok; !ok && flaw == "shortens lists" {
			continue
		}
		all = append(all, v)
	}
	*p = all
	if !exact && flaw == "empties lists" {
		*p = []T{}
	}
	if flaw == "unsettled" {
		return exact
	}
	return exact || r.Partly()
}

func labels(r *payload.Reader, p *payload.Map[string]) bool {
	*p = nil
	if r.Null() {
		return true
	}
	var o payload.Object
	if !r.Object(&o) {
		return false
	}
	all, exact, before := payload.Map[string]{}, true, len(r.Mismatches())
	for r.Next(&o) {
		all = append(all, payload.Entry[string]{Key: o.Name})
		if !r.String(&all[len(all)-1].Value) {
			exact = false
		}
	}
	if flaw != "repeats keys" {
		all.Unique()
	}
	if flaw == "moves keys" && len(r.Mismatches()) > before {
		all[0].Value, all[len(all)-1].Value = all[len(all)-1].Value, all[0].Value
	}
	*p = all
	return exact || r.Partly()
}

func opt[T any](r *payload.Reader, p *payload.Opt[T], value func(*payload.Reader, *T) bool) bool {
	if r.Null() {
		p.Empty(true)
		return true
	}
	if value(r, p.Fill()) {
		return true
	}
	p.Settle(r)
	return false
}

func gift(r *payload.Reader, p *payload.Or[item]) bool {
	if k := r.Kind(); k != payload.KindObject || flaw == "always raw" {
		exact := r.Other(p.Else(), payload.KindObject, payload.KindsOf(payload.KindString))
		if flaw == "forgets the raw" {
			*p.Else() = payload.RawValue("null")
		}
		return exact
	}
	v := p.Fill()
	from, before := r.Offset(), len(r.Mismatches())
	exact := decodeItem(r, v)
	if flaw == "raw after all" && v.Extra != nil || flaw == "raw at last" && len(r.Mismatches()) > before {
		*p.Else() = payload.RawValue(r.Text()[from:r.Offset()])
	}
	return exact
}

func insideText(r *payload.Reader, p *payload.JSON[inside]) bool {
	var text string
	at := r.Offset()
	in, ok, exact := r.Inner(payload.KindObject, &text)
	v := p.Enter(text)
	if ok {
		v.decode(&in)
		if flaw != "silent inside" {
			ok = r.Outer(&in, at, payload.KindObject)
		}
	}
	if flaw == "drops the value" && v.Extra != nil || flaw == "drops it at last" && len(in.Mismatches()) > 0 {
		ok = false
	}
	p.Leave(ok)
	if !ok && flaw == "drops the text" {
		p.Enter("")
		p.Leave(false)
	}
	return exact
}
