package main

import (
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestProblems checks the one rule for errors: of a spec with errors in its text, its
// examples and its decisions, every verb that needs the types prints the same problems.
func TestProblems(t *testing.T) {
	const (
		head     = "platform: acme\ntitle: Acme\ntopic: {header: X}\n"
		topics   = "topics:\n  a/b:\n    event: A\n    examples:\n      - name: one\n        payload: |\n          {\"id\": 1}\n"
		decision = "fields: {AEvent/gone: {type: string, why: it was there}}\n"
	)
	for name, files := range map[string]map[string]string{
		"text":      {"platform.yaml": head + "titel: x\n", "a.yaml": topics},
		"example":   {"platform.yaml": head, "a.yaml": topics + "      - name: two\n        payload: |\n          {\"id\": 1\n"},
		"decision":  {"platform.yaml": head + decision, "a.yaml": topics},
		"all three": {"platform.yaml": head + "titel: x\n" + decision, "a.yaml": topics + "  c/d:\n    event: C\n    examples:\n      - name: two\n        payload: |\n          {\"id\": 1\n"},
	} {
		s := &script{t: t, dir: testfolder.New(t)}
		s.write("go.mod", []byte("module example.com/shop\n\ngo 1.26\n"))
		s.write("d.ndjson", []byte(`{"topic": "a/b", "body": {"id": 1}}`+"\n"))
		for file, text := range files {
			s.write("specs/acme/"+file, []byte(text))
		}
		code, want := runIn(s.dir, "generate")
		if code != cli.ExitFindings || want == "" {
			t.Fatalf("%s: generate: exit %d\n%s", name, code, want)
		}
		for _, args := range [][]string{
			{"suggest"},
			{"suggest", "-w"},
			{"explain", "acme", "AEvent"},
			{"observe", "acme", "d.ndjson"},
			{"report", "--out", "pages"},
		} {
			if code, got := runIn(s.dir, args...); code != cli.ExitFindings || got != want {
				t.Errorf("%s: %v: exit %d\n%s\nwant\n%s", name, args, code, got, want)
			}
		}
	}
}
