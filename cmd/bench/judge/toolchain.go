package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// toolchain is this program, built by another version of Go.
type toolchain struct {
	version string
	root    string // its GOROOT
	program string
}

// toolchain builds this program with the other version of Go, in dir. It returns nil where
// there is no other one to measure.
func (b *bench) toolchain(dir string) (*toolchain, error) {
	if b.child || b.also == "" || strings.HasPrefix(runtime.Version()+" ", b.also+" ") {
		return nil, nil
	}
	t := &toolchain{version: b.also, program: filepath.Join(dir, "judge")}
	b.progress("building with %s", t.version)
	root, err := goroot("GOTOOLCHAIN=" + t.version)
	if err != nil {
		return nil, err
	}
	t.root = root
	build := exec.Command("go", "build", "-o", t.program, ".")
	build.Dir = filepath.Join(b.root, "cmd", "bench", "judge")
	build.Env = t.environment()
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", t.version, err, out)
	}
	return t, nil
}

// environment makes the go commands that the program runs those of its version, as go run
// does.
func (t *toolchain) environment() []string {
	bin := filepath.Join(t.root, "bin")
	return append(os.Environ(), "GOTOOLCHAIN="+t.version, "PATH="+bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
}

// goroot returns the folder of the go command's toolchain.
func goroot(env ...string) (string, error) {
	ask := exec.Command("go", "env", "GOROOT")
	ask.Env = append(os.Environ(), env...)
	out, err := ask.Output()
	if err != nil {
		return "", fmt.Errorf("go env: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// there runs one part with a toolchain, with the same flags, and returns its report.
func (b *bench) there(t *toolchain, part string) (*Report, error) {
	args := []string{
		"-child", "-json", "-root", b.root, "-only", part,
		"-rounds", fmt.Sprint(b.config.rounds), "-slice", fmt.Sprint(b.slice), "-payloads", fmt.Sprint(b.payloads),
		"-ballast", fmt.Sprint(b.ballast), "-corpus", b.corpus.String(), "-codec", b.config.codec.String(),
	}
	if b.quick {
		args = append(args, "-quick")
	}
	run := exec.Command(t.program, args...)
	run.Env, run.Stderr = t.environment(), os.Stderr
	out, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.version, err)
	}
	var r Report
	err = json.Unmarshal(out, &r)
	return &r, err
}

// add adds what another report of the same toolchain has.
func (r *Report) add(more *Report) {
	r.Machine, r.Settings = more.Machine, more.Settings
	r.Rows = append(r.Rows, more.Rows...)
	r.Accepts = append(r.Accepts, more.Accepts...)
	r.Sizes = append(r.Sizes, more.Sizes...)
	r.Compiles = append(r.Compiles, more.Compiles...)
	r.Inference = append(r.Inference, more.Inference...)
	r.Growth = append(r.Growth, more.Growth...)
	r.Suggest = append(r.Suggest, more.Suggest...)
	if more.Generate != nil {
		r.Generate = more.Generate
	}
}
