package spectest

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/diff"
)

// apiBase is the import path of the generated packages.
const apiBase = "example.com/generated"

// API reads what generated packages export. It type-checks what they have in common once.
type API struct {
	fset   *token.FileSet
	std    types.Importer
	common map[string]*types.Package // by import path
	mu     sync.Mutex
}

// NewAPI asks the go command for the standard library.
func NewAPI(t testing.TB) *API {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the go command")
	}
	a := &API{fset: token.NewFileSet(), common: make(map[string]*types.Package)}
	files := folders(emit.Support(apiBase))
	args := append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", "embed", "database/sql/driver"}, standard(t, files)...)
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatal(err, string(out))
	}
	exports := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		name, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		exports[name] = file
	}
	a.std = importer.ForCompiler(a.fset, "gc", func(name string) (io.ReadCloser, error) { return os.Open(exports[name]) })
	for folder := range files {
		a.check(t, files, a.common, folder)
	}
	return a
}

// standard returns what files import of the standard library.
func standard(t testing.TB, files map[string][]emit.File) []string {
	t.Helper()
	all := make(map[string]bool)
	for _, list := range files {
		for _, f := range list {
			file, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Data, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range file.Imports {
				if name := strings.Trim(spec.Path.Value, `"`); !strings.HasPrefix(name, apiBase) {
					all[name] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// folders returns the Go files of packages, by folder, without tests and without files
// for some versions of Go only.
func folders(files []emit.File) map[string][]emit.File {
	all := make(map[string][]emit.File)
	for _, f := range files {
		if strings.HasSuffix(f.Name, ".go") && !strings.HasSuffix(f.Name, "_test.go") && !bytes.Contains(f.Data, []byte("\n//go:build ")) {
			all[path.Dir(f.Name)] = append(all[path.Dir(f.Name)], f)
		}
	}
	return all
}

// importFunc is an importer.
type importFunc func(string) (*types.Package, error)

func (f importFunc) Import(name string) (*types.Package, error) { return f(name) }

// check type-checks the package of a folder and what it imports.
func (a *API) check(t testing.TB, files map[string][]emit.File, into map[string]*types.Package, folder string) *types.Package {
	t.Helper()
	name := path.Join(apiBase, folder)
	if p := into[name]; p != nil {
		return p
	}
	var parsed []*ast.File
	for _, f := range files[folder] {
		file, err := parser.ParseFile(a.fset, f.Name, f.Data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, file)
	}
	conf := types.Config{Importer: importFunc(func(other string) (*types.Package, error) {
		below, ours := strings.CutPrefix(other, apiBase+"/")
		switch {
		case a.common[other] != nil:
			return a.common[other], nil
		case ours:
			return a.check(t, files, into, below), nil
		}
		return a.std.Import(other)
	})}
	p, err := conf.Check(name, a.fset, parsed, nil)
	if err != nil {
		t.Fatal(err)
	}
	into[name] = p
	return p
}

// Of returns what the packages of a platform export, by name: declarations, fields and
// methods, promoted ones too, each with its type. It returns nil where the names of the
// platform collide, so that there is no package.
func (a *API) Of(t testing.TB, p *platform.Platform) map[string]string {
	t.Helper()
	made, _ := build.Files(p, module.Target{Base: apiBase})
	if len(made) == 0 {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	all, checked, files := make(map[string]string), make(map[string]*types.Package), folders(made)
	for folder := range files {
		if !strings.Contains(folder, "internal") {
			a.exported(a.check(t, files, checked, folder), all)
		}
	}
	return all
}

func (a *API) exported(p *types.Package, all map[string]string) {
	for _, name := range p.Scope().Names() {
		obj := p.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		key := p.Name() + "." + name
		switch obj := obj.(type) {
		case *types.Const:
			all[key] = fmt.Sprintf("const %s = %s", obj.Type(), obj.Val())
		case *types.TypeName:
			under := obj.Type().Underlying()
			all[key] = fmt.Sprintf("type, comparable: %t", types.Comparable(obj.Type()))
			if _, ok := under.(*types.Struct); !ok {
				all[key] = "type " + under.String()
			}
			fields(key, under, all)
			methods := types.NewMethodSet(types.NewPointer(obj.Type()))
			for m := range methods.Methods() {
				if m.Obj().Exported() {
					all[key+"."+m.Obj().Name()] = m.Type().String()
				}
			}
		default:
			all[key] = obj.Type().String()
		}
	}
}

// fields adds the exported fields of a type, and those that it has by embedding. Tags are
// not part of what code can name.
func fields(key string, t types.Type, all map[string]string) {
	st, ok := t.(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		if !f.Exported() {
			continue
		}
		if _, hidden := all[key+"."+f.Name()]; !hidden {
			all[key+"."+f.Name()] = f.Type().String()
		}
		if f.Embedded() {
			fields(key, f.Type().Underlying(), all)
		}
	}
}

// Disagree says how the verdict on some changes contradicts what packages export before
// and after them, or returns "".
func Disagree(v diff.Verdict, changes []diff.Change, was, is map[string]string) string {
	lost, gained := missing(was, is), missing(is, was)
	breaks := slices.ContainsFunc(changes, func(x diff.Change) bool {
		named := x.What == diff.Deliveries && slices.Contains([]string{"id", "shop", "version", "attempt"}, path.Base(x.Path))
		return x.Code == diff.Breaking && !named // whose values code gets at run time
	})
	wrong := ""
	switch {
	case v <= diff.Patch && len(lost)+len(gained) > 0:
		wrong = fmt.Sprintf("the verdict is %s, but the packages export something else", v)
	case v == diff.Minor && len(lost) > 0:
		wrong = "the verdict is minor, but something exported is gone or has another type"
	case breaks && len(lost) == 0:
		wrong = "a change breaks code, but nothing exported is gone or has another type"
	default:
		return ""
	}
	return fmt.Sprintf("%s\nlost: %q\ngained: %q\nchanges: %v", wrong, lost, gained, changes)
}

// missing returns what the first package exports and the second does not, or with another
// type or value.
func missing(a, b map[string]string) []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if b[name] != a[name] {
			all = append(all, name+": "+a[name])
		}
	}
	return all
}
