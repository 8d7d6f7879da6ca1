package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/infer/golden"
)

// bytesOfDeliveries are the cases of TestScript whose output has digests and offsets of
// deliveries, which are data and not text: another byte in one is another delivery.
var bytesOfDeliveries = []string{"observe"}

// TestScriptCRLF runs the cases of TestScript as in a checkout with core.autocrlf, where
// the lines of all files end with CRLF. Nothing that is printed differs, neither a position
// nor an excerpt nor a digest; nothing is out of date; and no spec gets line ends of both
// kinds.
func TestScriptCRLF(t *testing.T) {
	for _, a := range golden.Read(t, "testdata/*.txtar") {
		if slices.Contains(bytesOfDeliveries, a.Name) {
			continue
		}
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			s := &script{t: t, dir: testfolder.New(t), crlf: true}
			for _, f := range a.Inputs(func(name string) bool { return name != "script" && name != "transcript" }) {
				s.write(f.Name, toCRLF(f.Data))
			}
			for line := range strings.Lines(a.Input("script")) {
				line = strings.TrimSpace(line)
				s.run(line)
				s.lineEnds(line)
			}
			a.Require(t, "transcript", strings.ReplaceAll(s.out.String(), "\r\n", "\n"))
		})
	}
}

// toCRLF returns a text as a checkout with core.autocrlf has it.
func toCRLF(text []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
}

// lineEnds fails if a spec has line ends of both kinds.
func (s *script) lineEnds(after string) {
	for _, name := range s.files(".") {
		if filepath.Ext(name) != ".yaml" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(s.dir, name))
		if err != nil {
			s.t.Fatal(err)
		}
		if all, dos := bytes.Count(data, []byte("\n")), bytes.Count(data, []byte("\r\n")); dos != 0 && dos != all {
			s.t.Errorf("after %s: %s has %d line ends, of which %d are CRLF:\n%q", after, name, all, dos, data)
		}
	}
}

// TestScriptVerbs checks that each verb which reads or writes files has a case, so that it
// is tried with LF and with CRLF.
func TestScriptVerbs(t *testing.T) {
	used := make(map[string]bool)
	for _, a := range golden.Read(t, "testdata/*.txtar") {
		for line := range strings.Lines(a.Input("script")) {
			if words := strings.Fields(line); len(words) > 1 && words[0] == "specimen" && !slices.Contains(bytesOfDeliveries, a.Name) {
				used[words[1]] = true
			}
		}
	}
	without := []string{"completion", "version", "help"} // files
	for _, v := range verbs(checker, untried) {
		if !used[v.Name] && !v.Hidden && !slices.Contains(without, v.Name) {
			t.Errorf("no case in testdata runs specimen %s", v.Name)
		}
	}
}
