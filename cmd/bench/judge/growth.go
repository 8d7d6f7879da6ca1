package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"slices"

	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/cmd/bench/internal/synthetic"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// Series is the cost of the pipeline while one size doubles.
type Series struct {
	What   string
	Points []Point
	// The slopes of the stages' cost against size, both as logarithms: 1 means
	// linear. Output is that of the files: what is written has to be made.
	Observe, Decide, Emit, All, Output float64
	Memory                             Stages // the slopes of what the stages allocate
}

// Stages has a number for each stage.
type Stages struct{ Observe, Decide, Emit float64 }

// Point is one size of a series.
type Point struct {
	Size                  int
	Kilobytes             float64 // of examples
	Output                float64 // kilobytes of files
	Observe, Decide, Emit float64 // milliseconds of the processor
	Memory                Stages  // kilobytes that were allocated
}

// all is the cost of all stages.
func (p Point) all() float64 { return p.Observe + p.Decide + p.Emit }

// doubling is a series to measure: what doubles, from which size on.
type doubling struct {
	what, short string
	first       int
	size        func(n int) synthetic.Size
}

// doublings are examples, topics, members and depth.
func doublings() []doubling {
	return []doubling{
		{"examples of a topic", "examples", 64, func(n int) synthetic.Size { return synthetic.Size{Topics: 1, Examples: n, Members: 50, Depth: 3} }},
		{"topics", "topics", 8, func(n int) synthetic.Size { return synthetic.Size{Topics: n, Examples: 2, Members: 50, Depth: 3} }},
		{"members of an object", "members", 48, func(n int) synthetic.Size { return synthetic.Size{Topics: 1, Examples: 4, Members: n, Depth: 3} }},
		{"depth", "depth", 6, func(n int) synthetic.Size { return synthetic.Size{Topics: 1, Examples: 4, Members: 20, Depth: n} }},
	}
}

// growth measures what each stage takes while a size of a synthetic platform
// doubles.
func (b *bench) growth() error {
	for _, x := range doublings() {
		s := Series{What: x.what}
		for i := range 5 {
			n := x.first << i
			p, err := b.point(n, synthetic.Make(x.size(n)))
			if err != nil {
				return fmt.Errorf("%d %s: %w", n, x.what, err)
			}
			s.Points = append(s.Points, p)
		}
		s.Observe = slope(s.Points, func(p Point) float64 { return p.Observe })
		s.Decide = slope(s.Points, func(p Point) float64 { return p.Decide })
		s.Emit = slope(s.Points, func(p Point) float64 { return p.Emit })
		s.All = slope(s.Points, Point.all)
		s.Output = slope(s.Points, func(p Point) float64 { return p.Output })
		s.Memory = Stages{
			slope(s.Points, func(p Point) float64 { return p.Memory.Observe }),
			slope(s.Points, func(p Point) float64 { return p.Memory.Decide }),
			slope(s.Points, func(p Point) float64 { return p.Memory.Emit }),
		}
		b.report.Growth = append(b.report.Growth, s)
	}
	return nil
}

// point measures the stages on one platform without the garbage collector: its turns fall
// on one stage or another, and on one size or the next, by chance. What it takes is in
// proportion to what the stages allocate.
func (b *bench) point(n int, p synthetic.Platform) (Point, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	out := Point{Size: n, Kilobytes: float64(p.Bytes) / 1e3}
	rounds := 5
	if b.quick {
		rounds = 3
	}
	for round := range rounds {
		runtime.GC()
		var e infer.Evidence
		var model infer.Model
		var files []emit.File
		var problems, more, last []infer.Problem
		observe := measure.Once(func() { e, problems = infer.Observe(p.Examples...) })
		decide := measure.Once(func() { model, more = infer.Decide(e, infer.Decisions{}) })
		write := measure.Once(func() {
			files, last = emit.Package(p.Emit, names.Of(p.Emit.NamesSpec(), model), "example.com/acme")
		})
		for _, x := range slices.Concat(problems, more, last) {
			if !x.Warning() {
				return out, fmt.Errorf("%s: %s", x.Path, x.Message())
			}
		}
		out.Output = 0
		for _, f := range files {
			out.Output += float64(len(f.Data)) / 1e3
		}
		if round == 0 {
			out.Observe, out.Decide, out.Emit = observe.Milliseconds, decide.Milliseconds, write.Milliseconds
		}
		// The least time is the one with the fewest interruptions.
		out.Observe, out.Decide, out.Emit = min(out.Observe, observe.Milliseconds), min(out.Decide, decide.Milliseconds), min(out.Emit, write.Milliseconds)
		out.Memory = Stages{observe.Kilobytes, decide.Kilobytes, write.Kilobytes}
	}
	return out, nil
}

// slope returns the slope of cost against size over the larger half of a series,
// both as logarithms: the fixed part of a cost hides growth in the smaller half.
func slope(points []Point, cost func(Point) float64) float64 {
	points = points[len(points)/2:]
	var n, sx, sy, sxx, sxy float64
	for _, p := range points {
		x, y := math.Log(float64(p.Size)), math.Log(max(cost(p), 1e-3))
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
