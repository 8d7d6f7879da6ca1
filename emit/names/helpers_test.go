package names

import (
	"fmt"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestIDs holds that no two types have one ID, nor a helper the name of a
// shape, whatever the names of structs and enums are.
func TestIDs(t *testing.T) {
	n := Names{structs: make(map[*infer.Struct]*Struct)}
	var types []infer.Type
	for k := infer.Bool; k <= infer.Value; k++ {
		types = append(types, k)
	}
	shapes, named := make(map[string]bool), make(map[string]*infer.Struct)
	for _, name := range []string{
		"A", "Int", "Value", "SliceOfInt", "SliceOfString", "MapOfValue", "OptOfString", "JSONOfA", "ElseInt", "StringOrElseInt", "NullOrStringOrElseA", "SliceOfA",
		"ObjectOf1AOrListInt", "AOrListSliceOfInt", "ObjectOf", "Named", "NamedInt", "NamedSliceOfInt", "NamedNamedInt", "SliceOfNamedInt", "PointerToA", "IntShape", "IntShapeType", "Shape", "SliceOfIntShape", "DecodeSliceOfInt", "AppendOptOfA", "DecodeInt",
	} {
		st := &infer.Struct{Path: name, Name: name}
		n.structs[st] = &Struct{Struct: st, Go: name}
		shapes[shapeName(name)] = true
		types, named[name] = append(types, st), st
	}
	objects := []*infer.Struct{named["A"], named["AOrListSliceOfInt"], named["SliceOfInt"]}
	for range 2 {
		for _, elem := range types {
			types = append(types, infer.Slice{Elem: elem}, infer.Map{Elem: elem}, infer.Opt{Elem: elem}, infer.JSON{Elem: elem},
				infer.Or{Elem: elem, Also: jsontext.KindsOf(jsontext.KindString)}, infer.Or{Elem: elem},
				infer.Opt{Elem: elem, Pointer: true}, infer.Or{Elem: elem, Pointer: true})
			for _, object := range objects {
				types = append(types, infer.ObjectOrList{Object: object, List: infer.Slice{Elem: elem}})
			}
		}
	}
	first := make(map[string]infer.Type)
	for _, typ := range types {
		id := n.ID(typ)
		if other, ok := first[id]; ok && fmt.Sprintf("%#v", other) != fmt.Sprintf("%#v", typ) {
			t.Fatalf("%v and %v have the ID %s", other, typ, id)
		}
		first[id] = typ
		if _, ok := typ.(*infer.Struct); !ok && (shapes["decode"+id] || shapes["append"+id]) {
			t.Errorf("the helper of %v has the name of a shape, as its ID is %s", typ, id)
		}
	}
}
