// Package build makes the generated packages of platforms, in memory, and
// type-checks them.
//
//	Read     folders, names of platforms -> Build
//	Files    Platform, Target -> the files of its package
package build

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/cmd/specimen/internal/parallel"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Build is the generated packages of some platforms, and their problems.
type Build struct {
	Set      *platform.Set
	Target   module.Target
	Problems diagnostic.List   // sorted
	Files    map[string][]byte // by name in the output folder; nil where Problems has errors

	out       string            // the output folder, as the user names it
	generated map[string][]byte // Files, or what there is of them, to show lines of
	own       map[string][]byte // Go files beside them
}

// Read makes the packages of the named platforms, or of all platforms if names is
// empty, and type-checks them. Problems of the specs are in the Build; the error is
// about anything else. Where the output folder is in no module, the error has the
// problems of the specs as well.
func Read(env cli.Env, folders cli.Folders, names []string, checker *selfcheck.Checker) (*Build, error) {
	set, err := platform.Read(specfolder.At(env, folders.Specs), names...)
	if err != nil {
		return nil, err
	}
	to, err := module.Find(env.Path(folders.Out))
	if err != nil {
		to.Base = "generated" // an import path, with which the names can be checked
	}
	b := &Build{
		Set: set, Target: to, Problems: set.Problems,
		out: filepath.ToSlash(folders.Out), generated: make(map[string][]byte),
	}
	stage := env.Log.Start()
	b.makePackages()
	stage.Done("made %s", cli.Count(len(b.generated), "file"))
	if err == nil && cli.IsSameFile(env.Path(folders.Specs), env.Path(folders.Out)) {
		err = cli.UsageError{Message: folders.Out + " is the folder of the specs", Hint: "choose another folder with --out"}
	}
	if err != nil {
		if b.Problems.HasErrors() {
			err = cli.Problems{List: b.Problems, Source: b.line, Then: err}
		}
		return nil, err
	}
	if !b.Problems.HasErrors() {
		stage := env.Log.Start()
		err = b.selfCheck(checker)
		stage.Done("type-checked them")
	}
	if err == nil && !b.Problems.HasErrors() {
		err = b.checkOwn(env.Path(folders.Out))
	}
	b.Problems.Sort()
	if err == nil && !b.Problems.HasErrors() {
		b.Files = b.generated
	}
	return b, err
}

// checkOwn reports what a program's own files declare besides the generated ones.
func (b *Build) checkOwn(dir string) (err error) {
	if b.own, err = output.Own(dir, b.generated); err != nil {
		return specfolder.ReadError(err, b.out)
	}
	for _, p := range selfcheck.Beside(b.generated, b.own) {
		p.Pos.Filename = b.file(p.Pos.Filename)
		b.Problems.Add(diagnostic.New(finding.DeclaredBeside, p.Pos, "", p.Message, "rename it"))
	}
	return nil
}

// Broken returns the files of the program beside the generated ones that keep these from
// being compiled. That does not keep them from being written.
func (b *Build) Broken() diagnostic.List {
	var list diagnostic.List
	for _, p := range selfcheck.Broken(b.generated, b.own) {
		p.Pos.Filename = b.file(p.Pos.Filename)
		list.Add(diagnostic.New(finding.BrokenBeside, p.Pos, "", "the package does not compile: "+p.Message, ""))
	}
	return list
}

// makePackages makes the files of all packages.
func (b *Build) makePackages() {
	all := b.Set.Platforms
	files, problems := make([][]emit.File, len(all)), make([]diagnostic.List, len(all))
	parallel.Do(len(all), func(i int) { files[i], problems[i] = Files(all[i], b.Target) })
	for i := range all {
		b.Problems = append(b.Problems, problems[i]...)
		for _, f := range files[i] {
			b.generated[f.Name] = f.Data
		}
	}
	for _, f := range emit.Support(b.Target.Base) {
		b.generated[f.Name] = f.Data
	}
}

// Files returns the files of a platform's package, and the problems of its names and of
// what the spec ignores. There are no files where the platform or its names have errors.
func Files(p *platform.Platform, to module.Target) ([]emit.File, diagnostic.List) {
	if p.Problems.HasErrors() {
		return nil, nil
	}
	pkg := p.Package()
	pkg.Shown = p.Shown()
	files, problems := emit.Package(pkg, p.Names, to.Base)
	list := p.Diagnostics(problems)
	if list.HasErrors() {
		return files, p.Heed(list)
	}
	return files, append(p.Heed(list), p.DeadIgnores(list)...)
}

// Print writes the problems, with lines of the specs and of generated files.
func (b *Build) Print(w cli.Stream, format string) error {
	return cli.Print(w, format, b.Problems, b.line)
}

// line returns a line of a spec or of a generated file.
func (b *Build) line(file string, line int) (string, bool) {
	if text, ok := b.Set.Line(file, line); ok {
		return text, true
	}
	name := strings.TrimPrefix(file, b.out+"/")
	data, ok := b.generated[name]
	if !ok {
		data, ok = b.own[name]
	}
	lines := strings.Split(string(data), "\n")
	if !ok || line < 1 || line > len(lines) {
		return "", false
	}
	return strings.TrimSuffix(lines[line-1], "\r"), true
}

// file returns the name of a generated file as the user names it.
func (b *Build) file(name string) string { return path.Join(b.out, name) }
