package cli

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// Wanted is what can stand at the end of an unfinished command line, for shells that complete
// it.
type Wanted struct {
	Words  []Suggestion
	Kinds  []string // of what is not in Words: PLATFORM, TOPIC, EVENT, PATH, REV, FILE or DIR
	Before string   // the part of the last word that stays: "--out=" of --out=gen
	Word   string   // the rest of the last word
	Args   []string // the arguments before it
	Specs  string   // the folder of the specs
}

// Suggestion is a word that can stand somewhere, with what it is for.
type Suggestion struct{ Text, About string }

// Complete returns what can stand for the last of some words, which follow the name of the
// program.
func (e Env) Complete(words []string) Wanted {
	last := len(words) - 1
	if last < 0 {
		return Wanted{}
	}
	if last == 0 {
		w := Wanted{Word: words[0], Words: e.verbWords()}
		if strings.HasPrefix(words[0], "-") {
			w.Words = []Suggestion{{"--help", "explain the program"}, {"--version", "print the version"}}
		}
		return w
	}
	v, err := find(e.verbs, words[0])
	if err != nil {
		return Wanted{}
	}
	set := v.flags(v.New())
	c := commandLine{set: set}
	for _, word := range words[1:last] {
		c.take(word)
	}
	w := Wanted{Word: words[last], Args: c.args}
	name, _, valued := strings.Cut(words[last], "=")
	switch {
	case c.pending != nil:
		w.value(c.pending)
	case !c.ended && valued && strings.HasPrefix(name, "--"):
		if f := set.Lookup(name[2:]); f != nil {
			w.Before, w.Word = name+"=", words[last][len(name)+1:]
			w.value(f)
		}
	case !c.ended && strings.HasPrefix(words[last], "-"):
		w.Words = flagWords(set)
	default:
		w.argument(e, v)
	}
	if e.findFolders(set) == nil {
		if f := set.Lookup("specs"); f != nil {
			w.Specs = f.Value.String()
		}
	}
	return w
}

// verbWords returns the verbs that help lists.
func (e Env) verbWords() []Suggestion {
	var all []Suggestion
	for _, v := range e.verbs {
		if !v.Hidden {
			all = append(all, Suggestion{v.Name, v.Short})
		}
	}
	return all
}

// flagWords returns the flags of a set.
func flagWords(set *pflag.FlagSet) []Suggestion {
	var all []Suggestion
	set.VisitAll(func(f *pflag.Flag) {
		all = append(all, Suggestion{"--" + f.Name, f.Usage})
		if f.Shorthand != "" {
			all = append(all, Suggestion{"-" + f.Shorthand, f.Usage})
		}
	})
	return append(all, Suggestion{"--help", "explain the verb"})
}

// commandLine is what was read of the words of an unfinished command line.
type commandLine struct {
	set     *pflag.FlagSet
	args    []string
	pending *pflag.Flag // whose value comes next
	ended   bool        // no more flags follow
}

// take reads a word. What is wrong does not matter: the line is unfinished.
func (c *commandLine) take(word string) {
	name, value, valued := strings.Cut(strings.TrimPrefix(word, "--"), "=")
	switch {
	case c.pending != nil:
		_ = c.set.Set(c.pending.Name, word)
		c.pending = nil
	case c.ended || word == Std || !strings.HasPrefix(word, "-"):
		c.args = append(c.args, word)
	case word == "--":
		c.ended = true
	case strings.HasPrefix(word, "--"):
		f := c.set.Lookup(name)
		if f != nil && valued {
			_ = c.set.Set(name, value)
		} else if f != nil && f.NoOptDefVal == "" {
			c.pending = f
		}
	}
}

// value wants the value of a flag.
func (w *Wanted) value(f *pflag.Flag) {
	if c, ok := f.Value.(interface{ Words() []string }); ok && f.NoOptDefVal == "" {
		w.words(c.Words())
		return
	}
	switch kind := strings.ToUpper(f.Value.Type()); kind {
	case "DIR", "FILE", "TOPIC", "EVENT", "PATH", "REV":
		w.Kinds = []string{kind}
	}
}

func (w *Wanted) words(all []string) {
	for _, word := range all {
		w.Words = append(w.Words, Suggestion{Text: word})
	}
}

// argument wants the next argument of a verb: that which Args names, and if it may be missing,
// the one behind it too.
func (w *Wanted) argument(e Env, v Verb) {
	args := strings.Fields(v.Args)
	at := len(w.Args)
	if at >= len(args) {
		if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], "...") {
			return
		}
		at = len(args) - 1
	}
	for _, arg := range args[at:] {
		switch kind := strings.Trim(arg, "[]."); {
		case strings.Contains(kind, "|") && kind == strings.ToUpper(kind):
			w.Kinds = append(w.Kinds, strings.Split(kind, "|")...)
		case strings.Contains(kind, "|"):
			w.words(strings.Split(kind, "|"))
		case kind == "VERB":
			w.Words = append(e.verbWords(), Suggestion{"rules", "the rules that decide types"})
		default:
			w.Kinds = append(w.Kinds, kind)
		}
		if !strings.HasPrefix(arg, "[") {
			break
		}
	}
	w.Kinds = slices.Compact(w.Kinds)
}
