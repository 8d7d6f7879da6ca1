package completion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/git"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// CompleteHelp is the text of "specimen help complete", below the usage line.
const CompleteHelp = `Complete prints what can stand for the last of some words, which follow the name of the
program, one on a line, with a tab and what it is for. The lines :files and :dirs stand
for files and folders. The scripts of "specimen completion" call it.
`

type complete struct{}

// NewComplete returns the command of one call of the verb complete.
func NewComplete() cli.Command { return complete{} }

func (complete) Flags(*pflag.FlagSet) {}

func (complete) Run(env cli.Env, words []string) error {
	w := env.Complete(words)
	all := w.Words
	var files []string
	for _, kind := range w.Kinds {
		switch kind {
		case "FILE":
			files = append(files, ":files")
		case "DIR":
			files = append(files, ":dirs")
		case "REV":
			all = append(all, revisions(env.Path(w.Specs))...)
		default:
			all = append(all, of(kind, env, w)...)
		}
	}
	for _, s := range all {
		if strings.HasPrefix(s.Text, w.Word) {
			about, _, _ := strings.Cut(s.About, "\n")
			fmt.Fprintf(env.Stdout, "%s\t%s\n", diagnostic.Printable(w.Before+s.Text), diagnostic.Printable(about))
		}
	}
	for _, line := range files {
		fmt.Fprintln(env.Stdout, line)
	}
	return nil
}

// revisions returns the names of revisions in the repository of a folder, if it is in one.
func revisions(dir string) []cli.Suggestion {
	refs, err := git.Refs(dir)
	if err != nil {
		return nil
	}
	all := []cli.Suggestion{{Text: "HEAD", About: "the last commit"}}
	for _, r := range refs {
		all = append(all, cli.Suggestion{Text: r.Name, About: r.Kind})
	}
	return all
}

// of returns the words of a kind that the specs have. Specs that cannot be read have none.
func of(kind string, env cli.Env, w cli.Wanted) []cli.Suggestion {
	if w.Specs == "" {
		return nil
	}
	folder := specfolder.At(env, w.Specs)
	loaded, err := folder.Load()
	if err != nil {
		return nil
	}
	var all []cli.Suggestion
	if kind == "PLATFORM" {
		for _, p := range loaded.Platforms {
			if !slices.Contains(w.Args, p.Name) {
				all = append(all, cli.Suggestion{Text: p.Name, About: p.Title})
			}
		}
		return all
	}
	for _, p := range loaded.Platforms {
		if len(w.Args) > 0 && p.Name != w.Args[0] {
			continue
		}
		if kind == "TOPIC" || kind == "PATH" {
			all = append(all, topics(p)...)
		}
		if kind == "EVENT" {
			all = append(all, events(p)...)
		}
		if kind == "PATH" {
			all = append(all, paths(platform.Of(p, loaded.Diagnostics), w.Word)...)
		}
	}
	return all
}

func topics(p *specs.Platform) []cli.Suggestion {
	var all []cli.Suggestion
	for _, t := range p.Topics {
		all = append(all, cli.Suggestion{Text: t.Name, About: t.About})
	}
	return all
}

func events(p *specs.Platform) []cli.Suggestion {
	var all []cli.Suggestion
	for _, t := range p.Topics {
		s := cli.Suggestion{Text: t.Event, About: t.About}
		if t.Event != "" && !slices.ContainsFunc(all, func(e cli.Suggestion) bool { return e.Text == s.Text }) {
			all = append(all, s)
		}
	}
	return all
}

// paths returns the paths that a word can become, down to the next slash. A path with members
// is there twice, the second time with a slash, so that shells go on behind it.
func paths(p *platform.Platform, word string) []cli.Suggestion {
	var all []cli.Suggestion
	add := func(path string, t infer.Type, about string) {
		all = append(all, cli.Suggestion{Text: path, About: about})
		if _, object := infer.InsideOptOrJSON(t).(*infer.Struct); object || infer.Elem(t) != nil {
			all = append(all, cli.Suggestion{Text: path + "/"})
		}
	}
	slash := strings.LastIndexByte(word, '/')
	if slash < 0 {
		for _, e := range p.Model.Events {
			add(infer.EventPath(e.Name), e.Root, "the body of an event")
		}
		for s := range p.Model.AllStructs() {
			if s.Name != "" {
				add(s.Name, s, s.About)
			}
		}
		return all
	}
	above := word[:slash]
	if s := p.Model.StructAt(above); s != nil {
		for _, f := range s.Fields {
			add(above+"/"+infer.Segment(f.Key), f.Type, p.Names.Type(f.Type))
		}
	} else if d := p.Model.At(above); d != nil && infer.Elem(d.Type) != nil {
		elem := infer.Elem(d.Type)
		add(above+"/*", elem, p.Names.Type(elem))
	}
	return all
}
