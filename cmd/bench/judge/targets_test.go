package main

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
)

// reportOf returns a report with one part.
func reportOf(part, corpus string, ratios map[string]float64) *Report {
	r := &Report{}
	for _, name := range []string{codec.Ours, codec.Base, "easyjson", "go-json"} {
		if x, ok := ratios[name]; ok {
			r.Rows = append(r.Rows, Row{Part: part, Corpus: corpus, Name: name, Ratio: x, Micros: 100 / x, Allocs: 10, Bytes: 200, Length: 100})
		}
	}
	return r
}

func TestTargets(t *testing.T) {
	r := reportOf("decode", lineVar, map[string]float64{codec.Ours: 9.5, codec.Base: 1, "easyjson": 4, "go-json": 5})
	var got []string
	for _, x := range targets(r) {
		verdict := "missed"
		if x.Met {
			verdict = "met"
		}
		got = append(got, strings.Join([]string{x.Group, x.What, x.Want, x.Got, verdict}, ", "))
	}
	want := []string{
		"1 default decoder, encoding/json, ≥ 9×, 9.50×, met",
		"2 peers, easyjson, ≥ 2.50×, 2.38×, missed",
		"2 peers, go-json, ≥ 1.80×, 1.90×, met",
		"3 memory, allocations, ≤ 17, 10, met",
		"3 memory, bytes, of the payload's, ≤ 2.10×, 2×, met",
		"5 no cliff, the best other (go-json), decode, ≥ 1×, 1.90×, met",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("targets are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTargetsOfNothing: what was not measured is not judged.
func TestTargetsOfNothing(t *testing.T) {
	if got := targets(&Report{}); len(got) != 0 {
		t.Errorf("targets of an empty report: %v", got)
	}
}

func TestSection(t *testing.T) {
	r := reportOf("decode", lineVar, map[string]float64{codec.Ours: 9.5, codec.Base: 1, "easyjson": 12})
	want := `
| library | shopline.var, 100 B |
| --- | --- |
| encoding/json | 100 · 200 · 10 · 1.00× |
| **specimen** | 10.5 · 200 · 10 · 9.50× |
| easyjson | 8.33 · 200 · 10 · 12.0× |
`
	if got := r.section("decode"); !strings.Contains(got, want) {
		t.Errorf("the report is\n%s\nwithout\n%s", got, want)
	}
}
