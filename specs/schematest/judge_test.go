package schematest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A body is what a generated decoder and a schema judge.
type body struct {
	Platform, Topic string
	Text            []byte
}

// A verdict is what a strict decoder says of a body.
type verdict struct {
	Err  string   // not a mismatch
	Want []string // of each mismatch, with what was there: "string<number"
}

// module is a Go module with specs and the packages that were generated for them.
type module struct{ dir string }

// newModule makes a module of specs, by the names of their files.
func newModule(t *testing.T, specs map[string][]byte) module {
	t.Helper()
	m := module{t.TempDir()}
	m.run(t, "../..", nil, "go", "build", "-o", filepath.Join(m.dir, "bin", "specimen"), "./cmd/specimen")
	m.write(t, "go.mod", []byte("module example.com/bodies\n\ngo 1.26\n"))
	platforms := make(map[string]bool)
	for name, text := range specs {
		m.write(t, "specs/"+name, text)
		platforms[filepath.Dir(name)] = true
	}
	m.specimen(t, "generate")
	m.write(t, "main.go", []byte(program(platforms)))
	m.run(t, m.dir, nil, "go", "build", "-o", filepath.Join("bin", "judge"), ".")
	return m
}

func (m module) write(t *testing.T, name string, text []byte) {
	t.Helper()
	name = filepath.Join(m.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o666); err != nil {
		t.Fatal(err)
	}
}

// specimen runs the program of this project, and returns its output.
func (m module) specimen(t *testing.T, args ...string) []byte {
	t.Helper()
	return m.run(t, m.dir, nil, filepath.Join(m.dir, "bin", "specimen"), args...)
}

func (m module) run(t *testing.T, dir string, stdin []byte, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	var stdout, stderr bytes.Buffer
	cmd.Dir, cmd.Stdin, cmd.Stdout, cmd.Stderr = dir, bytes.NewReader(stdin), &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", cmd, err, stdout.Bytes(), stderr.Bytes())
	}
	return stdout.Bytes()
}

// judge returns what the generated decoders say of bodies.
func (m module) judge(t *testing.T, bodies []body) []verdict {
	t.Helper()
	out := m.run(t, m.dir, write(t, bodies), filepath.Join(m.dir, "bin", "judge"))
	var verdicts []verdict
	if err := json.Unmarshal(out, &verdicts); err != nil || len(verdicts) != len(bodies) {
		t.Fatalf("%d verdicts on %d bodies: %v", len(verdicts), len(bodies), err)
	}
	return verdicts
}

// program returns a program that reads bodies and writes verdicts.
func program(platforms map[string]bool) string {
	var imports, decoders strings.Builder
	for p := range platforms {
		fmt.Fprintf(&imports, "\t%q\n", "example.com/bodies/generated/"+p)
		fmt.Fprintf(&decoders, "\t%q: func(topic string, body []byte) error { _, err := %s.Decoder{Strict: true}.Decode(%s.Topic(topic), body); return err },\n", p, p, p)
	}
	return `package main

import (
	"encoding/json"
	"errors"
	"os"

	"example.com/bodies/generated/payload"
` + imports.String() + `)

var decoders = map[string]func(topic string, body []byte) error{
` + decoders.String() + `}

func main() {
	var bodies []struct {
		Platform, Topic string
		Text            []byte
	}
	if err := json.NewDecoder(os.Stdin).Decode(&bodies); err != nil {
		panic(err)
	}
	type verdict struct {
		Err  string
		Want []string
	}
	verdicts := []verdict{}
	for _, b := range bodies {
		var v verdict
		var mismatches *payload.MismatchError
		if err := decoders[b.Platform](b.Topic, b.Text); errors.As(err, &mismatches) {
			for _, m := range mismatches.Mismatches {
				v.Want = append(v.Want, m.Want.String()+"<"+m.Got.String())
			}
		} else if err != nil {
			v.Err = err.Error()
		}
		verdicts = append(verdicts, v)
	}
	if err := json.NewEncoder(os.Stdout).Encode(verdicts); err != nil {
		panic(err)
	}
}
`
}
