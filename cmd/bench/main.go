// Command bench is the judge of speed.
//
//	go run . -quick -only decode     a look, while one works on a decoder
//	go run . > bench.md              everything, on two versions of Go, in many minutes
//	go run . -only size,compile      parts of it
//	go run . -json                   for programs
//
// It makes the types and decoders of other libraries to compare with, in
// internal/peer, unless they are there and up to date, and runs the program in the
// folder judge, whose documentation says how it measures. "go run ./gen" makes them
// alone: without them, neither judge nor its tests compile.
package main

import (
	"errors"
	"log"
	"os"
	"os/exec"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	for _, args := range [][]string{{"run", "./gen"}, append([]string{"run", "./judge"}, os.Args[1:]...)} {
		run := exec.Command("go", args...)
		run.Stdin, run.Stdout, run.Stderr = os.Stdin, os.Stdout, os.Stderr
		err := run.Run()
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			os.Exit(exit.ExitCode())
		}
		if err != nil {
			log.Fatal(err)
		}
	}
}
