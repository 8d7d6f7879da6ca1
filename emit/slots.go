package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// slot is a field as the decoder and the encoder of a struct reach it: its own, or one of
// the envelope that it embeds.
type slot struct {
	names.Field
	path []string // names of fields, from the variable of the struct
}

// of returns the field as an expression on the variable.
func (l slot) of(variable string) *jen.Statement { return l.in(jen.Id(variable)) }

// in returns the field as an expression on the struct that code is.
func (l slot) in(code *jen.Statement) *jen.Statement {
	for _, name := range l.path {
		code.Dot(name)
	}
	return code
}

// slots returns the fields of a struct: those of the envelope, then its own.
func (p *printer) slots(st *names.Struct) []slot {
	var all []slot
	for _, f := range p.Shared(st) {
		all = append(all, slot{f, []string{p.Envelope.Go, f.Go}})
	}
	for _, f := range st.Fields {
		all = append(all, slot{f, []string{f.Go}})
	}
	return all
}

// room returns the bits of the members whose types tell absence apart. The bits behind
// the last member are set too.
func room(slots []slot) []uint64 {
	words := make([]uint64, max((len(slots)+63)/64, 1))
	for i := range len(words) * 64 {
		if i >= len(slots) || hasRoom(slots[i].Type) {
			words[i/64] |= 1 << (i % 64)
		}
	}
	return words
}

// hasRoom reports whether a type tells absence apart.
func hasRoom(t infer.Type) bool {
	switch t := t.(type) {
	case infer.Opt, infer.Or, infer.JSON:
		return true
	case infer.Scalar:
		return t == infer.Value || t == infer.Flag || infer.KeepsNumber(t)
	}
	return false
}

// hasRoomForNull reports whether a type tells null apart, so that Extra does not keep it.
func hasRoomForNull(t infer.Type) bool {
	switch t := t.(type) {
	case infer.Slice, infer.Map, infer.Opt, infer.Or, infer.JSON:
		return true
	case infer.Scalar:
		return t == infer.Value
	}
	return false
}

// zeroIsNull reports whether the zero value of a type, which does not tell null apart as a
// member, is encoded as null as an element of a list or map.
func zeroIsNull(t infer.Type) bool {
	switch t := t.(type) {
	case infer.ObjectOrList:
		return true
	case infer.Scalar:
		return t == infer.Flag || infer.KeepsNumber(t)
	}
	return false
}
