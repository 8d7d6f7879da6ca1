package importing

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
)

// edits are the changes of one file, in the order in which they are made.
type edits struct {
	changes []edit.Change
	topics  []edit.Topic // new ones
	tables  []edit.Block
	about   string // a topic that they are about, for an error
}

// apply returns the draft with the plan, and the errors that it causes.
func (p *planner) apply() (addition.Draft, diagnostic.List, error) {
	files := make(map[string][]byte)
	if err := p.platformFile(files); err != nil {
		return p.draft, nil, err
	}
	all := p.edits()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		text, err := all[name].apply(p.draft, name)
		if err != nil {
			return p.draft, nil, p.draft.Misshapen(name, all[name].about, err)
		}
		files[name] = text
	}
	p.changed = len(files) > 0
	return p.draft.With(files)
}

// apply returns the text of a file after the changes.
func (e *edits) apply(d addition.Draft, name string) ([]byte, error) {
	text := d.File(name)
	if text == nil {
		text = append(d.FirstLine(), edit.NewFile(e.topics...)...)
		e.topics = nil
	}
	text, err := edit.Apply(text, e.changes)
	if err == nil && len(e.topics) > 0 {
		text, err = edit.AddTopics(text, e.topics...)
	}
	if err == nil {
		text, err = edit.Insert(text, []edit.Insertion{{Path: []string{"documented"}, Blocks: e.tables}})
	}
	return text, err
}

// edits returns the changes by the names of files.
func (p *planner) edits() map[string]*edits {
	all := make(map[string]*edits)
	of := func(file, topic string) *edits {
		if all[file] == nil {
			all[file] = &edits{about: topic}
		}
		return all[file]
	}
	beside := make(map[string]string) // the file of an event's first new topic
	fileOf := make(map[*topic]string)
	for _, t := range p.order {
		if t.was != nil {
			fileOf[t] = p.draft.FileOf(*t.was)
			if changes := t.changes(); len(changes) > 0 {
				e := of(fileOf[t], t.name)
				e.changes = append(e.changes, changes...)
			}
			continue
		}
		file := beside[t.event]
		if file == "" || t.event == "" {
			file = p.draft.FileFor(t.name, t.event)
			beside[t.event] = file
		}
		fileOf[t] = file
		e := of(file, t.name)
		e.topics = append(e.topics, t.whole())
	}
	for _, x := range p.tables {
		if len(x.lines) > 0 {
			e := of(fileOf[x.topic], x.topic.name)
			e.tables = append(e.tables, x.block())
		}
	}
	return all
}

// whole returns a new topic.
func (t *topic) whole() edit.Topic {
	out := edit.Topic{
		Name: t.name, About: t.about, Since: t.since, Scopes: t.scopes, Aliases: t.aliases, Like: t.like, Doubts: t.doubts,
		Says: edit.Says{Topic: t.says.topic, Nothing: t.says.nothing, Why: t.says.why},
	}
	for _, d := range t.docs {
		out.Documents = append(out.Documents, d.id)
	}
	for _, x := range t.examples {
		out.Examples = append(out.Examples, x.edit())
	}
	out.Undocumented = len(out.Examples) == 0 && t.like == ""
	if len(out.Examples) > 0 {
		out.Event = t.event
	}
	return out
}

// edit returns a new example.
func (x example) edit() edit.Example {
	p := x.payload
	return edit.Example{
		Name: x.name, Document: p.doc.id, Line: p.line(), Repairs: p.repairs, Elided: p.elided, Partial: p.partial, Doubts: p.doubts, Payload: p.Text,
	}
}

// platformFile makes the changes of the file of the platform: the documents, and all of it
// where it is new.
func (p *planner) platformFile(files map[string][]byte) error {
	name := p.draft.PlatformFile()
	text := p.draft.File(name)
	var doubts []string
	if !p.draft.HasSource() {
		var err error
		if text, err = p.draft.WithSource(p.header, p.member); err != nil {
			return err
		}
		if p.draft.File(name) == nil || cmp.Or(p.header, p.member) != "" || len(p.topics) > 0 {
			doubts = []string{cut("topic: "+p.sourceDoubt(), maxProse)}
		}
	}
	var changes []edit.Change
	var fresh []edit.Member
	for _, d := range p.docs {
		if d.was == nil {
			fresh = append(fresh, d.entry())
		} else if set, gone := d.facts(), d.outdated(); len(set)+len(gone) > 0 {
			changes = append(changes, edit.Change{Path: []string{"documents", d.id}, Set: set, Remove: gone})
		}
	}
	text, err := edit.Apply(text, changes)
	if err == nil && len(fresh) > 0 {
		text, err = edit.Insert(text, []edit.Insertion{{Path: []string{"documents"}, Members: fresh}})
	}
	if err == nil && len(doubts) > 0 {
		text, err = edit.Insert(text, []edit.Insertion{{Path: []string{"doubts"}, Items: doubts}})
	}
	if err != nil {
		return p.draft.Misshapen(name, "", err)
	}
	if string(text) != string(p.draft.File(name)) {
		files[name] = text
	}
	return nil
}

// sourceDoubt says how far the documents show where deliveries name their topic.
func (p *planner) sourceDoubt() string {
	switch {
	case p.header != "":
		return "that deliveries name their topic in the header " + p.header + " is taken from the text of the document"
	case p.member != "":
		return "that deliveries name their topic in the member " + p.member + " is taken from the payloads"
	}
	return "the document does not show where deliveries name their topic"
}
