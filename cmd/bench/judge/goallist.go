package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
)

// The varied corpora.
const (
	lineVar  = "shopline.var"
	lazzaVar = "shoplazza.var"
)

// decoder is how fast Decode is. What encoding/json of 1.27 takes is 7 and 12 times a scan that
// keeps nothing, of which Decode is 7 and 4 tenths: the goal for 1.27 is about that scan.
func (j *judge) decoder() {
	j.ratio("encoding/json", "decode", lineVar, codec.Ours, j.by(10, 7.5))
	j.ratio("encoding/json", "decode", lazzaVar, codec.Ours, j.by(8.5, 7.5))
}

// peers is the fastest other library of each corpus.
func (j *judge) peers() {
	for _, corpus := range []string{lineVar, lazzaVar} {
		if name, lead := j.lead("decode", corpus); name != "" {
			j.least("the fastest other ("+name+")", corpus, 1.9, lead, "×")
		}
	}
}

// standard is what programs that call encoding/json get, against plain structs, and against
// what encoding/json takes on its own: that and our part are the whole.
//
// Before Go 1.27, json.Marshal reads what a method MarshalJSON returns byte by byte, which takes
// longer than writing plain structs does: there is no goal for that. With 1.27, strings with
// escapes and beyond ASCII, a third of a Shoplazza order, are read twice: for 1.5 times the speed
// of plain structs, less than a tenth of their time is left, into which a copy of the text fits,
// but no escaping.
func (j *judge) standard() {
	for _, corpus := range []string{lineVar, lazzaVar} {
		j.ratio("json.Unmarshal, plain structs", "decode", corpus, codec.Unmarshal, j.by(1, 2))
		j.sum("json.Unmarshal, of itself without decoding and Decode", "decode", corpus, codec.Unmarshal, unmarshalFloor, codec.Ours)
		j.share("json.Unmarshal, allocations, plain structs", "decode", corpus, codec.Unmarshal)
		if j.by(0, 1.5) > 0 {
			j.ratio("json.Marshal, plain structs", "encode", corpus, codec.Marshal, 1.5)
		}
		j.sum("json.Marshal, of itself with the text at hand and AppendJSON", "encode", corpus, codec.Marshal, marshalFloor, codec.Reused)
		j.share("json.Marshal, allocations, plain structs", "encode", corpus, codec.Marshal)
	}
}

// sum is that an entry point takes little more time than its two parts do.
func (j *judge) sum(what, part, corpus, whole, one, other string) {
	time := func(name string) float64 {
		x, ok := j.row(part, corpus, name)
		if !ok {
			return math.NaN()
		}
		return 1 / x.Ratio
	}
	if got := time(whole) / (time(one) + time(other)); !math.IsNaN(got) {
		j.most(what, corpus, 1.15, got, "×")
	}
}

// share is that an entry point allocates no more often than encoding/json with plain structs.
func (j *judge) share(what, part, corpus, name string) {
	ours, ok1 := j.row(part, corpus, name)
	base, ok2 := j.row(part, corpus, codec.Base)
	if ok1 && ok2 {
		j.most(what, corpus, 1, ours.Allocs/base.Allocs, "×")
	}
}

func (j *judge) owned() {
	for _, x := range []struct {
		corpus         string
		base, ofDecode float64
	}{{lineVar, 13, 1.3}, {lazzaVar, 10, 1.18}} {
		if j.by(1, 0) > 0 {
			j.ratio("encoding/json", "decode", x.corpus, codec.Owned, x.base)
		}
		owned, ok1 := j.row("decode", x.corpus, codec.Owned)
		ours, ok2 := j.row("decode", x.corpus, codec.Ours)
		if ok1 && ok2 {
			j.least("Decode", x.corpus, x.ofDecode, owned.Ratio/ours.Ratio, "×")
		}
	}
}

func (j *judge) memory() {
	for _, corpus := range []string{lineVar, lazzaVar} {
		if x, ok := j.row("decode", corpus, codec.Ours); ok {
			j.most("allocations", corpus, 13, math.Round(x.Allocs), "")
			j.most("bytes, of the payload's", corpus, 2.1, x.Bytes/float64(x.Length), "×")
		}
	}
}

func (j *judge) cliffs() {
	for _, form := range []string{"shuffled", "pretty", "sparse", "unknown"} {
		for _, platform := range []string{"shopline.", "shoplazza."} {
			j.ratio("encoding/json", "forms", platform+form, codec.Ours, j.by(6, 4.5))
		}
	}
	for _, corpus := range []string{lineVar, lazzaVar} {
		j.ratio("encoding/json, all caches cold", "cold", corpus, codec.Ours, j.by(3.7, 2.8))
	}
	for _, corpus := range j.corpora("first") {
		j.ratio("encoding/json, first call", "first", corpus, codec.Ours, 5)
	}
	for _, part := range []string{"forms", "cold", "first"} {
		on, name, least := "", "", math.Inf(1)
		for _, corpus := range j.corpora(part) {
			if peer, lead := j.lead(part, corpus); peer != "" && lead < least {
				on, name, least = corpus, peer, lead
			}
		}
		if name != "" {
			j.least("the fastest other ("+name+"), "+part, on, 1, least, "×")
		}
	}
}

// lead returns the fastest other library on a corpus, "" for none, and how many times as
// fast as that Decode is.
func (j *judge) lead(part, corpus string) (name string, lead float64) {
	ours, ok := j.row(part, corpus, codec.Ours)
	lead = math.Inf(1)
	for _, x := range j.Rows {
		if ok && x.Part == part && x.Corpus == corpus && x.Name != codec.Base && !ownName(x.Name) && ours.Ratio/x.Ratio < lead {
			name, lead = x.Name, ours.Ratio/x.Ratio
		}
	}
	return name, lead
}

// ownName reports whether a row is one of ours.
func ownName(name string) bool { return strings.HasPrefix(name, codec.Ours) }

func (j *judge) encoder() {
	for _, x := range []struct {
		corpus        string
		fresh, reused float64
	}{{lineVar, 4, 5}, {lazzaVar, 2.5, 3}} {
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

// verification is that nothing is added to what cannot be left out: the MAC of a body that is
// signed as it is, and the decoding. Where the members are signed sorted, writing them costs
// half of a decoding at most.
func (j *judge) verification() {
	for _, corpus := range j.corpora("verify") {
		cost := map[string]float64{} // of the MAC's
		for _, name := range []string{verifyOnly, decodeOnly, handleAll} {
			x, _ := j.row("verify", corpus, name)
			cost[name] = 1 / x.Ratio
		}
		if corpus == lineVar {
			j.most("Verify without the MAC, of Decode", corpus, 0.5, (cost[verifyOnly]-1)/cost[decodeOnly], "×")
		} else {
			j.most("Verify, of the MAC alone", corpus, 1.1, cost[verifyOnly], "×")
		}
		j.most("Receiver.Handle, of Verify and Decode", corpus, 1.05, cost[handleAll]/(cost[verifyOnly]+cost[decodeOnly]), "×")
	}
}

// recording is what evidence costs that is added as deliveries are decoded.
func (j *judge) recording() {
	for _, corpus := range j.corpora("record") {
		if x, ok := j.row("record", corpus, decodeAndAdd); ok {
			j.most("Recorder.Add, of Decode", corpus, 0.1, 1/x.Ratio-1, "×")
		}
	}
}

func (j *judge) inference() {
	for _, x := range j.Inference {
		if !x.Stream {
			continue
		}
		// json.Valid of 1.27 is three times as fast as that of 1.26.
		want := j.by(2.5, 0.8)
		if strings.HasSuffix(x.Name, "shoplazza") {
			want = j.by(2, 0.7)
		}
		j.least("NDJSON on one core, json.Valid of the same bytes", x.Name, want, x.Ratio, "×")
		if j.Machine.Cores > 1 {
			j.least("all cores, of one core", x.Name, 0.8*float64(j.Machine.Cores), x.AllCores, "×")
		}
		j.most("memory retained per byte", x.Name, 0.01, x.Retained, " B")
	}
}

func (j *judge) generation() {
	if g := j.Generate; g != nil {
		j.most("generate, of gofmt -l of its output", "all platforms", 3, g.Ratio, "×")
	}
	for _, s := range j.Suggest {
		most := 2.0 // times generate, which grows with the topics as well
		if s.Topics > 50 {
			most = 3
		}
		j.most("suggest -w, of generate", fmt.Sprintf("%d topics", s.Topics), most, s.Ratio(), "×")
	}
}

// growing is that costs are linear: a slope of 1. What is above it by more than noise is not.
// What is written has to be made, so emit may grow as its output does. Times have the noise
// of the machine, and caches that are too small for what is large. What is allocated has
// neither, but slices and maps that double.
func (j *judge) growing() {
	const noise, steps = 0.15, 0.05
	for _, s := range j.Growth {
		j.most("slope of observe", s.What, 1+noise, s.Observe, "")
		j.most("slope of decide", s.What, 1+noise, s.Decide, "")
		j.most("slope of emit", s.What, max(1, s.Output)+noise, s.Emit, "")
		j.most("slope of memory of observe", s.What, 1+steps, s.Memory.Observe, "")
		j.most("slope of memory of decide", s.What, 1+steps, s.Memory.Decide, "")
		j.most("slope of memory of emit", s.What, max(1, s.Output)+steps, s.Memory.Emit, "")
	}
}

func (j *judge) size() {
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
	var own, easy Compile
	for _, x := range j.Compiles {
		to := &own
		if x.Peer {
			to = &easy
		}
		to.Members += x.Members
		to.CPU += x.CPU
	}
	if own.Members > 0 && easy.Members > 0 {
		j.most("compile time per member, of easyjson's", "four packages", 3, own.CPU/float64(own.Members)/(easy.CPU/float64(easy.Members)), "×")
	}
}
