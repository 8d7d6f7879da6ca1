// Package generate is the verb that writes the generated packages.
package generate

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/outfolder"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is the text of "specimen help generate", below the usage line.
const Help = `Generate writes a Go package for each platform, or for the named ones, and the
package payload that they share. The types come from the specs.

It prints nothing on success. Otherwise it prints every problem of the specs, with
its position and a hint, and writes nothing. The packages are type-checked before
they are written, which needs the go command.

The import path of the packages comes from the go.mod above --out.

Files that carry the header of generated ones are replaced, and removed when they are
no longer generated. Other files beside them are left alone; one that has the name of
a generated file, or declares what a generated file declares, stops it before it
starts. Either all files are replaced or none is; the first run after a crash restores
the old files. The folder of a platform without a spec is left alone; "specimen check"
reports it.
`

type command struct {
	folders cli.Folders
	format  *cli.Choice
	checker *selfcheck.Checker
}

// New returns a function that returns the command of one call of the verb.
func New(checker *selfcheck.Checker) func() cli.Command {
	return func() cli.Command { return &command{checker: checker} }
}

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.folders.AddOut(set)
	c.format = cli.AddFormat(set)
}

func (c *command) Run(env cli.Env, platforms []string) error {
	defer env.ShowProgress("generating")()
	if err := specfolder.At(env, c.folders.Specs).Settle(); err != nil {
		return err
	}
	b, err := build.Read(env, c.folders, platforms, c.checker)
	if err != nil {
		return err
	}
	if b.Files != nil {
		foreign, err := outfolder.Write(env, c.folders.Out, b.Files, outfolder.ForPackages)
		if err != nil {
			return err
		}
		b.Problems = append(b.Problems, foreign...)
		b.Problems.Sort()
	}
	if c.format.Value == "text" {
		printCollisions(env.Stderr, b)
	}
	if err := b.Print(env.Stderr, c.format.Value); err != nil {
		return err
	}
	if b.Problems.HasErrors() {
		return cli.ErrFindings
	}
	return nil
}

// printCollisions says what gives other names to the objects and members of a platform
// whose Go names collide, where there are several.
func printCollisions(w cli.Stream, b *build.Build) {
	for _, p := range b.Set.Platforms {
		n := 0
		for _, x := range p.Names.Problems {
			if !x.Warning() && x.Where.Ref == "" {
				n++
			}
		}
		if n > 1 {
			fmt.Fprintf(w, "%s: %d Go names collide; specimen suggest -w %s writes a name for each\n", p.Spec.Name, n, p.Spec.Name)
		}
	}
}
