package importing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/edit"
)

// keys are the changes of a mapping of a spec, and of the lists in it.
type keys struct {
	edit.Change
	lists []edit.Change
}

func keysOf(path ...string) *keys { return &keys{Change: edit.Change{Path: path}} }

func (k *keys) set(key string, v edit.Value) { k.Set = append(k.Set, edit.Member{Key: key, Value: v}) }

// list changes a list from was to now. Items that stay keep their lines.
func (k *keys) list(key string, was, now []string) {
	c := edit.Change{Path: append(slices.Clone(k.Path), key)}
	rest := now
	for i, item := range was {
		if len(rest) > 0 && rest[0] == item {
			rest = rest[1:]
		} else {
			c.Drop = append(c.Drop, i)
		}
	}
	c.Items = rest
	switch {
	case slices.Equal(was, now):
	case len(now) == 0:
		k.Remove = append(k.Remove, key)
	case len(was) == 0 || len(c.Drop) == len(was):
		k.set(key, edit.List(now))
	default:
		k.lists = append(k.lists, c)
	}
}

// all returns the changes, of which there may be none.
func (k *keys) all() []edit.Change {
	if len(k.Set)+len(k.Remove) == 0 {
		return k.lists
	}
	return append(k.lists, k.Change)
}

// changes returns the changes of a topic that the spec has.
func (t *topic) changes() []edit.Change {
	k := keysOf("topics", t.name)
	if t.about != "" && t.was.About == "" {
		k.set("about", edit.Text(t.about))
	}
	if t.since != "" && t.was.Since == "" {
		k.set("since", edit.Text(t.since))
	}
	if len(t.scopes) > 0 && len(t.was.Scopes) == 0 {
		k.set("scopes", edit.List(t.scopes))
	}
	k.list("documents", texts(t.was.Documents), t.documents())
	aliases := texts(t.was.Aliases)
	k.list("aliases", aliases, append(slices.Clip(aliases), t.aliases...))
	if t.says.why != "" {
		k.set("says", edit.Says{Topic: t.says.topic, Nothing: t.says.nothing, Why: t.says.why}.Value())
	}
	doubts := texts(t.was.Doubts)
	for _, d := range t.docs {
		doubts = t.without(doubts, d)
	}
	k.list("doubts", texts(t.was.Doubts), append(slices.Clip(doubts), t.doubts...))
	all := t.exampleChanges(k)
	return append(all, k.all()...)
}

// documents returns the documents that list a topic.
func (t *topic) documents() []string {
	ids := texts(t.was.Documents)
	if len(ids) == 0 && len(t.docs) > 0 {
		for _, x := range t.was.Examples { // or else they would be from a document that does not list the topic
			if x.Document != "" && !slices.Contains(ids, x.Document) {
				ids = append(ids, x.Document)
			}
		}
	}
	for _, d := range t.docs {
		if !slices.Contains(ids, d.id) {
			ids = append(ids, d.id)
		}
	}
	// A document without examples of the topic is named only while it lists the topic.
	from := func(x specs.Example) bool { return x.Document == t.gone.id }
	if t.gone != nil && !slices.ContainsFunc(t.was.Examples, from) {
		ids = slices.DeleteFunc(ids, func(id string) bool { return id == t.gone.id })
	}
	return ids
}

// exampleChanges returns the changes of the examples of a topic that the spec has. What
// gives it its first ones is added to the changes of the topic.
func (t *topic) exampleChanges(k *keys) []edit.Change {
	var all []edit.Change
	var fresh []edit.Example
	for _, x := range t.examples {
		if x.state == added {
			fresh = append(fresh, x.edit())
		} else {
			all = append(all, t.exampleChange(x)...)
		}
	}
	was := map[specs.Payload]string{specs.Like: "like", specs.Undocumented: "payload"}[t.was.Payload]
	switch {
	case len(fresh) > 0 && was == "":
		all = append(all, edit.Change{Path: append(slices.Clone(k.Path), "examples"), Blocks: edit.ExampleBlocks(fresh)})
	case len(fresh) > 0:
		k.Remove = append(k.Remove, was)
		k.set("event", edit.Text(t.event))
		k.set("examples", edit.ExampleBlocks(fresh))
	case t.like != "" && t.was.Payload == specs.Undocumented:
		k.Remove = append(k.Remove, was)
		k.set("like", edit.LikeValue(t.like))
	}
	return all
}

// exampleChange returns the changes of an example: of its line, of its payload with all
// that is said of it, or of one that a document no longer has.
func (t *topic) exampleChange(x example) []edit.Change {
	was := t.was.Examples[x.index]
	k := keysOf("topics", t.name, "examples", strconv.Itoa(x.index))
	doubts := texts(was.Doubts)
	if x.state == dropped {
		if was.Line > 0 {
			k.Remove = append(k.Remove, "line")
		}
		if t.gone == nil && (was.Line > 0 || x.doc.was.SHA256 == "") {
			k.list("doubts", doubts, append(slices.Clip(doubts), noLonger(x.doc)))
		}
		return k.all()
	}
	if line := x.payload.line(); line != was.Line {
		k.set("line", edit.Plain(strconv.Itoa(line)))
	}
	doubts = t.without(doubts, x.doc)
	if x.state == replaced {
		for _, text := range x.payload.doubts {
			if !slices.Contains(doubts, text) {
				doubts = append(doubts, text)
			}
		}
		k.list("repairs", was.Repairs, x.payload.repairs)
		k.list("elided", texts(was.Elided), x.payload.elided)
		switch {
		case x.payload.partial && !was.Partial:
			k.set("partial", edit.Bool(true))
		case was.Partial && !x.payload.partial:
			k.Remove = append(k.Remove, "partial")
		}
		k.set("payload", edit.Literal(x.payload.Text))
	}
	k.list("doubts", texts(was.Doubts), doubts)
	return k.all()
}

// without returns doubts without those that a document no longer has something, unless
// somebody wrote a comment in the lists.
func (t *topic) without(doubts []string, d *doc) []string {
	if t.careful {
		return doubts
	}
	return slices.DeleteFunc(slices.Clone(doubts), func(text string) bool {
		return strings.HasPrefix(text, noLongerIn+d.title()+" as of ")
	})
}

func texts(items []specs.Item) []string {
	var all []string
	for _, x := range items {
		all = append(all, x.Text)
	}
	return all
}
