package suggest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestGolden looks for suggestions in the examples of each archive, beside its
// decisions. The output is suggestions.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		examples := a.Examples()
		decisions := a.ReadDecisions(t)
		in := input(t, examples, decisions.Decisions, decisions.Tables...)
		all, after := Find(in)
		checkApplied(t, in, after)
		checkShown(t, all, examples)
		a.Require(t, "suggestions", printAll(all))
	})
}

// checkShown checks that the evidence for a suggestion is a value: null does not say
// what a member holds.
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

// input returns the input that the command line passes to Find.
func input(t *testing.T, examples []infer.Example, d infer.Decisions, tables ...infer.Table) Input {
	t.Helper()
	evidence, problems := infer.Observe(examples...)
	told, wrong := infer.ObserveTables(tables...)
	evidence, problems = infer.Merge(evidence, told), append(problems, wrong...)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return Input{
		Evidence: evidence, Decisions: d,
	}
}

// checkApplied checks what every suggestion promises: infer.Decide accepts all of
// them, and strong ones are not made again.
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
		if s.Decides() && (!s.Weak || in.Weak) {
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
		fmt.Fprintf(&b, "  field %s %s\n", d.Path, strings.Join(strings.Fields(d.Type+" "+d.Name+" "+d.About+map[bool]string{true: " required"}[d.Required]+" ("+d.Why+")"), " "))
	}
	for _, d := range s.Change.Enums {
		fmt.Fprintf(&b, "  enum %s %s = %s\n", d.Name, paths(d.At), strings.Join(d.Texts(), " "))
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

func paths(at []infer.PathRef) string {
	var all []string
	for _, p := range at {
		all = append(all, p.Path)
	}
	return strings.Join(all, " ")
}
