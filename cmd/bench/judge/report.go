package main

// Report is the outcome of a run, with one version of Go.
type Report struct {
	Machine   Machine
	Settings  string
	Rows      []Row       // decode, forms, encode, verify, cold, first
	Accepts   []Probe     `json:",omitempty"`
	Sizes     []Size      `json:",omitempty"`
	Compiles  []Compile   `json:",omitempty"`
	Inference []Rate      `json:",omitempty"`
	Growth    []Series    `json:",omitempty"`
	Suggest   []Suggested `json:",omitempty"`
	Generate  *Generated  `json:",omitempty"`
	Goals     []Goal      `json:",omitempty"`
}

// Row is what one library takes on one corpus.
type Row struct {
	Part   string
	Corpus string
	Name   string
	Micros float64 // median over rounds
	P10    float64 // the tenth percentile of them
	Ratio  float64 // times as fast as encoding/json; in verify, as the MAC alone
	Bytes  float64 // allocated per operation
	Allocs float64
	Length int // bytes of JSON, mean
}

// row returns what was measured of a library, and whether it was.
func (r *Report) row(part, corpus, name string) (Row, bool) {
	for _, x := range r.Rows {
		if x.Part == part && x.Corpus == corpus && x.Name == name {
			return x, true
		}
	}
	return Row{}, false
}

// names returns the libraries of a part in the order in which they were
// measured.
func (r *Report) names(part string) []string {
	return r.distinct(part, func(x Row) string { return x.Name })
}

// corpora returns the corpora of a part, in the same way.
func (r *Report) corpora(part string) []string {
	return r.distinct(part, func(x Row) string { return x.Corpus })
}

func (r *Report) distinct(part string, key func(Row) string) []string {
	var all []string
	seen := map[string]bool{}
	for _, x := range r.Rows {
		if k := key(x); x.Part == part && !seen[k] {
			seen[k] = true
			all = append(all, k)
		}
	}
	return all
}
