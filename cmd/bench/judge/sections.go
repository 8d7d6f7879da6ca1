package main

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
)

// accepts prints the probes, and only who differs from encoding/json.
func (r *Report) accepts(b *strings.Builder) {
	if len(r.Accepts) == 0 {
		return
	}
	r.head(b, "Who differs from encoding/json in what it accepts", "payload", codec.Base, "differ")
	for _, p := range r.Accepts {
		standard, differ := "rejects", p.Accepts
		if p.Standard {
			standard, differ = "accepts", p.Rejects
		}
		line(b, p.What, standard, strings.Join(differ, "; "))
	}
}

func (r *Report) sizes(b *strings.Builder) {
	if len(r.Sizes) > 0 {
		r.head(b, "Machine code", "package", "members", "lines", "lines/member", "decode B/member", "encode B/member",
			"UnmarshalJSON, MarshalJSON B/member", "instances of payload's generic types B/member", "other B")
		total := Size{Package: "all"}
		for _, s := range r.Sizes {
			s.line(b)
			total.Members += s.Members
			total.Lines += s.Lines
			total.Decode += s.Decode
			total.Encode += s.Encode
			total.Methods += s.Methods
			total.Generic += s.Generic
			total.Other += s.Other
		}
		total.line(b)
	}
}

func (r *Report) compiles(b *strings.Builder) {
	if len(r.Compiles) > 0 {
		r.head(b, "Compiling", "package", "members", "ms by the clock", "ms of the processor", "of the processor per member")
		total := Compile{Package: "all"}
		for _, c := range r.Compiles {
			c.line(b)
			if !c.Peer {
				total.Members += c.Members
				total.Wall += c.Wall
				total.CPU += c.CPU
			}
		}
		total.line(b)
	}
}

func (s Size) line(b *strings.Builder) {
	per := func(n int) string { return fmt.Sprintf("%.0f", float64(n)/float64(s.Members)) }
	line(b, s.Package, fmt.Sprint(s.Members), fmt.Sprint(s.Lines), fmt.Sprintf("%.1f", float64(s.Lines)/float64(s.Members)),
		per(s.Decode), per(s.Encode), per(s.Methods), per(s.Generic), fmt.Sprint(s.Other))
}

func (c Compile) line(b *strings.Builder) {
	line(b, c.Package, fmt.Sprint(c.Members), fmt.Sprintf("%.0f", c.Wall), fmt.Sprintf("%.0f", c.CPU),
		fmt.Sprintf("%.2f", c.CPU/float64(c.Members)))
}

func (r *Report) inference(b *strings.Builder) {
	if len(r.Inference) > 0 {
		r.head(b, "Inference over varied orders",
			"", "MB", "MB/s of one core", "times encoding/json", "all cores, times one", "B allocated per B", "B retained per B")
		for _, x := range r.Inference {
			cores, kept := "", ""
			if x.AllCores > 0 {
				cores = times(x.AllCores)
			}
			if x.Stream || x.Retained != 0 {
				kept = fmt.Sprintf("%.3f", x.Retained)
			}
			line(b, x.Name, fmt.Sprintf("%.0f", x.Megabytes), fmt.Sprintf("%.0f", x.MBs), times(x.Ratio), cores, fmt.Sprintf("%.2f", x.Alloc), kept)
		}
	}
}

func (r *Report) generated(b *strings.Builder) {
	if g := r.Generate; g != nil {
		r.head(b, "Generating all platforms: milliseconds of the processor, each a new process", "specimen generate", "gofmt -l of its output", "generate / gofmt")
		line(b, fmt.Sprintf("%.0f", g.CPU), fmt.Sprintf("%.0f", g.Gofmt), fmt.Sprintf("%.2f", g.Ratio))
	}
}

func (r *Report) growth(b *strings.Builder) {
	if len(r.Growth) == 0 {
		return
	}
	r.head(b, "Growth: milliseconds of the processor without the garbage collector, and kB allocated, while one size doubles, and the slope of the larger half (1 is linear)",
		"size", "", "kB in", "kB out", "observe", "decide", "emit", "all", "observe kB", "decide kB", "emit kB")
	for _, s := range r.Growth {
		for _, p := range s.Points {
			line(b, s.What, fmt.Sprint(p.Size), fmt.Sprintf("%.0f", p.Kilobytes), fmt.Sprintf("%.0f", p.Output),
				fmt.Sprintf("%.2f", p.Observe), fmt.Sprintf("%.2f", p.Decide), fmt.Sprintf("%.1f", p.Emit), fmt.Sprintf("%.1f", p.all()),
				fmt.Sprintf("%.0f", p.Memory.Observe), fmt.Sprintf("%.0f", p.Memory.Decide), fmt.Sprintf("%.0f", p.Memory.Emit))
		}
		slope := func(x float64) string { return fmt.Sprintf("**%.2f**", x) }
		line(b, s.What, "slope", "", slope(s.Output), slope(s.Observe), slope(s.Decide), slope(s.Emit), slope(s.All),
			slope(s.Memory.Observe), slope(s.Memory.Decide), slope(s.Memory.Emit))
	}
}

func (r *Report) suggested(b *strings.Builder) {
	if len(r.Suggest) == 0 {
		return
	}
	r.head(b, "suggest -w against generate, each a new process: milliseconds of the processor",
		"topics", "kB in", "lines written", "suggest -w", "generate", "suggest / generate")
	for _, s := range r.Suggest {
		line(b, fmt.Sprint(s.Topics), fmt.Sprintf("%.0f", s.Kilobytes), fmt.Sprint(s.Lines),
			fmt.Sprintf("%.0f", s.Suggest), fmt.Sprintf("%.0f", s.Generate), fmt.Sprintf("%.2f", s.Ratio()))
	}
}

func (r *Report) goals(b *strings.Builder) {
	if len(r.Goals) == 0 {
		return
	}
	r.head(b, "Goals", "group", "what", "on", "goal", "measured", "")
	for _, g := range r.Goals {
		verdict := "missed"
		if g.Met {
			verdict = "met"
		}
		line(b, g.Group, g.What, g.On, g.Want, g.Got, verdict)
	}
}
