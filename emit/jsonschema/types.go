package jsonschema

import (
	"net/url"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// The kinds of JSON values.
const (
	object  = "object"
	array   = "array"
	text    = "string"
	number  = "number"
	integer = "integer"
	boolean = "boolean"
	null    = "null"
)

// valueSchema returns the schema of the values besides null that fit a type.
func (t Types) valueSchema(of infer.Type) *Schema {
	switch of := of.(type) {
	case infer.Scalar:
		return scalarSchema(of)
	case *infer.Struct:
		return refTo(t.names.Struct(of))
	case *infer.Enum:
		return refTo(of.Name)
	case infer.Slice:
		return &Schema{Type: Kinds{array}, Items: orNull(t.valueSchema(of.Elem))}
	case infer.Map:
		return &Schema{Type: Kinds{object}, Values: orNull(t.valueSchema(of.Elem))}
	case infer.ObjectOrList:
		return either(t.valueSchema(of.Object), t.valueSchema(of.List))
	case infer.Opt:
		return t.valueSchema(of.Elem)
	case infer.Or:
		return either(append([]*Schema{t.valueSchema(of.Elem)}, kindsSchemas(of.Also)...)...)
	case infer.JSON:
		return t.jsonSchema(of)
	}
	panic("jsonschema: unknown type")
}

// scalarSchema returns the schema of a scalar. A Number and the times that are numbers keep
// any string.
func scalarSchema(t infer.Scalar) *Schema {
	switch t {
	case infer.Bool:
		return &Schema{Type: Kinds{boolean}}
	case infer.Int:
		return &Schema{Type: Kinds{integer}, Format: "int64"}
	case infer.Float:
		return &Schema{Type: Kinds{number}}
	case infer.String, infer.Timestamp, infer.Base64:
		return &Schema{Type: Kinds{text}}
	case infer.Number, infer.Unix, infer.UnixMilli, infer.UnixMicro:
		return &Schema{Type: Kinds{number, text}}
	case infer.Flag:
		return &Schema{Type: Kinds{boolean, integer, text}, Enum: []Literal{"false", "true", "0", "1", `"0"`, `"1"`, `"false"`, `"true"`}}
	case infer.Value:
		return new(Schema)
	}
	panic("jsonschema: unknown scalar")
}

// jsonSchema returns the schema of JSON in a string, which may be plain too, and of the empty
// string.
func (t Types) jsonSchema(of infer.JSON) *Schema {
	content, empty := t.valueSchema(of.Elem), 0
	plain := t.valueSchema(of.Elem)
	if plain.isAny() {
		plain = &Schema{Type: Kinds{object, array, number, boolean}}
	}
	if content.isAny() {
		content = nil
	}
	return either(plain, &Schema{Type: Kinds{text}, MediaType: "application/json", Content: content}, &Schema{Type: Kinds{text}, MaxLength: &empty})
}

// kindsSchemas returns the schemas of the values of some kinds, besides null.
func kindsSchemas(kinds jsontext.Kinds) []*Schema {
	var all []*Schema
	for _, k := range []struct {
		kind jsontext.Kind
		name string
	}{
		{jsontext.KindObject, object},
		{jsontext.KindArray, array},
		{jsontext.KindNumber, number},
		{jsontext.KindString, text},
		{jsontext.KindBoolean, boolean},
	} {
		if kinds.Has(k.kind) {
			all = append(all, &Schema{Type: Kinds{k.name}})
		}
	}
	return all
}

// orNull returns the schema of null and of what s accepts.
func orNull(s *Schema) *Schema {
	switch {
	case s.Type == nil:
		return either(s, &Schema{Type: Kinds{null}})
	case s.Enum != nil:
		s.Enum = append(s.Enum, null)
	}
	s.Type = append(s.Type, null)
	return s
}

// notNull returns the schema of what s accepts besides null.
func notNull(s *Schema) *Schema {
	if s.isAny() {
		return &Schema{Type: Kinds{object, array, number, text, boolean}}
	}
	return s
}

// alone returns a schema that can have other keywords beside a reference. They are allowed
// there, but programs that write code make one more type of it then, or ignore them.
func alone(s *Schema) *Schema {
	if s.Ref != "" {
		return &Schema{AllOf: []*Schema{s}}
	}
	return s
}

// anything returns what says, beside other keywords, that a schema accepts every value.
// Programs that write code take one with a description alone for that of an object.
func anything() []*Schema { return []*Schema{{}} }

// refTo returns a reference to the definition of a type.
func refTo(name string) *Schema { return &Schema{Ref: defs + url.PathEscape(name)} }

// defs is the beginning of references to definitions.
const defs = "#/$defs/"
