package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/infer"
)

// Rate is what reading many payloads takes.
type Rate struct {
	Name      string
	Stream    bool    // captured deliveries, a line each
	Megabytes float64 // of payloads
	MBs       float64 // per second of processor time, on one core
	Ratio     float64 // times as fast as encoding/json is with the same bytes
	AllCores  float64 // times as fast by the clock with all cores as with one, where measured
	Alloc     float64 // bytes allocated per byte of payload
	Retained  float64 // bytes of live memory added per byte of payload
}

// infer measures inference over thousands of varied orders: as captured deliveries,
// a line each, and as examples of a spec, against what encoding/json takes for the
// same bytes.
func (b *bench) infer() error {
	n, err := b.enoughOrders()
	if err != nil {
		return err
	}
	for _, s := range corpus.Sources() {
		stream, err := b.stream(s, n)
		if err != nil {
			return err
		}
		b.rates([]Rate{
			{Name: "deliveries, " + s.Platform, Stream: true},
			{Name: "encoding/json.Valid, " + s.Platform},
		}, stream, func() { measure.Sink = collect(stream) }, func() {
			for line := range bytes.Lines(stream) {
				measure.Sink = json.Valid(line)
			}
		})
	}
	examples, size, err := b.manyOrders(n)
	if err != nil {
		return err
	}
	b.rates([]Rate{{Name: "examples of both", Retained: retainedExamples(examples, size)}, {Name: "encoding/json.Unmarshal of both into any"}},
		make([]byte, size), func() { measure.Sink = mustObserve(examples) }, func() {
			eachText(examples, func(text []byte) { measure.Sink = json.Unmarshal(text, new(any)) })
		})
	return nil
}

// rates measures passes over one text, each of which is one rate. The last one is that of
// encoding/json.
func (b *bench) rates(rates []Rate, text []byte, passes ...func()) {
	var tasks []measure.Task
	for i, r := range rates {
		tasks = append(tasks, measure.Task{Name: r.Name, Ops: 1, Run: passes[i]})
	}
	const rounds = 5 // of whole passes: noise is small against them
	times := measure.Rounds([]measure.Group{{Name: "infer", Tasks: tasks}}, rounds, 0, 1, func(int) {})
	for i, r := range rates {
		r.Megabytes = float64(len(text)) / 1e6
		r.MBs = r.Megabytes / (measure.Median(times[0][i]) / 1e9)
		r.Ratio = measure.Ratio(times[0][len(rates)-1], times[0][i])
		alloc, _ := measure.Allocs(tasks[i])
		r.Alloc = alloc / float64(len(text))
		if r.Stream {
			r.AllCores = allCores(text, rounds)
			r.Retained = retained(text)
		}
		b.report.Inference = append(b.report.Inference, r)
	}
}

// stream returns n orders of a platform as captured deliveries.
func (b *bench) stream(s corpus.Source, n int) ([]byte, error) {
	c, err := corpus.Make(b.root, s, "var", n)
	var all []byte
	for _, body := range c.Bodies {
		all = append(append(all, body...), '\n')
	}
	return all, err
}

// collect returns what the deliveries of a stream show.
func collect(stream []byte) infer.Evidence {
	c := infer.NewAccumulator(nil)
	for line := range bytes.Lines(stream) {
		c.Add("order", line)
	}
	return c.Evidence()
}

// enoughOrders returns how many orders of each platform a pass takes about half a
// second over.
func (b *bench) enoughOrders() (int, error) {
	const few, quick, most = 100, 1000, 10000
	if b.quick {
		return quick, nil
	}
	examples, _, err := b.manyOrders(few)
	if err != nil {
		return 0, err
	}
	mustObserve(examples)
	start := measure.CPU()
	mustObserve(examples)
	took := measure.CPU() - start
	return min(max(int(few*time.Second/2/(took+1)), few), most), nil
}

// manyOrders returns n different orders of each platform as examples, and how many
// bytes they have.
func (b *bench) manyOrders(n int) ([]infer.Example, int, error) {
	var examples []infer.Example
	size := 0
	for _, s := range corpus.Sources() {
		c, err := corpus.Make(b.root, s, "var", n)
		if err != nil {
			return nil, 0, err
		}
		for i, body := range c.Bodies {
			examples = append(examples, infer.Example{
				ID: fmt.Sprintf("%s#%d", s.Platform, i), Event: s.Platform, Text: string(body),
			})
			size += len(body)
		}
	}
	return examples, size, nil
}

func mustObserve(examples []infer.Example) infer.Evidence {
	e, problems := infer.Observe(examples...)
	if len(problems) > 0 {
		panic(problems[0].Message) // the corpora are JSON
	}
	return e
}

// eachText calls f with each example in one buffer.
func eachText(examples []infer.Example, f func([]byte)) {
	var buffer []byte
	for _, x := range examples {
		buffer = append(buffer[:0], x.Text...)
		f(buffer)
	}
}

// allCores returns how many times as fast by the clock a stream is read with all cores as
// with one: the median of n rounds.
func allCores(stream []byte, n int) float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(runtime.NumCPU()))
	var one, all measure.Times
	for range n {
		one = append(one, inParts(stream, 1))
		all = append(all, inParts(stream, runtime.NumCPU()))
	}
	return measure.Ratio(one, all)
}

// inParts returns the nanoseconds by the clock that n goroutines take for a part of the
// stream each, and to merge the evidence.
func inParts(stream []byte, n int) float64 {
	start := time.Now()
	var parts [][]byte
	for rest := stream; len(rest) > 0; {
		cut := min(len(stream)/n+1, len(rest))
		cut += bytes.IndexByte(rest[cut-1:], '\n')
		parts, rest = append(parts, rest[:cut]), rest[cut:]
	}
	evidence := make([]infer.Evidence, len(parts))
	var wait sync.WaitGroup
	for i, part := range parts {
		wait.Go(func() { evidence[i] = collect(part) })
	}
	wait.Wait()
	var all infer.Evidence
	for _, e := range evidence {
		all = infer.Merge(all, e)
	}
	measure.Sink = all
	return float64(time.Since(start))
}

// live returns how many bytes what make returns keeps alive.
func live(make func() infer.Evidence) float64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&before)
	e := make()
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(e)
	return float64(after.HeapAlloc) - float64(before.HeapAlloc)
}

// retained returns by how much the evidence of a stream is larger than that of its
// first half, per byte: 0 means that memory does not grow with the number of
// deliveries.
func retained(stream []byte) float64 {
	half := stream[:len(stream)/2+bytes.IndexByte(stream[len(stream)/2:], '\n')+1]
	grown := live(func() infer.Evidence { return collect(stream) }) - live(func() infer.Evidence { return collect(half) })
	return grown / float64(len(stream)-len(half))
}

// retainedExamples is retained for examples, in copies that only the evidence can
// keep.
func retainedExamples(examples []infer.Example, size int) float64 {
	observe := func(n int) float64 {
		return live(func() infer.Evidence {
			var some []infer.Example
			for part := range slices.Chunk(examples, len(examples)/2) { // as many of each platform
				for _, x := range part[:n] {
					x.Text = strings.Clone(x.Text)
					some = append(some, x)
				}
			}
			return mustObserve(some)
		})
	}
	return (observe(len(examples)/2) - observe(len(examples)/4)) / (float64(size) / 2)
}
