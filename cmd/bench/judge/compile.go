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
	Peer    bool    // plain structs with what easyjson writes for them
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
	all, err := b.list(b.root, "./generated/...")
	var kept []listed
	for _, p := range all {
		if strings.Contains(p.ImportPath, "/generated/") && slices.Contains(p.GoFiles, "topics.go") {
			kept = append(kept, p)
		}
	}
	return kept, err
}

// peers returns the packages of plain structs, with the files that easyjson has to do with.
func (b *bench) peers() ([]listed, error) {
	all, err := b.list(filepath.Join(b.root, "cmd", "bench"), "./internal/peer/...")
	var kept []listed
	for _, p := range all {
		if slices.Contains(p.GoFiles, "types_easyjson.go") {
			p.GoFiles = []string{"types.go", "types_easyjson.go"}
			kept = append(kept, p)
		}
	}
	return kept, err
}

// list compiles packages of a module and all that they import.
func (b *bench) list(dir, pattern string) ([]listed, error) {
	list := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles", pattern)
	list.Dir = dir
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

// compile runs the compiler alone on each generated package, and on those of plain structs,
// several times, and takes medians. What a package imports is compiled already.
func (b *bench) compile() error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	config, err := b.importcfg(dir)
	if err != nil {
		return err
	}
	packages, err := b.packages()
	if err != nil {
		return err
	}
	peers, err := b.peers()
	if err != nil {
		return err
	}
	compiler, err := exec.Command("go", "tool", "-n", "compile").Output()
	if err != nil {
		return fmt.Errorf("go tool: %w", err)
	}
	for i, p := range append(packages, peers...) {
		c := Compile{Package: path.Base(p.ImportPath), Peer: i >= len(packages)}
		if c.Peer {
			c.Package += ", easyjson"
			c.Members, err = tags(filepath.Join(p.Dir, "types.go"))
		} else {
			c.Members, _, err = count.Package(p.Dir)
		}
		if err != nil {
			return err
		}
		if err := b.compilePackage(p, &c, strings.TrimSpace(string(compiler)), config); err != nil {
			return err
		}
		b.report.Compiles = append(b.report.Compiles, c)
	}
	return nil
}

// compilePackage measures the compiler with one package.
func (b *bench) compilePackage(p listed, c *Compile, compiler, config string) error {
	n := 7
	if b.quick {
		n = 3
	}
	var wall, cpu []float64
	for range n {
		args := []string{"-p", p.ImportPath, "-importcfg", config, "-pack", "-c=2", "-o", config + ".a"}
		run := exec.Command(compiler, append(args, p.GoFiles...)...)
		run.Dir = p.Dir
		start := time.Now()
		if out, err := run.CombinedOutput(); err != nil {
			return fmt.Errorf("go tool compile: %w\n%s", err, out)
		}
		wall = append(wall, float64(time.Since(start).Microseconds())/1e3)
		cpu = append(cpu, childCPU(run))
	}
	c.Wall, c.CPU = measure.Median(wall), measure.Median(cpu)
	return nil
}

// importcfg writes a file that tells the compiler where packages are.
func (b *bench) importcfg(dir string) (string, error) {
	var imports bytes.Buffer
	seen := map[string]bool{}
	for _, from := range [][2]string{{b.root, "./generated/..."}, {filepath.Join(b.root, "cmd", "bench"), "./internal/peer/..."}} {
		all, err := b.list(from[0], from[1])
		if err != nil {
			return "", err
		}
		for _, p := range all {
			if p.Export != "" && !seen[p.ImportPath] {
				seen[p.ImportPath] = true
				fmt.Fprintf(&imports, "packagefile %s=%s\n", p.ImportPath, p.Export)
			}
		}
	}
	config := filepath.Join(dir, "importcfg")
	return config, os.WriteFile(config, imports.Bytes(), 0o666)
}

// tags returns how many members the structs of a file have.
func tags(file string) (int, error) {
	src, err := os.ReadFile(file)
	return bytes.Count(src, []byte("`json:")) - bytes.Count(src, []byte("`json:\"-\"`")), err
}

// childCPU returns the milliseconds of processor time of a process that ended,
// and of those that it started and waited for.
func childCPU(run *exec.Cmd) float64 {
	u := run.ProcessState.SysUsage().(*syscall.Rusage)
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e6
}
