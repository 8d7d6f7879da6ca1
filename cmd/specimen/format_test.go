package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/edit"
)

// TestSpecsAreFormatted checks that fmt -l lists none of the specs of the repository.
func TestSpecsAreFormatted(t *testing.T) {
	if code, text := runIn("../..", "fmt", "-l"); code != 0 || text != "" {
		t.Errorf("exit %d\n%s\nrun: go tool specimen fmt -w", code, text)
	}
}

// TestFormatLoads checks that specs in other forms are the same platforms once they are
// formatted: other indentation, spaces, blank lines, line ends and comments, by chance.
func TestFormatLoads(t *testing.T) {
	names, _ := filepath.Glob("../../specs/*/platform.yaml")
	for _, name := range names {
		platform := filepath.Base(filepath.Dir(name))
		t.Run(platform, func(t *testing.T) {
			t.Parallel()
			files := folderOf(t, filepath.Dir(name))
			want := loaded(t, platform, files)
			for seed := range uint64(4) {
				mangled, now := make(map[string][]byte), make(map[string][]byte)
				for name, text := range files {
					mangled[name] = mangle(t, text, rand.New(rand.NewPCG(seed, 0)))
					var err error
					if now[name], err = edit.Format(mangled[name]); err != nil {
						t.Fatalf("%s: %v\n%s", name, err, mangled[name])
					}
				}
				if got := loaded(t, platform, mangled); got != want {
					t.Fatalf("seed %d: the mangled spec is another one", seed)
				}
				if got := loaded(t, platform, now); got != want {
					t.Errorf("seed %d: the formatted spec is another one", seed)
				}
			}
		})
	}
}

// folderOf returns the texts of the spec files in a folder.
func folderOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	s := &script{t: t, dir: dir}
	all := make(map[string][]byte)
	for _, name := range s.files(".") {
		all[name] = s.read(name)
	}
	return all
}

// loaded returns a platform as text, without positions.
func loaded(t *testing.T, platform string, files map[string][]byte) string {
	t.Helper()
	folder := make(fstest.MapFS)
	for name, text := range files {
		folder[path.Join(platform, name)] = &fstest.MapFile{Data: text}
	}
	set, err := specs.Load(folder, "specs")
	if err != nil || len(set.Diagnostics) > 0 {
		t.Fatal(err, set.Diagnostics)
	}
	text, err := json.Marshal(set.Platforms)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// mangle returns a spec that says the same with other white space, and more comments. The
// YAML library writes it with another indentation; the rest is done line by line outside of
// blocks and of strings in several lines.
func mangle(t *testing.T, text []byte, r *rand.Rand) []byte {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2 + r.IntN(7))
	if err := enc.Encode(&doc); err != nil {
		t.Fatal(err)
	}
	safe := linesOutside(b.Bytes())
	var out strings.Builder
	for i, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
		if safe[i+1] {
			switch indent := len(line) - len(strings.TrimLeft(line, " ")); r.IntN(8) {
			case 0:
				fmt.Fprintf(&out, "%s#comment %d\n", strings.Repeat(" ", r.IntN(indent+1)), i)
			case 1:
				out.WriteString("\n  \n\n")
			case 2:
				line = strings.Replace(line, ": {", ":  { ", 1)
			case 3:
				if !strings.HasSuffix(line, "|") {
					line += strings.Repeat(" ", r.IntN(3))
				}
			}
		}
		out.WriteString(line + "\n")
	}
	if r.IntN(2) == 0 {
		return []byte("\ufeff" + strings.ReplaceAll(out.String(), "\n", "\r\n"))
	}
	return []byte(out.String())
}

// linesOutside returns the lines before which another one can be put: those that begin
// with a key or an item, below a value in one line.
func linesOutside(text []byte) map[int]bool {
	var doc yaml.Node
	if yaml.Unmarshal(text, &doc) != nil {
		return nil
	}
	all := make(map[int]bool)
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			if n.Style&yaml.FlowStyle == 0 && n.Kind == yaml.MappingNode && i%2 == 0 {
				all[c.Line] = true
			}
			walk(c)
		}
	}
	walk(&doc)
	return all
}
