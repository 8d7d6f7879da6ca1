package main

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/specs"
)

// skeletonOf returns the declarations of each file, sorted, as sequences of
// tokens, with I for every identifier but those of Go and S for every string.
// Comments and the tags of fields are left out.
func skeletonOf(t testing.TB, files map[string][]byte) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for name, data := range files {
		if path.Ext(name) != ".go" {
			continue
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, data)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if f, ok := n.(*ast.Field); ok {
				f.Tag = nil
			}
			return true
		})
		all[name] = []string{}
		for _, d := range file.Decls {
			var b bytes.Buffer
			if err := format.Node(&b, fset, d); err != nil {
				t.Fatal(err)
			}
			all[name] = append(all[name], anyLength(tokens(b.Bytes())))
		}
		slices.Sort(all[name])
	}
	return all
}

// What decoders compare depends on how long a name is as JSON writes it, and
// whether that has escapes. A list that fits its line has no comma at its end.
var (
	length     = regexp.MustCompile(`I (\+=?) \d+ `)
	comparison = regexp.MustCompile(`I \[ I (?:\+ N )?: I \+ N \] == S (?:&& I \[ I \+ N : I \+ N \] == S )*`)
	behind     = regexp.MustCompile(`HAS && I \[ I \+ (?:\d+|N) \] > CHAR `)
	escaped    = regexp.MustCompile(`, I : true , \}`)
)

// anyLength takes the lengths of names out of a sequence of tokens.
func anyLength(s string) string {
	s = length.ReplaceAllString(s, "I $1 N ")
	s = comparison.ReplaceAllString(s, "HAS ")
	s = behind.ReplaceAllString(s, "HAS ")
	s = strings.ReplaceAll(s, "( HAS )", "HAS")
	s = escaped.ReplaceAllString(s, ", }")
	return strings.NewReplacer(", }", "}", ", )", ")").Replace(s)
}

func tokens(code []byte) string {
	var s scanner.Scanner
	fset := token.NewFileSet()
	s.Init(fset.AddFile("", -1, len(code)), code, nil, 0)
	var b strings.Builder
	for {
		_, tok, lit := s.Scan()
		switch tok {
		case token.EOF:
			return b.String()
		case token.IDENT:
			if slices.Contains([]string{"int64", "string", "bool", "byte", "error", "init", "main", "panic", "nil", "true", "false", "payload", "wire"}, lit) {
				b.WriteString(lit + " ")
			} else {
				b.WriteString("I ")
			}
		case token.STRING:
			b.WriteString("S ")
		case token.SEMICOLON:
			b.WriteString("; ")
		case token.INT:
			b.WriteString(lit + " ")
		default:
			b.WriteString(tok.String() + " ")
		}
	}
}

func skeleton(t testing.TB, x specTexts) map[string][]string {
	t.Helper()
	set, err := specs.Load(x.spec(), "specs")
	if err != nil || len(set.Diagnostics) > 0 {
		t.Fatal(err, set.Diagnostics)
	}
	files := map[string][]byte{}
	for _, p := range set.Platforms {
		made, problems := build.Files(platform.Of(p, nil), module.Target{Base: "example.com/generated", GoVersion: "1.26"})
		if made == nil || len(problems) > 0 {
			t.Fatal(problems)
		}
		for _, f := range made {
			files[f.Name] = f.Data
		}
	}
	return skeletonOf(t, files)
}

func checkSkeleton(t *testing.T, got, want map[string][]string) {
	t.Helper()
	if !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want))) {
		t.Fatalf("files %q, want %q", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
	for name := range want {
		for i, d := range got[name] {
			if i >= len(want[name]) || d != want[name][i] {
				t.Fatalf("%s: a declaration that a harmless spec does not give:\n%s", name, d)
			}
		}
		if len(got[name]) != len(want[name]) {
			t.Fatalf("%s: %d declarations, want %d", name, len(got[name]), len(want[name]))
		}
	}
}
