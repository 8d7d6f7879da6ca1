// Package completion has two verbs: one prints a script with which a shell completes command
// lines, and the other, which such scripts call, prints what can stand in a place.
package completion

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Help is the text of "specimen help completion", below the usage line.
const Help = `Completion prints a script with which a shell completes verbs, flags and their values,
platforms, topics, events and paths. Load it when the shell starts:

    bash   source <(specimen completion bash)      in ~/.bashrc
    zsh    source <(specimen completion zsh)       in ~/.zshrc, after compinit
    fish   specimen completion fish | source       in ~/.config/fish/config.fish

Old versions of bash, as on macOS, take eval "$(specimen completion bash)" instead.
`

type command struct{}

// New returns the command of one call of the verb.
func New() cli.Command { return command{} }

func (command) Flags(*pflag.FlagSet) {}

func (command) Run(env cli.Env, args []string) error {
	scripts := map[string]string{"bash": bash, "zsh": zsh, "fish": fish}
	script, ok := scripts[args[0]]
	if !ok {
		shells := []string{"bash", "zsh", "fish"}
		hint := cmp.Or(diagnostic.Nearest(args[0], shells), "there are scripts for "+strings.Join(shells, ", "))
		return cli.UsageError{Message: fmt.Sprintf("no script for the shell %q", args[0]), Hint: hint}
	}
	fmt.Fprint(env.Stdout, script)
	return nil
}
