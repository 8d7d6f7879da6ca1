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
		{"jsonv2", (*bench).jsonv2},
		{"cold", (*bench).cold},
		{"first", (*bench).firstCalls},
		{"accepts", (*bench).accepts},
		{"size", (*bench).size},
		{"compile", (*bench).compile},
		{"infer", (*bench).infer},
		{"growth", (*bench).growth},
		{"suggest", (*bench).suggest},
	}
}

// run measures all parts that are wanted. It writes Markdown as they end, JSON
// when all have ended.
func (b *bench) run(w io.Writer) error {
	b.report.Machine = machine(b.root)
	b.report.Settings = b.settings()
	if err := b.write(w, b.report.head()); err != nil {
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
		if err := b.write(w, b.report.section(p.name)); err != nil {
			return err
		}
	}
	if !b.child {
		b.report.Targets = targets(&b.report)
	}
	if !b.json {
		return b.write(w, b.report.section("targets"))
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "\t")
	return e.Encode(&b.report)
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
