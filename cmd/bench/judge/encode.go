package main

import (
	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
)

func (b *bench) encode() error {
	forms := []string{"one", "var"}
	if b.quick {
		forms = []string{"var"}
	}
	corpora, err := b.make(forms)
	if err != nil {
		return err
	}
	var groups []measure.Group
	for _, c := range corpora {
		values, err := decodedBy(c)
		if err != nil {
			return err
		}
		g := measure.Group{Name: c.Name()}
		for _, e := range codec.Encoders() {
			if b.compares(e.Name) {
				g.Tasks = append(g.Tasks, encodeTask(e, values[e.Peer]))
			}
		}
		g.Tasks = append(g.Tasks, marshalFloorTask(c.Bodies))
		groups = append(groups, g)
	}
	b.rounds("encode", groups, corpora)
	return nil
}

// decodedBy returns the events of a corpus, by codec.Encoder.Peer.
func decodedBy(c corpus.Corpus) (map[bool][]any, error) {
	values := map[bool][]any{}
	for _, d := range codec.Decoders(c) {
		if d.Name != codec.Ours && d.Name != codec.Base {
			continue
		}
		for _, body := range c.Bodies {
			v, err := d.Decode(body)
			if err != nil {
				return nil, err
			}
			values[d.Name == codec.Base] = append(values[d.Name == codec.Base], v)
		}
	}
	return values, nil
}

func encodeTask(e codec.Encoder, values []any) measure.Task {
	return measure.Task{Name: e.Name, Ops: len(values), Run: func() {
		for _, v := range values {
			text, err := e.Encode(v)
			if err != nil {
				panic(err) // all agreed before
			}
			measure.Text = text
		}
	}}
}
