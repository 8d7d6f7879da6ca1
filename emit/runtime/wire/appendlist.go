package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// The functions below append lists and maps of which every part is appended by a function
// with a pointer to it: the method AppendJSON of a struct, say.

// AppendSlice appends an array of the elements of list, null for nil.
func AppendSlice[T any](b []byte, list []T, part func(*T, []byte) []byte) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range list {
		b = part(&list[i], append(b, ','))
	}
	return CloseArray(b, from)
}

// AppendMap appends an object of the entries of m, null for nil.
func AppendMap[T any](b []byte, m payload.Map[T], part func(*T, []byte) []byte) []byte {
	if m == nil {
		return append(b, "null"...)
	}
	from := len(b)
	for i := range m {
		b = part(&m[i].Value, jsontext.AppendKey(b, m[i].Key))
	}
	return CloseObject(b, from)
}

// AppendOpt appends the value of p, null where it has none.
func AppendOpt[T any](b []byte, p *payload.Opt[T], value func(*T, []byte) []byte) []byte {
	v := p.Ptr()
	if v == nil {
		return append(b, "null"...)
	}
	return value(v, b)
}
