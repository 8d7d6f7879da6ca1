package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// What the exit code says.
const (
	exitFine     = 0
	exitFindings = 1   // something in the specs or the output folder is to be mended
	exitFailure  = 2   // wrong usage, a file that cannot be read or written, a fault of the program
	exitSignal   = 128 // and the number of the signal that ended the run, as shells have it
)

// app is the program and what it talks to.
type app struct {
	stdin          io.Reader
	stdout, stderr stream
	dir            string // what relative names are relative to; "" is the working directory
	progress       bool   // stderr is read by a person right now
	// tests runs the tests of generated packages; Run of a Trial where it is nil.
	tests func(selfcheck.Trial) ([]selfcheck.Failure, error)
	// step is called before each step that changes a file, with what it does and to
	// which file; an error stops the run. It is nil except in tests.
	step func(op, name string) error
}

// stream is an output and whether it understands the escapes of a terminal.
type stream struct {
	io.Writer
	color bool
}

// sticky remembers that a write failed, so that not every line that is printed
// has to be checked.
type sticky struct {
	io.Writer
	err error
}

func (s *sticky) Write(p []byte) (int, error) {
	n, err := s.Writer.Write(p)
	s.err = cmp.Or(s.err, err)
	return n, err
}

// verb is one thing that the program does.
type verb struct {
	name, args string // args: how they are shown in a usage line
	short      string // one line
	long       string // what help shows below the usage line
	// run parses the arguments behind the verb and does it.
	run func(a app, v verb, args []string) error
}

// verbs lists the verbs in the order in which help shows them.
func verbs() []verb {
	return []verb{generateVerb(), checkVerb(), suggestVerb(), explainVerb(), diffVerb(), reportVerb(), observeVerb(), mergeVerb(), addVerb(), listVerb(), versionVerb(), helpVerb()}
}

// usageError is an error in how the program was called.
type usageError struct{ message, hint string }

func (e usageError) Error() string { return e.message }

// errFindings says that problems were found and have been reported.
var errFindings = errors.New("findings")

// run does what the arguments say and returns the exit code. A panic anywhere
// ends here.
func (a app) run(args []string) (code int) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Fprintf(a.stderr, "specimen: internal error: %v\n\n%s\nThis is a fault of specimen. Please report it, with the lines above and, if you can, the specs:\nhttps://github.com/specimen-go/specimen/issues\n", e, stack(e))
			code = exitFailure
		}
	}()
	out := &sticky{Writer: a.stdout.Writer}
	a.stdout.Writer = out
	err := cmp.Or(a.dispatch(args), out.err)
	var usage usageError
	var interrupted selfcheck.Interrupted
	switch {
	case errors.As(err, &interrupted):
		return exitSignal + int(interrupted.Signal)
	case err == nil || errors.Is(err, pflag.ErrHelp):
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		fmt.Fprintf(a.stderr, "specimen: %s\n", diagnostic.Printable(usage.message))
		if usage.hint != "" {
			fmt.Fprintf(a.stderr, "hint: %s\n", diagnostic.Printable(usage.hint))
		}
		return exitFailure
	}
	for line := range strings.Lines("specimen: " + err.Error() + "\n") {
		fmt.Fprintln(a.stderr, diagnostic.Printable(strings.TrimSuffix(line, "\n")))
	}
	return exitFailure
}

func (a app) dispatch(args []string) error {
	if len(args) == 0 {
		fmt.Fprint(a.stderr, overview())
		return usageError{"no verb given", `"specimen help" shows them`}
	}
	all := verbs()
	name := args[0]
	switch name {
	case "-h", "--help":
		name = "help"
	case "--version":
		name = "version"
	}
	i := slices.IndexFunc(all, func(v verb) bool { return v.name == name })
	if i < 0 {
		return unknownVerb(args[0], all)
	}
	return all[i].run(a, all[i], args[1:])
}

func unknownVerb(name string, all []verb) error {
	var names []string
	for _, v := range all {
		names = append(names, v.name)
	}
	hint := diagnostic.Nearest(name, names)
	if hint == "" {
		hint = "the verbs are " + strings.Join(names, ", ")
	}
	return usageError{fmt.Sprintf("unknown verb %q", name), hint}
}

// path returns the file that a name given by the user means.
func (a app) path(name string) string {
	if a.dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(a.dir, name)
}

// panicked carries a panic of another goroutine, with its own stack.
type panicked struct {
	value any
	stack []byte
}

func (p panicked) String() string { return fmt.Sprint(p.value) }

func stack(e any) []byte {
	if p, ok := e.(panicked); ok {
		return p.stack
	}
	return debug.Stack()
}
