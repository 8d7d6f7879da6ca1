// Package version is the verb that prints the version.
package version

import (
	"fmt"
	"runtime"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// Help is the text of "specimen help version", below the usage line.
const Help = `Version prints the version of specimen, the revision of its repository where the go
command knows it, and the version of Go that built it.
`

type command struct{}

// New returns the command of one call of the verb.
func New() cli.Command { return command{} }

func (command) Flags(*pflag.FlagSet) {}

func (command) Run(env cli.Env, _ []string) error {
	fmt.Fprintf(env.Stdout, "specimen %s, %s\n", env.Version, runtime.Version())
	return nil
}
