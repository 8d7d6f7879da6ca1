package infer

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the outputs of testdata/*.txtar")

// TestGolden runs testdata/*.txtar. The comment of each says why it is there.
// Its files Event#name.json are examples, decisions has one decision a line
// (see parseDecisions); evidence, model and problems are what comes out. A file
// of these that is not there is not compared.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	examples, decisions := inputs(t, archive)
	evidence, problems := ObserveAll(examples)
	model, more := Decide(evidence, decisions)
	got := map[string]string{
		"evidence": evidence.String(), "model": model.String(), "problems": printProblems(append(problems, more...)),
	}
	if got["problems"] == "" {
		delete(got, "problems")
	} else if !hasFile(archive, "problems") {
		t.Errorf("problems:\n%s", got["problems"])
	}
	for i, f := range archive.Files {
		want, ok := got[f.Name]
		if !ok {
			if f.Name == "problems" {
				t.Error("no problems")
			}
			continue
		}
		if *update {
			archive.Files[i].Data = []byte(want)
		} else if want != string(f.Data) {
			t.Errorf("%s: got\n%swant\n%s", f.Name, want, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func hasFile(a *txtar.Archive, name string) bool {
	for _, f := range a.Files {
		if f.Name == name {
			return true
		}
	}
	return false
}

// inputs returns the examples and decisions of an archive.
func inputs(t *testing.T, a *txtar.Archive) ([]Example, Decisions) {
	t.Helper()
	var examples []Example
	var decisions Decisions
	for _, f := range a.Files {
		if name, ok := strings.CutSuffix(f.Name, ".json"); ok {
			event, _, _ := strings.Cut(name, "#")
			examples = append(examples, Example{ID: name, Order: len(examples), Event: event, Text: string(bytes.TrimRight(f.Data, "\n"))})
		}
		if f.Name == "decisions" {
			var elided map[string][]Elision
			decisions, elided = parseDecisions(t, string(f.Data))
			for i := range examples {
				examples[i].Elided = elided[examples[i].ID]
			}
		}
	}
	return examples, decisions
}

// parseDecisions reads decisions, one a line:
//
//	type Name path…
//	field path word [name=Name] [required]     a word of "-" decides no type
//	enum Name path values…
//	envelope members…
//	elided Event#name pointer
func parseDecisions(t *testing.T, text string) (Decisions, map[string][]Elision) {
	t.Helper()
	var d Decisions
	elided := make(map[string][]Elision)
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		w, ref := strings.Fields(line), Ref(fmt.Sprintf("decisions:%d", i+1))
		switch w[0] {
		case "type":
			dec := TypeDecision{Name: w[1], Ref: ref}
			for _, path := range w[2:] {
				dec.At = append(dec.At, Place{Path: path, Ref: ref})
			}
			d.Types = append(d.Types, dec)
		case "field":
			dec := FieldDecision{Path: w[1], Type: strings.Trim(w[2], "-"), Ref: ref}
			for _, opt := range w[3:] {
				if name, ok := strings.CutPrefix(opt, "name="); ok {
					dec.Name = name
				}
				dec.Required = dec.Required || opt == "required"
			}
			d.Fields = append(d.Fields, dec)
		case "enum":
			d.Enums = append(d.Enums, EnumDecision{Name: w[1], At: []Place{{Path: w[2], Ref: ref}}, Values: w[3:], Ref: ref})
		case "envelope":
			for _, m := range w[1:] {
				d.Envelope = append(d.Envelope, EnvelopeMember{Name: m, Ref: ref})
			}
		case "elided":
			elided[w[1]] = append(elided[w[1]], Elision{Pointer: w[2], Ref: ref})
		default:
			t.Fatalf("decisions: what is %q?", w[0])
		}
	}
	return d, elided
}

func printProblems(problems []Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(printWhere(p.Where))
		for _, w := range p.Also {
			b.WriteString(" (" + printWhere(w) + ")")
		}
		if p.Warning {
			b.WriteString(": warning")
		}
		b.WriteString(": ")
		if p.Path != "" {
			b.WriteString(p.Path + ": ")
		}
		b.WriteString(p.Message)
		if p.Hint != "" {
			b.WriteString("; hint: " + p.Hint)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func printWhere(w Where) string {
	if w.Example != "" {
		return fmt.Sprintf("%s:%d", w.Example, w.Offset)
	}
	return string(w.Ref)
}
