package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
)

// helpers collects the types that need a function of their own.
type helpers struct {
	*printer
	types map[string]infer.Type // by names.Names.ID
}

// need has the function of a type written, and returns the type.
func (h *helpers) need(t infer.Type) infer.Type {
	id := h.ID(t)
	// Paths with one type share a function, which expects the longest list of all.
	switch old := h.types[id].(type) {
	case infer.Slice:
		t = infer.Slice{Elem: old.Elem, Most: max(old.Most, t.(infer.Slice).Most)}
	case infer.Map:
		t = infer.Map{Elem: old.Elem, Most: max(old.Most, t.(infer.Map).Most)}
	}
	h.types[id] = t
	return t
}

// all writes the functions of the collected types, and of their parts, in the order of
// their names.
func (h *helpers) all(write func(t infer.Type) jen.Code, f *jen.File) {
	code := make(map[string]jen.Code)
	for len(code) < len(h.types) {
		for _, id := range sortedKeys(h.types) {
			if code[id] == nil {
				code[id] = write(h.types[id])
			}
		}
	}
	for _, id := range sortedKeys(code) {
		f.Add(code[id])
		f.Line()
	}
}
