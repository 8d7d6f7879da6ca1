package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	c, err := parseConfig(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	if c.first != "" {
		if err := firstCall(c.first, os.Stdin, os.Stdout); err != nil {
			log.Fatal(err)
		}
		return
	}
	runtime.GOMAXPROCS(1)
	ballast := measure.Ballast(c.ballast)
	b := &bench{config: c, corpora: map[string]corpus.Corpus{}}
	if err := b.run(os.Stdout); err != nil {
		log.Fatal(err)
	}
	runtime.KeepAlive(ballast)
}

// bench is one run.
type bench struct {
	config
	corpora map[string]corpus.Corpus // by name, as far as they were needed
	report  Report
	other   *Report // of the other toolchain, nil without one
}

// part is one thing to measure.
type part struct {
	name string
	run  func(*bench) error
}

// parts are all parts in the order in which they run. Those that are timed
// against each other come first, before others fill the heap.
func parts() []part {
	return []part{
		{"decode", (*bench).decode},
		{"forms", (*bench).forms},
		{"encode", (*bench).encode},
		{"verify", (*bench).verify},
		{"record", (*bench).record},
		{"cold", (*bench).cold},
		{"first", (*bench).firstCalls},
		{"accepts", (*bench).accepts},
		{"size", (*bench).size},
		{"compile", (*bench).compile},
		{"infer", (*bench).infer},
		{"generate", (*bench).generate},
		{"growth", (*bench).growth},
		{"suggest", (*bench).suggest},
	}
}

// run measures all parts that are wanted, each with one toolchain and then with the other.
// It writes Markdown as they end, JSON when all have ended.
func (b *bench) run(w io.Writer) error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	other, err := b.toolchain(dir)
	if err != nil {
		return err
	}
	b.report.Machine = machine(b.root)
	b.report.Settings = b.settings()
	if err := b.write(w, b.report.start()); err != nil {
		return err
	}
	for _, p := range parts() {
		if !b.wants(p.name) {
			continue
		}
		b.progress("%s", p.name)
		if err := p.run(b); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		text := b.report.section(p.name)
		if other != nil {
			b.progress("%s, %s", p.name, other.version)
			there, err := b.there(other, p.name)
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			if b.other == nil {
				b.other = &Report{}
			}
			b.other.add(there)
			text += b.other.section(p.name)
		}
		if err := b.write(w, text); err != nil {
			return err
		}
	}
	return b.end(w)
}

// end compares what was measured with the goals, and writes the rest.
func (b *bench) end(w io.Writer) error {
	all := []*Report{&b.report}
	if b.other != nil {
		all = append(all, b.other)
	}
	if b.json {
		e := json.NewEncoder(w)
		e.SetIndent("", "\t")
		if b.child {
			return e.Encode(&b.report)
		}
		for _, r := range all {
			r.Goals = goals(r)
		}
		return e.Encode(all)
	}
	for _, r := range all {
		r.Goals = goals(r)
		if err := b.write(w, r.section("goals")); err != nil {
			return err
		}
	}
	return nil
}

// write writes a piece of Markdown, unless the report is to be JSON.
func (b *bench) write(w io.Writer, text string) error {
	if b.json {
		return nil
	}
	_, err := io.WriteString(w, text)
	return err
}

// progress says what is going on, on standard error.
func (b *bench) progress(format string, args ...any) {
	if !b.child {
		log.Printf(format, args...)
	}
}
