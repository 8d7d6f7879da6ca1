package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/infer"
)

// Rate is what reading many payloads takes.
type Rate struct {
	Name      string
	Megabytes float64 // of payloads
	MBs       float64 // per second of processor time, on one core
	AllCores  float64 // per second of the clock, with all cores, where measured
	Alloc     float64 // bytes allocated per byte of payload
	Retained  float64 // bytes of live memory added per byte of payload
}

// Generated is what the program itself takes for all specs of the module.
type Generated struct {
	Wall float64 // milliseconds by the clock
	CPU  float64 // milliseconds of the processor
	Fail string  // why it did not run
}

// infer measures inference over thousands of varied orders of both platforms,
// against what encoding/json takes for the same bytes.
func (b *bench) infer() error {
	examples, size, err := b.enoughOrders()
	if err != nil {
		return err
	}
	observe := func() { measure.Sink = mustObserve(examples) }
	one := func(name string, run func()) measure.Task { return measure.Task{Name: name, Ops: 1, Run: run} }
	tasks := []measure.Task{
		one("infer.ObserveAll", observe),
		one("encoding/json.Valid", func() { eachText(examples, func(text []byte) { measure.Sink = json.Valid(text) }) }),
		one("encoding/json.Unmarshal into any", func() {
			eachText(examples, func(text []byte) { measure.Sink = json.Unmarshal(text, new(any)) })
		}),
	}
	rounds := 3 // of whole passes: noise is small against them
	times := measure.Rounds([]measure.Group{{Name: "infer", Tasks: tasks}}, rounds, 0, 1, func(int) {})
	for i, t := range tasks {
		r := Rate{Name: t.Name, Megabytes: float64(size) / 1e6}
		r.MBs = r.Megabytes / (measure.Median(times[0][i]) / 1e9)
		alloc, _ := measure.Allocs(t)
		r.Alloc = alloc / float64(size)
		if i == 0 {
			r.AllCores = r.Megabytes / allCores(observe, rounds)
			r.Retained = retained(examples, size)
		}
		b.report.Inference = append(b.report.Inference, r)
	}
	b.report.Generate = b.generate()
	return nil
}

// enoughOrders returns so many orders that a pass over them takes about half a
// second.
func (b *bench) enoughOrders() ([]infer.Example, int, error) {
	const few, most = 100, 5000
	examples, size, err := b.manyOrders(few)
	if err != nil || b.quick {
		return examples, size, err
	}
	mustObserve(examples)
	start := measure.CPU()
	mustObserve(examples)
	took := measure.CPU() - start
	return b.manyOrders(min(max(int(few*time.Second/2/(took+1)), few), most))
}

// manyOrders returns n different orders of each platform, and how many bytes they
// have.
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
	e, problems := infer.ObserveAll(examples)
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

// allCores returns the median seconds by the clock, with every core in use.
func allCores(run func(), n int) float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(runtime.NumCPU()))
	var seconds []float64
	for range n {
		start := time.Now()
		run()
		seconds = append(seconds, time.Since(start).Seconds())
	}
	return measure.Median(seconds)
}

// retained returns by how much the evidence of all examples, with what it keeps of
// their texts, is larger than that of half of them, per byte of payload: 0 means
// that memory does not grow with the number of payloads.
func retained(examples []infer.Example, size int) float64 {
	live := func(n int) float64 {
		// As many of each platform, in copies that only the evidence can keep.
		var some []infer.Example
		for part := range slices.Chunk(examples, len(examples)/2) {
			for _, x := range part[:n] {
				x.Text = strings.Clone(x.Text)
				some = append(some, x)
			}
		}
		e := mustObserve(some)
		some = nil
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		runtime.KeepAlive(e)
		return float64(m.HeapAlloc)
	}
	half := live(len(examples) / 4)
	all := live(len(examples) / 2)
	runtime.KeepAlive(examples)
	return (all - half) / (float64(size) / 2)
}

// generate builds the command and lets it generate all platforms into a folder
// of its own, as often as it takes for a median.
func (b *bench) generate() *Generated {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return &Generated{Fail: err.Error()}
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "specimen")
	build := exec.Command("go", "build", "-o", program, "./cmd/specimen")
	build.Dir = b.root
	if out, err := build.CombinedOutput(); err != nil {
		return &Generated{Fail: fmt.Sprintf("%v\n%s", err, out)}
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/bench\n\ngo 1.26\n"), 0o666); err != nil {
		return &Generated{Fail: err.Error()}
	}
	var wall, cpu []float64
	for range 5 {
		run := exec.Command(program, "generate", "--specs", filepath.Join(b.root, "specs"), "--out", filepath.Join(dir, "generated"))
		run.Dir = dir
		start := time.Now()
		if out, err := run.CombinedOutput(); err != nil {
			return &Generated{Fail: fmt.Sprintf("%v\n%s", err, out)}
		}
		wall = append(wall, float64(time.Since(start).Microseconds())/1e3)
		cpu = append(cpu, childCPU(run))
		if err := os.RemoveAll(filepath.Join(dir, "generated")); err != nil {
			return &Generated{Fail: err.Error()}
		}
	}
	return &Generated{Wall: measure.Median(wall), CPU: measure.Median(cpu)}
}
