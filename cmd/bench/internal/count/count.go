// Package count counts what a generated package holds.
package count

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// Package returns how many members the structs of the package in a folder have,
// and how many lines its files, without tests. An embedded struct counts in each
// struct that embeds it, as each decodes its members.
func Package(dir string) (members, lines int, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return 0, 0, err
	}
	structs := map[string]*ast.StructType{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			return 0, 0, err
		}
		lines += bytes.Count(src, []byte("\n"))
		f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.SkipObjectResolution)
		if err != nil {
			return 0, 0, err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if t, ok := n.(*ast.TypeSpec); ok {
				if s, ok := t.Type.(*ast.StructType); ok {
					structs[t.Name.Name] = s
				}
			}
			return true
		})
	}
	for _, s := range structs {
		members += membersOf(s, structs)
	}
	return members, lines, nil
}

// membersOf counts the fields with a name in JSON. A struct that is embedded
// somewhere has no decoder of its own, unless it has an Extra like all others.
func membersOf(s *ast.StructType, structs map[string]*ast.StructType) int {
	n, extra := 0, false
	for _, f := range s.Fields.List {
		if len(f.Names) == 0 {
			if id, ok := f.Type.(*ast.Ident); ok && structs[id.Name] != nil {
				n += tagged(structs[id.Name])
			}
			continue
		}
		extra = extra || f.Names[0].Name == "Extra"
	}
	if !extra {
		return 0
	}
	return n + tagged(s)
}

// tagged counts the fields of a struct itself.
func tagged(s *ast.StructType) int {
	n := 0
	for _, f := range s.Fields.List {
		if f.Tag == nil {
			continue
		}
		tag, err := strconv.Unquote(f.Tag.Value)
		key, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		if err == nil && key != "" && key != "-" {
			n++
		}
	}
	return n
}
