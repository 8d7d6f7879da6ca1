package main

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestReadmeSpec checks that check finds nothing in the spec that README shows.
func TestReadmeSpec(t *testing.T) {
	t.Parallel()
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/m\n\ngo 1.26\n"))
	files := []string{"platform.yaml", "topics.yaml", "documented.yaml"}
	blocks := blocks(section(readme(t), "The spec format"), "yaml")
	if len(blocks) != len(files) {
		t.Fatalf("README shows %d files of a spec, want %d", len(blocks), len(files))
	}
	for i, name := range files {
		s.write("specs/acme/"+name, []byte(blocks[i]))
	}
	for _, args := range [][]string{{"generate"}, {"check", "--quick"}} {
		if code, out := runIn(s.dir, args...); code != cli.ExitFine || out != "" {
			t.Errorf("%s exits with %d:\n%s", strings.Join(args, " "), code, out)
		}
	}
}
