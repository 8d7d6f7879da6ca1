package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs the commands of README's tutorial, except the installation: the
// program that they run is the one under test.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh")
	}
	bin := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := "#!/bin/sh\nSPECIMEN_TEST_MAIN=1 exec '" + self + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "specimen"), []byte(program), 0o755); err != nil {
		t.Fatal(err)
	}
	script := "set -e\n" + strings.Join(blocks(section(readme(t), "Add a platform of your own"), "sh"), "")
	if !strings.Contains(script, "go install") || !strings.Contains(script, "specimen suggest -w") {
		t.Fatalf("README says something else:\n%s", script)
	}
	cmd := exec.Command(sh)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GOWORK=off", "GOFLAGS=-mod=mod -trimpath")
	cmd.Stdin = strings.NewReader(strings.Replace(script, "go install", "true", 1))
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range []string{"example.com/hooks/generated/acme", "example.com/hooks"} {
		if !strings.Contains(string(out), "ok  \t"+pkg+"\t") {
			t.Errorf("%s did not pass its tests", pkg)
		}
	}
	decisions, err := os.ReadFile(filepath.Join(cmd.Dir, "specs/acme/platform.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"TicketOwner:\n    at: [TicketEvent/closed_by, TicketEvent/owner]", "TicketEvent/paid: {type: number"} {
		if !strings.Contains(string(decisions), want) {
			t.Errorf("suggest did not write %q:\n%s", want, decisions)
		}
	}
}

// section returns the text below a heading of the second level.
func section(text, heading string) string {
	_, rest, _ := strings.Cut(text, "\n## "+heading+"\n")
	rest, _, _ = strings.Cut(rest, "\n## ")
	return rest
}

// blocks returns the blocks of code of a language in a text.
func blocks(text, language string) []string {
	var all []string
	for {
		_, rest, ok := strings.Cut(text, "```"+language+"\n")
		if !ok {
			return all
		}
		block, after, _ := strings.Cut(rest, "```")
		all, text = append(all, block), after
	}
}
