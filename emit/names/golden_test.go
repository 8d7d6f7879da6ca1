package names

import (
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestGolden names what the examples of each archive show, whose names are
// topic#example.json: the event of a topic is its first word. The outputs are the
// names and the problems.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		spec, model := input(t, a)
		n := Of(spec, model)
		a.Compare(t, "names", n.String())
		a.Require(t, "problems", golden.Problems(n.Problems))
		for _, name := range slices.Concat(n.Declared(), n.Reserved()) {
			if !token.IsIdentifier(name) {
				t.Errorf("%q is not an identifier", name)
			}
		}
	})
}

// input returns the spec and the model that an archive describes.
func input(t *testing.T, a *golden.Archive) (Spec, infer.Model) {
	t.Helper()
	decisions, examples := a.ReadDecisions(t), a.Examples()
	spec := Spec{Header: true, Examples: true}
	topics := make(map[string]bool)
	for i, x := range examples {
		topic, _, _ := strings.Cut(x.ID, "#")
		word, _, _ := strings.Cut(topic, "/")
		examples[i].Event = GoName(word)
		if !topics[topic] {
			topics[topic] = true
			spec.Topics = append(spec.Topics, Topic{Name: topic, GoName: decisions.Topics[topic], Event: GoName(word), Ref: infer.Ref(topic)})
		}
	}
	evidence, problems := infer.Observe(examples...)
	model, more := infer.Decide(evidence, decisions.Decisions)
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(golden.Problems(problems))
	}
	return spec, model
}
