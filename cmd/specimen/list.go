package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

func listVerb() verb {
	return verb{
		name:  "list",
		short: "list platforms, topics, events and examples",
		long: `List shows what the specs hold. With --json it is everything, payloads included:

    {"platforms": [{"name", "title", "topics": [{"topic", "about", "aliases",
      "documents", "event", "like", "payload", "examples": [{"name", "document",
      "repairs", "payload"}]}]}]}

The payload of a topic is "documented" (there are examples), "like" (that of the
topic named by "like") or "undocumented"; that of an example is its exact text.
`,
		run: runList,
	}
}

func runList(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	dirs.addSpecs(set)
	asJSON := set.Bool("json", false, "print everything as JSON")
	rest, err := a.parse(v, set, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return usageError{"list takes no arguments", ""}
	}
	loaded, err := a.load(dirs.specs)
	if err != nil {
		return err
	}
	if err := report(a.stderr, "text", loaded.Diagnostics, loaded.Line); err != nil {
		return err
	}
	if loaded.Diagnostics.HasErrors() {
		return errFindings
	}
	if *asJSON {
		return listJSON(a.stdout, loaded.Platforms)
	}
	return listText(a.stdout, loaded.Platforms)
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
	return writeJSON(w, out, "  ")
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
		fmt.Fprintf(w, "%s: %s, %s\n", p.Name, count(len(p.Topics), "topic"), count(examples, "example"))
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, t := range p.Topics {
			event := t.Event
			if event == "" {
				event = "-"
			}
			fmt.Fprintf(table, "  %s\t%s\t%s\n", diagnostic.Printable(t.Name), event, payloadOf(t))
		}
		if err := table.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// payloadOf says in a few words what is known of a topic's payload.
func payloadOf(t specs.Topic) string {
	switch t.Payload {
	case specs.Undocumented:
		return "undocumented"
	case specs.Like:
		if t.Like.Documented {
			return "like " + diagnostic.Printable(t.Like.Topic)
		}
		return "like " + diagnostic.Printable(t.Like.Topic) + " (assumed)"
	}
	var names []string
	for _, x := range t.Examples {
		names = append(names, x.Name)
	}
	return count(len(names), "example") + ": " + strings.Join(names, ", ")
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
