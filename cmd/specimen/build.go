package main

import (
	"errors"
	"fmt"
	"go/version"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// build is what the specs of some platforms give.
type build struct {
	set      *specs.Set
	problems diagnostic.List   // sorted
	files    map[string][]byte // by name in the output folder; nil if a problem is more than a warning
	// generated are the files as far as there were any, to show lines of.
	generated map[string][]byte
	out       string
}

// load reads the specs.
func (a app) load(dir string) (*specs.Set, error) {
	end, err := a.viewSpecs(dir)
	if err != nil {
		return nil, err
	}
	defer end()
	root, err := os.OpenRoot(a.path(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, noSpecs(dir)
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return loadFrom(root.FS(), dir)
}

// loadFrom reads the specs in a folder that the user calls dir.
func loadFrom(files fs.FS, dir string) (*specs.Set, error) {
	set, err := specs.Load(files, filepath.ToSlash(dir))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", dir, err)
	}
	return set, nil
}

// noSpecs is the error of a folder of specs that is not there.
func noSpecs(dir string) error {
	return usageError{"there is no folder " + dir, `"specimen add" begins one; --specs names another one`}
}

// build makes the packages of the named platforms, or of all of them, in memory.
//
// All problems are collected: the examples of a platform are observed even where
// its spec has problems, and its decisions tried as far as they do not depend on
// what cannot be read. Nothing is generated then, as that would only blame the same
// lines again.
func (a app) build(dirs folders, platforms []string) (*build, error) {
	set, err := a.load(dirs.specs)
	if err != nil {
		return nil, err
	}
	chosen, problems, err := choose(set, dirs.specs, platforms)
	if err != nil {
		return nil, err
	}
	to, err := targetOf(a.path(dirs.out))
	if err != nil {
		return nil, err
	}
	b := &build{set: set, problems: problems, generated: map[string][]byte{}, out: filepath.ToSlash(dirs.out)}
	results := make([]result, len(chosen))
	parallel(len(chosen), func(i int) { results[i] = generate(chosen[i], problems, to) })
	for _, r := range results {
		b.problems = append(b.problems, r.problems...)
		for _, f := range r.files {
			b.generated[f.Name] = f.Data
		}
	}
	for _, f := range emit.Support(path.Join(to.base, "payload")) {
		b.generated[f.Name] = f.Data
	}
	if !b.problems.HasErrors() {
		err = b.selfCheck(to)
	}
	b.problems.Sort()
	if err == nil && !b.problems.HasErrors() {
		b.files = b.generated
	}
	return b, err
}

// result is what one platform gives.
type result struct {
	files    []emit.File
	problems diagnostic.List
}

func generate(p *specs.Platform, known diagnostic.List, to target) result {
	evidence, found := infer.ObserveAll(examplesOf(p))
	problems := diagnosticsOf(p, found)
	if problems.HasErrors() || hasErrors(known, p) {
		return result{problems: append(problems, besides(p, known, found)...)}
	}
	model, found := infer.Decide(evidence, decisionsOf(p))
	problems = append(problems, diagnosticsOf(p, found)...)
	if problems.HasErrors() {
		return result{problems: problems}
	}
	out := packageOf(p)
	files, found := emit.Package(out, out.Names(model), path.Join(to.base, "payload"))
	return result{files, append(problems, diagnosticsOf(p, found)...)}
}

// generatedFor is the Go that generated code is written for.
const generatedFor = "go1.26"

// selfCheck type-checks what was generated. A problem is a fault of the program,
// or a name that nobody has thought of; either way nothing may be written. The
// error is that the module is for another version of Go, or that there is no Go to
// check with.
func (b *build) selfCheck(to target) error {
	if err := to.tooNew(); err != nil {
		return err
	}
	problems, err := selfcheck.Check(b.generated, to.base, to.goVersion)
	var newer selfcheck.NewerGo
	switch {
	case errors.As(err, &newer):
		return usageError{
			fmt.Sprintf("the go command is that of %s; this specimen was built with an older Go and cannot read its packages", newer.Version),
			"build specimen with it, or put an older go command into PATH",
		}
	case err != nil:
		return err
	}
	if len(problems) > 0 && version.Compare("go"+to.goVersion, generatedFor) < 0 {
		needs := strings.TrimPrefix(generatedFor, "go")
		says := "go.mod says go " + to.goVersion
		if to.noVersion {
			says = "go.mod has no go line, which means go " + to.goVersion
		}
		return usageError{"the generated code needs Go " + needs + " or later; " + says, "run: go mod edit -go=" + needs}
	}
	for _, p := range problems {
		p.Pos.Filename = path.Join(b.out, p.Pos.Filename)
		b.problems.Add(diagnostic.Diagnostic{
			Pos:     p.Pos,
			Message: "the generated code does not compile: " + p.Message,
			Hint:    "this is a fault of specimen; please report it with the spec",
		})
	}
	return nil
}

// line shows a line of a spec or of a generated file.
func (b *build) line(file string, line int) (string, bool) {
	if text, ok := b.set.Line(file, line); ok {
		return text, true
	}
	data, ok := b.generated[strings.TrimPrefix(file, b.out+"/")]
	lines := strings.Split(string(data), "\n")
	if !ok || line < 1 || line > len(lines) {
		return "", false
	}
	return lines[line-1], true
}

// parallel calls f for 0 to n-1 at the same time. A panic of one of them becomes
// one of the caller.
func parallel(n int, f func(i int)) {
	var wait sync.WaitGroup
	panics := make([]any, n)
	for i := range n {
		wait.Go(func() {
			defer func() {
				if e := recover(); e != nil {
					panics[i] = panicked{e, debug.Stack()}
				}
			}()
			f(i)
		})
	}
	wait.Wait()
	for _, e := range panics {
		if e != nil {
			panic(e)
		}
	}
}
