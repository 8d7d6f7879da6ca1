package main

import (
	"fmt"
	"go/version"
	"math"
	"strings"
)

// Goal is one figure to reach, and what was measured. Every goal is a ratio of two figures
// of the same run, or a number that no clock is needed for: times alone say more about the
// machine than about the program. Only those are listed that the run measured.
type Goal struct {
	Group string
	What  string
	On    string
	Want  string
	Got   string
	Met   bool
}

// judge collects the goals of a report.
type judge struct {
	*Report
	all   []Goal
	group string
}

// goals compares a report with the goals for its version of Go.
func goals(r *Report) []Goal {
	j := &judge{Report: r}
	for _, g := range []struct {
		name string
		add  func()
	}{
		{"decode", j.decoder},
		{"other libraries", j.peers},
		{"in encoding/json", j.standard},
		{"owned input", j.owned},
		{"memory", j.memory},
		{"no cliff", j.cliffs},
		{"encode", j.encoder},
		{"verify", j.verification},
		{"record", j.recording},
		{"inference", j.inference},
		{"generate", j.generation},
		{"growth", j.growing},
		{"size", j.size},
	} {
		j.group = g.name
		g.add()
	}
	return j.all
}

// by returns the goal for the version of Go: its encoding/json is another program from 1.27
// on, faster at decoding.
func (j *judge) by(go126, go127 float64) float64 {
	name, _, _ := strings.Cut(j.Machine.Go, " ")
	if version.Compare(name, "go1.27") >= 0 {
		return go127
	}
	return go126
}

// least and most add a goal that is a lower or an upper bound.
func (j *judge) least(what, on string, want, got float64, unit string) {
	j.add(what, on, "≥ ", want, got, unit, got >= want)
}

func (j *judge) most(what, on string, want, got float64, unit string) {
	j.add(what, on, "≤ ", want, got, unit, got <= want)
}

func (j *judge) add(what, on, sign string, want, got float64, unit string, met bool) {
	number := func(x float64) string {
		if x >= 100 || x == math.Trunc(x) {
			return fmt.Sprintf("%.0f", x)
		}
		return fmt.Sprintf("%.2f", x)
	}
	j.all = append(j.all, Goal{j.group, what, on, sign + number(want) + unit, number(got) + unit, met})
}

// ratio is a lower bound for how many times as fast as the base of its part one of our
// entry points is.
func (j *judge) ratio(what, part, corpus, name string, want float64) {
	if x, ok := j.row(part, corpus, name); ok {
		j.least(what, corpus, want, x.Ratio, "×")
	}
}
