package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
)

// firstCalls starts this program afresh for each library and lets it decode one
// payload: what a library prepares at its first use, a compiler at run time for
// example, shows there. Times are medians by the clock.
func (b *bench) firstCalls() error {
	corpora, err := b.make([]string{"one"})
	if err != nil {
		return err
	}
	n := 15
	if b.quick {
		n = 5
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for _, c := range corpora {
		var base float64
		var rows []Row
		for _, d := range codec.Decoders(c) {
			if !b.compares(d.Name) {
				continue
			}
			var times measure.Times
			for range n {
				ns, err := b.firstOf(self, c, d.Name)
				if err != nil {
					return err
				}
				times = append(times, ns)
			}
			row := Row{Part: "first", Corpus: c.Name(), Name: d.Name, Length: c.Mean()}
			row.Micros, row.P10 = measure.Median(times)/1e3, measure.Quantile(times, 0.1)/1e3
			if d.Name == codec.Base {
				base = row.Micros
			}
			rows = append(rows, row)
		}
		for _, row := range rows {
			row.Ratio = base / row.Micros
			b.report.Rows = append(b.report.Rows, row)
		}
	}
	return nil
}

// firstOf returns the nanoseconds of one first call.
func (b *bench) firstOf(self string, c corpus.Corpus, name string) (float64, error) {
	run := exec.Command(self, "-first", strings.Join([]string{c.Source.Platform, c.Source.Topic, name}, ";"))
	run.Stdin = bytes.NewReader(c.Bodies[0])
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}

// firstCall is the program that firstOf starts. It touches nothing of the
// decoder before it calls it.
func firstCall(what string, in io.Reader, out io.Writer) error {
	parts := strings.Split(what, ";")
	if len(parts) != 3 {
		return fmt.Errorf("-first %q: want platform;topic;library", what)
	}
	body, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	for _, d := range codec.Decoders(corpus.Corpus{Source: corpus.Source{Platform: parts[0], Topic: parts[1]}}) {
		if d.Name != parts[2] {
			continue
		}
		start := time.Now()
		v, err := d.Decode(body)
		took := time.Since(start)
		if err != nil {
			return err
		}
		measure.Sink = v
		_, err = fmt.Fprintln(out, took.Nanoseconds())
		return err
	}
	return fmt.Errorf("no library %q", parts[2])
}
