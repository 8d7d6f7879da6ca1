package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
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
	set.BoolP(verboseFlag, "v", false, "say on stderr what is read and written, and how long that takes")
	return set
}

// parse reads the flags of a verb and returns its other arguments.
func (v Verb) parse(env Env, set *pflag.FlagSet, args []string) ([]string, error) {
	err := set.Parse(args)
	help := fmt.Sprintf("\"specimen %s --help\" shows the flags", v.Name)
	var unknown *pflag.NotExistError
	var other notOneOf
	switch {
	case errors.Is(err, pflag.ErrHelp):
		fmt.Fprint(env.Stdout, v.help(set))
		return nil, err
	case errors.As(err, &unknown):
		return nil, UsageError{err.Error(), cmp.Or(meant(set, unknown), help)}
	case errors.As(err, &other):
		return nil, UsageError{err.Error(), cmp.Or(diagnostic.Nearest(other.got, other.words), help)}
	case err != nil:
		return nil, UsageError{err.Error(), help}
	}
	return set.Args(), nil
}

// meant returns a hint that asks for the flag that an unknown one is a misspelling of, or
// "". A single dash makes several short flags of a long one.
func meant(set *pflag.FlagSet, unknown *pflag.NotExistError) string {
	var names []string
	set.VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return diagnostic.Nearest("--"+cmp.Or(unknown.GetSpecifiedShortnames(), unknown.GetSpecifiedName()), names)
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

// Words returns the words.
func (c *Choice) Words() []string { return c.words }

// Type returns the words, for help.
func (c *Choice) Type() string { return strings.Join(c.words, "|") }

// Set fails for a word that is not in the list.
func (c *Choice) Set(s string) error {
	if err := OneOf(s, c.words); err != nil {
		return err
	}
	c.Value = s
	return nil
}

// OneOf returns the error of a flag for a word that is not in a closed list, or nil.
func OneOf(word string, words []string) error {
	if slices.Contains(words, word) {
		return nil
	}
	return notOneOf{word, words}
}

// notOneOf is an error, for which the hint is the nearest word.
type notOneOf struct {
	got   string
	words []string
}

func (e notOneOf) Error() string { return "want one of " + strings.Join(e.words, ", ") }

// AddFormat adds the flag --format for the form of diagnostics, as Print takes it, and
// --json.
func AddFormat(set *pflag.FlagSet) *Choice {
	return AddFormatOf(set, "form of the findings: text, one JSON object a line, or annotations of a GitHub workflow", "text", "json", "github")
}

// AddFormatOf adds the flag --format for some words, of which one is json, and --json.
func AddFormatOf(set *pflag.FlagSet, usage string, words ...string) *Choice {
	c := NewChoice(words...)
	set.Var(c, "format", usage)
	set.VarPF(inJSON{c}, "json", "", "the same as --format json").NoOptDefVal = "true"
	return c
}

// inJSON is the value of the flag --json, which chooses the word json.
type inJSON struct{ *Choice }

func (j inJSON) String() string { return strconv.FormatBool(j.Choice != nil && j.Value == "json") }
func (j inJSON) Type() string   { return "bool" }

// Set chooses json. It fails for a text that is not a boolean.
func (j inJSON) Set(s string) error {
	chosen, err := strconv.ParseBool(s)
	if err != nil {
		return errors.New("must be true or false") // as pflag says of its flags
	}
	if chosen {
		j.Value = "json"
	}
	return nil
}
