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
	"github.com/specimen-go/specimen/infer/explain"
	"github.com/specimen-go/specimen/specs/edit"
)

type command struct {
	folders          cli.Folders
	format           *cli.Choice
	write, weak, ask bool
	only             kinds
	at               paths
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	set.BoolVarP(&c.write, "write", "w", false, "write the suggestions into the specs")
	set.BoolVarP(&c.ask, "interactive", "i", false, "ask for each suggestion whether to write it")
	set.BoolVar(&c.weak, "weak", false, "with -w, write the weak ones too")
	set.Var(&c.only, "only", "look for suggestions of this kind only; may be repeated")
	set.Var(&c.at, "at", "look for suggestions at this path, or inside of it, only; may be repeated")
	c.format = cli.AddFormat(set)
}

func (c *command) Run(env cli.Env, names []string) error {
	folder := specfolder.At(env, c.folders.Specs)
	switch {
	case c.ask && c.write:
		return cli.UsageError{Message: "-i and -w contradict each other", Hint: "-i writes what you accept"}
	case c.ask:
		return c.interview(env, folder, names)
	case !c.write:
		defer env.ShowProgress("looking for suggestions")()
		set, proposals, err := c.find(env.Log, folder, names)
		if err != nil {
			return err
		}
		if c.format.Value == "text" && !slices.ContainsFunc(proposals, func(p proposal.Proposal) bool { return len(p.All) > 0 }) {
			env.Stdout.Remark("no suggestions")
		}
		return c.print(env.Stdout, set, proposals)
	}
	defer env.ShowProgress("looking for suggestions")()
	files, err := folder.OpenExisting()
	if err != nil {
		return err
	}
	defer files.Close()
	set, proposals, err := c.find(env.Log, files, names)
	if err != nil {
		return err
	}
	if err := write(files, proposals); err != nil {
		return err
	}
	return c.printWritten(env.Stdout, set, proposals)
}

// applyWeak reports whether weak suggestions are written.
func (c *command) applyWeak() bool { return c.write && (c.weak || len(c.only) > 0) }

// writes reports whether -w writes a suggestion.
func (c *command) writes(s suggest.Suggestion) bool {
	return len(s.Change.Events) == 0 && (c.applyWeak() || !s.Weak)
}

func (c *command) options() proposal.Options {
	return proposal.Options{Kinds: c.only, At: c.at, Weak: c.applyWeak()}
}

// read reads platforms. It fails where their specs have errors.
func (c *command) read(from platform.Loader, names []string) (*platform.Set, error) {
	set, err := platform.Read(from, names...)
	if err != nil {
		return nil, err
	}
	if set.Problems.HasErrors() {
		return nil, cli.Problems{List: set.Problems, Source: set.Line, Format: c.format.Value}
	}
	for _, at := range c.at {
		if !slices.ContainsFunc(set.Platforms, func(p *platform.Platform) bool { return p.Model.At(at) != nil }) {
			return nil, cli.UsageError{Message: fmt.Sprintf("no example has the path %q", at), Hint: meant(set, at)}
		}
	}
	return set, nil
}

// mostNear is how many paths a hint names, those of the first platforms.
const mostNear = 3

// meant returns a hint about a path that no platform has.
func meant(set *platform.Set, path string) string {
	var near []string
	for _, p := range set.Platforms {
		for _, path := range explain.Nearest(p.Model, path) {
			if len(near) < mostNear && !slices.Contains(near, path) {
				near = append(near, path)
			}
		}
	}
	if len(near) == 0 {
		return "a path begins with an event's type or a declared one: OrderEvent/order"
	}
	return "did you mean " + strings.Join(near, ", or ") + "?"
}

// find returns what is suggested for platforms. It fails where their specs have
// errors.
func (c *command) find(log *cli.Log, from platform.Loader, names []string) (*platform.Set, []proposal.Proposal, error) {
	set, err := c.read(from, names)
	if err != nil {
		return nil, nil, err
	}
	stage := log.Start()
	all := make([]proposal.Proposal, len(set.Platforms))
	parallel.Do(len(all), func(i int) { all[i] = proposal.Find(set.Platforms[i], c.options()) })
	stage.Done("looked for suggestions")
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

// Words returns the kinds, for the completion of command lines.
func (k *kinds) Words() []string { return suggest.Kinds() }

func (k *kinds) Set(s string) error {
	for word := range strings.SplitSeq(s, ",") {
		if err := cli.OneOf(word, suggest.Kinds()); err != nil {
			return err
		}
		*k = append(*k, word)
	}
	return nil
}

// paths is the value of the flag --at.
type paths []string

func (p *paths) String() string { return "" }
func (p *paths) Type() string   { return "path" }

func (p *paths) Set(s string) error {
	*p = append(*p, s)
	return nil
}
