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
	if err := b.run(); err != nil {
		log.Fatal(err)
	}
	runtime.KeepAlive(ballast)
	if err := b.print(os.Stdout); err != nil {
		log.Fatal(err)
	}
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
	}
}

func (b *bench) run() error {
	b.report.Machine = machine(b.root)
	b.report.Settings = b.settings()
	for _, p := range parts() {
		if !b.wants(p.name) {
			continue
		}
		b.progress("%s", p.name)
		if err := p.run(b); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	if !b.child {
		b.report.Targets = targets(&b.report)
	}
	return nil
}

// progress says what is going on, on standard error.
func (b *bench) progress(format string, args ...any) {
	if !b.child {
		log.Printf(format, args...)
	}
}

func (b *bench) print(w io.Writer) error {
	if !b.json {
		_, err := io.WriteString(w, b.report.markdown())
		return err
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "\t")
	return e.Encode(&b.report)
}
