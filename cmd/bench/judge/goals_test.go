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

func TestGoals(t *testing.T) {
	for _, test := range []struct{ version, ratio string }{
		{"go1.26.8", "decode, encoding/json, ≥ 10×, 9.50×, missed"},
		{"go1.27.3 X:jsonv2", "decode, encoding/json, ≥ 7.50×, 9.50×, met"},
	} {
		r := reportOf("decode", lineVar, map[string]float64{codec.Ours: 9.5, codec.Base: 1, "easyjson": 4, "go-json": 5})
		r.Machine.Go = test.version
		var got []string
		for _, x := range goals(r) {
			verdict := "missed"
			if x.Met {
				verdict = "met"
			}
			got = append(got, strings.Join([]string{x.Group, x.What, x.Want, x.Got, verdict}, ", "))
		}
		want := []string{
			test.ratio,
			"other libraries, the fastest other (go-json), ≥ 1.90×, 1.90×, met",
			"memory, allocations, ≤ 13, 10, met",
			"memory, bytes, of the payload's, ≤ 2.10×, 2×, met",
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: the goals are\n%s\nwant\n%s", test.version, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestGoalsInStandard: what encoding/json takes on its own is no part of ours.
func TestGoalsInStandard(t *testing.T) {
	r := &Report{}
	r.Machine.Go = "go1.27.3"
	for name, micros := range map[string]float64{codec.Unmarshal: 50, unmarshalFloor: 20, codec.Ours: 20} {
		r.Rows = append(r.Rows, Row{Part: "decode", Corpus: lazzaVar, Name: name, Ratio: 80 / micros})
	}
	for name, micros := range map[string]float64{codec.Marshal: 30, marshalFloor: 20, codec.Reused: 10} {
		r.Rows = append(r.Rows, Row{Part: "encode", Corpus: lazzaVar, Name: name, Ratio: 24 / micros})
	}
	var got []string
	for _, x := range goals(r) {
		if x.Group == "in encoding/json" {
			got = append(got, x.What+" "+x.Want+" "+x.Got)
		}
	}
	want := []string{
		"json.Unmarshal, plain structs ≥ 2× 1.60×",
		"json.Unmarshal, of itself without decoding and Decode ≤ 1.15× 1.25×",
		"json.Marshal, plain structs ≥ 1.50× 0.80×",
		"json.Marshal, of itself with the text at hand and AppendJSON ≤ 1.15× 1×",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the goals are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestGoalsOfVerify: what is beyond the MAC counts.
func TestGoalsOfVerify(t *testing.T) {
	r := &Report{}
	for _, x := range []struct {
		name   string
		micros float64
	}{{macAlone, 10}, {verifyOnly, 25}, {decodeOnly, 20}, {handleAll, 54}} {
		r.Rows = append(r.Rows, Row{Part: "verify", Corpus: lineVar, Name: x.name, Micros: x.micros, Ratio: 10 / x.micros})
	}
	var got []string
	for _, x := range goals(r) {
		got = append(got, x.What+" "+x.Got)
	}
	if want := "Verify without the MAC, of Decode 0.75×; Receiver.Handle, of Verify and Decode 1.20×"; strings.Join(got, "; ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "; "), want)
	}
}

// TestGoalsOfNothing: what was not measured is not judged.
func TestGoalsOfNothing(t *testing.T) {
	if got := goals(&Report{}); len(got) != 0 {
		t.Errorf("goals of an empty report: %v", got)
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
