package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/shape"
)

// model is the types of one package, in the order in which they were met.
type model struct {
	forms   shape.Forms
	structs []*structure
	lists   []*typ // named list types
	byType  map[reflect.Type]*typ
}

// structure is a struct of plain Go.
type structure struct {
	name   string
	fields []field
}

type field struct {
	name, key string
	typ       *typ
	in        *typ // of the JSON in a string, nil for other fields
}

// typ is a type of plain Go.
type typ struct {
	kind kind
	elem *typ   // of a pointer, slice or map
	name string // of a struct or a named slice
}

type kind int

const (
	boolean kind = iota
	integer
	float
	text
	number // peer.Number
	raw    // json.RawMessage
	pointer
	slice
	dict
	structs
)

func newModel(forms shape.Forms) *model {
	return &model{forms: forms, byType: map[reflect.Type]*typ{}}
}

// add adds the struct for a generated one, and those that it needs.
func (m *model) add(t reflect.Type) *typ {
	if have := m.byType[t]; have != nil {
		return have
	}
	s := &structure{name: t.Name()}
	out := &typ{kind: structs, name: s.name}
	m.byType[t] = out
	m.structs = append(m.structs, s)
	for _, f := range shape.Fields(t) {
		p, in := m.typeOf(f.Type, shape.Place{Struct: t, Key: f.Key})
		s.fields = append(s.fields, field{name: f.Name, key: f.Key, typ: p, in: in})
	}
	return out
}

// typeOf returns the type for a generated one at a place. in is the type of what
// a string that holds JSON holds.
func (m *model) typeOf(t reflect.Type, at shape.Place) (p, in *typ) {
	class, elem := shape.Of(t)
	switch class {
	case shape.Bool:
		return &typ{kind: boolean}, nil
	case shape.Int:
		return &typ{kind: integer}, nil
	case shape.Float:
		return &typ{kind: float}, nil
	case shape.String, shape.Timestamp:
		return &typ{kind: text}, nil
	case shape.Value, shape.Or:
		return &typ{kind: raw}, nil
	case shape.Number:
		return m.scalar(at, number), nil
	case shape.Flag:
		return m.scalar(at, raw), nil
	case shape.JSON:
		return &typ{kind: text}, m.list(elem)
	case shape.Opt:
		p, in := m.typeOf(elem, at)
		if p.kind == slice || p.kind == dict || p.kind == raw {
			return p, in // which have a nil of their own
		}
		return &typ{kind: pointer, elem: p}, in
	case shape.Slice:
		p, _ := m.typeOf(elem, at)
		return &typ{kind: slice, elem: p}, nil
	case shape.Map:
		p, _ := m.typeOf(elem, at)
		return &typ{kind: dict, elem: p}, nil
	case shape.Struct:
		return m.add(t), nil
	}
	panic(fmt.Sprintf("no plain type for %v", t))
}

// scalar returns the type of what the examples show at a place, or of kind other
// when they show several forms.
func (m *model) scalar(at shape.Place, other kind) *typ {
	switch form := m.forms.At(at); {
	case form == shape.AsText, form == 0 && other == number:
		return &typ{kind: text}
	case form == shape.AsNumber && other == number:
		return &typ{kind: float}
	case form == shape.AsNumber:
		return &typ{kind: integer}
	case form == shape.AsBool:
		return &typ{kind: boolean}
	}
	return &typ{kind: other}
}

// list returns the type of JSON in a string. A list gets a name, because the
// methods of some decoders need one.
func (m *model) list(t reflect.Type) *typ {
	p, _ := m.typeOf(t, shape.Place{})
	if p.kind != slice {
		return p
	}
	name := "RawList"
	if p.elem.kind == structs {
		name = p.elem.name + "List"
	}
	for _, have := range m.lists {
		if have.name == name {
			return have
		}
	}
	p.name = name
	m.lists = append(m.lists, p)
	return p
}

// expr returns the type as Go writes it.
func (t *typ) expr() string {
	if t.name != "" {
		return t.name
	}
	switch t.kind {
	case boolean:
		return "bool"
	case integer:
		return "int64"
	case float:
		return "float64"
	case text:
		return "string"
	case number:
		return "peer.Number"
	case raw:
		return "json.RawMessage"
	case pointer:
		return "*" + t.elem.expr()
	case slice:
		return "[]" + t.elem.expr()
	}
	return "map[string]" + t.elem.expr()
}

// under returns the type of a named slice as Go writes it without its name.
func (t *typ) under() string { return "[]" + t.elem.expr() }

// types returns types.go.
func (m *model) types(pkg string) string {
	var b strings.Builder
	for _, s := range m.structs {
		fmt.Fprintf(&b, "type %s struct {\n", s.name)
		for _, f := range s.fields {
			fmt.Fprintf(&b, "%s %s `json:%q`\n", f.name, f.typ.expr(), f.key)
			if f.in != nil {
				fmt.Fprintf(&b, "%sInner %s `json:\"-\"`\n", f.name, f.in.expr())
			}
		}
		b.WriteString("}\n\n")
	}
	for _, l := range m.lists {
		fmt.Fprintf(&b, "//easyjson:json\ntype %s %s\n\n", l.name, l.under())
	}
	return header(pkg, b.String(), map[string]string{
		"json.": "encoding/json",
		"peer.": "github.com/specimen-go/specimen/cmd/bench/internal/peer",
	})
}

// header returns a file with the imports that its body uses.
func header(pkg, body string, imports map[string]string) string {
	var used []string
	for use, path := range imports {
		if strings.Contains(body, use) {
			used = append(used, fmt.Sprintf("import %q\n", path))
		}
	}
	slices.Sort(used)
	return fmt.Sprintf("package %s\n\n%s\n%s", pkg, strings.Join(used, ""), body)
}
