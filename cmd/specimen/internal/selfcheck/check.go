package selfcheck

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Problem is an error that the compiler would report.
type Problem struct {
	Pos     token.Position // Filename: the name of the generated file
	Message string
}

// Checker type-checks generated files. It asks the go command once for each package of
// the standard library. Its zero value is ready to use.
type Checker struct {
	mu      sync.Mutex
	exports map[string]string // files of compiled packages, by import path
}

// Check returns the errors of files, by name: slash-separated and relative to the
// output folder, whose import path is base. GoVersion is that of the module that they
// will be part of, such as "1.26" or "1.26.0", or "". It fails where the standard
// library cannot be read.
//
// Files for a newer Go than that of the go command are left out, as in a build.
func (k *Checker) Check(files map[string][]byte, base, goVersion string) ([]Problem, error) {
	problems, err := k.check(files, base, goVersion, releases())
	if err == nil {
		return problems, nil
	}
	is := commandVersion()
	switch release := version.Lang(is); {
	case version.Compare(release, Known()) > 0:
		return nil, NewerGo{is, err}
	case release != Known() && slices.Contains(releases(), release):
		return k.check(files, base, goVersion, until(release))
	}
	return nil, err
}

// check is Check for the releases of Go that a build has.
func (k *Checker) check(files map[string][]byte, base, goVersion string, releases []string) ([]Problem, error) {
	c := &session{
		releases: releases,
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
	imports := c.standardImports()
	std, err := k.standard(c.fset, imports)
	if err != nil {
		return nil, err
	}
	c.std = std
	// All at once, before the checks run side by side: an importer completes packages that
	// it returned before, which the type checker reads for the text of an error.
	for _, name := range imports {
		_, _ = c.Import(name)
	}
	if c.failed == nil {
		c.checkAll()
	}
	if c.failed != nil {
		return nil, c.failed
	}
	return c.sorted(), nil
}

// session checks the packages of one output folder, in parallel. A package that others
// import is checked when the first of them needs it.
type session struct {
	fset      *token.FileSet
	base      string
	goVersion string
	releases  []string // of Go, for build constraints
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

// standardImports returns the imported packages that are not among the files.
func (c *session) standardImports() []string {
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

// checkAll checks every package together with its tests.
func (c *session) checkAll() {
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

// imported returns a package without its tests, as others import it.
func (c *session) imported(p *pkg) *types.Package {
	p.once.Do(func() { p.checked = c.check(p.path, p.files) })
	return p.checked
}

func (c *session) check(importPath string, files []*ast.File) *types.Package {
	conf := types.Config{
		Importer:  c,
		GoVersion: c.goVersion,
		Sizes:     types.SizesFor("gc", runtime.GOARCH),
		Error:     func(err error) { c.report(err) },
	}
	checked, _ := conf.Check(importPath, c.fset, files, nil)
	return checked
}

// Import returns an imported package to the type checker.
func (c *session) Import(importPath string) (*types.Package, error) {
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

// each calls f for 0 to n-1 concurrently.
func each(n int, f func(i int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { f(i) })
	}
	wait.Wait()
}
