package emit

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

var update = flag.Bool("update", false, "rewrite the outputs of testdata/*.txtar")

// TestGolden runs testdata/*.txtar. The comment of each says why it is there.
// Its files topic#name.json are examples of the event that is the topic's first
// word; names has lines "path Name" for fields. Every other file is one that
// Package gives, or problems.
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
	got := run(t, archive)
	if _, ok := got["problems"]; ok && find(archive, "problems") == nil {
		t.Errorf("problems:\n%s", got["problems"])
	}
	for i, f := range archive.Files {
		want, ok := got[f.Name]
		if strings.HasSuffix(f.Name, ".json") || f.Name == "decisions" {
			continue
		}
		if !ok {
			t.Errorf("there is no %s", f.Name)
		}
		if *update {
			archive.Files[i].Data = []byte(want)
		} else if want != string(f.Data) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, want, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func find(a *txtar.Archive, name string) *txtar.File {
	for i := range a.Files {
		if a.Files[i].Name == name {
			return &a.Files[i]
		}
	}
	return nil
}

// run generates a package from an archive and returns its files by name, or its
// problems.
func run(t *testing.T, a *txtar.Archive) map[string]string {
	t.Helper()
	p, examples := input(a)
	evidence, problems := infer.ObserveAll(examples)
	model, more := infer.Decide(evidence, decisions(a))
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(printProblems(problems))
	}
	files, problems := Package(p, p.Names(model), "example.com/hooks/payload")
	got := make(map[string]string)
	for _, f := range files {
		got[strings.TrimPrefix(f.Name, "acme/")] = string(f.Data)
	}
	if len(problems) > 0 {
		got["problems"] = printProblems(problems)
	}
	return got
}

// input returns what an archive describes but for the decisions on types.
func input(a *txtar.Archive) (Platform, []infer.Example) {
	p := Platform{Package: "acme", Title: "Acme", Header: "X-Acme-Topic"}
	var examples []infer.Example
	topics := make(map[string]bool)
	for _, f := range a.Files {
		id, ok := strings.CutSuffix(f.Name, ".json")
		if !ok {
			continue
		}
		name, example, _ := strings.Cut(id, "#")
		event, _, _ := strings.Cut(name, "/")
		event = names.GoName(event)
		text := strings.TrimSuffix(string(f.Data), "\n")
		if !topics[name] {
			topics[name] = true
			p.Topics = append(p.Topics, Topic{Topic: names.Topic{Name: name, Event: event, Ref: infer.Ref(name)}, About: "Something happened."})
		}
		examples = append(examples, infer.Example{ID: id, Event: event, Text: text})
		p.Examples = append(p.Examples, Example{ID: id, Topic: name, Name: example, Text: text, Ref: infer.Ref(id)})
	}
	for i, t := range p.Topics {
		p.Topics[i].GoName = topicNames(a)[t.Name]
	}
	return p, examples
}

// topicNames reads the lines "topic name Name" of the file decisions.
func topicNames(a *txtar.Archive) map[string]string {
	names := make(map[string]string)
	if f := find(a, "decisions"); f != nil {
		for line := range strings.Lines(string(f.Data)) {
			if w := strings.Fields(line); w[0] == "topic" {
				names[w[1]] = w[2]
			}
		}
	}
	return names
}

// decisions reads the file decisions: lines "type Name path…", "field path word
// Name" and "enum Name path values…"; for "topic" see topicNames.
func decisions(a *txtar.Archive) infer.Decisions {
	var d infer.Decisions
	f := find(a, "decisions")
	if f == nil {
		return d
	}
	for line := range strings.Lines(string(f.Data)) {
		w := strings.Fields(line)
		switch why := "it says so"; w[0] {
		case "type":
			dec := infer.TypeDecision{Name: w[1], Why: why}
			for _, path := range w[2:] {
				dec.At = append(dec.At, infer.Place{Path: path})
			}
			d.Types = append(d.Types, dec)
		case "field":
			dec := infer.FieldDecision{Path: w[1], Type: strings.Trim(w[2], "-"), Why: why, Ref: infer.Ref(w[1])}
			if len(w) > 3 {
				dec.Name = w[3]
			}
			d.Fields = append(d.Fields, dec)
		case "enum":
			d.Enums = append(d.Enums, infer.EnumDecision{Name: w[1], At: []infer.Place{{Path: w[2]}}, Values: w[3:], Why: why})
		}
	}
	return d
}

func printProblems(problems []infer.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		if p.Warning {
			b.WriteString("warning: ")
		}
		b.WriteString(p.Path + ": " + p.Message + "; hint: " + p.Hint + "\n")
	}
	return b.String()
}

// TestMapRoot checks what is said of an event whose body is an object with more
// members than a struct may have.
func TestMapRoot(t *testing.T) {
	var text strings.Builder
	for i := range infer.MaxMembers + 1 {
		fmt.Fprintf(&text, `,"%d":1`, i)
	}
	a := &txtar.Archive{Files: []txtar.File{{Name: "rates#one.json", Data: []byte("{" + text.String()[1:] + "}")}}}
	const want = `
// RatesEvent is the body of a delivery on rates. Value has the members of the
// body, which is kept raw in Extra where it does not fit.
type RatesEvent struct {
	delivery
	Value payload.Map[int64]
`
	if got := run(t, a)["types.go"]; !strings.Contains(got, want) {
		t.Errorf("types.go is\n%s\nwant in it%s", got, want)
	}
}
