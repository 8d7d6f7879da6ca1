package main

import (
	"fmt"
	"math"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
)

// Target is one figure to reach. Only those are listed that the run measured.
type Target struct {
	Group string
	What  string
	On    string
	Want  string
	Got   string
	Met   bool
}

// The varied corpora, and the one where the others do less, see corpus.Corpus.
const (
	lineVar   = "shopline.var"
	lazzaVar  = "shoplazza.var"
	lazzaText = "shoplazza.text"
)

// more marks what is harder than the targets ask: on this corpus our decoder
// reads the JSON inside strings and the others do not.
const more = " (more than asked)"

// judge collects the targets of a report.
type judge struct {
	*Report
	all   []Target
	group string
}

// targets compares a report with the eight groups of targets.
func targets(r *Report) []Target {
	j := &judge{Report: r}
	j.decoder()
	j.peers()
	j.memory()
	j.owned()
	j.cliffs()
	j.size()
	j.encoder()
	j.inference()
	return j.all
}

// least and most add a target that is a lower or an upper bound.
func (j *judge) least(what, on string, want, got float64, unit string) {
	j.add(what, on, "≥ ", want, got, unit, got >= want)
}

func (j *judge) most(what, on string, want, got float64, unit string) {
	j.add(what, on, "≤ ", want, got, unit, got <= want)
}

func (j *judge) add(what, on, sign string, want, got float64, unit string, met bool) {
	if on == lazzaText {
		what += more
	}
	number := func(x float64) string {
		if x >= 100 || x == math.Trunc(x) {
			return fmt.Sprintf("%.0f", x)
		}
		return fmt.Sprintf("%.2f", x)
	}
	j.all = append(j.all, Target{j.group, what, on, sign + number(want) + unit, number(got) + unit, met})
}

// ratio is a lower bound for how many times as fast as encoding/json one of our
// entry points is.
func (j *judge) ratio(what, part, corpus, name string, want float64) {
	if x, ok := j.row(part, corpus, name); ok {
		j.least(what, corpus, want, x.Ratio, "×")
	}
}

func (j *judge) decoder() {
	j.group = "1 default decoder"
	j.ratio("encoding/json", "decode", lineVar, codec.Ours, 9)
	j.ratio("encoding/json", "decode", lazzaVar, codec.Ours, 6.5)
	j.ratio("encoding/json", "decode", lazzaText, codec.Ours, 6.5)
	j.ratio("encoding/json built with jsonv2", "jsonv2", lineVar, codec.Ours, 6)
	j.ratio("encoding/json built with jsonv2", "jsonv2", lazzaVar, codec.Ours, 4.8)
}

func (j *judge) peers() {
	j.group = "2 peers"
	for _, p := range []struct {
		name string
		want float64
	}{{"easyjson", 2.5}, {"jx", 2.3}, {"go-json", 1.8}, {codec.SonicFastest, 1.7}} {
		for _, corpus := range []string{lineVar, lazzaVar, lazzaText} {
			ours, ok1 := j.row("decode", corpus, codec.Ours)
			peer, ok2 := j.row("decode", corpus, p.name)
			if ok1 && ok2 {
				j.least(p.name, corpus, p.want, ours.Ratio/peer.Ratio, "×")
			}
		}
	}
}

func (j *judge) memory() {
	j.group = "3 memory"
	if x, ok := j.row("decode", "shopline.doc", codec.Ours); ok {
		j.most("allocations", "shopline.doc", 7, x.Allocs, "")
	}
	for _, corpus := range []string{lineVar, lazzaVar} {
		if x, ok := j.row("decode", corpus, codec.Ours); ok {
			j.most("allocations", corpus, 17, x.Allocs, "")
			j.most("bytes, of the payload's", corpus, 2.1, x.Bytes/float64(x.Length), "×")
		}
	}
}

func (j *judge) owned() {
	j.group = "4 owned input"
	j.ratio("encoding/json", "decode", lineVar, codec.Owned, 12)
	j.ratio("encoding/json", "decode", lazzaVar, codec.Owned, 8)
	for _, corpus := range []string{lineVar, lazzaVar} {
		if x, ok := j.row("decode", corpus, codec.Owned); ok {
			j.least("throughput", corpus, 1000, x.MBs(), " MB/s")
		}
	}
}

func (j *judge) cliffs() {
	j.group = "5 no cliff"
	for _, form := range []struct {
		name string
		want float64
	}{{"shuffled", 4.5}, {"pretty", 6}, {"sparse", 6}, {"unknown", 6}} {
		for _, platform := range []string{"shopline.", "shoplazza."} {
			j.ratio("encoding/json", "forms", platform+form.name, codec.Ours, form.want)
		}
	}
	for _, corpus := range []string{lineVar, lazzaVar} {
		j.ratio("encoding/json, all caches cold", "cold", corpus, codec.Ours, 3.7)
	}
	for _, corpus := range j.corpora("first") {
		x, _ := j.row("first", corpus, codec.Ours)
		j.most("first call", corpus, 0.1, x.Micros/1e3, " ms")
	}
	for _, part := range []string{"decode", "forms", "cold", "first"} {
		j.best(part)
	}
}

// best is that no other library is faster on the same bytes. Of the corpora of a
// part it lists the one on which ours has the smallest lead, among those where
// all do the same.
func (j *judge) best(part string) {
	var best Row
	lead := math.Inf(1)
	for _, x := range j.Rows {
		if x.Corpus == lazzaText {
			continue
		}
		if ours, ok := j.row(part, x.Corpus, codec.Ours); ok && x.Part == part && !ownName(x.Name) && ours.Ratio/x.Ratio < lead {
			best, lead = x, ours.Ratio/x.Ratio
		}
	}
	if best.Name != "" {
		j.least("the best other ("+best.Name+"), "+part, best.Corpus, 1, lead, "×")
	}
}

// ownName reports whether a library is one of our entry points.
func ownName(name string) bool {
	return len(name) >= len(codec.Ours) && name[:len(codec.Ours)] == codec.Ours
}

func (j *judge) size() {
	j.group = "6 size"
	var s Size
	for _, x := range j.Sizes {
		s.Members += x.Members
		s.Decode += x.Decode
		s.Encode += x.Encode
	}
	if s.Members > 0 {
		j.most("machine code per member, decode", "four packages", 360, float64(s.Decode)/float64(s.Members), " B")
		j.most("machine code per member, encode", "four packages", 230, float64(s.Encode)/float64(s.Members), " B")
	}
	var c Compile
	for _, x := range j.Compiles {
		c.Members += x.Members
		c.CPU += x.CPU
	}
	if c.Members > 0 {
		j.most("compile time per member", "four packages", 2.5, c.CPU/float64(c.Members), " ms")
	}
}

func (j *judge) encoder() {
	j.group = "7 encode"
	for _, x := range []struct {
		corpus        string
		fresh, reused float64
	}{{lineVar, 3, 4}, {lazzaVar, 2, 2.5}} {
		j.ratio("encoding/json", "encode", x.corpus, codec.Ours, x.fresh)
		if row, ok := j.row("encode", x.corpus, codec.Ours); ok {
			j.most("allocations", x.corpus, 1, math.Round(row.Allocs*100)/100, "")
		}
		j.ratio("encoding/json, reused buffer", "encode", x.corpus, codec.Reused, x.reused)
		if row, ok := j.row("encode", x.corpus, codec.Reused); ok {
			j.most("allocations, reused buffer", x.corpus, 0, math.Round(row.Allocs*100)/100, "")
		}
	}
}

func (j *judge) inference() {
	j.group = "8 inference"
	for _, x := range j.Inference {
		if !x.Stream {
			continue
		}
		j.least("NDJSON, one core", x.Name, 900, x.MBs, " MB/s")
		j.least("all cores, of one core", x.Name, 0.8*float64(j.Machine.Cores), x.AllCores/x.MBs, "×")
		j.most("memory retained per byte", x.Name, 0.01, x.Retained, " B")
	}
	if g := j.Generate; g != nil && g.Fail == "" {
		j.most("generate, processor time", "all platforms", 500, g.CPU, " ms")
	}
	for _, s := range j.Suggest {
		most := 2.0 // times generate, which grows with the topics as well
		if s.Topics > 50 {
			most = 3
		}
		j.most("suggest -w, of generate", fmt.Sprintf("%d topics", s.Topics), most, s.Ratio(), "×")
	}
	// Linear is 1; what is above it by more than noise is not. What is written
	// has to be made, so emit may grow as its output does.
	const noise = 0.15
	for _, s := range j.Growth {
		j.most("slope of observe", s.What, 1+noise, s.Observe, "")
		j.most("slope of decide", s.What, 1+noise, s.Decide, "")
		j.most("slope of emit", s.What, max(1, s.Output)+noise, s.Emit, "")
	}
}
