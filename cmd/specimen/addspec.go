package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// spec is the spec of one platform, with the text of its files.
type spec struct {
	base     string // the folder of the specs, as the user names it
	name     string
	files    map[string][]byte // by name in the folder of the specs
	schema   bool              // the folder of the specs has the schema
	set      *specs.Set
	platform *specs.Platform // nil where there is none yet
}

// The files of a spec that a program has to know.
const (
	platformYAML = "platform.yaml"
	schemaName   = "specimen.schema.json"
)

// readSpec reads the spec of a platform, which need not be there. It fails where
// that has errors.
func (a app) readSpec(dirs folders, platform string) (spec, error) {
	s := spec{base: filepath.ToSlash(dirs.specs), name: platform, files: map[string][]byte{}}
	if err := a.notLink(dirs, platform); err != nil {
		return spec{}, err
	}
	dir := filepath.Join(a.path(dirs.specs), platform)
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return spec{}, err
	}
	for _, e := range entries {
		name := path.Join(platform, e.Name())
		if path.Ext(name) != ".yaml" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !e.Type().IsRegular() {
			return spec{}, fmt.Errorf("%s is not a regular file", path.Join(s.base, name))
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return spec{}, err
		}
		s.files[name] = data
	}
	_, err = os.Stat(filepath.Join(a.path(dirs.specs), schemaName))
	s.schema = err == nil
	if err := s.load(); err != nil {
		return spec{}, err
	}
	return s, refuse(s.errors(), s.set.Line)
}

// load reads the files as a spec.
func (s *spec) load() error {
	s.set = &specs.Set{}
	if len(s.files) == 0 {
		return nil
	}
	var archive txtar.Archive
	for name, data := range s.files {
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: data})
	}
	files, err := txtar.FS(&archive)
	if err != nil {
		return err
	}
	if s.set, err = specs.Load(files, s.base); err != nil {
		return err
	}
	s.platform = s.set.Platforms[0]
	return nil
}

// errors returns what is to be mended before anything is added, which is not that
// platform.yaml is missing.
func (s spec) errors() diagnostic.List {
	var list diagnostic.List
	for _, d := range s.set.Diagnostics {
		first := path.Join(s.name, platformYAML)
		if d.Severity == diagnostic.Error && (s.files[first] != nil || d.Pos.Filename != path.Join(s.base, first)) {
			list.Add(d)
		}
	}
	return list
}

// with returns the spec after changes. It fails where they bring errors.
func (s spec) with(changes []rewrite.Change) (spec, error) {
	before := s.set.Diagnostics
	s.files = maps.Clone(s.files)
	for _, c := range changes {
		s.files[c.Name] = c.New
	}
	if err := s.load(); err != nil {
		return spec{}, err
	}
	return s, refuse(newErrors(before, s.set.Diagnostics), nil)
}

// topic returns a topic by its name, or nil.
func (s spec) topic(name string) *specs.Topic {
	if s.platform == nil {
		return nil
	}
	i := slices.IndexFunc(s.platform.Topics, func(t specs.Topic) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	return &s.platform.Topics[i]
}

// fileOf returns the name, in the folder of the specs, of the file with a topic.
func (s spec) fileOf(t specs.Topic) string {
	return strings.TrimPrefix(s.platform.At(t.Ref).Filename, s.base+"/")
}

// decided is what examples and decisions give.
type decided struct {
	model    infer.Model
	problems []infer.Problem
}

// decide infers the types. The text of the example with the id, if that is there,
// is the given one.
func (s spec) decide(id, text string) decided {
	if s.platform == nil {
		return decided{}
	}
	examples := examplesOf(s.platform)
	for i := range examples {
		if examples[i].ID == id {
			examples[i].Text = text
		}
	}
	evidence, problems := infer.ObserveAll(examples)
	model, more := infer.Decide(evidence, decisionsOf(s.platform))
	return decided{model, slices.Concat(problems, more, s.routing(id, text))}
}

// routing returns the problems of bodies that do not name their topic, with the
// given text of the example with the id.
func (s spec) routing(id, text string) []infer.Problem {
	p := packageOf(s.platform)
	for i := range p.Examples {
		if p.Examples[i].ID == id {
			p.Examples[i].Text = text
		}
	}
	return emit.Routing(p)
}

// side is what there is to compare of a spec and the types that it gives: nothing
// of a platform that is not there yet.
func (s spec) side(m infer.Model) diff.Side {
	if s.files[path.Join(s.name, platformYAML)] == nil {
		return diff.Side{}
	}
	p := packageOf(s.platform)
	return diff.Side{Platform: p, Model: m, Names: p.Names(m)}
}

// collisions returns the Go names that two things have now and had not before.
// They are no reason to refuse a payload: a line in the spec tells them apart.
func (s spec) collisions(before spec, old, now infer.Model) diagnostic.List {
	var known []infer.Problem
	if before.platform != nil {
		known = packageOf(before.platform).Names(old).Problems
	}
	found := packageOf(s.platform).Names(now).Problems
	return diagnosticsOf(s.platform, slices.DeleteFunc(found, func(x infer.Problem) bool {
		return x.Warning || slices.ContainsFunc(known, func(y infer.Problem) bool { return x.Path == y.Path && x.Message() == y.Message() })
	}))
}

// newErrors returns the errors that were not there before. They are in no file
// that there is, so that their places would mislead.
func newErrors(before, after diagnostic.List) diagnostic.List {
	var list diagnostic.List
	for _, d := range after {
		known := slices.ContainsFunc(before, func(b diagnostic.Diagnostic) bool { return b.Path == d.Path && b.Message == d.Message })
		if known || d.Severity != diagnostic.Error {
			continue
		}
		d.Pos.Line, d.Also = 0, nil
		list.Add(d)
	}
	return list
}
