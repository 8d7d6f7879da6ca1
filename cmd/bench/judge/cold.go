package main

import (
	"regexp"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
)

// coldPeers are those to compare with where every operation takes milliseconds
// of preparation.
var coldPeers = regexp.MustCompile(`^(easyjson|go-json|jx|` + codec.SonicFastest + `)$`)

// cold decodes payloads of the varied corpora one at a time, with the caches of
// the processor emptied before each. Its times are the 25th percentile, by the
// clock.
func (b *bench) cold() error {
	corpora, err := b.make([]string{"var"})
	if err != nil {
		return err
	}
	n := 150
	if b.quick {
		n = 40
	}
	for _, c := range corpora {
		var tasks []measure.Task
		base := 0
		for _, d := range codec.Decoders(c) {
			if !b.compares(d.Name) || d.Name != codec.Ours && d.Name != codec.Base && !coldPeers.MatchString(d.Name) {
				continue
			}
			if d.Name == codec.Base {
				base = len(tasks)
			}
			warm := decodeTask(d, c.Bodies)
			warm.Run()
			next := 0
			tasks = append(tasks, measure.Task{Name: d.Name, Ops: 1, Run: func() {
				v, err := d.Decode(c.Bodies[next%len(c.Bodies)])
				if err != nil {
					panic(err) // all agreed before
				}
				measure.Sink = v
				next++
			}})
		}
		times := measure.Cold(tasks, n, 1)
		for i, t := range tasks {
			row := Row{Part: "cold", Corpus: c.Name(), Name: t.Name, Length: c.Mean()}
			row.Micros = measure.Quantile(times[i], 0.25) / 1e3
			row.P10 = measure.Quantile(times[i], 0.1) / 1e3
			row.Ratio = measure.Quantile(times[base], 0.25) / measure.Quantile(times[i], 0.25)
			b.report.Rows = append(b.report.Rows, row)
		}
	}
	return nil
}
