package cli

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Verb is one thing that the program does.
type Verb struct {
	Name string
	// Args names the arguments as usage lines do: "PLATFORM FILE...", "[PLATFORM]...".
	// Brackets mean optional, dots mean repeated.
	Args    string
	Example string // arguments of an example, for the hint when they are wrong
	Short   string // one line
	Help    string // what help shows below the usage line
	Hidden  bool   // help does not list it: programs call it
	New     func() Command
}

// Command is one call of a verb.
type Command interface {
	// Flags adds the flags of the verb to a set; parsing it fills in the command.
	Flags(set *pflag.FlagSet)
	// Run does the work. The arguments are as many as the verb takes.
	Run(env Env, args []string) error
}

// run parses the arguments of a verb and runs it. When they ask for help, it prints
// that and returns pflag.ErrHelp.
func (v Verb) run(env Env, args []string) error {
	command := v.New()
	set := v.flags(command)
	rest, err := v.parse(env, set, args)
	if err != nil {
		return err
	}
	if least, most := v.arity(); len(rest) < least || len(rest) > most {
		return v.wrongArgs()
	}
	if err := env.findFolders(set); err != nil {
		return err
	}
	if verbose, _ := set.GetBool(verboseFlag); verbose {
		env.Log = newLog(env)
	}
	run := env.Log.Start()
	err = command.Run(env, rest)
	run.Done("%s", v.Name)
	return err
}

// arity returns how many arguments a verb takes.
func (v Verb) arity() (least, most int) {
	for arg := range strings.FieldsSeq(v.Args) {
		if !strings.HasPrefix(arg, "[") {
			least++
		}
		if most++; strings.HasSuffix(arg, "...") {
			return least, math.MaxInt
		}
	}
	return least, most
}

func (v Verb) wrongArgs() error {
	if v.Args == "" {
		return UsageError{v.Name + " takes no arguments", ""}
	}
	hint := ""
	if v.Example != "" {
		hint = fmt.Sprintf("as in: specimen %s %s", v.Name, v.Example)
	}
	return UsageError{fmt.Sprintf("%s takes the arguments %s", v.Name, v.Args), hint}
}

// find returns the verb with a name. It fails where there is none.
func find(verbs []Verb, name string) (Verb, error) {
	i := slices.IndexFunc(verbs, func(v Verb) bool { return v.Name == name })
	if i >= 0 {
		return verbs[i], nil
	}
	if strings.HasPrefix(name, "-") {
		hint := diagnostic.Nearest(name, []string{"--help", "--version"})
		return Verb{}, UsageError{fmt.Sprintf("unknown flag %s before a verb", name), cmp.Or(hint, "flags follow the verb, as in: specimen list --json")}
	}
	var names []string
	for _, v := range verbs {
		if !v.Hidden {
			names = append(names, v.Name)
		}
	}
	hint := diagnostic.Nearest(name, names)
	return Verb{}, UsageError{fmt.Sprintf("unknown verb %q", name), cmp.Or(hint, "the verbs are "+strings.Join(names, ", "))}
}
