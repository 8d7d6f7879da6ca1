package record

import (
	"reflect"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// kind is how the walk reads a Go type.
type kind uint8

const (
	kindString kind = iota
	kindInt
	kindBool
	kindFloat
	kindBase64
	kindNumber // payload.Number, and what embeds one
	kindFlag
	kindValue
	kindStruct
	kindPointer
	kindSlice
	kindMap
	kindOpt
	kindOr
	kindJSON
	kindObjectOrList
)

// typ is a Go type of a generated package, as the walk reads it.
type typ struct {
	kind   kind
	elem   *typ           // of all kinds that are made of another type; of an ObjectOrList, the object
	list   *typ           // of an ObjectOrList
	size   uintptr        // of the elements of a slice, or the entries of a map
	value  uintptr        // offset of the value of an Opt, Or, JSON, or an entry of a map
	other  uintptr        // offset of what else an Opt, Or or JSON has
	fields []field        // of a struct
	index  map[string]int // of fields, by the name of the member
	extra  uintptr        // offset of a struct's Extra
	body   *typ           // the struct that an event embeds as its body, or nil

	event    reflect.Type // of an event: the pointer to it
	delivery uintptr      // offset of an event's payload.EventDelivery
}

// field is a field of a struct.
type field struct {
	kind   kind // of an Opt, as offset and typ, that of its value
	opt    bool // whether it is an Opt
	offset uintptr
	other  uintptr // of an Opt, as in typ
	typ    *typ
	name   string // of the member
}

// compiler makes typs. It knows those that it has made, because types can be recursive.
type compiler struct{ types map[reflect.Type]*typ }

// event returns the typ of the payload of an event. That of a payload that is not a struct
// has no event, because its events are not walked.
func (c *compiler) event(e payload.Event) *typ {
	at := reflect.TypeOf(e)
	delivery, ok := offsetOf(at.Elem(), reflect.TypeFor[payload.EventDelivery]())
	if f, named := at.Elem().FieldByName("Payload"); named && f.Tag == "" {
		return c.typ(f.Type)
	}
	t := c.typ(at.Elem())
	if ok {
		t.event, t.delivery = at, delivery
	}
	return t
}

// offsetOf returns the offset of the field of a type in a struct, or in one that it embeds.
func offsetOf(s, want reflect.Type) (offset uintptr, ok bool) {
	for i := range s.NumField() {
		f := s.Field(i)
		if f.Type == want {
			return f.Offset, true
		}
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			if inner, ok := offsetOf(f.Type, want); ok {
				return f.Offset + inner, true
			}
		}
	}
	return 0, false
}

// typ returns the typ of a type.
func (c *compiler) typ(t reflect.Type) *typ {
	if made := c.types[t]; made != nil {
		return made
	}
	made := new(typ)
	c.types[t] = made
	switch t {
	case reflect.TypeFor[payload.Value]():
		made.kind = kindValue
		return made
	case reflect.TypeFor[payload.Number](), reflect.TypeFor[payload.Unix](), reflect.TypeFor[payload.UnixMilli](), reflect.TypeFor[payload.UnixMicro]():
		made.kind = kindNumber
		return made
	case reflect.TypeFor[payload.Flag]():
		made.kind = kindFlag
		return made
	case reflect.TypeFor[payload.Base64]():
		made.kind = kindBase64
		return made
	}
	if t.PkgPath() == reflect.TypeFor[payload.Number]().PkgPath() && c.generic(made, t) {
		return made
	}
	switch t.Kind() {
	case reflect.Bool:
		made.kind = kindBool
	case reflect.Int64:
		made.kind = kindInt
	case reflect.Float64:
		made.kind = kindFloat
	case reflect.Pointer:
		made.kind, made.elem = kindPointer, c.typ(t.Elem())
	case reflect.Slice:
		made.kind, made.elem, made.size = kindSlice, c.typ(t.Elem()), t.Elem().Size()
	case reflect.Struct:
		made.kind, made.index = kindStruct, make(map[string]int)
		c.fields(made, t, 0)
	}
	return made
}

// generic makes the typ of a generic type of package payload.
func (c *compiler) generic(made *typ, t reflect.Type) bool {
	name, _, ok := strings.Cut(t.Name(), "[")
	switch {
	case !ok:
		return false
	case name == "Map":
		entry := t.Elem() // a struct of a key and a value
		made.kind, made.elem = kindMap, c.typ(entry.Field(1).Type)
		made.size, made.value = entry.Size(), entry.Field(1).Offset
		return true
	case name == "Opt":
		made.kind = kindOpt
	case name == "Or":
		made.kind = kindOr
	case name == "JSON":
		made.kind = kindJSON
	case name == "ObjectOrList":
		made.kind = kindObjectOrList
		made.elem, made.list, made.other = c.typ(t.Field(0).Type.Elem()), c.typ(t.Field(1).Type), t.Field(1).Offset
		return true
	default:
		return false
	}
	made.elem, made.value, made.other = c.typ(t.Field(0).Type), t.Field(0).Offset, t.Field(1).Offset
	return true
}

// fields adds the fields of a struct at an offset in another one.
func (c *compiler) fields(made *typ, t reflect.Type, at uintptr) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, more := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Type == reflect.TypeFor[payload.Members]():
			made.extra = at + f.Offset
		case f.Type == reflect.TypeFor[payload.EventDelivery]():
		case f.Anonymous && f.Tag == "":
			if _, ok := offsetOf(f.Type, reflect.TypeFor[payload.Members]()); ok {
				made.body = c.typ(f.Type)
			}
			c.fields(made, f.Type, at+f.Offset)
		case name == "": // a name that such a tag cannot have
			made.add(f.Tag.Get("member"), at+f.Offset, c.typ(f.Type))
		case name != "-" || more:
			made.add(name, at+f.Offset, c.typ(f.Type))
		}
	}
}

// add adds a field. Its typ may not be complete yet, because types can be recursive.
func (t *typ) add(name string, offset uintptr, of *typ) {
	t.index[name] = len(t.fields)
	t.fields = append(t.fields, field{offset: offset, typ: of, name: name})
}

// finish completes the fields, once all types are complete.
func (c *compiler) finish() {
	for _, t := range c.types {
		for i := range t.fields {
			f := &t.fields[i]
			if of := f.typ; of.kind == kindOpt {
				f.opt, f.other, f.offset, f.typ = true, f.offset+of.other, f.offset+of.value, of.elem
			}
			f.kind = f.typ.kind
		}
	}
}

// names returns the names of all members.
func (c *compiler) names() map[string]bool {
	all := make(map[string]bool)
	for _, t := range c.types {
		for _, f := range t.fields {
			all[f.name] = true
		}
	}
	return all
}

// inside returns the type inside Opt, Or and pointers.
func (t *typ) inside() *typ {
	for t != nil && (t.kind == kindOpt || t.kind == kindOr || t.kind == kindPointer) {
		t = t.elem
	}
	return t
}

// plain returns the type inside Opt, Or, JSON and pointers: of the values whose parts have
// paths.
func (t *typ) plain() *typ {
	for t = t.inside(); t != nil && t.kind == kindJSON; {
		t = t.elem.inside()
	}
	return t
}

// object returns the struct of the objects that a plain type has, or nil.
func (t *typ) object() *typ {
	switch t.kind {
	case kindStruct:
		return t
	case kindObjectOrList:
		return t.elem
	}
	return nil
}

// items returns the type of the elements of the arrays that a plain type has, or nil.
func (t *typ) items() *typ {
	switch t.kind {
	case kindSlice:
		return t.elem
	case kindObjectOrList:
		return t.list.elem
	}
	return nil
}

// same returns what identifies a struct: the one that it embeds as its body, or itself.
func (t *typ) same() *typ {
	if t.body != nil {
		return t.body
	}
	return t
}
