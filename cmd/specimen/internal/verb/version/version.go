// Package version is the verb that prints the version.
package version

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// Help is the text of "specimen help version", below the usage line.
const Help = "Version prints the version of specimen and of the Go that it was built with.\n"

type command struct{}

// New returns the command of one call of the verb.
func New() cli.Command { return command{} }

func (command) Flags(*pflag.FlagSet) {}

func (command) Run(env cli.Env, _ []string) error {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	fmt.Fprintf(env.Stdout, "specimen %s %s\n", version, runtime.Version())
	return nil
}
