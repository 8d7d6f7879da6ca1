// Package suggest is the verb that proposes decisions for the specs.
package suggest

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/parallel"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/specs/edit"
)

type command struct {
	folders     cli.Folders
	format      *cli.Choice
	write, weak bool
	only        kinds
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	set.BoolVarP(&c.write, "write", "w", false, "write the suggestions into the specs")
	set.BoolVar(&c.weak, "weak", false, "with -w, write the weak ones too")
	set.Var(&c.only, "only", "look for suggestions of this kind only; may be repeated")
	c.format = cli.AddFormat(set)
}

func (c *command) Run(env cli.Env, names []string) error {
	defer env.ShowProgress("looking for suggestions")()
	folder := specfolder.At(env, c.folders.Specs)
	if !c.write {
		set, proposals, err := c.find(folder, names)
		if err != nil {
			return err
		}
		return c.print(env.Stdout, set, proposals)
	}
	files, err := folder.OpenExisting()
	if err != nil {
		return err
	}
	defer files.Close()
	set, proposals, err := c.find(files, names)
	if err != nil {
		return err
	}
	if err := write(files, proposals); err != nil {
		return err
	}
	for i, p := range proposals { // what was not written is left to show
		proposals[i].All = slices.DeleteFunc(p.All, func(s suggest.Suggestion) bool {
			return len(s.Change.Events) == 0 && (c.applyWeak() || !s.Weak)
		})
	}
	return c.print(env.Stdout, set, proposals)
}

// applyWeak reports whether weak suggestions are written.
func (c *command) applyWeak() bool { return c.write && (c.weak || len(c.only) > 0) }

// find returns what is suggested for platforms. It fails where their specs have
// errors.
func (c *command) find(from platform.Loader, names []string) (*platform.Set, []proposal.Proposal, error) {
	set, err := platform.Read(from, names...)
	if err != nil {
		return nil, nil, err
	}
	if set.Problems.HasErrors() {
		return nil, nil, cli.Problems{List: set.Problems, Source: set.Line, Format: c.format.Value}
	}
	all := make([]proposal.Proposal, len(set.Platforms))
	options := proposal.Options{Kinds: c.only, Weak: c.applyWeak()}
	parallel.Do(len(all), func(i int) { all[i] = proposal.Find(set.Platforms[i], options) })
	return set, all, nil
}

// write writes suggestions into the files of the specs: all of them, or none where a
// file cannot be added to.
func write(files *specfolder.Editing, proposals []proposal.Proposal) error {
	var changes []rewrite.Change
	for _, p := range proposals {
		insertions := p.Insertions()
		for _, file := range slices.Sorted(maps.Keys(insertions)) {
			name := path.Join(p.Platform.Spec.Name, file)
			old := files.Text(name)
			text, err := edit.Insert(old, insertions[file])
			if err != nil {
				return fmt.Errorf("%s: %w; without -w, suggest shows what to add", path.Join(files.Dir(), name), err)
			}
			changes = append(changes, rewrite.Change{Name: name, Old: old, New: text})
		}
	}
	return files.Write(changes)
}

// kinds is a flag with kinds of suggestions. It may be given several times, and have
// several with commas between them.
type kinds []string

func (k *kinds) String() string { return "all" }
func (k *kinds) Type() string   { return "kind" }

func (k *kinds) Set(s string) error {
	for word := range strings.SplitSeq(s, ",") {
		if !slices.Contains(suggest.Kinds(), word) {
			return fmt.Errorf("want one of %s", strings.Join(suggest.Kinds(), ", "))
		}
		*k = append(*k, word)
	}
	return nil
}
