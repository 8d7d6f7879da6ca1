package payloadtest

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

func decodeInts(p *[]int64, r *wire.Reader, i int, next string) int {
	return readList(r, i, p, decoderOf((*wire.Reader).Int), next)
}

func decodeValues(p *[]payload.Value, r *wire.Reader, i int, next string) int {
	return readList(r, i, p, decoderOf((*wire.Reader).Value), next)
}

// decoderOf makes a method of Reader a decoder like those of structs.
func decoderOf[T any](read func(*wire.Reader, int, *T, string) int) func(*T, *wire.Reader, int, string) int {
	return func(v *T, r *wire.Reader, i int, next string) int { return read(r, i, v, next) }
}

// readList reads an array.
func readList[T any](r *wire.Reader, i int, p *[]T, elem func(*T, *wire.Reader, int, string) int, next string) int {
	before, isList, exact := *p, r.Kind(i) == payload.KindArray, true
	a, all := r.Array(i), []T{}
	for n := 0; a.Next(r, n); n++ {
		if all = grow(r, all); flaw == "wastes memory" && n == 0 {
			all = make([]T, 1, 100_000)
		}
		end := elem(&all[len(all)-1], r, a.At, "")
		if a.Read(end); end < 0 {
			exact = false
			if flaw == "shortens lists" {
				all = all[:len(all)-1]
			}
		}
	}
	if *p = all; !a.Holds(r) {
		*p = nil
	}
	switch {
	case flaw == "stale" && *p == nil:
		*p = before
	case flaw == "null is empty" && r.Null(i), flaw == "empties lists" && !exact:
		*p = []T{}
	case flaw == "keeps a part" && isList:
		*p = all
	}
	return a.End(r, next)
}

// grow returns list with one more element.
func grow[T any](r *wire.Reader, list []T) []T {
	if len(list) == cap(list) {
		list = wire.Longer(r, list, 1)
	}
	return list[:len(list)+1]
}

func labels(r *wire.Reader, i int, p *payload.Map[string], next string) int {
	before := len(r.Mismatches())
	o, all := r.Object(i), payload.Map[string]{}
	for o.Next(r, len(all)) {
		all = grow(r, all)
		all[len(all)-1].Key = o.Key
		o.Read(r.String(o.At, &all[len(all)-1].Value, ""))
	}
	*p = wire.Entries(r, &o, all)
	if flaw == "repeats keys" && *p != nil {
		*p = all
	}
	if list := *p; flaw == "moves keys" && list != nil && len(r.Mismatches()) > before {
		list[0].Value, list[len(list)-1].Value = list[len(list)-1].Value, list[0].Value
	}
	return o.End(r, next)
}

func opt[T any](r *wire.Reader, i int, p *payload.Opt[T], value func(*T, *wire.Reader, int, string) int, next string) int {
	v, presence := wire.Opt(p)
	if r.Null(i) {
		return r.OptNull(i, presence, next)
	}
	before := len(r.Mismatches())
	i = r.OptEnd(value(v, r, i, next), presence)
	if _, list := any(p).(*payload.Opt[[]int64]); flaw == "unsettled" && list && len(r.Mismatches()) > before {
		*p = payload.Opt[T]{}
	}
	return i
}

func gift(r *wire.Reader, i int, p *payload.Or[item], next string) int {
	v, other := wire.Or(p)
	if k := r.Kind(i); k != payload.KindObject || flaw == "always raw" {
		i = r.OrElse(i, other, next, payload.KindObject, payload.KindString)
		if flaw == "forgets the raw" {
			*p = payload.Other[item](Value("null"))
		}
		return i
	}
	other.Is = true
	from, before := i, len(r.Mismatches())
	i = v.decode(r, i, next)
	if flaw == "raw after all" && len(v.Extra) > 0 || flaw == "raw at last" && len(r.Mismatches()) > before {
		*p = payload.Other[item](passed(r, from, i, next))
	}
	return i
}

func insideText(r *wire.Reader, i int, p *payload.JSON[inside], next string) (after int) {
	v, text := wire.JSON(p)
	var in wire.Reader
	if r.Plain(i, text, payload.KindObject) {
		after = r.PlainEnd(i, text, v.decode(r, i, ""), next)
		if flaw == "forgets the plain form" {
			text.Form = state.JSONText
		}
	} else if after = r.Inner(i, text, payload.KindObject, &in, next); text.Is {
		if end := v.decode(&in, in.Begin(), ""); flaw != "silent inside" {
			r.Outer(i, text, payload.KindObject, &in, end)
		}
		if flaw == "drops the value" && len(v.Extra) > 0 || flaw == "drops it at last" && len(in.Mismatches()) > 0 {
			text.Is = false
		}
	}
	if !text.Is {
		*v = inside{}
	}
	if _, ok := p.Get(); !ok && flaw == "drops the text" {
		*p = payload.JSON[inside]{}
	}
	return after
}
