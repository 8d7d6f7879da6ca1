package main

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/finding"
)

// TestRandomVerdicts checks that the verdict on random edits of random platforms agrees
// with what go/types finds in the packages before and after. An edit removes or changes any
// part of a spec, of every section that specs have.
//
// It tries the seeds from SPECIMEN_SEED on, SPECIMEN_PLATFORMS of them.
func TestRandomVerdicts(t *testing.T) {
	t.Parallel()
	api := spectest.NewAPI(t)
	first, count := envNumber(t, "SPECIMEN_SEED", 1), envNumber(t, "SPECIMEN_PLATFORMS", 4)
	compared, found := 0, make(map[diff.Verdict]int)
	for seed := first; seed < first+count; seed++ {
		s, _ := randomPlatform(t, seed)
		if s == nil {
			continue
		}
		d := dice{rand.New(rand.NewPCG(uint64(seed), 1))}
		text := s.text()
		for range 6 {
			edited := mended(t, s.name, d.editSpec(t, text))
			if v, ok := verdictHolds(t, api, s.name, text, edited); ok {
				compared++
				found[v]++
				if d.one(2) {
					text = edited
				}
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	t.Logf("verdicts: %v", found)
	if compared < count {
		t.Errorf("%d edits of %d platforms were compared", compared, count)
	}
}

// verdictHolds compares two specs of a platform, both ways, and returns the verdict on one
// of them. It reports false where a spec has errors or gives no package.
func verdictHolds(t *testing.T, api *spectest.API, name, before, now string) (v diff.Verdict, ok bool) {
	t.Helper()
	a, b := decided(name, before), decided(name, now)
	if a == nil || b == nil {
		return v, false
	}
	was, is := api.Of(t, a.Platforms[0]), api.Of(t, b.Platforms[0])
	if was == nil || is == nil {
		return v, false
	}
	for _, pair := range []struct {
		old, new *platform.Set
		was, is  map[string]string
	}{{a, b, was, is}, {b, a, is, was}} {
		r, err := changes.Compare(pair.old, pair.new, "before")
		if err != nil {
			t.Fatal(err)
		}
		var all []diff.Change
		for _, x := range r.Changes {
			all = append(all, x.Change)
		}
		if wrong := spectest.Disagree(r.Verdict(), all, pair.was, pair.is); wrong != "" {
			t.Errorf("%s\n--- one\n%s\n--- other\n%s", wrong, before, now)
		}
		v = r.Verdict()
	}
	return v, true
}

// decided returns the spec of a platform, or nil where it has errors.
func decided(name, text string) *platform.Set {
	set, err := specs.Load(fstest.MapFS{name + "/platform.yaml": {Data: []byte(text)}}, "specs")
	if err != nil || len(set.Platforms) == 0 {
		return nil
	}
	all := platform.SetOf(set, nil)
	if all.Problems.HasErrors() {
		return nil
	}
	return all
}

// mended returns a spec without what has errors because of an edit, such as a decision on
// a member that is gone.
func mended(t *testing.T, name, text string) string {
	t.Helper()
	for range 12 {
		set, err := specs.Load(fstest.MapFS{name + "/platform.yaml": {Data: []byte(text)}}, "specs")
		if err != nil || len(set.Platforms) == 0 {
			return text
		}
		line := 0
		for _, x := range platform.SetOf(set, nil).Problems {
			if x.Severity() == finding.Error {
				line = x.Pos.Line
				break
			}
		}
		var doc yaml.Node
		if yaml.Unmarshal([]byte(text), &doc) != nil || line == 0 || !removeAt(&doc, line) {
			return text
		}
		if text = marshalled(t, &doc); text == "" {
			return text
		}
	}
	return text
}

// removeAt removes the outermost member or item that begins in a line, or else the last
// one before it, which is the one with a payload that the line is in.
func removeAt(n *yaml.Node, line int) bool {
	size := 1
	if n.Kind == yaml.MappingNode {
		size = 2
	}
	last := -1
	for i := 0; i < len(n.Content); i += size {
		if n.Content[i].Line <= line {
			last = i
		}
	}
	switch {
	case last < 0:
		return false
	case n.Kind != yaml.DocumentNode && n.Content[last].Line == line:
		n.Content = slices.Delete(n.Content, last, last+size)
		return true
	case removeAt(n.Content[last+size-1], line):
		return true
	case n.Kind == yaml.SequenceNode:
		n.Content = slices.Delete(n.Content, last, last+1)
		return true
	}
	return false
}

func marshalled(t *testing.T, doc *yaml.Node) string {
	t.Helper()
	out, err := yaml.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// jsonScalar is a number, a string or a word of JSON that is not the name of a member.
var jsonScalar = regexp.MustCompile(`(-?[0-9][0-9.eE+]*|"[^"\\]*"|null|true|false)([ \n]*[,\]}])`)

// editSpec removes a part of a spec, or changes a text in it. What it gives may have
// errors.
func (d dice) editSpec(t *testing.T, text string) string {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	var groups, payloads, words []*yaml.Node
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		switch {
		case n.Kind != yaml.ScalarNode && n.Kind != yaml.DocumentNode && len(n.Content) > 0:
			groups = append(groups, n)
		case n.Kind == yaml.ScalarNode && n.Style&yaml.LiteralStyle != 0:
			payloads = append(payloads, n)
		case n.Kind == yaml.ScalarNode:
			words = append(words, n)
		}
		for _, below := range n.Content {
			walk(below)
		}
	}
	walk(&doc)
	switch d.IntN(3) {
	case 0:
		n := pick(d, groups)
		size := 1
		if n.Kind == yaml.MappingNode {
			size = 2
		}
		at := d.IntN(len(n.Content)/size) * size
		n.Content = slices.Delete(n.Content, at, at+size)
	case 1:
		if len(payloads) == 0 {
			break
		}
		n := pick(d, payloads)
		found := jsonScalar.FindAllStringSubmatchIndex(n.Value, -1)
		if len(found) > 0 {
			at := pick(d, found)
			n.Value = n.Value[:at[2]] + pick(d, []string{"null", "1", "2.5", `"x"`, "true", "[]", `{"new": 1}`, `"2024-01-02T03:04:05Z"`}) + n.Value[at[3]:]
		}
	case 2:
		n := pick(d, words)
		n.Value = pick(d, append([]string{n.Value + "x", "value", "number", "Other"}, typeWords...))
	}
	return marshalled(t, &doc)
}
