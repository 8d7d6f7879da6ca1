// Package initialize is the verb that writes what a new platform begins with.
package initialize

import (
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is the text of "specimen help init", below the usage line.
const Help = `Init writes what a platform begins with, in a Go module:

    specs/acme/platform.yaml   a template, whose comments say what else it can have
    generate.go                "//go:generate go tool specimen generate"; in the folder
                               of the specs, where the module has no Go files here yet
    .gitattributes             folds generated code in reviews, except for types.go

It overwrites nothing: what is there stays as it is. Then it says what to do next. The
payloads come with "specimen add" or "specimen import".
`

type command struct {
	folders               cli.Folders
	title, header, member string
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.folders.AddOut(set)
	set.Var(cli.Word{Value: &c.title, What: "text"}, "title", "title of the platform (default: Acme for acme)")
	set.Var(cli.Word{Value: &c.header, What: "name"}, "header", "HTTP header in which deliveries name their topic")
	set.Var(cli.Word{Value: &c.member, What: "pointer"}, "member", "member of the body that names the topic, as in /event")
}

func (c *command) Run(env cli.Env, args []string) error {
	if c.header != "" && c.member != "" {
		return cli.UsageError{Message: "a platform names its topics in a header or in a member", Hint: "give --header or --member"}
	}
	if err := addition.CheckPlatform(args[0]); err != nil {
		return err
	}
	folder := specfolder.At(env, c.folders.Specs)
	if c.title == "" {
		if err := addition.CheckNew(folder, args[0], "give its --title"); err != nil {
			return err
		}
	}
	target, err := module.Find(env.Path(c.folders.Out))
	if err != nil {
		return err
	}
	if err := c.write(env, folder, args[0]); err != nil {
		return err
	}
	c.next(env, args[0], target)
	return nil
}

// write writes the files that are not there, all of them or none, and says what became of
// each.
func (c *command) write(env cli.Env, folder specfolder.Folder, platform string) error {
	to, err := c.open(env, folder, platform)
	if err != nil {
		return err
	}
	defer to.close()
	x := addition.Payload{Title: c.title, Header: c.header, Member: c.member}
	began, err := to.spec.Begin(x, template(platform, c.header != "" || c.member != ""))
	if err != nil {
		return err
	}
	directive, err := c.directive(env)
	if err != nil {
		return err
	}
	files := []file{{name: filepath.Join(c.folders.Specs, platform, "platform.yaml"), fresh: began}, directive}
	lines, missing := attributes(filepath.ToSlash(c.folders.Out)), ""
	if lines != "" { // otherwise the folder is not below this one
		f := file{name: attributesName, text: []byte(lines)}
		if f.fresh, missing, err = lacks(env.Path(f.name), lines); err != nil {
			return err
		}
		files = append(files, f)
	}
	if err := to.write(files[1:]); err != nil {
		return err
	}
	for _, f := range files {
		report(env, filepath.ToSlash(f.name), f.fresh)
	}
	if missing != "" {
		fmt.Fprintf(env.Stdout, "\nadd to %s, so that reviews show of the generated code the types:\n", attributesName)
		for line := range strings.Lines(missing) {
			fmt.Fprint(env.Stdout, "  "+line)
		}
	}
	return nil
}

// report says what became of a file.
func report(env cli.Env, name string, wrote bool) {
	if wrote {
		fmt.Fprintln(env.Stdout, "wrote", name)
	} else {
		fmt.Fprintln(env.Stdout, "kept ", name)
	}
}

// next says what to do now.
func (c *command) next(env cli.Env, platform string, target module.Target) {
	fmt.Fprintln(env.Stdout, "\nnext:")
	if !target.Tool {
		version := "latest"
		if ref := env.Version.Ref(); strings.HasPrefix(ref, "v") {
			version = ref
		}
		fmt.Fprintf(env.Stdout, "  go get -tool %s@%s\n", module.Program, version)
	}
	specs := ""
	if c.folders.GenerateCommand() != "specimen generate" {
		specs = "--specs " + filepath.ToSlash(c.folders.Specs) + " "
	}
	table := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "  go tool specimen add %s%s TOPIC FILE\t# a payload; or import, for a page of documentation\n", specs, platform)
	fmt.Fprintf(table, "  go tool specimen suggest -w %s%s\t# decisions that the payloads support\n", specs, platform)
	fmt.Fprintf(table, "  go generate ./...\t# the package, after each change of the specs\n")
	_ = table.Flush() // Run reports what stdout did not take
}
