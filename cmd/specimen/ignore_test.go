package main

import (
	"encoding/json"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/specs/edit"
	"github.com/specimen-go/specimen/specs/finding"
)

// TestIgnoreEach takes the specs of the scripts, without what they ignore, and ignores each warning that can be
// ignored, as it is printed: then there is none, and no entry is dead.
func TestIgnoreEach(t *testing.T) {
	t.Parallel()
	names, _ := filepath.Glob("testdata/*.txtar")
	ignored := 0
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := &script{t: t, dir: testfolder.New(t)}
		s.write("go.mod", []byte("module example.com/m\n\ngo 1.26\n"))
		for _, f := range archive.Files {
			if strings.HasPrefix(f.Name, "specs/") {
				s.write(f.Name, ignoreSection.ReplaceAll(f.Data, nil))
			}
		}
		found := inSpecs(t, s)
		if len(found) == 0 {
			continue // most of them: check would also make packages and type-check them
		}
		all := warnings(t, s)
		if len(all) != len(found) {
			t.Errorf("%s: check prints %v, and the specs have %v", name, all, found)
		}
		for _, w := range all {
			entry := edit.Block{{Key: "rule", Value: edit.Text(w.Rule)}, {Key: "at", Value: edit.Text(w.Path)}, {Key: "why", Value: edit.Text("known")}}
			if w.Path == "" {
				entry = edit.Block{entry[0], entry[2]}
			}
			file := path.Join(path.Dir(w.File), "platform.yaml")
			text, err := edit.Insert(s.read(file), []edit.Insertion{{Path: []string{"ignore"}, Blocks: []edit.Block{entry}}})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			s.write(file, text)
		}
		if left := warnings(t, s); len(left) > 0 {
			t.Errorf("%s: after ignoring %v, check finds %v", name, all, left)
		}
		ignored += len(all)
	}
	if ignored < 10 {
		t.Errorf("%d warnings were ignored, want more", ignored)
	}
}

// ignoreSection matches what a spec ignores.
var ignoreSection = regexp.MustCompile(`(?m)^ignore:.*\n([ -].*\n)*`)

// warning is a finding of check.
type warning struct{ File, Rule, Path string }

// warnings returns the findings of check that can be ignored, each once, and dead entries
// of ignore.
func warnings(t *testing.T, s *script) []warning {
	t.Helper()
	_, text := runIn(s.dir, "check", "--quick", "--json")
	var all []warning
	for line := range strings.Lines(text) {
		var w warning
		if json.Unmarshal([]byte(line), &w) == nil { // if not, it is an error of usage, such as that there are no specs
			all = append(all, w)
		}
	}
	return ignorable(all)
}

// inSpecs returns what warnings returns, but not as check prints it.
func inSpecs(t *testing.T, s *script) []warning {
	t.Helper()
	env, _, _ := envIn(s.dir)
	set, err := platform.Read(specfolder.At(env, "specs"))
	if err != nil {
		return nil // there are no specs
	}
	list := set.Problems
	for _, p := range set.Platforms {
		_, problems := build.Files(p, module.Target{Base: "example.com/m/generated"})
		list = append(list, problems...)
	}
	var all []warning
	for _, d := range list {
		all = append(all, warning{d.Pos.Filename, d.Rule().String(), d.Path})
	}
	return ignorable(all)
}

// ignorable returns those of some findings that can be ignored, each once, and dead entries
// of ignore.
func ignorable(all []warning) []warning {
	seen := make(map[warning]bool)
	return slices.DeleteFunc(all, func(w warning) bool {
		rule, _ := finding.ByID(w.Rule)
		once := warning{path.Dir(w.File), w.Rule, w.Path}
		if !rule.Ignorable() && rule != finding.DeadIgnore || seen[once] {
			return true
		}
		seen[once] = true
		return false
	})
}
