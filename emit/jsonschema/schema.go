package jsonschema

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
)

// Dialect is the identifier of JSON Schema, 2020-12.
const Dialect = "https://json-schema.org/draft/2020-12/schema"

// Schema is a JSON Schema. Its fields are keywords, in the order in which they are
// written; those with their zero value are left out. The zero value accepts everything.
type Schema struct {
	Dialect     string    `json:"$schema,omitempty"`
	Comment     string    `json:"$comment,omitempty"`
	ID          string    `json:"$id,omitempty"`
	Title       string    `json:"title,omitempty"`
	Description string    `json:"description,omitempty"`
	Ref         string    `json:"$ref,omitempty"`
	Type        Kinds     `json:"type,omitempty"`
	Format      string    `json:"format,omitempty"`
	Enum        []Literal `json:"enum,omitempty"`
	MaxLength   *int      `json:"maxLength,omitempty"`
	MediaType   string    `json:"contentMediaType,omitempty"`
	Content     *Schema   `json:"contentSchema,omitempty"`
	AnyOf       []*Schema `json:"anyOf,omitempty"`
	AllOf       []*Schema `json:"allOf,omitempty"`
	Required    []string  `json:"required,omitempty"`
	Properties  Named     `json:"properties,omitempty"`
	Values      *Schema   `json:"additionalProperties,omitempty"`
	Items       *Schema   `json:"items,omitempty"`
	Examples    []Literal `json:"examples,omitempty"`
	Defs        Named     `json:"$defs,omitempty"`
}

// Literal is a JSON value, as it is written.
type Literal string

// MarshalJSON returns the value.
func (l Literal) MarshalJSON() ([]byte, error) { return []byte(l), nil }

// Kinds is the value of the keyword type: some kinds of JSON values.
type Kinds []string

// MarshalJSON returns the only kind, or an array of several.
func (k Kinds) MarshalJSON() ([]byte, error) {
	if len(k) == 1 {
		return json.Marshal(k[0])
	}
	return json.Marshal([]string(k))
}

// Named is the value of a keyword that names schemas, in the order in which they are
// written.
type Named []NamedSchema

// NamedSchema is a schema and its name.
type NamedSchema struct {
	Name   string
	Schema *Schema
}

// MarshalJSON returns an object.
func (n Named) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, s := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(s.Name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(s.Schema); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// isKinds reports whether s only names kinds of values.
func (s *Schema) isKinds() bool {
	return s.Ref == "" && len(s.Type) > 0 && s.Enum == nil && s.MaxLength == nil && s.MediaType == "" &&
		s.Properties == nil && s.Values == nil && s.Items == nil && s.Description == ""
}

// isAny reports whether s accepts every value.
func (s *Schema) isAny() bool {
	return s.Ref == "" && s.Type == nil && s.Enum == nil && s.AnyOf == nil && s.AllOf == nil
}

// either returns a schema of the values that one of some schemas accepts.
func either(schemas ...*Schema) *Schema {
	var all []*Schema
	for _, s := range schemas {
		if s.isAny() {
			return new(Schema)
		}
		if s.AnyOf != nil {
			all = append(all, s.AnyOf...)
		} else {
			all = append(all, s)
		}
	}
	kinds := slices.IndexFunc(all, (*Schema).isKinds)
	for i := len(all) - 1; i > kinds && kinds >= 0; i-- {
		if all[i].isKinds() {
			all[kinds] = &Schema{Type: union(all[kinds].Type, all[i].Type), Format: cmp.Or(all[kinds].Format, all[i].Format)}
			all = slices.Delete(all, i, i+1)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return &Schema{AnyOf: all}
}

// union returns the kinds of both.
func union(a, b Kinds) Kinds {
	all := slices.Clone(a)
	for _, k := range b {
		if !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	return all
}

// refs calls yield for the definition that s refers to, and for those that schemas in it do.
func (s *Schema) refs(yield func(name string)) {
	if s == nil {
		return
	}
	if name, ok := strings.CutPrefix(s.Ref, defs); ok {
		name, _ = url.PathUnescape(name)
		yield(name)
	}
	for _, part := range slices.Concat(s.AnyOf, s.AllOf, []*Schema{s.Values, s.Items, s.Content}) {
		part.refs(yield)
	}
	for _, p := range s.Properties {
		p.Schema.refs(yield)
	}
}
