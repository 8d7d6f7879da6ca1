package cli

import (
	"bytes"
	"errors"
	"fmt"
	"go/token"
	"io"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// hello is a verb for tests.
type hello struct{ word string }

func (h *hello) Flags(set *pflag.FlagSet) { set.Var(Word{&h.word, "text"}, "word", "what to print") }

func (h *hello) Run(env Env, args []string) error {
	switch h.word {
	case "fail":
		return errors.New("no\x1bmore")
	case "find":
		return Problems{List: diagnostic.List{diagnostic.New(finding.UnknownKey, token.Position{}, "", "m", "")}}
	}
	fmt.Fprintln(env.Stdout, h.word, args)
	return nil
}

// run runs the verb with some arguments.
func run(stdout io.Writer, args string, words ...string) (code int, stderr string) {
	var errs bytes.Buffer
	verbs := []Verb{{Name: "hello", Args: args, Example: "you", New: func() Command { return new(hello) }}}
	code = Run(Env{Stdout: Stream{Writer: stdout}, Stderr: Stream{Writer: &errs}}, verbs, append([]string{"hello"}, words...))
	return code, errs.String()
}

// TestRun checks what becomes of the arguments and the error of a verb.
func TestRun(t *testing.T) {
	for _, c := range []struct {
		args, words    string
		code           int
		stdout, stderr string
	}{
		{"", "--word hi", ExitFine, "hi []\n", ""},
		{"", "x", ExitFailure, "", "specimen: hello takes no arguments\n"},
		{"FILE...", "", ExitFailure, "", "specimen: hello takes the arguments FILE...\nhint: as in: specimen hello you\n"},
		{"FILE...", "a b", ExitFine, " [a b]\n", ""},
		{"[FILE]...", "", ExitFine, " []\n", ""},
		{"[FILE]", "a b", ExitFailure, "", "specimen: hello takes the arguments [FILE]\nhint: as in: specimen hello you\n"},
		{"A B", "a", ExitFailure, "", "specimen: hello takes the arguments A B\nhint: as in: specimen hello you\n"},
		{"", "--word fail", ExitFailure, "", "specimen: no\\x1bmore\n"},
		{"", "--word find", ExitFindings, "", "m [unknown-key]\n"},
	} {
		var stdout bytes.Buffer
		code, stderr := run(&stdout, c.args, strings.Fields(c.words)...)
		if code != c.code || stdout.String() != c.stdout || stderr != c.stderr {
			t.Errorf("%s with %q: exit %d, %q, %q", c.args, c.words, code, stdout.String(), stderr)
		}
	}
}

// broken is an output that cannot be written to.
type broken struct{ err any }

func (b broken) Write([]byte) (int, error) {
	if err, ok := b.err.(error); ok {
		return 0, err
	}
	panic(b.err)
}

// TestClosedOutput checks that output which nobody got is no success (F15).
func TestClosedOutput(t *testing.T) {
	if code, stderr := run(broken{io.ErrClosedPipe}, ""); code != ExitFailure || !strings.Contains(stderr, "closed pipe") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

// TestPanic checks that a panic ends in a report (F16).
func TestPanic(t *testing.T) {
	code, stderr := run(broken{"oh no"}, "")
	if code != ExitFailure || !strings.Contains(stderr, "internal error: oh no") || !strings.Contains(stderr, "report it") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

// TestColor checks that escapes of terminals appear only where they are asked for.
func TestColor(t *testing.T) {
	for _, color := range []bool{false, true} {
		var out bytes.Buffer
		list := diagnostic.List{diagnostic.New(finding.UnknownKey, token.Position{}, "", "m", "")}
		if err := Print(Stream{Writer: &out, Color: color}, "text", list, nil); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "\x1b") != color {
			t.Errorf("color %t: %q", color, out.String())
		}
	}
}
