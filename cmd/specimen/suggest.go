package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

func suggestVerb() verb {
	return verb{
		name: "suggest", args: "[PLATFORM]...",
		short: "propose decisions for the specs, or write them",
		long: `Suggest looks at all examples of each platform, or of the named ones, and proposes
decisions that the rules do not make by themselves:

` + kindsHelp() + `
Each comes with the examples that speak for it, those that may speak against it,
and the lines it would add to platform.yaml. Strong ones come first; look twice at
weak ones. Every one of them can be applied: that has been tried.

With -w the strong suggestions are written into platform.yaml, each with a reason,
and names of topics beside the topics; only what was not written is shown. --weak
writes the weak ones too, --only those of some kinds, both strong and weak. Nothing
else in the files changes by a byte.

A suggestion is no fault of a spec, and one that is not followed will be made
again, so the exit code is 0 whether there are any or not. It is 1 when the specs
have errors.
`,
		run: runSuggest,
	}
}

// kindsHelp lists the kinds of suggestions.
func kindsHelp() string {
	about := map[string]string{
		"envelope":  "root members that three events or more have",
		"type":      "objects at several places that are one type, and better names",
		"json":      "strings that hold JSON",
		"map":       "objects whose members are keys: languages, currencies, ids",
		"number":    "decimals in strings",
		"timestamp": "times that the rules leave open, and numbers that are times",
		"lend":      "members without any value that have one elsewhere",
		"flag":      "0 and 1, or true and false in strings, for no and yes",
		"enum":      "strings with few values",
		"name":      "Go names that collide or are ugly",
		"event":     "events with the same body; shown, never written: paths change with them",
	}
	var b strings.Builder
	for _, kind := range suggest.Kinds() {
		fmt.Fprintf(&b, "    %-10s %s\n", kind, about[kind])
	}
	return b.String()
}

// kinds is a flag that may be given several times, or with commas.
type kinds struct{ list []string }

func (k *kinds) String() string { return "all" }
func (k *kinds) Type() string   { return "kind" }

func (k *kinds) Set(s string) error {
	for word := range strings.SplitSeq(s, ",") {
		if !slices.Contains(suggest.Kinds(), word) {
			return fmt.Errorf("want one of %s", strings.Join(suggest.Kinds(), ", "))
		}
		k.list = append(k.list, word)
	}
	return nil
}

// proposal is what is suggested for one platform.
type proposal struct {
	platform *specs.Platform
	all      []suggest.Suggestion
	before   infer.Decisions
	after    infer.Decisions // with those applied that -w writes
}

func runSuggest(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	dirs.addSpecs(set)
	write := set.BoolP("write", "w", false, "write the suggestions into platform.yaml")
	weak := set.Bool("weak", false, "with -w, write the weak ones too")
	var only kinds
	set.Var(&only, "only", "look for suggestions of this kind only; may be repeated")
	format := addFormat(set)
	names, err := a.parse(v, set, args)
	if err != nil {
		return err
	}
	defer a.showProgress("looking for suggestions")()
	load := a.load
	var files *specFiles
	if *write {
		if files, err = a.openOldSpecs(dirs); err != nil {
			return err
		}
		defer files.Close()
		load = files.load
	}
	loaded, err := load(dirs.specs)
	if err != nil {
		return err
	}
	chosen, problems, err := choose(loaded, dirs.specs, names)
	if err != nil {
		return err
	}
	proposals := make([]proposal, len(chosen))
	found := make([]diagnostic.List, len(chosen))
	applyWeak := *write && (*weak || len(only.list) > 0)
	parallel(len(chosen), func(i int) { proposals[i], found[i] = propose(chosen[i], problems, only.list, applyWeak) })
	for _, f := range found {
		problems = append(problems, f...)
	}
	problems.Sort()
	if err := report(a.stderr, format.value, problems, loaded.Line); err != nil {
		return err
	}
	if problems.HasErrors() {
		return errFindings
	}
	if *write {
		if err := files.writeSuggestions(proposals); err != nil {
			return err
		}
	}
	for _, p := range proposals {
		if *write {
			p.all = slices.DeleteFunc(p.all, func(s suggest.Suggestion) bool { return len(s.Change.Events) == 0 && (applyWeak || !s.Weak) })
		}
		if err := reportSuggestions(a.stdout, format.value, p, loaded.Line); err != nil {
			return err
		}
	}
	return nil
}

// propose looks for suggestions for one platform. Where its spec has errors,
// there are none, but its examples are looked at for theirs.
func propose(p *specs.Platform, known diagnostic.List, only []string, weak bool) (proposal, diagnostic.List) {
	out := proposal{platform: p, before: decisionsOf(p)}
	evidence, found := infer.ObserveAll(examplesOf(p))
	problems := diagnosticsOf(p, found)
	if problems.HasErrors() || hasErrors(known, p) {
		return out, problems
	}
	_, found = infer.Decide(evidence, out.before)
	if problems = append(problems, diagnosticsOf(p, found)...); problems.HasErrors() {
		return out, problems
	}
	out.all, out.after = suggest.Find(suggest.Input{
		Evidence: evidence, Decisions: out.before, Spec: packageOf(p).Spec(), Kinds: only, Weak: weak,
	})
	for i := range out.all {
		c := &out.all[i].Change
		c.Topics = append(c.Topics, topicsOf(p, c.Events)...)
	}
	if len(only) == 0 || slices.Contains(only, "name") {
		model, _ := infer.Decide(evidence, out.after)
		out.all = append(suggest.Topics(packageOf(p).Spec(), model), out.all...)
	}
	return out, nil
}

// topicsOf returns the topics of events that get another one.
func topicsOf(p *specs.Platform, events []suggest.EventName) []suggest.TopicName {
	var all []suggest.TopicName
	for _, e := range events {
		for _, t := range p.Topics {
			if t.Event == e.Event && t.Like.Topic == "" {
				all = append(all, suggest.TopicName{Topic: t.Name, Event: e.Now})
			}
		}
	}
	return all
}
