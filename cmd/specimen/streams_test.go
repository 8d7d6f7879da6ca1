package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// A stream is a run of a verb that reads the standard input or writes to the standard
// output, which "-" stands for.
type stream struct {
	args   string
	stdin  string
	code   int
	stdout string // a part of it
	stderr string // a part of it
}

// refusesFolder is what is said of - where a folder is wanted.
const refusesFolder = "want the name of a folder, which a stream is not"

// streams returns runs of each verb, for the folder of editable.
func streams() map[string][]stream {
	delivery := `{"topic": "x/y", "body": {"id": 1, "price": "12.30"}}`
	acme := evidenceText()
	return map[string][]stream{
		"generate": {{args: "--out -", code: cli.ExitFailure, stderr: refusesFolder}},
		"check":    {{args: "--out -", code: cli.ExitFailure, stderr: refusesFolder}},
		"fmt": {
			{args: "-", stdin: "a:  b\n", stdout: "a: b\n"},
			{args: "-l -", stdin: "a:  b\n", code: cli.ExitFindings, stdout: "stdin\n"},
			{args: "-d -", stdin: "a:  b\n", code: cli.ExitFindings, stdout: "+a: b"},
			{args: "-", stdin: "a: [\n", code: cli.ExitFindings, stderr: "stdin:1:1: invalid YAML"},
			{args: "- -", code: cli.ExitFailure, stderr: "is formatted alone"},
			{args: "-w -", code: cli.ExitFailure, stderr: "is formatted alone"},
		},
		"suggest": {},
		"explain": {},
		"diff":    {},
		"report": {
			{args: "--out - acme", stdout: "<!doctype html>"},
			{args: "--out -", code: cli.ExitFailure, stderr: "takes the page of one platform"},
		},
		"observe": {
			{args: "acme -", stdin: delivery, stdout: "acme: 1 delivery of 1 topic"},
			{args: "acme -", stdin: acme, stdout: "acme: 0 deliveries"},
			{args: "acme - --evidence -", stdin: delivery, stdout: `"specimenEvidence"`, stderr: "acme: 1 delivery of 1 topic"},
			{args: "acme - --evidence /dev/fd/1", stdin: delivery, stdout: `"specimenEvidence"`, stderr: "acme: 1 delivery of 1 topic"},
			{args: "acme - -", stdin: delivery, code: cli.ExitFailure, stderr: "named more than once"},
			{args: "beta -", stdin: acme, code: cli.ExitFailure, stderr: "stdin: this is evidence of acme, not of beta"},
			{args: "acme - --write", stdin: delivery, code: cli.ExitFailure, stderr: "reads the deliveries twice"},
			{args: "acme " + os.DevNull + " --write", code: cli.ExitFailure, stderr: "reads the deliveries twice"},
		},
		"merge": {
			{args: "-", stdin: acme, stdout: acme},
			{args: "- --out -", stdin: acme, stdout: acme},
			{args: "- -", stdin: acme, code: cli.ExitFailure, stderr: "named more than once"},
			{args: "-", stdin: delivery, code: cli.ExitFailure, stderr: "stdin: "},
		},
		"add": {
			{args: "acme x/y -", stdin: `{"id": 3}`, stdout: `added example "example" to x/y`},
			{args: "acme --each -", stdin: delivery + "\n" + `{"topic": "z/y", "body": {"id": 4}}`, stdout: "z/y"},
			{args: "acme --each -", stdin: `{"id": 3}`, code: cli.ExitFailure, stderr: "stdin does not say its topic"},
		},
		"import": {
			{args: "acme -", stdin: "# Guide\n\n## x/y\n\n```json\n{\"id\": 3}\n```\n", stdout: "stdin: 1 topic"},
			{args: "acme - -", code: cli.ExitFailure, stderr: "- is named twice"},
		},
		"schema": {
			{args: "acme --out -", stdout: `"$id": "acme.schema.json"`},
			{args: "--out -", code: cli.ExitFailure, stderr: "the schema of one platform"},
		},
		"init": {
			{args: "acme --out -", code: cli.ExitFailure, stderr: refusesFolder},
		},
		"completion": {},
		"complete":   {},
		"list":       {},
		"version":    {},
		"help":       {},
	}
}

// TestStreams runs every verb that reads or writes files with streams for them.
func TestStreams(t *testing.T) {
	t.Parallel()
	all := streams()
	for _, v := range verbs(checker, untried) {
		runs, ok := all[v.Name]
		if !ok {
			t.Errorf("no line for the verb %s", v.Name)
		}
		set := pflag.NewFlagSet("", pflag.ContinueOnError)
		v.New().Flags(set)
		if strings.Contains(v.Args, "FILE") && !taken(runs, " - ") {
			t.Errorf("%s is not run with - for a file", v.Name)
		}
		set.VisitAll(func(f *pflag.Flag) {
			switch {
			case f.Name == "specs":
				runs = append(runs, stream{args: "--specs - " + v.Example, code: cli.ExitFailure, stderr: refusesFolder})
			case (f.Value.Type() == "file" || f.Value.Type() == "dir") && !taken(runs, " --"+f.Name+" - "):
				t.Errorf("%s is not run with --%s -", v.Name, f.Name)
			}
		})
		for _, r := range runs {
			s := editable(t)
			env, stdout, stderr := envIn(s.dir)
			env.Stdin = strings.NewReader(r.stdin)
			code := runWith(env, append([]string{v.Name}, strings.Fields(r.args)...)...)
			if r.code == cli.ExitFine && code == cli.ExitFindings {
				code = cli.ExitFine // what is found does not matter here
			}
			if code != r.code || !strings.Contains(stdout.String(), r.stdout) || !strings.Contains(stderr.String(), r.stderr) {
				t.Errorf("%s %s: exit %d\n%s\n%s\nwant exit %d, %q, %q", v.Name, r.args, code, stdout, stderr, r.code, r.stdout, r.stderr)
			}
			if _, err := os.Lstat(filepath.Join(s.dir, "-")); err == nil {
				t.Errorf("%s %s makes a file named -", v.Name, r.args)
			}
		}
	}
}

// taken reports whether one of some runs has the words among its arguments.
func taken(runs []stream, words string) bool {
	for _, r := range runs {
		if strings.Contains(" "+r.args+" ", words) {
			return true
		}
	}
	return false
}

// TestPipe runs observe | merge | observe as processes with pipes between them: the report
// is that of one run over all deliveries.
func TestPipe(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Parallel()
	s := editable(t)
	var some, others strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&some, "{\"topic\": \"x/y\", \"body\": {\"id\": %d, \"price\": null}}\n", i)
		fmt.Fprintf(&others, "{\"topic\": \"z/y\", \"body\": {\"id\": \"%d\", \"other\": 1}}\n", i)
	}
	s.write("some.ndjson", []byte(some.String()))
	s.write("others.ndjson", []byte(others.String()))
	want, _, _ := s.output("observe", "acme", "some.ndjson", "others.ndjson")
	if _, _, code := s.output("observe", "acme", "others.ndjson", "--evidence", "others.json"); code != cli.ExitFindings {
		t.Fatalf("exit %d", code)
	}
	for _, evidence := range []string{"-", "/dev/stdout"} {
		got := piped(t, s.dir, some.String(),
			[]string{"observe", "acme", "-", "--evidence", evidence},
			[]string{"merge", "-", "others.json", "--out", evidence},
			[]string{"observe", "acme", "-"})
		if got != want || !strings.Contains(got, "acme: 4000 deliveries") {
			t.Errorf("--evidence %s reports\n%s\nwant\n%s", evidence, got, want)
		}
	}
}

// piped runs the program once for each command, in a folder, with a pipe from each to the
// next, and returns what the last one writes.
func piped(t *testing.T, dir, stdin string, commands ...[]string) string {
	t.Helper()
	var in io.Reader = strings.NewReader(stdin)
	var running []*exec.Cmd
	var out strings.Builder
	for i, args := range commands {
		cmd := exec.Command(os.Args[0], args...)
		cmd.Dir, cmd.Stdin = dir, in
		cmd.Env = append(os.Environ(), "SPECIMEN_TEST_MAIN=1")
		var to *os.File
		if i == len(commands)-1 {
			cmd.Stdout = &out
		} else {
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			cmd.Stdout, in, to = w, r, w
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if to != nil {
			to.Close() // the process has its own
		}
		running = append(running, cmd)
	}
	for _, cmd := range running {
		hung := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		if !hung.Stop() || err != nil && cmd.ProcessState.ExitCode() != cli.ExitFindings {
			t.Errorf("%v: %v", cmd.Args[1:], err)
		}
	}
	return out.String()
}
