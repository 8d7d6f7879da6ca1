package cli

import (
	"cmp"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/parallel"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// The exit codes. After a signal, the exit code is that of shells: 128 plus the number
// of the signal.
const (
	ExitFine     = 0
	ExitFindings = 1 // something in the specs, the output folder or the deliveries needs attention
	ExitFailure  = 2 // wrong usage, a file that cannot be read or written, a bug of the program
)

// UsageError is an error in the command line, or in a file or folder that it names.
type UsageError struct{ Message, Hint string }

func (e UsageError) Error() string { return e.Message }

// ErrFindings is the error of a verb that has printed findings.
var ErrFindings = errors.New("findings")

// Problems is the error of a verb that cannot do its work because of problems.
type Problems struct {
	List   diagnostic.List
	Source Source // shows lines of the files; may be nil
	Format string // as for Print; "" is text
	Then   error  // another error, which is printed after them; may be nil
}

func (p Problems) Error() string { return p.List.Error() }

// Err returns p as an error, or nil where its list is empty.
func (p Problems) Err() error {
	if len(p.List) == 0 {
		return nil
	}
	return p
}

// Refuse returns diagnostics as an error of the type Problems, or nil where there
// are none.
func Refuse(list diagnostic.List, source Source) error {
	return Problems{List: list, Source: source}.Err()
}

// Run runs the verb that the arguments name and returns the exit code. A panic in
// any goroutine of a verb ends here.
func Run(env Env, verbs []Verb, args []string) (code int) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Fprintf(env.Stderr, "specimen: internal error: %v\n\n%s\nThis is a bug in specimen. Please report it, with the lines above and, if you can, the specs:\nhttps://github.com/specimen-go/specimen/issues\n", e, stack(e))
			code = ExitFailure
		}
	}()
	env = env.withStatus()
	out := &sticky{Writer: env.Stdout.Writer}
	env.Stdout.Writer = out
	env.verbs = verbs
	err := cmp.Or(dispatch(env, args), out.err)
	var problems Problems
	if errors.As(err, &problems) {
		problems.List.Sort()
		err = cmp.Or(Print(env.Stderr, problems.Format, problems.List, problems.Source), problems.Then, ErrFindings)
	}
	return exit(env, err)
}

// exit prints an error, where that has not been done, and returns its exit code.
func exit(env Env, err error) int {
	var usage UsageError
	var ended interface{ ShellCode() int }
	switch {
	case errors.As(err, &ended):
		return ended.ShellCode()
	case err == nil || errors.Is(err, pflag.ErrHelp):
		return ExitFine
	case errors.Is(err, ErrFindings):
		return ExitFindings
	case errors.As(err, &usage):
		fmt.Fprintf(env.Stderr, "specimen: %s\n", diagnostic.Printable(usage.Message))
		if usage.Hint != "" {
			fmt.Fprintf(env.Stderr, "hint: %s\n", diagnostic.Printable(usage.Hint))
		}
		return ExitFailure
	}
	for line := range strings.Lines("specimen: " + err.Error() + "\n") {
		fmt.Fprintln(env.Stderr, diagnostic.Printable(strings.TrimSuffix(line, "\n")))
	}
	return ExitFailure
}

func dispatch(env Env, args []string) error {
	if len(args) == 0 {
		fmt.Fprint(env.Stderr, overview(env.verbs))
		return UsageError{"no verb given", `"specimen help" lists them`}
	}
	name := args[0]
	switch {
	case name == "-h", name == "--help":
		name = "help"
	case name == "--version", name == "-v" && len(args) == 1: // before a verb, -v is none of its flags
		name = "version"
	}
	v, err := find(env.verbs, name)
	if err != nil {
		return err
	}
	return v.run(env, args[1:])
}

// stack returns the stack of a panic.
func stack(e any) []byte {
	if p, ok := e.(parallel.Panic); ok {
		return p.Stack
	}
	return debug.Stack()
}
