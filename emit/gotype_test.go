package emit

import (
	"fmt"
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

// TestTypeIDs holds that no two types have one typeID, nor a helper the name of a
// shape, whatever the names of structs and enums are.
func TestTypeIDs(t *testing.T) {
	s := &scheme{structs: make(map[*infer.Struct]*structure)}
	var types []infer.Type
	for k := infer.Bool; k <= infer.Value; k++ {
		types = append(types, k)
	}
	shapes := make(map[string]bool)
	for _, name := range []string{
		"A", "Int", "Value", "SliceOfInt", "SliceOfString", "MapOfValue", "OptOfString", "JSONOfA", "ElseInt", "StringOrElseInt", "NullOrStringOrElseA", "SliceOfA",
		"Named", "NamedInt", "NamedSliceOfInt", "NamedNamedInt", "SliceOfNamedInt", "PointerToA", "IntShape", "IntShapeType", "Shape", "SliceOfIntShape", "DecodeSliceOfInt", "AppendOptOfA", "DecodeInt",
	} {
		st := &infer.Struct{Path: name, Name: name}
		s.structs[st] = &structure{Struct: st, name: name}
		shapes[shapeName(s.structs[st])] = true
		types = append(types, st)
	}
	for range 2 {
		for _, elem := range types {
			types = append(types, infer.Slice{Elem: elem}, infer.Map{Elem: elem}, infer.Opt{Elem: elem}, infer.JSON{Elem: elem},
				infer.Or{Elem: elem, Also: payload.KindsOf(payload.KindString)}, infer.Or{Elem: elem},
				infer.Opt{Elem: elem, Pointer: true}, infer.Or{Elem: elem, Pointer: true})
		}
	}
	first := make(map[string]infer.Type)
	for _, typ := range types {
		id := s.typeID(typ)
		if other, ok := first[id]; ok && fmt.Sprintf("%#v", other) != fmt.Sprintf("%#v", typ) {
			t.Fatalf("%v and %v have the typeID %s", other, typ, id)
		}
		first[id] = typ
		if _, ok := typ.(*infer.Struct); !ok && (shapes["decode"+id] || shapes["append"+id]) {
			t.Errorf("the helper of %v has the name of a shape, as its typeID is %s", typ, id)
		}
	}
}
