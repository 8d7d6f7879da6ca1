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
		decisions, evidence, problems := observe(t, a)
		model, more := infer.Decide(evidence, decisions)
		a.Compare(t, "evidence", infer.EvidenceText(evidence))
		a.Compare(t, "model", model.String())
		a.Require(t, "problems", infer.PrintProblems(append(problems, more...)))
	})
}

// observe returns the evidence of the examples and tables of an archive, and its
// decisions.
func observe(t *testing.T, a *golden.Archive) (infer.Decisions, infer.Evidence, []infer.Problem) {
	t.Helper()
	decisions, examples := a.ReadDecisions(t), a.Examples()
	for i, x := range examples {
		examples[i].Elided = decisions.Elided[x.ID]
	}
	evidence, problems := infer.Observe(examples...)
	tables, wrong := infer.ObserveTables(decisions.Tables...)
	return decisions.Decisions, infer.Merge(evidence, tables), append(problems, wrong...)
}
