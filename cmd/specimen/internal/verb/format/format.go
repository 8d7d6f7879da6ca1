// Package format is the verb fmt, which gives spec files their one form.
package format

import (
	"bytes"
	"io"
	"slices"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Help is the text of "specimen help fmt", below the usage line.
const Help = `Fmt gives spec files the one form that specs have, as gofmt does for Go: two spaces of
indentation below a key, and for lists as well; one space after a colon, a comma and a
dash; none inside braces, and none at the end of a line; no blank line below a key, and
no two of them elsewhere. What "add", "import" and "suggest -w" write into a file of
that form has it.

Only white space changes. Keys keep their order and strings their quotes; lines are not
joined or wrapped; comments stay. The text of a payload stays as it is, byte for byte;
only its block is indented. Lines end with CRLF if the first one does, or else with LF.

It formats the files of the named platforms, or of all, and files that are named; an
argument with a slash or with the ending .yaml is a file, and "-" is the standard input,
whose formatted text goes to the standard output. Of anything else, -l lists the files
that are not formatted, and -d prints what would change, as a diff; the exit code is 1 if
there are any. -w writes them, all of a folder or none. Without a flag, the formatted
text of one file is printed.

A file that is not YAML, or has anchors, aliases or tags, is not formatted, which is an
error; no file is written then.
`

type command struct {
	folders           cli.Folders
	list, diff, write bool
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	set.BoolVarP(&c.list, "list", "l", false, "list the files that are not formatted")
	set.BoolVarP(&c.diff, "diff", "d", false, "print what would change, as a diff")
	set.BoolVarP(&c.write, "write", "w", false, "write the files that are not formatted")
}

func (c *command) Run(env cli.Env, args []string) error {
	if slices.Contains(args, cli.Std) {
		if len(args) > 1 || c.write {
			return cli.UsageError{Message: `"-" is formatted alone, and not written`, Hint: "as in: specimen fmt - < orders.yaml"}
		}
		text, err := io.ReadAll(env.Stdin)
		if err != nil {
			return err
		}
		return c.finish(env, []*folder{{files: []*file{{shown: cli.Shown(cli.Std), text: text}}}})
	}
	folders, err := c.resolve(env, args)
	if err != nil {
		return err
	}
	for _, f := range folders {
		if err := f.open(env, c.write); err != nil {
			return err
		}
		defer f.close()
		if err := f.read(); err != nil {
			return err
		}
	}
	return c.finish(env, folders)
}

// finish formats the texts that were read, and prints or writes them.
func (c *command) finish(env cli.Env, folders []*folder) error {
	var all []*file
	for _, f := range folders {
		all = append(all, f.files...)
	}
	if !c.list && !c.diff && !c.write && len(all) != 1 {
		return cli.UsageError{Message: "the text of one file can be printed, and these are " + cli.Count(len(all), "file"), Hint: "-l lists those that are not formatted, -d shows the changes, -w writes them"}
	}
	if err := formatAll(all); err != nil {
		return err
	}
	some := false
	for _, f := range all {
		changed := !bytes.Equal(f.text, f.formatted)
		some = some || changed
		switch {
		case !c.list && !c.diff && !c.write:
			if _, err := env.Stdout.Write(f.formatted); err != nil {
				return err
			}
		case changed:
			c.print(env, f)
		}
	}
	if c.write {
		for _, f := range folders {
			if err := f.write(); err != nil {
				return err
			}
		}
		return nil
	}
	if !c.list && !c.diff {
		return nil
	}
	if some {
		return cli.ErrFindings
	}
	env.Stdout.Remark(cli.Count(len(all), "file") + " formatted")
	return nil
}

// print writes the name of a file that is not formatted, or what changes in it.
func (c *command) print(env cli.Env, f *file) {
	if c.list {
		io.WriteString(env.Stdout, diagnostic.Printable(f.shown)+"\n")
	}
	if c.diff {
		printDiff(env.Stdout, f)
	}
}
