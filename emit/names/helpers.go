package names

import (
	"regexp"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Decoder returns the name of the function that decodes a type.
func (n Names) Decoder(t infer.Type) string { return "decode" + n.ID(t) }

// Appender returns the name of the function that appends a type to a buffer.
func (n Names) Appender(t infer.Type) string { return "append" + n.ID(t) }

// ID returns a type's name as a part of the names of its helpers: its parts from
// the outside to the inside, so that no two types have one.
func (n Names) ID(t infer.Type) string {
	switch t := t.(type) {
	case infer.Scalar:
		return ScalarID(t)
	case *infer.Struct:
		return namedID(n.Struct(t))
	case *infer.Enum:
		return namedID(t.Name)
	case infer.Slice:
		return "SliceOf" + n.ID(t.Elem)
	case infer.Map:
		return "MapOf" + n.ID(t.Elem)
	case infer.Opt:
		return "OptOf" + pointerID(t.Pointer) + n.ID(t.Elem)
	case infer.Or:
		id := ""
		for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
			if t.Also.Has(k) {
				id += GoName(k.String()) + "Or"
			}
		}
		return id + "Else" + pointerID(t.Pointer) + n.ID(t.Elem)
	case infer.ObjectOrList:
		object := n.ID(t.Object) // whose length says where it ends
		return "ObjectOf" + strconv.Itoa(len(object)) + object + "OrList" + n.ID(t.List)
	case infer.JSON:
		return "JSONOf" + n.ID(t.Elem)
	}
	panic("names: unknown type")
}

func pointerID(pointer bool) string {
	if pointer {
		return "PointerTo"
	}
	return ""
}

var (
	// madeID matches the IDs of all types but structs and enums.
	madeID     = regexp.MustCompile(`^(?:(?:SliceOf|MapOf|OptOf|JSONOf|ObjectOf[0-9]+|PointerTo|(?:(?:Null|Boolean|Number|String|Array|Object)Or)*Else).*|Bool|Int|Float|String|Number|Timestamp|Base64|Unix|UnixMilli|UnixMicro|Flag|Value)$`)
	namedStart = regexp.MustCompile(`^(?:Named)+`)
	// shapeEnd matches names that end as those of shapes do.
	shapeEnd = regexp.MustCompile(`Shape(?:Type)*$`)
)

// namedID returns the ID of a struct or enum by its name, which may be the ID of
// another type, or end so that a helper has the name of a shape. Such a name gets a
// word more, and so does one that has that word already.
func namedID(name string) string {
	if madeID.MatchString(namedStart.ReplaceAllString(name, "")) {
		name = "Named" + name
	}
	if shapeEnd.MatchString(name) {
		name += "Type"
	}
	return name
}

// ScalarID returns the name of a scalar as the run-time support has it in the names
// of its functions and methods.
func ScalarID(t infer.Scalar) string {
	return [...]string{
		infer.Bool: "Bool", infer.Int: "Int", infer.Float: "Float", infer.String: "String",
		infer.Number: "Number", infer.Timestamp: "Timestamp", infer.Base64: "Base64", infer.Unix: "Unix", infer.UnixMilli: "UnixMilli", infer.UnixMicro: "UnixMicro", infer.Flag: "Flag", infer.Value: "Value",
	}[t]
}

// shapeName returns the name of the variable that describes the members of a struct.
func shapeName(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:] + "Shape"
}
