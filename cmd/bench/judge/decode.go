package main

import (
	"fmt"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// mainForms are the forms of the table that compares all libraries.
var mainForms = []string{"one", "var", "text"}

func (b *bench) decode() error {
	forms := append([]string{"doc"}, mainForms...)
	if b.quick {
		forms = []string{"var", "text"}
	}
	return b.decodeForms("decode", forms)
}

func (b *bench) forms() error {
	forms := []string{"var", "shuffled", "pretty", "lines", "sparse", "unknown", "escaped"}
	return b.decodeForms("forms", forms)
}

func (b *bench) decodeForms(part string, forms []string) error {
	corpora, err := b.make(forms)
	if err != nil {
		return err
	}
	var groups []measure.Group
	for _, c := range corpora {
		g := measure.Group{Name: c.Name()}
		for _, d := range codec.Decoders(c) {
			if b.compares(d.Name) {
				g.Tasks = append(g.Tasks, decodeTask(d, c.Bodies))
			}
		}
		g.Tasks = append(g.Tasks, scanTask(c.Bodies), unmarshalFloorTask(c.Bodies))
		groups = append(groups, g)
	}
	b.rounds(part, groups, corpora)
	return nil
}

// compares reports whether a library is to be measured.
func (b *bench) compares(name string) bool {
	return name == codec.Ours || name == codec.Owned || name == codec.Base || b.config.codec.MatchString(name)
}

// make returns the corpora of the forms that -corpus asks for, after a check that
// all libraries agree on them.
func (b *bench) make(forms []string) ([]corpus.Corpus, error) {
	var all []corpus.Corpus
	for _, s := range corpus.Sources() {
		for _, form := range forms {
			name := corpus.Corpus{Source: s, Form: form}.Name()
			if !b.corpus.MatchString(name) || form == "text" && !s.Texts {
				continue
			}
			c, err := b.one(s, form, name)
			if err != nil {
				return nil, err
			}
			all = append(all, c)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("-corpus %v: no corpus of that name", b.corpus)
	}
	return all, nil
}

// checks is how many payloads of a corpus the libraries have to agree on, of
// those in other forms than var. A quick run checks as many of each.
const checks = 30

// one returns one corpus.
func (b *bench) one(s corpus.Source, form, name string) (corpus.Corpus, error) {
	if c, ok := b.corpora[name]; ok {
		return c, nil
	}
	c, err := corpus.Make(b.root, s, form, b.payloads)
	if err != nil {
		return c, err
	}
	sample := c
	if b.quick || form != "var" {
		sample.Bodies = c.Bodies[:min(checks, len(c.Bodies))]
	}
	b.progress("%s: do all agree on %d payloads of %d bytes?", name, len(sample.Bodies), c.Mean())
	if err := codec.Agree(sample); err != nil {
		return c, err
	}
	b.corpora[name] = c
	return c, nil
}

func decodeTask(d codec.Decoder, bodies [][]byte) measure.Task {
	return measure.Task{Name: d.Name, Ops: len(bodies), Run: func() {
		for _, body := range bodies {
			v, err := d.Decode(body)
			if err != nil {
				panic(err) // all agreed before
			}
			measure.Sink = v
		}
	}}
}

// scanOnly is the name of what no decoder can be faster than that validates what it reads:
// our reader, which passes over a body where it is and keeps nothing.
const scanOnly = codec.Ours + ", scan only"

func scanTask(bodies [][]byte) measure.Task {
	return measure.Task{Name: scanOnly, Ops: len(bodies), Run: func() {
		for _, body := range bodies {
			t := jsontext.OwnText(body)
			if err := t.End(t.Skip(t.Space(0))); err != nil {
				panic(err) // all agreed before
			}
		}
	}}
}

// rounds times the groups, one per corpus, and adds their rows to the report.
func (b *bench) rounds(part string, groups []measure.Group, corpora []corpus.Corpus) {
	times := measure.Rounds(groups, b.config.rounds, b.slice, 1, func(round int) {
		if (round+1)%5 == 0 {
			b.progress("%s: round %d of %d", part, round+1, b.config.rounds)
		}
	})
	for g, group := range groups {
		base := 0
		for i, t := range group.Tasks {
			if t.Name == codec.Base {
				base = i
			}
		}
		for i, t := range group.Tasks {
			row := Row{Part: part, Corpus: group.Name, Name: t.Name, Length: corpora[g].Mean()}
			row.Micros = measure.Median(times[g][i]) / 1e3
			row.P10 = measure.Quantile(times[g][i], 0.1) / 1e3
			row.Ratio = measure.Ratio(times[g][base], times[g][i])
			row.Bytes, row.Allocs = measure.Allocs(t)
			b.report.Rows = append(b.report.Rows, row)
		}
	}
}
