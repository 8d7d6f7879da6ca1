package infer_test

import (
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestGolden observes the examples of each archive and decides by its decisions.
// The outputs are evidence, model and problems; the first two are compared where a
// case has them.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		decisions, examples := a.ReadDecisions(t), a.Examples()
		for i, x := range examples {
			examples[i].Elided = decisions.Elided[x.ID]
		}
		evidence, problems := infer.Observe(examples...)
		model, more := infer.Decide(evidence, decisions.Decisions)
		a.Compare(t, "evidence", evidence.String())
		a.Compare(t, "model", model.String())
		a.Require(t, "problems", infer.PrintProblems(append(problems, more...)))
	})
}
