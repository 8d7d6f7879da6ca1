package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestGeneratedTypes checks what the packages of this repository never have: a member
// that encoding/json would read as base64 or cut short (D18), its option for numbers in
// quotes (D9), a struct without a name (J22), a member of any kind that is Go's any, a
// float64 that nobody decided on.
func TestGeneratedTypes(t *testing.T) {
	names, err := filepath.Glob("../../generated/*/types.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no generated packages: %v", err)
	}
	for _, name := range names {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Field:
				if n.Tag != nil && strings.Contains(n.Tag.Value, ",string") {
					t.Errorf("%s: the tag %s", fset.Position(n.Pos()), n.Tag.Value)
				}
				if _, ok := n.Type.(*ast.StructType); ok {
					t.Errorf("%s: a struct without a name", fset.Position(n.Pos()))
				}
			case *ast.ArrayType:
				if id, ok := n.Elt.(*ast.Ident); n.Len != nil || ok && (id.Name == "byte" || id.Name == "uint8") {
					t.Errorf("%s: an array or bytes", fset.Position(n.Pos()))
				}
			case *ast.Ident:
				if n.Name == "any" || n.Name == "interface" {
					t.Errorf("%s: any", fset.Position(n.Pos()))
				}
			case *ast.IndexExpr:
				// An Opt or Or says whether its pointer to a struct is there.
				of, _ := n.X.(*ast.SelectorExpr)
				_, pointer := n.Index.(*ast.StarExpr)
				return !pointer || of == nil || of.Sel.Name != "Opt" && of.Sel.Name != "Or"
			case *ast.MapType, *ast.InterfaceType, *ast.StarExpr:
				t.Errorf("%s: a map, an interface or a pointer", fset.Position(n.Pos()))
			}
			return true
		})
	}
}
