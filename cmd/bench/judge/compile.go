package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/specimen-go/specimen/cmd/bench/internal/count"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
)

// Compile is what compiling one package takes.
type Compile struct {
	Package string
	Members int
	Wall    float64 // milliseconds by the clock
	CPU     float64 // milliseconds of the processor
}

// listed is what go list says of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// packages returns the packages of platforms, compiled: those with topics.
func (b *bench) packages() ([]listed, error) {
	all, err := b.list()
	var kept []listed
	for _, p := range all {
		if strings.Contains(p.ImportPath, "/generated/") && slices.Contains(p.GoFiles, "topics.go") {
			kept = append(kept, p)
		}
	}
	return kept, err
}

// list compiles the generated packages and all that they import.
func (b *bench) list() ([]listed, error) {
	list := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles", "./generated/...")
	list.Dir = b.root
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
}

// compile runs the compiler alone on each generated package, several times, and
// takes medians. What a package imports is compiled already.
func (b *bench) compile() error {
	all, err := b.list()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var imports bytes.Buffer
	for _, p := range all {
		if p.Export != "" {
			fmt.Fprintf(&imports, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	config := filepath.Join(dir, "importcfg")
	if err := os.WriteFile(config, imports.Bytes(), 0o666); err != nil {
		return err
	}
	packages, err := b.packages()
	if err != nil {
		return err
	}
	compiler, err := exec.Command("go", "tool", "-n", "compile").Output()
	if err != nil {
		return fmt.Errorf("go tool: %w", err)
	}
	n := 7
	if b.quick {
		n = 3
	}
	for _, p := range packages {
		c := Compile{Package: path.Base(p.ImportPath)}
		if c.Members, _, err = count.Package(p.Dir); err != nil {
			return err
		}
		var wall, cpu []float64
		for range n {
			args := []string{"-p", p.ImportPath, "-importcfg", config, "-pack", "-c=2", "-o", filepath.Join(dir, "out.a")}
			run := exec.Command(strings.TrimSpace(string(compiler)), append(args, p.GoFiles...)...)
			run.Dir = p.Dir
			start := time.Now()
			if out, err := run.CombinedOutput(); err != nil {
				return fmt.Errorf("go tool compile: %w\n%s", err, out)
			}
			wall = append(wall, float64(time.Since(start).Microseconds())/1e3)
			cpu = append(cpu, childCPU(run))
		}
		c.Wall, c.CPU = measure.Median(wall), measure.Median(cpu)
		b.report.Compiles = append(b.report.Compiles, c)
	}
	return nil
}

// childCPU returns the milliseconds of processor time of a process that ended,
// and of those that it started and waited for.
func childCPU(run *exec.Cmd) float64 {
	u := run.ProcessState.SysUsage().(*syscall.Rusage)
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e6
}
