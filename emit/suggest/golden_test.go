package suggest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/infer"
)

var update = flag.Bool("update", false, "rewrite the outputs of testdata/*.txtar")

// TestGolden runs testdata/*.txtar. The comment of each says why it is there.
// Its files Event#name.json are examples, decisions has one decision a line
// (field PATH TYPE, type NAME PATH…); suggestions is what comes out.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

// checkShown holds that what speaks for a suggestion is a value: null says nothing
// of what a member holds.
func checkShown(t *testing.T, all []Suggestion, examples []infer.Example) {
	t.Helper()
	for _, s := range all {
		for _, at := range s.For {
			for _, x := range examples {
				if x.ID == at.Example && strings.HasPrefix(x.Text[at.Offset:], "null") && s.Kind != "name" {
					t.Errorf("%s %s: null at %s:%d speaks for it", s.Kind, s.Path, at.Example, at.Offset)
				}
			}
		}
	}
}

func golden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var examples []infer.Example
	var decisions infer.Decisions
	for _, f := range archive.Files {
		if event, _, ok := strings.Cut(f.Name, "#"); ok {
			examples = append(examples, infer.Example{ID: strings.TrimSuffix(f.Name, ".json"), Event: event, Text: strings.TrimSpace(string(f.Data))})
		} else if f.Name == "decisions" {
			decisions = parseDecisions(t, string(f.Data))
		}
	}
	in := input(t, examples, decisions)
	all, after := Find(in)
	checkApplied(t, in, after)
	checkShown(t, all, examples)
	got := printAll(all)
	last := &archive.Files[len(archive.Files)-1]
	if last.Name != "suggestions" {
		t.Fatal("the last file is to be suggestions")
	}
	if *update {
		last.Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != string(last.Data) {
		t.Errorf("got\n%swant\n%s", got, last.Data)
	}
}

func parseDecisions(t *testing.T, text string) infer.Decisions {
	t.Helper()
	var d infer.Decisions
	for line := range strings.Lines(text) {
		w := strings.Fields(line)
		switch ref := infer.Ref(line); w[0] {
		case "field":
			d.Fields = append(d.Fields, infer.FieldDecision{Path: w[1], Type: w[2], Ref: ref})
		case "type":
			d.Types = append(d.Types, infer.TypeDecision{Name: w[1], At: placesAt(ref, w[2:]), Ref: ref})
		default:
			t.Fatalf("unknown decision %q", line)
		}
	}
	return d
}

func placesAt(ref infer.Ref, paths []string) []infer.Place {
	var all []infer.Place
	for _, p := range paths {
		all = append(all, infer.Place{Path: p, Ref: ref})
	}
	return all
}

// input is what the command line gives to Find.
func input(t *testing.T, examples []infer.Example, d infer.Decisions) Input {
	t.Helper()
	evidence, problems := infer.ObserveAll(examples)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return Input{
		Evidence: evidence, Decisions: d,
	}
}

// checkApplied holds what every suggestion promises: that Decide takes all of
// them without a word, and that none of the strong ones is made again.
func checkApplied(t *testing.T, in Input, after infer.Decisions) {
	t.Helper()
	_, before := infer.Decide(in.Evidence, in.Decisions)
	_, problems := infer.Decide(in.Evidence, after)
	if len(problems) > len(before) {
		t.Errorf("Decide says of what was suggested: %v", problems)
	}
	in.Decisions = after
	again, _ := Find(in)
	for _, s := range again {
		if !s.Weak || in.Weak {
			t.Errorf("suggested again: %s", printOne(s))
		}
	}
}

func printAll(all []Suggestion) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(printOne(s))
	}
	return b.String()
}

func printOne(s Suggestion) string {
	var b strings.Builder
	strength := "strong"
	if s.Weak {
		strength = "weak"
	}
	fmt.Fprintf(&b, "%s %s %s: %s\n", strength, s.Kind, s.Path, s.Message)
	for _, m := range s.Change.Envelope {
		fmt.Fprintf(&b, "  envelope %s (%s)\n", m.Name, s.Change.Why)
	}
	for _, d := range s.Change.Types {
		fmt.Fprintf(&b, "  type %s %s (%s)\n", d.Name, paths(d.At), d.Why)
	}
	for _, d := range s.Change.Fields {
		fmt.Fprintf(&b, "  field %s %s\n", d.Path, strings.Join(strings.Fields(d.Type+" "+d.Name+" "+d.About+" ("+d.Why+")"), " "))
	}
	for _, d := range s.Change.Enums {
		fmt.Fprintf(&b, "  enum %s %s = %s\n", d.Name, paths(d.At), strings.Join(d.Values, " "))
	}
	for _, e := range s.Change.Events {
		fmt.Fprintf(&b, "  event %s instead of %s\n", e.Now, e.Event)
	}
	for _, at := range s.For {
		fmt.Fprintf(&b, "  for %s:%d\n", at.Example, at.Offset)
	}
	for _, at := range s.Against {
		fmt.Fprintf(&b, "  against %s:%d\n", at.Example, at.Offset)
	}
	return b.String()
}

func paths(at []infer.Place) string {
	var all []string
	for _, p := range at {
		all = append(all, p.Path)
	}
	return strings.Join(all, " ")
}
