package page

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
)

// marks are the changes by what the page shows: topics and facts of deliveries by name,
// types by Go name, and fields and values by "Type.Name".
type marks struct{ topics, facts, types, fields map[string]mark }

func marksOf(changed []changes.Change) marks {
	m := marks{make(map[string]mark), make(map[string]mark), make(map[string]mark), make(map[string]mark)}
	for _, c := range changed {
		switch c.What {
		case diff.Topic:
			put(m.topics, c.Path, c)
		case diff.Alias:
			if len(c.Topics) > 0 {
				put(m.topics, c.Topics[0], c)
			}
		case diff.Deliveries:
			put(m.facts, c.Path, c)
		case diff.Event, diff.Type:
			put(m.types, c.Type, c)
		case diff.Field, diff.Value:
			put(m.fields, c.Type+"."+c.Name, c)
		}
	}
	return m
}

// put adds a change to a mark. What is new or removed as a whole stays so.
func put(all map[string]mark, key string, c changes.Change) {
	m := all[key]
	kind := "changed"
	switch {
	case c.What == diff.Alias:
	case c.Kind == diff.Added:
		kind = "new"
	case c.Kind == diff.Removed:
		kind = "removed"
	}
	if m.Kind == "" || kind != "changed" {
		m.Kind = kind
	}
	note := effects(c)
	if kind == "changed" {
		note = append(said(c), word{Text: ": "})
		note = append(note, effects(c)...)
	}
	m.Notes = append(m.Notes, note)
	all[key] = m
}

// said returns the text of a change.
func said(c changes.Change) words {
	const mark = "\x00" // is in no text of a spec
	text := c.Format(func(code string) string { return mark + code + mark })
	var all words
	for i, part := range strings.Split(text, mark) {
		if part != "" {
			all = append(all, word{part, i%2 == 1})
		}
	}
	return all
}

// effects returns the effects of a change, and whether the spec acknowledges them.
func effects(c changes.Change) words {
	text := c.Effects()
	if c.Breaking() && c.Why != "" {
		text += "; acknowledged: " + c.Why
	}
	return words{{Text: text}}
}

// changes lists the changes, with links to what the page shows of them.
func (b *builder) changes() (all []changeView, summary string) {
	effects := make(map[diff.Effect]int)
	for _, c := range b.changed {
		effects[c.Effect()]++
		v := changeView{Text: said(c), Version: c.Verdict().String(), Effects: c.Effects(), Breaks: c.Breaking()}
		if c.Before != nil {
			v.Before = c.Before.Text
		}
		if c.After != nil {
			v.After = c.After.Text
		}
		if c.Breaking() {
			v.Acknowledged = c.Why
		}
		v.Where = b.whereTo(c, c.Path)
		if c.What == diff.Source {
			v.Where = link{Text: "topic"}
		}
		v.File = c.Pos.Filename
		if c.Pos.Line > 0 {
			v.File = fmt.Sprintf("%s:%d", c.Pos.Filename, c.Pos.Line)
		}
		all = append(all, v)
	}
	var parts []string
	for e := int(diff.Breaking); e >= int(diff.Compatible); e-- {
		if n := effects[diff.Effect(e)]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, diff.Effect(e)))
		}
	}
	switch {
	case b.verdict == diff.None:
		return nil, "No changes."
	case len(all) == 0:
		return nil, b.verdict.String() + ": comments, tests or examples changed"
	}
	return all, b.verdict.String() + ": " + cli.Count(len(all), "change") + ", " + strings.Join(parts, ", ")
}

// whereTo returns a link to what changed, if the page shows that.
func (b *builder) whereTo(c changes.Change, text string) link {
	ids := []string{anchor(c.Path), anchor("removed:" + c.Path), anchor("removed:" + c.Type)}
	switch c.What {
	case diff.Topic:
		ids = []string{anchor("topic:" + c.Path)}
	case diff.Deliveries:
		ids = []string{anchor("deliveries:" + c.Path), "deliveries"}
	case diff.Alias:
		ids = []string{anchor("topic:" + strings.Join(c.Topics, ""))}
	case diff.Value:
		ids = []string{anchor(c.Type)}
	}
	for _, id := range ids {
		if b.used[id] {
			return to(id, text)
		}
	}
	return link{Text: text}
}
