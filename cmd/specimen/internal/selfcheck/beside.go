package selfcheck

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"maps"
	"path"
	"slices"
	"strings"
)

// Beside returns the names that a program's own files declare although generated files of
// the same package do so. Files of other packages and what is wrong with own files besides
// are not looked at: the compiler reports that.
func Beside(generated, own map[string][]byte) []Problem {
	var problems []Problem
	declared := make(map[string]*declarations) // by folder
	for _, name := range slices.Sorted(maps.Keys(own)) {
		folder := path.Dir(name)
		if declared[folder] == nil {
			declared[folder] = declarationsIn(folder, generated)
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, own[name], parser.SkipObjectResolution)
		if theirs := declared[folder]; err == nil && file.Name.Name == theirs.pkg && built(name, own[name]) {
			for _, d := range declarationsOf(file, false) {
				if other, ok := theirs.files[d.name]; ok {
					problems = append(problems, Problem{fset.Position(d.pos), fmt.Sprintf("%s is declared here and in the generated %s", d.name, other)})
				}
			}
		}
	}
	return problems
}

// Broken returns the own files, for each the first reason, that the compiler refuses before
// it looks at what they declare: their syntax, or the name of their package. Files that are
// not part of a build on this system are not looked at.
func Broken(generated, own map[string][]byte) []Problem {
	var problems []Problem
	packages := make(map[string]string) // by folder
	for name, data := range generated {
		if path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") && packages[path.Dir(name)] == "" {
			if file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.PackageClauseOnly); err == nil {
				packages[path.Dir(name)] = file.Name.Name
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		if !built(name, own[name]) {
			continue
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, own[name], parser.SkipObjectResolution)
		var list scanner.ErrorList
		switch pkg := packages[path.Dir(name)]; {
		case errors.As(err, &list):
			problems = append(problems, Problem{list[0].Pos, list[0].Msg})
		case err == nil && file.Name.Name != pkg && !(strings.HasSuffix(name, "_test.go") && file.Name.Name == pkg+"_test"):
			problems = append(problems, Problem{fset.Position(file.Name.Pos()), fmt.Sprintf("package %s is in the folder of package %s", file.Name.Name, pkg)})
		}
	}
	return problems
}

// declarations is what the generated files of a folder declare.
type declarations struct {
	pkg   string
	files map[string]string // the file that declares a name
}

func declarationsIn(folder string, generated map[string][]byte) *declarations {
	all := &declarations{files: make(map[string]string)}
	for name, data := range generated {
		if path.Dir(name) != folder || path.Ext(name) != ".go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
		if err != nil {
			continue // which Check reports
		}
		all.pkg = strings.TrimSuffix(file.Name.Name, "_test")
		for _, d := range declarationsOf(file, true) {
			all.files[d.name] = path.Base(name)
		}
	}
	return all
}

// declaration is a name of a package, or one of a type with the name of the type before it.
type declaration struct {
	name string
	pos  token.Pos
}

// declarationsOf returns what a file declares, and the fields of structs if they are wanted.
func declarationsOf(file *ast.File, fields bool) []declaration {
	var all []declaration
	add := func(before string, names ...*ast.Ident) {
		for _, id := range names {
			if id.Name != "_" && (before != "" || id.Name != "init") {
				all = append(all, declaration{before + id.Name, id.Pos()})
			}
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			before := ""
			if d.Recv != nil {
				before = typeName(d.Recv.List[0].Type) + "."
			}
			add(before, d.Name)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.ValueSpec:
					add("", spec.Names...)
				case *ast.TypeSpec:
					add("", spec.Name)
					if st, ok := spec.Type.(*ast.StructType); ok && fields {
						for _, f := range st.Fields.List {
							add(spec.Name.Name+".", f.Names...)
							if f.Names == nil {
								add(spec.Name.Name+".", ast.NewIdent(typeName(f.Type)))
							}
						}
					}
				}
			}
		}
	}
	return all
}

// typeName returns the name of the type of a receiver or an embedded field.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.ParenExpr:
		return typeName(e.X)
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return "" // of a generic type, which generated packages do not have
}
