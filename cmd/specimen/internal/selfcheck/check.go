package selfcheck

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Problem is one error of the compiler's kind.
type Problem struct {
	Pos     token.Position // Filename: the name of the generated file
	Message string
}

// Check type-checks generated files, by name: slash-separated and relative to
// the output folder, whose import path is base. GoVersion is that of the module
// they will be part of, as "1.26" or "1.26.0", or "". The error is one of looking
// up the standard library.
func Check(files map[string][]byte, base, goVersion string) ([]Problem, error) {
	c := &checker{
		fset:     token.NewFileSet(),
		base:     base,
		packages: map[string]*pkg{},
	}
	if goVersion != "" {
		c.goVersion = "go" + goVersion
	}
	c.parse(files)
	if len(c.problems) > 0 {
		return c.sorted(), nil
	}
	std, err := standard(c.fset, c.standardImports())
	if err != nil {
		return nil, err
	}
	c.std = std
	c.checkAll()
	if c.failed != nil {
		return nil, newer(c.failed)
	}
	return c.sorted(), nil
}

// checker checks the packages of one output folder. Packages are checked at the
// same time; those that others import are checked when the first one asks.
type checker struct {
	fset      *token.FileSet
	base      string
	goVersion string
	std       types.Importer
	packages  map[string]*pkg // by import path

	mu       sync.Mutex
	problems []Problem
	failed   error
}

// pkg is the files of one folder.
type pkg struct {
	path     string
	files    []*ast.File // of the package itself
	tests    []*ast.File // of the package, in files that end in _test.go
	external []*ast.File // of the package of that name with _test

	once    sync.Once
	checked *types.Package
}

// standardImports lists the packages that the files import and that are not
// among them.
func (c *checker) standardImports() []string {
	var all []string
	for _, p := range c.packages {
		for _, f := range slices.Concat(p.files, p.tests, p.external) {
			for _, spec := range f.Imports {
				name := strings.Trim(spec.Path.Value, "\"`")
				if c.packages[name] == nil && name != "unsafe" {
					all = append(all, name)
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// checkAll checks every package, its tests with it where it has some.
func (c *checker) checkAll() {
	var all []*pkg
	for _, p := range c.packages {
		all = append(all, p)
	}
	each(len(all), func(i int) {
		p := all[i]
		if len(p.tests) > 0 {
			c.check(p.path, slices.Concat(p.files, p.tests))
		} else {
			c.imported(p)
		}
		if len(p.external) > 0 {
			c.check(p.path+"_test", p.external)
		}
	})
}

// imported returns a package as others see it, without its tests.
func (c *checker) imported(p *pkg) *types.Package {
	p.once.Do(func() { p.checked = c.check(p.path, p.files) })
	return p.checked
}

func (c *checker) check(importPath string, files []*ast.File) *types.Package {
	conf := types.Config{
		Importer:  c,
		GoVersion: c.goVersion,
		Sizes:     types.SizesFor("gc", runtime.GOARCH),
		Error:     func(err error) { c.report(err) },
	}
	checked, _ := conf.Check(importPath, c.fset, files, nil)
	return checked
}

// Import gives the type checker what a generated file imports.
func (c *checker) Import(importPath string) (*types.Package, error) {
	if p := c.packages[importPath]; p != nil {
		return c.imported(p), nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	imported, err := c.std.Import(importPath)
	if err != nil {
		c.failed = errors.Join(c.failed, fmt.Errorf("reading package %s: %w", importPath, err))
	}
	return imported, err
}

// each calls f for 0 to n-1, some at a time.
func each(n int, f func(i int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { f(i) })
	}
	wait.Wait()
}
