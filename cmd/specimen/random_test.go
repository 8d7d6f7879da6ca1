package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// TestRandomPlatforms checks that what a spec may say gives a package that compiles,
// that vet finds nothing in, and whose own tests pass: for random examples and random
// decisions of every kind that the loader and Decide accept, and for
// testdata/platforms, which are what it found at its smallest.
//
// It tries the seeds from SPECIMEN_SEED on, SPECIMEN_PLATFORMS of them, with all
// edits of each value where SPECIMEN_FULL is set. The spec of one that fails is
// logged.
func TestRandomPlatforms(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	first, count := envNumber(t, "SPECIMEN_SEED", 1), envNumber(t, "SPECIMEN_PLATFORMS", 3)
	const batch = 12 // packages in one module: the run-time support is compiled once for them
	m := newRandomModule()
	m.addFolder(t, "testdata/platforms")
	for seed := first; seed < first+count; seed++ {
		s, made := randomPlatform(t, seed)
		if s != nil {
			m.add(s.name, s.text(), made)
		}
		if len(m.texts) >= batch {
			m.test(t)
			m = newRandomModule()
		}
	}
	m.test(t)
}

// envNumber returns the number that a variable of the environment has.
func envNumber(t *testing.T, name string, otherwise int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// randomModule is a module of generated packages.
type randomModule struct {
	files map[string][]byte
	texts map[string]string // of the specs, by platform
}

func newRandomModule() *randomModule {
	m := &randomModule{map[string][]byte{}, map[string]string{}}
	for _, f := range emit.Support("example.com/generated") {
		m.files[f.Name] = f.Data
	}
	return m
}

// add adds the package of a platform.
func (m *randomModule) add(name, text string, made []emit.File) {
	m.texts[name] = text
	for _, f := range made {
		m.files[f.Name] = f.Data
	}
}

// addFolder adds the packages of the specs in a folder, a platform in each file.
func (m *randomModule) addFolder(t *testing.T, dir string) {
	t.Helper()
	names, err := filepath.Glob(dir + "/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no specs: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		platform := strings.TrimSuffix(filepath.Base(name), ".yaml")
		set, err := specs.Load(fstest.MapFS{platform + "/platform.yaml": {Data: data}}, "specs")
		if err != nil || len(set.Diagnostics) > 0 {
			t.Fatal(err, set.Diagnostics)
		}
		_, files, problems := stages(set.Platforms[0])
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		m.add(platform, string(data), files)
	}
}

// test runs vet and the tests of the packages, if there are any.
func (m *randomModule) test(t *testing.T) {
	t.Helper()
	if len(m.texts) == 0 {
		return
	}
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/generated\n\ngo 1.26\n"))
	for name, data := range m.files {
		s.write(name, data)
	}
	args := []string{"test", "-vet=all", "./..."}
	if os.Getenv("SPECIMEN_FULL") == "" {
		args = append(args, "-short") // one edit of each value
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = s.dir
	out, err := cmd.CombinedOutput()
	if err == nil {
		return
	}
	t.Errorf("go test: %v\n%s", err, out)
	for _, name := range slices.Sorted(maps.Keys(m.texts)) {
		if regexp.MustCompile(`(?m)^(FAIL\s+example.com/generated/` + name + `\b|.*\b` + name + `/\w+\.go:)`).Match(out) {
			t.Errorf("the spec of %s:\n%s", name, m.texts[name])
		}
	}
}

// text returns the spec as it stands in its file.
func (s *randomSpec) text() string { return string(s.files()[s.name+"/platform.yaml"].Data) }

// randomPlatform returns the spec of a seed with decisions that are accepted, and
// what it gives; nil where even the examples alone are refused.
func randomPlatform(t *testing.T, seed int) (*randomSpec, []emit.File) {
	t.Helper()
	d := dice{rand.New(rand.NewPCG(uint64(seed), 0))}
	s := d.newSpec(fmt.Sprintf("p%d", seed))
	var files []emit.File
	for range 3 {
		model, made, ok := settle(t, s)
		if !ok {
			return nil, nil
		}
		files = made
		d.decide(s, model)
	}
	_, made, ok := settle(t, s)
	if ok {
		files = made
	}
	return s, files
}

// settle drops the decisions that are refused, and follows the hints for names
// that collide, until there are no problems.
func settle(t *testing.T, s *randomSpec) (infer.Model, []emit.File, bool) {
	t.Helper()
	var problems []infer.Problem
	for range 40 {
		set, err := specs.Load(s.files(), "specs")
		if err != nil {
			t.Fatal(err)
		}
		if set.Diagnostics.HasErrors() {
			var refs []string
			for _, x := range set.Diagnostics {
				refs = append(refs, x.Path)
			}
			if !s.drop(refs) {
				t.Errorf("the loader refuses %s: %v\n%s", s.name, set.Diagnostics, s.text())
				return infer.Model{}, nil, false
			}
			continue
		}
		p := set.Platforms[0]
		var model infer.Model
		var files []emit.File
		model, files, problems = stages(p)
		if !infer.HasErrors(problems) {
			return model, files, true
		}
		for _, x := range problems {
			if strings.Contains(x.Hint(), "fault of specimen") {
				t.Errorf("%s: %s\n%s", s.name, x.Message(), s.text())
				return model, nil, false
			}
		}
		if !s.obey(problems) {
			t.Errorf("the examples of %s alone are refused: %v\n%s", s.name, problems, s.text())
			return model, nil, false
		}
	}
	t.Errorf("%s: no end of problems: %v\n%s", s.name, problems, s.text())
	return infer.Model{}, nil, false
}

// stages returns what a spec gives, with the problems before they have positions.
func stages(spec *specs.Platform) (infer.Model, []emit.File, []infer.Problem) {
	p := platform.Of(spec, nil)
	if p.Problems.HasErrors() {
		return p.Model, nil, p.Found
	}
	pkg := p.Package()
	pkg.Shown = p.Shown()
	files, more := emit.Package(pkg, p.Names, "example.com/generated")
	return p.Model, files, append(p.Found, more...)
}
