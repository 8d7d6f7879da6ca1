package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// jsonv2 builds this program once more with GOEXPERIMENT=jsonv2, where
// encoding/json is made of its second version, and lets that decode the varied
// corpora. Its ratios are to its own encoding/json.
func (b *bench) jsonv2() error {
	if b.child {
		return nil
	}
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "bench")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = filepath.Join(b.root, "cmd", "bench", "judge")
	build.Env = append(os.Environ(), "GOEXPERIMENT=jsonv2")
	if out, err := build.CombinedOutput(); err != nil {
		if bytes.Contains(out, []byte("unknown GOEXPERIMENT")) {
			b.progress("this toolchain has no GOEXPERIMENT=jsonv2")
			return nil
		}
		return fmt.Errorf("%w\n%s", err, out)
	}
	run := exec.Command(program, "-child", "-json", "-root", b.root, "-only", "decode",
		"-rounds", fmt.Sprint(b.config.rounds), "-slice", fmt.Sprint(b.slice), "-payloads", fmt.Sprint(b.payloads),
		"-ballast", fmt.Sprint(b.ballast), "-corpus", b.corpus.String(), "-codec", "^encoding/json")
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		return err
	}
	var there Report
	if err := json.Unmarshal(out, &there); err != nil {
		return err
	}
	if len(there.Rows) == 0 || !strings.Contains(there.Machine.Go, "jsonv2") {
		return errors.New("the other program was not built with the experiment")
	}
	for _, row := range there.Rows {
		row.Part = "jsonv2"
		b.report.Rows = append(b.report.Rows, row)
	}
	return nil
}
