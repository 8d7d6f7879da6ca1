package platform

import (
	"path"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/parallel"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Set is the platforms of a folder of specs, or some of them.
type Set struct {
	Specs     *specs.Set
	Platforms []*Platform
	Problems  diagnostic.List // of all of them, sorted
}

// Line returns a line of a file of the specs, counted from 1.
func (s *Set) Line(file string, line int) (string, bool) { return s.Specs.Line(file, line) }

// Loader is a folder of specs.
type Loader interface {
	Load() (*specs.Set, error)
	Dir() string // what the user calls it
}

// Read reads the specs of a folder and decides the named platforms, or all of them
// if there are no names. It fails for a name that no platform has.
func Read(from Loader, names ...string) (*Set, error) {
	loaded, err := from.Load()
	if err != nil {
		return nil, err
	}
	if err := Check(names, from.Dir(), loaded); err != nil {
		return nil, err
	}
	var log *cli.Log
	if folder, ok := from.(interface{ Log() *cli.Log }); ok {
		log = folder.Log()
	}
	stage := log.Start()
	set := SetOf(loaded, names)
	stage.Done("decided the types of %s", cli.Count(len(set.Platforms), "platform"))
	return set, nil
}

// SetOf decides the named platforms of a set, or all of them if names is empty. It
// ignores names that the set does not have.
func SetOf(loaded *specs.Set, names []string) *Set {
	set := &Set{Specs: loaded}
	for _, p := range loaded.Platforms {
		if len(names) == 0 || slices.Contains(names, p.Name) {
			set.Platforms = append(set.Platforms, &Platform{Spec: p})
		}
	}
	parallel.Do(len(set.Platforms), func(i int) {
		set.Platforms[i] = Of(set.Platforms[i].Spec, loaded.Diagnostics)
	})
	if len(names) == 0 {
		set.Problems = ofNone(loaded)
	}
	for _, p := range set.Platforms {
		set.Problems = append(set.Problems, p.Problems...)
	}
	set.Problems.Sort()
	return set
}

// ofNone returns the problems of a folder of specs that belong to no platform.
func ofNone(loaded *specs.Set) diagnostic.List {
	return slices.DeleteFunc(slices.Clone(loaded.Diagnostics), func(d diagnostic.Diagnostic) bool {
		return slices.ContainsFunc(loaded.Platforms, func(p *specs.Platform) bool { return len(problemsOf(diagnostic.List{d}, p)) > 0 })
	})
}

// Platform returns the platform with a name, or nil.
func (s *Set) Platform(name string) *Platform {
	i := slices.IndexFunc(s.Platforms, func(p *Platform) bool { return p.Spec.Name == name })
	if i < 0 {
		return nil
	}
	return s.Platforms[i]
}

// Refuse returns the problems as an error where one of them is more than a warning.
func (s *Set) Refuse() error {
	if !s.Problems.HasErrors() {
		return nil
	}
	return cli.Refuse(s.Problems, s.Line)
}

// folder returns the folder of a spec, with a slash.
func folder(p *specs.Platform) string { return path.Dir(p.At("").Filename) + "/" }

// problemsOf returns the problems of the text of a spec.
func problemsOf(list diagnostic.List, p *specs.Platform) diagnostic.List {
	var of diagnostic.List
	for _, d := range list {
		if strings.HasPrefix(d.Pos.Filename, folder(p)) {
			of.Add(d)
		}
	}
	return of
}
