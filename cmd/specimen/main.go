// Specimen infers Go types from the example payloads of webhooks and generates
// packages that decode them. Its input are specs, YAML files that list the topics
// of a platform with their examples; see "specimen help".
//
// This package is the only one that talks to the user and to the file system:
// it reads the specs, calls infer and emit, which are pure, checks that what they
// give compiles, and writes it.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	// A run is short and takes little memory: to collect its garbage seldom takes a
	// tenth less of the processor.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	color := os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	a := app{
		stdin:    os.Stdin,
		stdout:   stream{os.Stdout, color && isTerminal(os.Stdout)},
		stderr:   stream{os.Stderr, color && isTerminal(os.Stderr)},
		progress: isTerminal(os.Stderr),
	}
	os.Exit(a.run(os.Args[1:]))
}

// isTerminal reports whether a file is a terminal, or another device that no
// program reads.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
