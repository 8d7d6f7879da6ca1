package main

import (
	"fmt"
	"math"
	"runtime/debug"

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
}

// Point is one size of a series.
type Point struct {
	Size                  int
	Kilobytes             float64 // of examples
	Output                float64 // kilobytes of files
	Observe, Decide, Emit float64 // milliseconds of the processor
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
		b.report.Growth = append(b.report.Growth, s)
	}
	return nil
}

// point measures the stages on one platform, with a garbage collector that comes
// seldom: its turns fall on one point or another by chance.
func (b *bench) point(n int, p synthetic.Platform) (Point, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	out := Point{Size: n, Kilobytes: float64(p.Bytes) / 1e3}
	var observe, decide, write []float64
	rounds := 5
	if b.quick {
		rounds = 2
	}
	for range rounds {
		start := measure.CPU()
		e, problems := infer.Observe(p.Examples...)
		observed := measure.CPU()
		model, more := infer.Decide(e, infer.Decisions{})
		decided := measure.CPU()
		files, last := emit.Package(p.Emit, names.Of(p.Emit.NamesSpec(), model), "example.com/acme")
		end := measure.CPU()
		for _, x := range append(append(problems, more...), last...) {
			if !x.Warning {
				return out, fmt.Errorf("%s: %s", x.Path, x.Message())
			}
		}
		out.Output = 0
		for _, f := range files {
			out.Output += float64(len(f.Data)) / 1e3
		}
		observe = append(observe, (observed-start).Seconds()*1e3)
		decide = append(decide, (decided-observed).Seconds()*1e3)
		write = append(write, (end-decided).Seconds()*1e3)
	}
	out.Observe, out.Decide, out.Emit = measure.Quantile(observe, 0.25), measure.Quantile(decide, 0.25), measure.Quantile(write, 0.25)
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
