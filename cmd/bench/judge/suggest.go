package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
	"github.com/specimen-go/specimen/cmd/bench/internal/synthetic"
)

// Suggested is what suggest -w takes for a platform, and generate after it.
type Suggested struct {
	Topics            int
	Kilobytes         float64
	Suggest, Generate float64 // milliseconds of the processor
	Lines             int     // that suggest wrote
}

// Ratio returns how many times as long suggest takes.
func (s Suggested) Ratio() float64 { return s.Suggest / s.Generate }

// suggest measures suggest -w against generate, each a new process, while the number of
// topics doubles.
func (b *bench) suggest() error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := b.build(dir)
	if err != nil {
		return err
	}
	for topics := 50; topics <= 400; topics *= 2 {
		s, err := b.suggestFor(program, filepath.Join(dir, fmt.Sprint(topics)), synthetic.Shared(topics))
		if err != nil {
			return fmt.Errorf("%d topics: %w", topics, err)
		}
		b.report.Suggest = append(b.report.Suggest, s)
	}
	return nil
}

// suggestFor measures both verbs for a platform, in a folder that it makes.
func (b *bench) suggestFor(program, dir string, topics []synthetic.Topic) (Suggested, error) {
	out := Suggested{Topics: len(topics)}
	rounds := 5
	if b.quick {
		rounds = 2
	}
	var suggest, generate []float64
	for range rounds {
		if err := os.RemoveAll(dir); err != nil {
			return out, err
		}
		size, err := writeSpec(dir, topics)
		if err != nil {
			return out, err
		}
		out.Kilobytes = float64(size) / 1e3
		platform := filepath.Join(dir, "specs", "acme", "platform.yaml")
		before, err := os.ReadFile(platform)
		if err != nil {
			return out, err
		}
		for _, verb := range []struct {
			args []string
			took *[]float64
		}{{[]string{"suggest", "-w"}, &suggest}, {[]string{"generate"}, &generate}} {
			run := exec.Command(program, verb.args...)
			run.Dir = dir
			if text, err := run.CombinedOutput(); err != nil {
				return out, fmt.Errorf("%v\n%s", err, text)
			}
			*verb.took = append(*verb.took, childCPU(run))
		}
		after, err := os.ReadFile(platform)
		if err != nil {
			return out, err
		}
		out.Lines = strings.Count(string(after), "\n") - strings.Count(string(before), "\n")
	}
	out.Suggest, out.Generate = measure.Median(suggest), measure.Median(generate)
	return out, nil
}

// writeSpec writes a module with the spec of a platform, and returns the bytes of its
// payloads.
func writeSpec(dir string, topics []synthetic.Topic) (int, error) {
	folder := filepath.Join(dir, "specs", "acme")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return 0, err
	}
	files := map[string]string{
		filepath.Join(dir, "go.mod"):           "module example.com/bench\n\ngo 1.26\n",
		filepath.Join(folder, "platform.yaml"): "platform: acme\ntitle: Acme\ntopic: {header: X-Acme-Topic}\n",
	}
	size := 0
	for _, t := range topics {
		var b strings.Builder
		fmt.Fprintf(&b, "topics:\n  %s:\n    about: It was created.\n    event: %s\n    examples:\n", t.Name, t.Event)
		for i, payload := range t.Payloads {
			size += len(payload)
			fmt.Fprintf(&b, "      - name: e%d\n        payload: |\n          %s\n", i, payload)
		}
		files[filepath.Join(folder, strings.ReplaceAll(t.Name, "/", "-")+".yaml")] = b.String()
	}
	for name, text := range files {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			return 0, err
		}
	}
	return size, nil
}
