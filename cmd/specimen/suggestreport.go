package main

import (
	"fmt"
	"go/token"
	"strings"

	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
)

// maxShown is how many examples a suggestion shows on each side. The others are
// in the JSON.
const maxShown = 3

// suggested is a suggestion in JSON.
type suggested struct {
	place
	Platform string  `json:"platform"`
	Kind     string  `json:"kind"`
	Strength string  `json:"strength"`
	Path     string  `json:"path"`
	Message  string  `json:"message"`
	For      []place `json:"for"`
	Against  []place `json:"against"`
	YAML     string  `json:"yaml"`
}

// reportSuggestions writes the suggestions for a platform in the form that was
// asked for.
func reportSuggestions(w stream, format string, p proposal, line func(file string, line int) (string, bool)) error {
	for _, s := range p.all {
		var err error
		switch format {
		case "json":
			err = writeJSON(w, p.json(s), "")
		case "github":
			d := p.diagnostic(s)
			d.Hint = "specimen suggest -w " + p.platform.Name + " writes\n"
			if len(s.Change.Events) > 0 {
				d.Hint = "change in the files of " + p.platform.Name + "\n"
			}
			d.Hint += strings.TrimSuffix(yamlOf(s), "\n")
			err = reportGitHubAs(w, "notice", d)
		default:
			err = p.text(w, s, line)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p proposal) position(at infer.Origin) token.Position {
	return p.platform.Within(at.Example, at.Offset)
}

func (p proposal) diagnostic(s suggest.Suggestion) diagnostic.Diagnostic {
	d := diagnostic.Diagnostic{Path: s.Path, Message: strength(s) + " " + s.Kind + ": " + s.Message}
	if len(s.For) > 0 {
		d.Pos = p.position(s.For[0])
	}
	for _, t := range s.Change.Topics {
		if t.Name == "" {
			break
		}
		d.Pos = p.platform.At(p.topic(t.Topic).Ref)
	}
	return d
}

func strength(s suggest.Suggestion) string {
	if s.Weak {
		return "weak"
	}
	return "strong"
}

func (p proposal) json(s suggest.Suggestion) suggested {
	out := suggested{
		Platform: p.platform.Name, Kind: s.Kind, Strength: strength(s), Path: s.Path, Message: s.Message,
		For: []place{}, Against: []place{}, YAML: yamlOf(s),
	}
	for _, at := range s.For {
		out.For = append(out.For, p.place(at))
	}
	for _, at := range s.Against {
		out.Against = append(out.Against, p.place(at))
	}
	pos := p.diagnostic(s).Pos
	out.place = place{pos.Filename, pos.Line, pos.Column}
	return out
}

func (p proposal) place(at infer.Origin) place {
	pos := p.position(at)
	return place{pos.Filename, pos.Line, pos.Column}
}

// text writes a suggestion for people.
func (p proposal) text(w stream, s suggest.Suggestion, line func(file string, line int) (string, bool)) error {
	printer := diagnostic.Printer{Source: line, Color: w.color}
	if err := printer.Print(w, p.diagnostic(s)); err != nil {
		return err
	}
	var b strings.Builder
	if len(s.For) > 1 {
		p.list(&b, "for", s.For[1:])
	}
	p.list(&b, "against", s.Against)
	for l := range strings.Lines(yamlOf(s)) {
		b.WriteString("      + " + diagnostic.Printable(strings.TrimSuffix(l, "\n")) + "\n")
	}
	_, err := fmt.Fprintln(w, b.String())
	return err
}

func (p proposal) list(b *strings.Builder, what string, at []infer.Origin) {
	for i, x := range at {
		if i == maxShown {
			fmt.Fprintf(b, "      %s %d more\n", what, len(at)-i)
			return
		}
		fmt.Fprintf(b, "      %s %s\n", what, diagnostic.Printable(p.position(x).String()))
	}
}

// yamlOf returns what a suggestion adds to platform.yaml.
func yamlOf(s suggest.Suggestion) string {
	var members []edit.Member
	for _, x := range insertions(s.Change, infer.Decisions{}) {
		members = append(members, edit.Member{Key: x.Path[0], Value: edit.Block(x.Members)})
	}
	var topics edit.Block
	for _, t := range s.Change.Topics {
		says := edit.Member{Key: "name", Value: edit.Text(t.Name)}
		if t.Name == "" {
			says = edit.Member{Key: "event", Value: edit.Text(t.Event)}
		}
		topics = append(topics, edit.Member{Key: t.Topic, Value: edit.Block{says}})
	}
	if len(topics) > 0 {
		members = append(members, edit.Member{Key: "topics", Value: topics})
	}
	return edit.Render(members)
}
