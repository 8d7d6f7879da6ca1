// Package list is the verb that lists what the specs hold.
package list

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Help is the text of "specimen help list", below the usage line.
const Help = `List shows what the specs of all platforms hold, or of the named ones. With --json it
is everything, payloads included:

    {"platforms": [{"name", "title", "topics": [{"topic", "about", "aliases",
      "documents", "event", "like", "payload", "examples": [{"name", "document",
      "repairs", "payload"}]}]}]}

The payload of a topic is "documented" (there are examples), "like" (that of the
topic named by "like") or "undocumented"; that of an example is its exact text.
`

type command struct {
	folders cli.Folders
	format  *cli.Choice
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.format = cli.AddFormatOf(set, "form of the list: text, or everything as JSON", "text", "json")
}

func (c *command) Run(env cli.Env, names []string) error {
	loaded, err := specfolder.At(env, c.folders.Specs).Load()
	if err != nil {
		return err
	}
	if err := platform.Check(names, c.folders.Specs, loaded); err != nil {
		return err
	}
	if loaded.Diagnostics.HasErrors() {
		return cli.Refuse(loaded.Diagnostics, loaded.Line)
	}
	if err := cli.Print(env.Stderr, "text", loaded.Diagnostics, loaded.Line); err != nil {
		return err
	}
	platforms := slices.DeleteFunc(loaded.Platforms, func(p *specs.Platform) bool { return len(names) > 0 && !slices.Contains(names, p.Name) })
	if c.format.Value == "json" {
		return listJSON(env.Stdout, platforms)
	}
	return listText(env.Stdout, platforms)
}

// The form of list --json. Lists are never null.
type (
	listed struct {
		Platforms []listedPlatform `json:"platforms"`
	}
	listedPlatform struct {
		Name   string        `json:"name"`
		Title  string        `json:"title"`
		Topics []listedTopic `json:"topics"`
	}
	listedTopic struct {
		Topic     string          `json:"topic"`
		About     string          `json:"about"`
		Aliases   []string        `json:"aliases"`
		Documents []string        `json:"documents"`
		Event     string          `json:"event"`
		Like      string          `json:"like"`
		Payload   specs.Payload   `json:"payload"`
		Examples  []listedExample `json:"examples"`
	}
	listedExample struct {
		Name     string   `json:"name"`
		Document string   `json:"document"`
		Repairs  []string `json:"repairs"`
		Payload  string   `json:"payload"`
	}
)

func listJSON(w io.Writer, platforms []*specs.Platform) error {
	out := listed{Platforms: []listedPlatform{}}
	for _, p := range platforms {
		platform := listedPlatform{Name: p.Name, Title: p.Title, Topics: []listedTopic{}}
		for _, t := range p.Topics {
			topic := listedTopic{
				Topic: t.Name, About: t.About, Aliases: texts(t.Aliases), Documents: texts(t.Documents),
				Event: t.Event, Like: t.Like.Topic, Payload: t.Payload, Examples: []listedExample{},
			}
			for _, x := range t.Examples {
				topic.Examples = append(topic.Examples, listedExample{x.Name, x.Document, append([]string{}, x.Repairs...), x.Text})
			}
			platform.Topics = append(platform.Topics, topic)
		}
		out.Platforms = append(out.Platforms, platform)
	}
	return cli.WriteJSON(w, out, "  ")
}

func texts(items []specs.Item) []string {
	out := make([]string, 0, len(items))
	for _, x := range items {
		out = append(out, x.Text)
	}
	return out
}

// listText writes a table for each platform.
func listText(w io.Writer, platforms []*specs.Platform) error {
	for i, p := range platforms {
		if i > 0 {
			fmt.Fprintln(w)
		}
		examples := 0
		for _, t := range p.Topics {
			examples += len(t.Examples)
		}
		fmt.Fprintf(w, "%s: %s, %s\n", p.Name, cli.Count(len(p.Topics), "topic"), cli.Count(examples, "example"))
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, t := range p.Topics {
			event := t.Event
			if event == "" {
				event = "-"
			}
			fmt.Fprintf(table, "  %s\t%s\t%s\n", diagnostic.Printable(t.Name), event, platform.Payload(t))
		}
		if err := table.Flush(); err != nil {
			return err
		}
	}
	return nil
}
