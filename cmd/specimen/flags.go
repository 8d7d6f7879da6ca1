package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// flags returns an empty set of flags for a verb, which says nothing by itself.
func (v verb) flags() *pflag.FlagSet {
	set := pflag.NewFlagSet(v.name, pflag.ContinueOnError)
	set.SetOutput(discard{})
	set.SortFlags = false
	set.Usage = func() {}
	return set
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// parse reads the flags of a verb and returns its other arguments. When help is
// asked for, it shows it and returns pflag.ErrHelp.
func (a app) parse(v verb, set *pflag.FlagSet, args []string) ([]string, error) {
	err := set.Parse(args)
	var unknown *pflag.NotExistError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		fmt.Fprint(a.stdout, v.help(set))
		return nil, err
	case errors.As(err, &unknown):
		var names []string
		set.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		hint := diagnostic.Nearest(unknown.GetSpecifiedName(), names)
		if hint == "" {
			hint = fmt.Sprintf("\"specimen %s --help\" shows the flags", v.name)
		}
		return nil, usageError{err.Error(), hint}
	case err != nil:
		return nil, usageError{err.Error(), fmt.Sprintf("\"specimen %s --help\" shows the flags", v.name)}
	}
	return set.Args(), nil
}

// The folders where nothing else is asked for.
const (
	defaultSpecs = "specs"
	defaultOut   = "generated"
)

// folders are the flags of verbs that read specs or look at the output.
type folders struct{ specs, out string }

// folder is a flag that names a folder.
type folder struct{ name *string }

func (f folder) String() string { return *f.name }
func (f folder) Type() string   { return "dir" }

func (f folder) Set(s string) error {
	if s == "" {
		return errors.New("want the name of a folder")
	}
	*f.name = filepath.Clean(s)
	return nil
}

func (f *folders) addSpecs(set *pflag.FlagSet) {
	f.specs = defaultSpecs
	set.Var(folder{&f.specs}, "specs", "folder of the specs, one folder for each platform in it")
}

func (f *folders) addOut(set *pflag.FlagSet) {
	f.out = defaultOut
	set.Var(folder{&f.out}, "out", "folder of the generated packages, inside a Go module")
}

// command returns the command line that generates with these folders, for hints.
func (f folders) command(platforms ...string) string {
	words := append([]string{"specimen", "generate"}, platforms...)
	if f.specs != defaultSpecs {
		words = append(words, "--specs", f.specs)
	}
	if f.out != defaultOut {
		words = append(words, "--out", f.out)
	}
	return strings.Join(words, " ")
}

// choice is a flag with a closed list of values, the first being the default.
type choice struct {
	value string
	words []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.words, "|") }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.words, s) {
		return fmt.Errorf("want one of %s", strings.Join(c.words, ", "))
	}
	c.value = s
	return nil
}

// addFormat adds the flag for the form of reports.
func addFormat(set *pflag.FlagSet) *choice {
	c := &choice{"text", []string{"text", "json", "github"}}
	set.Var(c, "format", "form of problems: for people, one JSON object a line, or annotations of a GitHub workflow")
	return c
}
