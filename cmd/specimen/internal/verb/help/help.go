// Package help is the verb that explains the others.
package help

import (
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// Help is what help shows of the verb itself.
const Help = "Help shows what specimen does, or what one verb does.\n"

type command struct{}

// New returns a call of the verb.
func New() cli.Command { return command{} }

func (command) Flags(*pflag.FlagSet) {}

func (command) Run(env cli.Env, args []string) error {
	return cli.Help(env, strings.Join(args, ""))
}
