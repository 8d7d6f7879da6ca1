package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	self  = "github.com/specimen-go/specimen/"
	inner = self + "cmd/specimen/internal/"
)

// TestImports checks the architecture: which packages a package of the module may
// import beyond the standard library. What is not listed may import nothing. Tests are
// free.
func TestImports(t *testing.T) {
	allowed := []struct {
		packages string   // a folder of the module, or a pattern of path.Match
		imports  []string // paths, or patterns of path.Match
	}{
		{"infer/evidence", []string{self + "infer/base64text", self + "infer/jsontext", self + "infer/timetext"}},
		{"infer/capture", []string{self + "infer/evidence", self + "infer/jsontext"}},
		{"infer/evident", []string{self + "infer/base64text"}},
		{"infer", []string{self + "specs/diagnostic", self + "specs/finding", self + "infer/evidence", self + "infer/jsontext", self + "infer/timetext", self + "infer/base64text", self + "infer/evident", self + "infer/ident"}},
		{"infer/observe", []string{self + "infer", self + "infer/capture", self + "infer/jsontext", self + "specs/finding"}},
		{"infer/redact", []string{self + "infer/jsontext", self + "infer/timetext", self + "infer/base64text", self + "infer/evident", self + "infer/ident"}},
		{"infer/repair", []string{self + "infer/jsontext"}},
		{"infer/explain", []string{self + "infer", self + "infer/jsontext"}},
		{"infer/golden", []string{self + "infer", "golang.org/x/tools/txtar", "gopkg.in/yaml.v3"}},
		{"emit", []string{
			self + "infer", self + "infer/ident", self + "infer/jsontext", self + "emit/names", self + "specs/finding", "github.com/dave/jennifer/jen",
			self + "emit/runtime/signature", self + "emit/runtime/receiver", // whose data generated code has as literals
		}},
		{"emit/names", []string{self + "infer", self + "infer/ident", self + "infer/jsontext", self + "specs/finding"}},
		{"emit/suggest", []string{self + "emit/names", self + "infer", self + "infer/base64text", self + "infer/ident", self + "infer/jsontext", self + "infer/timetext"}},
		{"emit/diff", []string{self + "emit", self + "emit/names", self + "infer", self + "infer/jsontext"}},
		{"emit/jsonschema", []string{self + "emit", self + "emit/names", self + "infer", self + "infer/jsontext"}},
		{"emit/runtime/state", []string{self + "infer/jsontext"}},
		{"emit/runtime/payload", []string{self + "emit/runtime/state", self + "infer/jsontext", self + "infer/timetext", self + "infer/base64text"}},
		{"emit/runtime/wire", []string{self + "emit/runtime/payload", self + "emit/runtime/state", self + "infer/jsontext"}},
		{"emit/runtime/payloadtest", []string{self + "emit/runtime/payload", self + "emit/runtime/state", self + "infer/jsontext"}},
		{"emit/runtime/receive", []string{self + "emit/runtime/payload"}},
		{"emit/runtime/signature", []string{self + "emit/runtime/receive", self + "infer/jsontext"}},
		{"emit/runtime/receiver", []string{self + "emit/runtime/payload", self + "emit/runtime/receive", self + "emit/runtime/signature", self + "infer/jsontext"}},
		{"emit/runtime/receivertest", []string{self + "emit/runtime/receive", self + "emit/runtime/receiver", self + "emit/runtime/signature"}},
		{"emit/runtime/record", []string{
			self + "emit/runtime/payload", self + "emit/runtime/state", self + "infer/base64text", self + "infer/capture", self + "infer/evidence", self + "infer/jsontext",
		}},
		{"specs/diagnostic", []string{self + "specs/finding"}},
		{"specs", []string{self + "specs/diagnostic", self + "specs/finding", self + "specs/internal/prolog", "gopkg.in/yaml.v3"}},
		{"specs/edit", []string{self + "specs/internal/prolog", "gopkg.in/yaml.v3"}},
		{"cmd/receiver", []string{self + "generated/*"}},
		{"cmd/specimen", []string{inner + "cli", inner + "selfcheck", inner + "verb/*"}},
		{"cmd/specimen/observing", []string{inner + "deliveries", inner + "platform", self + "infer/capture", self + "infer/jsontext", self + "infer/observe", self + "specs"}},
		// Verbs import anything but one another.
		{"cmd/specimen/internal/verb/*", []string{inner + "*", inner + "document/reading", self + "cmd/specimen/observing", self + "emit", self + "emit/*", self + "infer", self + "infer/*", self + "specs", self + "specs/*", "github.com/spf13/pflag"}},
		// What verbs share imports no verb.
		{"cmd/specimen/internal/cli", []string{inner + "parallel", self + "specs/diagnostic", self + "specs/finding", "github.com/spf13/pflag"}},
		{"cmd/specimen/internal/platform", []string{inner + "cli", inner + "parallel", self + "emit", self + "emit/diff", self + "emit/names", self + "infer", self + "infer/jsontext", self + "infer/redact", self + "specs", self + "specs/diagnostic", self + "specs/finding"}},
		{"cmd/specimen/internal/specfolder", []string{inner + "cli", inner + "rewrite", self + "specs"}},
		{"cmd/specimen/internal/outfolder", []string{inner + "cli", inner + "output", inner + "specfolder", self + "specs/diagnostic", self + "specs/finding"}},
		{"cmd/specimen/internal/module", []string{inner + "cli", inner + "selfcheck", "golang.org/x/mod/modfile", "golang.org/x/mod/module"}},
		{"cmd/specimen/internal/build", []string{inner + "cli", inner + "module", inner + "output", inner + "parallel", inner + "platform", inner + "selfcheck", inner + "specfolder", self + "emit", self + "specs/diagnostic", self + "specs/finding"}},
		{"cmd/specimen/internal/proposal", []string{inner + "cli", inner + "platform", self + "emit/suggest", self + "infer", self + "specs", self + "specs/diagnostic", self + "specs/finding", self + "specs/edit"}},
		{"cmd/specimen/internal/changes", []string{
			inner + "build", inner + "cli", inner + "git", inner + "linediff", inner + "module", inner + "parallel", inner + "platform", inner + "specfolder",
			self + "emit/diff", self + "infer", self + "specs", self + "specs/diagnostic", self + "specs/finding", "github.com/spf13/pflag",
		}},
		{"cmd/specimen/internal/addition", []string{
			inner + "cli", inner + "platform", inner + "rewrite", inner + "specfolder",
			self + "emit", self + "emit/diff", self + "emit/names", self + "infer", self + "infer/capture", self + "infer/ident", self + "infer/jsontext", self + "infer/redact",
			self + "specs", self + "specs/diagnostic", self + "specs/finding", self + "specs/edit", "golang.org/x/tools/txtar",
		}},
		{"cmd/specimen/internal/importing", []string{
			inner + "addition", inner + "cli", inner + "document", inner + "platform",
			self + "emit/diff", self + "infer", self + "infer/jsontext", self + "infer/redact",
			self + "specs", self + "specs/diagnostic", self + "specs/finding", self + "specs/edit",
		}},
		{"cmd/specimen/internal/topicfiles", []string{inner + "cli"}},
		{"cmd/specimen/internal/document", []string{self + "infer/jsontext", self + "specs/finding", "golang.org/x/net/html/charset", "golang.org/x/text/encoding/simplifiedchinese"}},
		{"cmd/specimen/internal/document/page", []string{
			inner + "document", self + "infer/ident", self + "infer/jsontext", self + "infer/repair", self + "specs/finding",
			"golang.org/x/net/html", "golang.org/x/net/html/atom",
		}},
		{"cmd/specimen/internal/document/tree", []string{self + "infer/jsontext", "gopkg.in/yaml.v3"}},
		{"cmd/specimen/internal/document/collect", []string{inner + "document", self + "infer/ident", self + "infer/jsontext", self + "specs/finding"}},
		{"cmd/specimen/internal/document/schema", []string{inner + "document", inner + "document/collect", inner + "document/tree", self + "infer/jsontext", self + "specs/finding"}},
		// The readers of forms do not know one another.
		{"cmd/specimen/internal/document/reading", []string{inner + "document", inner + "document/*"}},
		{"cmd/specimen/internal/document/*", []string{
			inner + "document", inner + "document/collect", inner + "document/schema", inner + "document/show", inner + "document/tree",
			self + "infer/ident", self + "infer/jsontext", self + "specs/finding",
		}},
		{"cmd/specimen/internal/evidence", []string{inner + "cli", inner + "rewrite", inner + "specfolder", self + "infer/capture", "github.com/spf13/pflag"}},
		{"cmd/specimen/internal/page", []string{
			inner + "changes", inner + "cli", inner + "output", inner + "platform",
			self + "emit/diff", self + "infer", self + "infer/explain", self + "specs", self + "specs/diagnostic", self + "specs/finding",
		}},
		{"cmd/specimen/internal/output", []string{inner + "rewrite"}},
		{"cmd/specimen/internal/spectest", []string{inner + "build", inner + "module", inner + "platform", self + "emit", self + "emit/diff", self + "infer/golden", self + "specs"}},
		{"generated/internal/state", []string{self + "generated/internal/jsontext"}},
		{"generated/payload", []string{self + "generated/internal/state", self + "generated/internal/jsontext", self + "generated/internal/timetext", self + "generated/internal/base64text"}},
		{"generated/internal/wire", []string{self + "generated/payload", self + "generated/internal/state", self + "generated/internal/jsontext"}},
		{"generated/internal/payloadtest", []string{self + "generated/payload", self + "generated/internal/state", self + "generated/internal/jsontext"}},
		{"generated/internal/receivertest", []string{self + "generated/receive", self + "generated/internal/receiver", self + "generated/internal/signature"}},
		{"generated/internal/evidence", []string{self + "generated/internal/base64text", self + "generated/internal/jsontext", self + "generated/internal/timetext"}},
		{"generated/internal/capture", []string{self + "generated/internal/evidence", self + "generated/internal/jsontext"}},
		{"generated/record", []string{
			self + "generated/payload", self + "generated/internal/state", self + "generated/internal/base64text",
			self + "generated/internal/capture", self + "generated/internal/evidence", self + "generated/internal/jsontext",
		}},
		{"generated/*/*record", []string{self + "generated/*"}},                                                                                // which no other package imports
		{"generated/*/*test", []string{self + "generated/*", self + "generated/internal/receivertest", self + "generated/*/internal/profile"}}, // which no package but tests imports
		{"generated/receive", []string{self + "generated/payload"}},
		{"generated/internal/signature", []string{self + "generated/receive", self + "generated/internal/jsontext"}},
		{"generated/internal/receiver", []string{self + "generated/payload", self + "generated/receive", self + "generated/internal/signature", self + "generated/internal/jsontext"}},
		{"generated/*/internal/profile", []string{self + "generated/internal/receiver", self + "generated/internal/signature"}},
		{"generated/*", []string{self + "generated/payload", self + "generated/receive", self + "generated/internal/receiver", self + "generated/internal/wire", self + "generated/*/internal/profile"}},
	}
	for pkg, imports := range importsOf(t, "../..", false) {
		// Everything may write JSON Pointers, with a package that imports nothing.
		pointers := self + "specs/jsonpointer"
		if strings.HasPrefix(pkg, "generated/") {
			pointers = self + "generated/internal/jsonpointer"
		}
		may := []string{pointers}
		for _, rule := range allowed {
			if ok, _ := path.Match(rule.packages, pkg); ok {
				may = append(may, rule.imports...)
				break
			}
		}
		slices.Sort(imports)
		for _, name := range slices.Compact(imports) {
			if !slices.ContainsFunc(may, func(pattern string) bool { ok, _ := path.Match(pattern, name); return ok }) {
				t.Errorf("%s imports %s; it may import %v", pkg, name, may)
			}
		}
	}
}

// TestFloors checks that no two top-level folders depend on each other both ways.
func TestFloors(t *testing.T) {
	needs := map[[2]string]string{} // an import, by the folders of the two packages
	for pkg, imports := range importsOf(t, "../..", false) {
		from, _, _ := strings.Cut(pkg, "/")
		for _, name := range imports {
			if path, ok := strings.CutPrefix(name, self); ok {
				to, _, _ := strings.Cut(path, "/")
				needs[[2]string{from, to}] = pkg + " imports " + name
			}
		}
	}
	for way, here := range needs {
		if there, ok := needs[[2]string{way[1], way[0]}]; ok && way[0] < way[1] {
			t.Errorf("%s and %s depend on each other: %s, and %s", way[0], way[1], here, there)
		}
	}
}

// TestRuntimeIsInternal checks that nothing outside of emit, tests included, imports what
// generated code imports: others read JSON with jsontext.
func TestRuntimeIsInternal(t *testing.T) {
	for pkg, imports := range importsOf(t, "../..", true) {
		for _, name := range imports {
			if strings.HasPrefix(name, self+"emit/runtime/") && pkg != "emit" && !strings.HasPrefix(pkg, "emit/runtime/") {
				t.Errorf("%s imports %s", pkg, name)
			}
		}
	}
}

// TestFloorsListed checks that the list of packages in generate.go has all of them, and
// that each imports only packages above it.
func TestFloorsListed(t *testing.T) {
	text, err := os.ReadFile("../../generate.go")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(text), "from the ground up.")
	list, _, _ = strings.Cut(list, "# Invariants")
	lines := map[string]int{} // of packages
	prefix := ""
	for i, line := range strings.Split(list, "\n") {
		entry, ok := strings.CutPrefix(line, "//\t")
		if !ok {
			if strings.Contains(line, "below cmd/specimen/internal") {
				prefix = "cmd/specimen/internal/"
			}
			continue
		}
		names, _, _ := strings.Cut(entry, "  ")
		for name := range strings.SplitSeq(names, ", ") {
			lines[path.Join(prefix, name)] = i
		}
	}
	at := func(pkg string) int {
		for pattern, i := range lines {
			if rest, ok := strings.CutPrefix(pkg, strings.TrimSuffix(pattern, "...")); ok && (rest == "" || strings.HasSuffix(pattern, "/...")) {
				return i
			}
		}
		t.Errorf("generate.go does not list %s", pkg)
		return 0
	}
	for pkg, imports := range importsOf(t, "../..", false) {
		if pkg == "cmd/specimen" || pkg == "cmd/receiver" || strings.HasPrefix(pkg, "generated") {
			continue
		}
		here := at(pkg)
		for _, name := range imports {
			if path, ok := strings.CutPrefix(name, self); ok && at(path) > here {
				t.Errorf("%s imports %s, which generate.go lists below it", pkg, path)
			}
		}
	}
}

// importsOf returns what the packages below a folder import beyond the standard
// library, by their folder, in tests as well if so. Nested modules are passed over.
func importsOf(t *testing.T, root string, tests bool) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		if e.IsDir() {
			nested, _ := filepath.Glob(filepath.Join(name, "go.mod"))
			if rel != "." && (len(nested) > 0 || e.Name() == "testdata" || strings.HasPrefix(e.Name(), ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || !tests && strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(filepath.Dir(rel))
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") {
				all[pkg] = append(all[pkg], imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
