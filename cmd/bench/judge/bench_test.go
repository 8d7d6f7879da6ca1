package main

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/cmd/bench/internal/synthetic"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// root is the folder of the module with the generated packages.
var root = filepath.Join("..", "..", "..")

// eachCorpus runs a benchmark for every corpus.
func eachCorpus(b *testing.B, run func(*testing.B, corpus.Corpus)) {
	for _, s := range corpus.Sources() {
		for _, form := range corpus.Forms() {
			if form == "text" {
				continue // the bodies of var
			}
			b.Run(s.Platform+"."+form, func(b *testing.B) {
				c, err := corpus.Make(root, s, form, fullPayloads)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportAllocs()
				b.SetBytes(int64(c.Mean()))
				run(b, c)
			})
		}
	}
}

// BenchmarkDecode is Decode of the generated packages. An operation is one
// payload.
func BenchmarkDecode(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c corpus.Corpus) { decodeAll(b, c, codec.Ours) })
}

// BenchmarkDecodeOwned is DecodeOwned of the generated packages.
func BenchmarkDecodeOwned(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c corpus.Corpus) { decodeAll(b, c, codec.Owned) })
}

// BenchmarkDecodeBase is encoding/json into plain structs, for comparison.
func BenchmarkDecodeBase(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c corpus.Corpus) { decodeAll(b, c, codec.Base) })
}

func decodeAll(b *testing.B, c corpus.Corpus, name string) {
	for _, d := range codec.Decoders(c) {
		if d.Name != name {
			continue
		}
		for i := 0; b.Loop(); i++ {
			v, err := d.Decode(c.Bodies[i%len(c.Bodies)])
			if err != nil {
				b.Fatal(err)
			}
			measure.Sink = v
		}
	}
}

// BenchmarkEncode is AppendJSON into a fresh buffer.
func BenchmarkEncode(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c corpus.Corpus) { encodeAll(b, c, codec.Ours) })
}

// BenchmarkEncodeReused is AppendJSON into a buffer that is used again.
func BenchmarkEncodeReused(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c corpus.Corpus) { encodeAll(b, c, codec.Reused) })
}

func encodeAll(b *testing.B, c corpus.Corpus, name string) {
	values, err := decodedBy(c)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range codec.Encoders() {
		if e.Name != name {
			continue
		}
		events := values[e.Peer]
		for i := 0; b.Loop(); i++ {
			text, err := e.Encode(events[i%len(events)])
			if err != nil {
				b.Fatal(err)
			}
			measure.Text = text
		}
	}
}

// BenchmarkObserve is inference over varied orders of both platforms. An
// operation is the whole list.
func BenchmarkObserve(b *testing.B) {
	for _, n := range []int{125, 250, 500, 1000} {
		b.Run(fmt.Sprintf("payloads=%d", 2*n), func(b *testing.B) {
			run := bench{config: config{root: root}}
			examples, size, err := run.manyOrders(n)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			b.SetBytes(int64(size))
			for b.Loop() {
				measure.Sink = mustObserve(examples)
			}
		})
	}
}

// BenchmarkCollect is inference over captured deliveries of one platform. An
// operation is the whole stream.
func BenchmarkCollect(b *testing.B) {
	for _, s := range corpus.Sources() {
		for _, n := range []int{125, 250, 500, 1000} {
			b.Run(fmt.Sprintf("%s/deliveries=%d", s.Platform, n), func(b *testing.B) {
				run := bench{config: config{root: root}}
				stream, err := run.stream(s, n)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportAllocs()
				b.SetBytes(int64(len(stream)))
				for b.Loop() {
					measure.Sink = collect(stream)
				}
			})
		}
	}
}

// BenchmarkGenerate is the pipeline from examples to files, in memory, while one
// size doubles. An operation is one platform.
func BenchmarkGenerate(b *testing.B) {
	for _, s := range doublings() {
		for i := range 5 {
			n := s.first << i
			b.Run(fmt.Sprintf("%s=%d", s.short, n), func(b *testing.B) {
				p := synthetic.Make(s.size(n))
				b.ReportAllocs()
				b.SetBytes(int64(p.Bytes))
				for b.Loop() {
					e, _ := infer.Observe(p.Examples...)
					model, _ := infer.Decide(e, infer.Decisions{})
					files, problems := emit.Package(p.Emit, names.Of(p.Emit.NamesSpec(), model), "example.com/acme")
					if len(problems) > 0 {
						b.Fatal(problems[0].Message())
					}
					measure.Sink = files
				}
			})
		}
	}
}
