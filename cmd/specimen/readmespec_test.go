package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestReadmeSpec checks that check finds nothing in the specs that README shows, as they
// stand there, and that the tests of their packages pass, of vectors too.
func TestReadmeSpec(t *testing.T) {
	t.Parallel()
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/m\n\ngo 1.26\n"))
	files := []string{"platform.yaml", "topics.yaml", "documented.yaml"}
	yamlBlocks := func(text string) []string { return blocks(text, "yaml") }
	blocks := yamlBlocks(section(readme(t), "The spec format"))
	if len(blocks) != len(files) {
		t.Fatalf("README shows %d files of a spec, want %d", len(blocks), len(files))
	}
	hooks := yamlBlocks(section(readme(t), "Receive deliveries"))
	if len(hooks) != 1 {
		t.Fatalf("README shows %d profiles of deliveries, want 1", len(hooks))
	}
	s.write("specs/hooks/platform.yaml", []byte(hooks[0]))
	for i, name := range files {
		s.write("specs/acme/"+name, []byte(blocks[i]))
	}
	if code, out := runIn(s.dir, "generate"); code != cli.ExitFine || out != "" {
		t.Errorf("generate exits with %d:\n%s", code, out)
	}
	// Open doubts are listed, and are no findings.
	if code, out := runIn(s.dir, "check", "--quick"); code != cli.ExitFine || strings.Count(out, "specs/acme/") != 2 || strings.Count(out, "open doubt: ") != 2 {
		t.Errorf("check --quick exits with %d:\n%s", code, out)
	}
	if testing.Short() {
		return
	}
	for _, test := range []struct{ run, of string }{{"TestReceiver", "acme"}, {"TestVectors", "hooks"}} {
		cmd := exec.Command("go", "test", "-run", test.run, "./generated/"+test.of)
		cmd.Dir = s.dir
		if out, err := cmd.CombinedOutput(); err != nil || bytes.Contains(out, []byte("no tests to run")) {
			t.Errorf("%v\n%s", err, out)
		}
	}
}
