package emit

import (
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/infer/golden"
)

// checker type-checks generated packages against the run-time support.
type checker struct {
	fset  *token.FileSet
	known map[string]*types.Package
	std   types.Importer
}

func (c *checker) Import(path string) (*types.Package, error) {
	if p, ok := c.known[path]; ok {
		return p, nil
	}
	return c.std.Import(path)
}

// check type-checks files as one package.
func (c *checker) check(t *testing.T, path string, files map[string]string) []*ast.File {
	t.Helper()
	var parsed []*ast.File
	for _, name := range sortedKeys(files) {
		if !built(name, files[name]) {
			continue
		}
		f, err := parser.ParseFile(c.fset, name, files[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if !ast.IsGenerated(f) {
			t.Errorf("%s does not say that it is generated", name)
		}
		parsed = append(parsed, f)
	}
	config := types.Config{Importer: c}
	p, err := config.Check(path, c.fset, parsed, nil)
	if err != nil {
		t.Fatal(err)
	}
	c.known[path] = p
	return parsed
}

// built reports whether a file is for the release of Go that the test runs with.
func built(name, data string) bool {
	context := build.Default
	context.OpenFile = func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(data)), nil }
	match, err := context.MatchFile(filepath.Dir(name), filepath.Base(name))
	return match || err != nil // the parser will say what is wrong with it
}

// standard returns an importer of the standard library, which keeps what it read from source,
// and the positions in that. Tests that were built with -trimpath do not know where it is.
var standard = sync.OnceValues(func() (types.Importer, *token.FileSet) {
	if build.Default.GOROOT == "" {
		out, err := exec.Command("go", "env", "GOROOT").Output()
		if err != nil {
			panic(err)
		}
		build.Default.GOROOT = strings.TrimSpace(string(out))
	}
	fset := token.NewFileSet()
	return importer.ForCompiler(fset, "source", nil), fset
})

func newChecker(t *testing.T) *checker {
	t.Helper()
	std, fset := standard()
	c := &checker{fset: fset, known: make(map[string]*types.Package), std: std}
	dirs := make(map[string]map[string]string)
	for _, f := range Support("example.com/hooks") {
		dir := filepath.Dir(f.Name)
		if dirs[dir] == nil {
			dirs[dir] = make(map[string]string)
		}
		dirs[dir][f.Name] = string(f.Data)
	}
	for _, p := range support() { // in the order in which they import each other
		c.check(t, "example.com/hooks/"+p.to, dirs[p.to])
	}
	return c
}

// checkPlatform type-checks the files of a platform, whose package is acme: first the
// package with its profile, which it imports, and last those that import it.
func (c *checker) checkPlatform(t *testing.T, path string, files map[string]string) {
	t.Helper()
	const profile = "internal/profile/profile.go"
	c.check(t, "example.com/hooks/acme/internal/profile", map[string]string{profile: files[profile]})
	delete(files, profile)
	importers := map[string]map[string]string{"acmetest": {}, "acmerecord": {}}
	for name, data := range files {
		if folder, _, _ := strings.Cut(name, "/"); importers[folder] != nil {
			importers[folder][name] = data
			delete(files, name)
		}
	}
	c.check(t, "example.com/hooks/"+path, files)
	c.known["example.com/hooks/acme"] = c.known["example.com/hooks/"+path]
	for folder, files := range importers {
		if len(files) > 0 {
			c.check(t, "example.com/hooks/"+path+"/"+folder, files)
		}
	}
}

// TestGeneratedTypeChecks type-checks what the goldens hold.
func TestGeneratedTypeChecks(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks the standard library from source")
	}
	c := newChecker(t)
	for _, archive := range golden.Read(t, "testdata/*.txtar") {
		if archive.Has("problems") {
			continue
		}
		files := make(map[string]string)
		for name, data := range run(t, archive) {
			if strings.HasSuffix(name, ".go") {
				files[name] = data
			}
		}
		c.checkPlatform(t, archive.Name, files)
	}
}
