package selfcheck

import (
	"bytes"
	"go/ast"
	"go/build"
	"go/parser"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"
)

// parse parses the Go files and groups them by package.
func (c *session) parse(files map[string][]byte) {
	var names []string
	for name := range files {
		if strings.HasSuffix(name, ".go") && builtWith(c.releases, name, files[name]) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	parsed := make([]*ast.File, len(names))
	each(len(names), func(i int) {
		f, err := parser.ParseFile(c.fset, names[i], files[names[i]], parser.SkipObjectResolution)
		if err != nil {
			c.report(err)
		}
		parsed[i] = f
	})
	for i, f := range parsed {
		importPath := path.Join(c.base, path.Dir(names[i]))
		p := c.packages[importPath]
		if p == nil {
			p = &pkg{path: importPath}
			c.packages[importPath] = p
		}
		switch {
		case !strings.HasSuffix(names[i], "_test.go"):
			p.files = append(p.files, f)
		case strings.HasSuffix(f.Name.Name, "_test"):
			p.external = append(p.external, f)
		default:
			p.tests = append(p.tests, f)
		}
	}
}

// built reports whether a file is part of a build on this system, by its name and its
// build constraint.
func built(name string, data []byte) bool { return builtWith(releases(), name, data) }

// builtWith is built for some releases of Go.
func builtWith(releases []string, name string, data []byte) bool {
	ctxt := build.Default // which GOOS and GOARCH in the environment change
	ctxt.ReleaseTags = releases
	ctxt.GOOS, ctxt.GOARCH, ctxt.CgoEnabled = runtime.GOOS, runtime.GOARCH, false
	ctxt.OpenFile = func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }
	match, err := ctxt.MatchFile(path.Dir(name), path.Base(name))
	return match || err != nil // the parser will say what is wrong with it
}
