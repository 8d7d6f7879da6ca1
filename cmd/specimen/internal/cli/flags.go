package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// flags returns the flags of a verb, in a set that prints nothing by itself.
func (v Verb) flags(command Command) *pflag.FlagSet {
	set := pflag.NewFlagSet(v.Name, pflag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.SortFlags = false
	set.Usage = func() {}
	command.Flags(set)
	return set
}

// parse reads the flags of a verb and returns its other arguments.
func (v Verb) parse(env Env, set *pflag.FlagSet, args []string) ([]string, error) {
	err := set.Parse(args)
	help := fmt.Sprintf("\"specimen %s --help\" shows the flags", v.Name)
	var unknown *pflag.NotExistError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		fmt.Fprint(env.Stdout, v.help(set))
		return nil, err
	case errors.As(err, &unknown):
		var names []string
		set.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		hint := diagnostic.Nearest(unknown.GetSpecifiedName(), names)
		if hint == "" {
			hint = help
		}
		return nil, UsageError{err.Error(), hint}
	case err != nil:
		return nil, UsageError{err.Error(), help}
	}
	return set.Args(), nil
}

// The folders where no flag names another.
const (
	defaultSpecs = "specs"
	defaultOut   = "generated"
)

// Folders are the folders that flags name.
type Folders struct{ Specs, Out string }

// AddSpecs adds the flag --specs.
func (f *Folders) AddSpecs(set *pflag.FlagSet) {
	f.Specs = defaultSpecs
	set.Var(Folder{Name: &f.Specs}, "specs", "folder of the specs, with one folder for each platform")
}

// AddOut adds the flag --out for the folder of the generated packages.
func (f *Folders) AddOut(set *pflag.FlagSet) {
	f.Out = defaultOut
	set.Var(Folder{Name: &f.Out}, "out", "folder of the generated packages, inside a Go module")
}

// GenerateCommand returns the command line that generates with these folders, for
// hints.
func (f Folders) GenerateCommand() string {
	command := "specimen generate"
	if f.Specs != defaultSpecs {
		command += " --specs " + f.Specs
	}
	if f.Out != defaultOut {
		command += " --out " + f.Out
	}
	return command
}

// Folder is the value of a flag that names a folder.
type Folder struct {
	Name *string
	Std  bool // whether Std stands for the standard output; a folder of that name is ./-
}

func (f Folder) String() string { return *f.Name }
func (f Folder) Type() string   { return "dir" }

// Set cleans the name. It fails for an empty one, and for Std where that has no meaning.
func (f Folder) Set(s string) error {
	switch {
	case s == "":
		return errors.New("want the name of a folder")
	case s == Std && !f.Std:
		return errors.New("want the name of a folder, which a stream is not; one of this name is ./-")
	case s != Std && filepath.Clean(s) == Std:
		*f.Name = "." + string(filepath.Separator) + Std
		return nil
	}
	*f.Name = filepath.Clean(s)
	return nil
}

// Word is the value of a flag with a text that is not empty.
type Word struct {
	Value *string
	What  string // what help shows for the value
}

func (w Word) String() string { return *w.Value }
func (w Word) Type() string   { return w.What }

// Set fails for a text without a visible character.
func (w Word) Set(s string) error {
	if strings.TrimSpace(s) == "" {
		return errors.New("must not be empty")
	}
	*w.Value = s
	return nil
}

// Choice is the value of a flag with a closed list of values, of which the first is
// the default.
type Choice struct {
	Value string
	words []string
}

// NewChoice returns a Choice of some words.
func NewChoice(words ...string) *Choice { return &Choice{words[0], words} }

func (c *Choice) String() string { return c.Value }

// Type returns the words, for help.
func (c *Choice) Type() string { return strings.Join(c.words, "|") }

// Set fails for a word that is not in the list.
func (c *Choice) Set(s string) error {
	if !slices.Contains(c.words, s) {
		return fmt.Errorf("want one of %s", strings.Join(c.words, ", "))
	}
	c.Value = s
	return nil
}

// AddFormat adds the flag --format for the form of diagnostics, as Print takes it.
func AddFormat(set *pflag.FlagSet) *Choice {
	c := NewChoice("text", "json", "github")
	set.Var(c, "format", "form of the findings: text, one JSON object a line, or annotations of a GitHub workflow")
	return c
}
