package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A file is one idea, and a function fits a screen.
const (
	maxFileLines     = 300
	maxFunctionLines = 60
)

// likeGenerated are the files of tests whose functions are written like generated code, which
// has one case for each member of an object.
var likeGenerated = map[string]bool{
	"emit/runtime/payloadtest/doubledecode_test.go": true,
	"emit/runtime/wire/item_test.go":                true,
	"emit/runtime/wire/itemencode_test.go":          true,
}

// TestSizes checks that no hand-written file and no function is too long to be read as one
// thing. What is in a table, that is in a composite literal or a text of several lines, does
// not count. A subtest counts as a function, and not as a part of its test.
func TestSizes(t *testing.T) {
	files, functions := 0, 0
	root := "../.."
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && path != root && (e.Name() == "testdata" || strings.HasPrefix(e.Name(), ".")) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, data, parser.ParseComments)
		if err != nil || ast.IsGenerated(file) {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		files++
		lines := lineCounter{set}
		if n := bytes.Count(data, []byte("\n")) - lines.tables(file); n > maxFileLines {
			t.Errorf("%s has %d lines; want %d at most", name, n, maxFileLines)
		}
		for at, n := range lines.functions(file) {
			functions++
			if n > maxFunctionLines && !likeGenerated[name] {
				t.Errorf("%s:%d: the function has %d lines; want %d at most", name, set.Position(at).Line, n, maxFunctionLines)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 500 || functions < 3000 {
		t.Errorf("%d files with %d functions: some were not found", files, functions)
	}
}

// lineCounter counts lines of code.
type lineCounter struct{ set *token.FileSet }

// between returns how many lines there are between the first and the last one of a node.
func (c lineCounter) between(n ast.Node) int {
	return max(c.set.Position(n.End()).Line-c.set.Position(n.Pos()).Line-1, 0)
}

// tables returns how many lines are inside of tables.
func (c lineCounter) tables(in ast.Node) int {
	lines := 0
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			lines += c.between(n)
			return false
		case *ast.BasicLit:
			lines += c.between(n)
		}
		return true
	})
	return lines
}

// functions returns the lines of the functions and subtests of a file, by their positions.
func (c lineCounter) functions(file *ast.File) map[token.Pos]int {
	all := make(map[token.Pos]int)
	const neither, table token.Pos = 0, -1
	var in []token.Pos // what surrounds a node: the position of a function, or one of the above
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			in = in[:len(in)-1]
			return true
		}
		var body *ast.BlockStmt
		switch n := n.(type) {
		case *ast.FuncDecl:
			body = n.Body
		case *ast.FuncLit:
			if isSubtest(n) {
				body = n.Body
			}
		case *ast.CompositeLit:
			in = append(in, table)
			return true
		}
		if body == nil {
			in = append(in, neither)
			return true
		}
		own := c.between(body) + 2 - c.tables(body)
		for _, outer := range slices.Backward(in) {
			if outer != neither {
				if outer != table { // whose lines do not count
					all[outer] -= own - 2
				}
				break
			}
		}
		all[n.Pos()] = own
		in = append(in, n.Pos())
		return true
	})
	return all
}

// isSubtest reports whether a function literal is one of a test: its only parameter is a
// *testing.T.
func isSubtest(f *ast.FuncLit) bool {
	if f.Type.Results != nil || len(f.Type.Params.List) != 1 {
		return false
	}
	pointer, ok := f.Type.Params.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	selector, ok := pointer.X.(*ast.SelectorExpr)
	return ok && selector.Sel.Name == "T"
}
