package build_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/specs"
)

// TestOrder checks that the order of decisions and the number of processors leave no
// trace in any byte (F11).
func TestOrder(t *testing.T) {
	set, err := specs.Load(os.DirFS("../../../../specs"), "specs")
	if err != nil || set.Diagnostics.HasErrors() {
		t.Fatal(err, set.Diagnostics)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, p := range set.Platforms {
		want := filesOf(t, p)
		for range 3 {
			shuffle(random, p.Types)
			shuffle(random, p.Fields)
			shuffle(random, p.Enums)
			sameFiles(t, random, p, want)
		}
	}
}

// TestOrderOfFiles checks that neither the number of files that topics are spread over,
// as long as they stand in the same order, nor the order of the members of any mapping
// but these and tables leaves a trace in any byte (F11).
func TestOrderOfFiles(t *testing.T) {
	set, err := specs.Load(os.DirFS("../../../../specs"), "specs")
	if err != nil || set.Diagnostics.HasErrors() {
		t.Fatal(err, set.Diagnostics)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for _, p := range set.Platforms {
		want := filesOf(t, p)
		for range 3 {
			shuffled, err := specs.Load(shuffledFiles(t, random, p.Name), "specs")
			if err != nil || len(shuffled.Diagnostics) > 0 || len(shuffled.Platforms) != 1 {
				t.Fatal(p.Name, err, shuffled.Diagnostics)
			}
			sameFiles(t, random, shuffled.Platforms[0], want)
		}
	}
}

// sameFiles compares what a platform gives, on some processors, with what it
// should.
func sameFiles(t *testing.T, random *rand.Rand, p *specs.Platform, want map[string]string) {
	t.Helper()
	processors := runtime.GOMAXPROCS(1 + random.IntN(4))
	got := filesOf(t, p)
	runtime.GOMAXPROCS(processors)
	if maps.Equal(got, want) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			t.Errorf("%s depends on an order", name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there in another order only", name)
		}
	}
}

func filesOf(t *testing.T, p *specs.Platform) map[string]string {
	t.Helper()
	made, problems := build.Files(platform.Of(p, nil), module.Target{Base: "example.com/generated", GoVersion: "1.26"})
	if made == nil {
		t.Fatal(problems)
	}
	files := map[string]string{}
	for _, f := range made {
		files[f.Name] = string(f.Data)
	}
	return files
}

func shuffle[T any](random *rand.Rand, list []T) {
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// shuffledFiles returns the spec of a platform of this repository with its
// topics, in their order, spread over some files anew, and all other mappings but tables
// in another order.
func shuffledFiles(t *testing.T, random *rand.Rand, platform string) fstest.MapFS {
	t.Helper()
	names, err := filepath.Glob("../../../../specs/" + platform + "/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no spec of %s: %v", platform, err)
	}
	out := fstest.MapFS{}
	var topics []*yaml.Node // names and contents by turns
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		root := doc.Content[0]
		for i := 0; i < len(root.Content); i += 2 {
			if root.Content[i].Value != "topics" {
				continue
			}
			topics = append(topics, root.Content[i+1].Content...)
			root.Content = slices.Delete(root.Content, i, i+2)
			break
		}
		if len(root.Content) > 0 {
			out[platform+"/"+filepath.Base(name)] = &fstest.MapFile{Data: shuffled(t, random, root)}
		}
	}
	for i := 0; len(topics) > 0; i++ {
		n := 2 * (1 + random.IntN(len(topics)/2))
		file := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{
			{Kind: yaml.ScalarNode, Value: "topics"}, {Kind: yaml.MappingNode, Content: topics[:n]},
		}}
		topics = topics[n:]
		out[fmt.Sprintf("%s/%03d.yaml", platform, i)] = &fstest.MapFile{Data: shuffled(t, random, file)}
	}
	return out
}

// shuffled writes a mapping in another order, but for the topics and the lines of tables
// in it.
func shuffled(t *testing.T, random *rand.Rand, n *yaml.Node) []byte {
	t.Helper()
	var walk func(n *yaml.Node, listed bool)
	walk = func(n *yaml.Node, listed bool) {
		n.HeadComment, n.LineComment, n.FootComment = "", "", ""
		if n.Kind == yaml.MappingNode && !listed {
			random.Shuffle(len(n.Content)/2, func(i, j int) {
				n.Content[2*i], n.Content[2*j] = n.Content[2*j], n.Content[2*i]
				n.Content[2*i+1], n.Content[2*j+1] = n.Content[2*j+1], n.Content[2*i+1]
			})
		}
		for i, c := range n.Content {
			walk(c, n.Kind == yaml.MappingNode && i%2 == 1 && slices.Contains([]string{"topics", "members"}, n.Content[i-1].Value))
		}
	}
	walk(n, false)
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(n); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
