package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/diff"
)

// TestReadmeVersions checks that README has the table of what changes mean for the version
// of a generated package.
func TestReadmeVersions(t *testing.T) {
	t.Parallel()
	var want strings.Builder
	for _, m := range diff.Meanings() {
		want.WriteString("| " + m.Change + " | " + m.Verdict.String() + " |\n")
	}
	_, got, _ := strings.Cut(section(readme(t), "Versions"), "| --- | --- |\n")
	if got, _, _ = strings.Cut(got, "\n\n"); got+"\n" != want.String() {
		t.Errorf("README has\n%s\nwant\n%s", got, want.String())
	}
}

// TestReadmeDiff checks that diff prints what README shows, for two edits of its first spec.
func TestReadmeDiff(t *testing.T) {
	t.Parallel()
	spec := blocks(readme(t), "yaml")[0]
	dir := t.TempDir()
	platform := "platform: desk\ntitle: Desk\ntopic: {header: X-Desk-Topic}\n"
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("specs/desk/platform.yaml", platform)
	write("specs/desk/tickets.yaml", spec)
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"add", "."}, {"-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("git: %v\n%s", err, out)
		}
	}
	edited := strings.NewReplacer(`"id": 7, "price": "12.34"`, `"id": "T7", "price": "12.34"`, `"owner": null`, `"owner": null, "urgent": true`).Replace(spec)
	if edited == spec {
		t.Fatal("README has another first spec")
	}
	write("specs/desk/tickets.yaml", edited)
	write("specs/desk/platform.yaml", platform+"changes:\n  - {path: TicketEvent/id, why: ids are texts since March}\n")
	_, shown, _ := strings.Cut(section(readme(t), "Review a spec change"), "$ specimen ")
	command, want, _ := strings.Cut(shown, "\n")
	want, _, _ = strings.Cut(want, "```")
	if code, got := runIn(dir, strings.Fields(command)...); code != 0 || got != want {
		t.Errorf("specimen %s exits with %d and prints\n%s\nREADME shows\n%s", command, code, got, want)
	}
}
