package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
)

// Generated is what the program itself takes for all specs of the module, beside what gofmt
// takes for the files that it writes.
type Generated struct {
	CPU   float64 // milliseconds of the processor
	Gofmt float64 // of gofmt, which reads and prints the same files
	Ratio float64 // times as long as gofmt
}

// generate lets the command generate all platforms into a folder of its own, and gofmt look
// at what it wrote, in turn.
func (b *bench) generate() error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := b.build(dir)
	if err != nil {
		return err
	}
	root, err := goroot()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/bench\n\ngo 1.26\n"), 0o666); err != nil {
		return err
	}
	out := filepath.Join(dir, "generated")
	rounds := 7
	if b.quick {
		rounds = 3
	}
	var own, format measure.Times
	for range rounds {
		if err := os.RemoveAll(out); err != nil {
			return err
		}
		ms, err := cpuOf(dir, program, "generate", "--specs", filepath.Join(b.root, "specs"), "--out", out)
		if err != nil {
			return err
		}
		own = append(own, ms)
		if ms, err = cpuOf(dir, filepath.Join(root, "bin", "gofmt"), "-l", out); err != nil {
			return err
		}
		format = append(format, ms)
	}
	b.report.Generate = &Generated{CPU: measure.Median(own), Gofmt: measure.Median(format), Ratio: measure.Ratio(own, format)}
	return nil
}

// cpuOf returns the milliseconds of processor time of a program that succeeds.
func cpuOf(dir, program string, args ...string) (float64, error) {
	run := exec.Command(program, args...)
	run.Dir = dir
	if out, err := run.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", program, err, out)
	}
	return childCPU(run), nil
}

// build builds the command in a folder.
func (b *bench) build(dir string) (program string, err error) {
	program = filepath.Join(dir, "specimen")
	build := exec.Command("go", "build", "-o", program, "./cmd/specimen")
	build.Dir = b.root
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%v\n%s", err, out)
	}
	return program, nil
}
