// Package report is the verb that writes an HTML page per platform.
package report

import (
	"errors"
	"slices"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/outfolder"
	"github.com/specimen-go/specimen/cmd/specimen/internal/page"
	"github.com/specimen-go/specimen/cmd/specimen/internal/parallel"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is the text of "specimen help report", below the usage line.
const Help = `Report writes PLATFORM.html for each platform, or for the named ones: its topics, its
types as trees, with an example value of each member and what decided its type, and
the payloads. A member links to where it was seen first and to the decision on it,
and its path is its anchor:

    acme.html#OrderEvent/order/line_items/*/price

Where no platform is named, index.html is an overview of all.

With --against the pages mark what was added, removed or changed since a git
revision.

A page is one file that loads nothing else. Its text is that of the specs, payloads
included. Either all pages are written or none is; a file of such a name that is not
a page of this verb stops it before it starts. With --out - the page of one platform
goes to the standard output.
`

type command struct {
	folders cli.Folders
	against changes.Against
	format  *cli.Choice
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	set.Var(cli.Folder{Name: &c.folders.Out, Std: true}, "out", "folder of the pages; with -, the page of one platform is written to the standard output")
	c.against.AddTo(set)
	c.format = cli.AddFormat(set)
}

func (c *command) Run(env cli.Env, names []string) error {
	if c.folders.Out == "" {
		return cli.UsageError{Message: "report needs a folder to write to", Hint: "as in: specimen report --out pages"}
	}
	defer env.ShowProgress("reporting")()
	folder := specfolder.At(env, c.folders.Specs)
	set, err := platform.Read(folder, names...)
	if err != nil {
		return err
	}
	if set.Problems.HasErrors() {
		return cli.Problems{List: set.Problems, Source: set.Line, Format: c.format.Value}
	}
	if c.folders.Out == cli.Std && len(set.Platforms) != 1 {
		return cli.UsageError{Message: "the standard output takes the page of one platform", Hint: "name the platform: specimen report --out - acme"}
	}
	since := new(changes.Report)
	if c.against.Revision != "" {
		before, err := c.against.Load(folder)
		if err != nil {
			return err
		}
		if since, err = changes.Compare(platform.SetOf(before, names), set, c.against.Revision); err != nil {
			return err
		}
	}
	home := len(names) == 0 && c.folders.Out != cli.Std && !hasIndex(set)
	files, err := pages(set, page.Options{Since: since, Home: home})
	if err != nil {
		return err
	}
	if c.folders.Out == cli.Std {
		for _, text := range files {
			_, err = env.Stdout.Write(text)
		}
		return err
	}
	problems, err := outfolder.Write(env, c.folders.Out, files, outfolder.ForPage)
	if err != nil {
		return err
	}
	return cli.Problems{List: problems, Format: c.format.Value}.Err()
}

// hasIndex reports whether a platform has the name of the index, whose page then takes its
// place.
func hasIndex(set *platform.Set) bool {
	return slices.ContainsFunc(set.Platforms, func(p *platform.Platform) bool { return page.File(p.Spec.Name) == page.IndexFile })
}

// pages returns the pages of platforms, by the names of their files, and the index over
// them.
func pages(set *platform.Set, with page.Options) (map[string][]byte, error) {
	all := make([][]byte, len(set.Platforms))
	errs := make([]error, len(set.Platforms))
	parallel.Do(len(all), func(i int) { all[i], errs[i] = page.Render(set.Platforms[i], set.Line, with) })
	files := make(map[string][]byte)
	if with.Home {
		index, err := page.Index(set.Platforms, with)
		files[page.IndexFile], errs = index, append(errs, err)
	}
	for i, p := range set.Platforms {
		files[page.File(p.Spec.Name)] = all[i]
	}
	return files, errors.Join(errs...)
}
