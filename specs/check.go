package specs

import (
	"fmt"
	"go/token"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// checker checks the parts of a platform against each other.
type checker struct {
	p        *Platform
	problems *diagnostic.List
	causes   map[string]*cause // by message
}

func (c checker) check() {
	for _, t := range c.p.Topics {
		c.documents(t)
		c.says(t)
		c.like(t)
	}
	c.replaced()
	c.documented()
	for _, h := range c.p.Headers {
		c.documentOf(h.Document, h.Ref)
	}
	for _, f := range c.p.Fields {
		c.documentOf(f.Document, f.Ref)
	}
	for _, e := range c.p.Enums {
		c.documentOf(e.Document, e.Ref)
	}
	c.deliveries()
	c.aliases()
	c.changes()
	for _, message := range slices.Sorted(maps.Keys(c.causes)) {
		c.problems.Add(c.causes[message].diagnostic())
	}
}

// documents checks that examples are from documents that list their topic.
func (c checker) documents(t Topic) {
	for _, d := range t.Documents {
		c.documentExists(d.Text, d.Ref)
	}
	for _, x := range t.Examples {
		ref := x.Ref.member("document")
		if x.Line > 0 && x.Document == "" {
			c.problem(finding.MissingKey, x.Ref.member("line"), `"line" without a document`, `name the document that the payload is from, as in document: guide`)
		}
		if x.Document == "" || !c.documentExists(x.Document, ref) || len(t.Documents) == 0 {
			continue
		}
		if !slices.ContainsFunc(t.Documents, func(d Item) bool { return d.Text == x.Document }) {
			c.problem(finding.UnlistedDocument, ref, fmt.Sprintf("the example is from %s, which does not list the topic", diagnostic.Quote(x.Document)), `add it to the "documents" of the topic`)
		}
	}
}

// documentOf holds that the document of a decision exists, if there is one.
func (c checker) documentOf(id string, decision Ref) {
	if id != "" {
		c.documentExists(id, decision.member("document"))
	}
}

func (c checker) documentExists(id string, ref Ref) bool {
	var ids []string
	for _, d := range c.p.Documents {
		ids = append(ids, d.ID)
	}
	if slices.Contains(ids, id) {
		return true
	}
	hint := diagnostic.Nearest(id, ids)
	if hint == "" {
		hint = `add it to "documents" in ` + platformFile
	}
	c.problemOnce(finding.UnknownDocument, ref, "no document "+diagnostic.Quote(id), hint)
	return false
}

func (c checker) says(t Topic) {
	if t.Says.Topic == "" {
		return
	}
	ref := t.Says.Ref.member("topic")
	if t.Says.Topic == t.Name {
		c.problem(finding.SelfReference, ref, `"says" names the topic itself`, "remove it")
		return
	}
	if c.topic(t.Says.Topic) == nil {
		c.problem(finding.UnknownTopic, ref, "no topic "+diagnostic.Quote(t.Says.Topic), c.nearTopic(t.Says.Topic, `write a name that is not a topic under "aliases"`))
	}
}

// like checks that the topic named has examples itself, so that nobody has to follow a
// chain.
func (c checker) like(t Topic) {
	if t.Like.Topic == "" {
		return
	}
	ref := t.Like.Ref.member("topic")
	other := c.topic(t.Like.Topic)
	switch {
	case t.Like.Topic == t.Name:
		c.problem(finding.SelfReference, ref, "the topic is like itself", "name a topic that has examples")
	case other == nil:
		c.problemOnce(finding.UnknownTopic, ref, "no topic "+diagnostic.Quote(t.Like.Topic), c.nearTopic(t.Like.Topic, ""))
	case other.Payload == Like && other.Like.Topic != "":
		c.problem(finding.LikeWithoutExamples, ref, diagnostic.Quote(t.Like.Topic)+" has no examples either", "name "+diagnostic.Quote(other.Like.Topic)+", which it is like", c.p.At(other.Ref))
	case other.Payload != Documented:
		c.problemOnce(finding.LikeWithoutExamples, ref, diagnostic.Quote(t.Like.Topic)+" has no examples", "name a topic that has examples, or write payload: undocumented", c.p.At(other.Ref))
	}
}

// aliases checks that every name stands for one topic.
func (c checker) aliases() {
	owner := map[string]Ref{}
	for _, t := range c.p.Topics {
		owner[t.Name] = t.Ref
	}
	for _, t := range c.p.Topics {
		for _, a := range t.Aliases {
			if first, ok := owner[a.Text]; ok {
				c.problem(finding.AmbiguousTopic, a.Ref, diagnostic.Quote(a.Text)+" already names a topic", `if bodies name another topic, write "says"`, c.p.At(first))
				continue
			}
			owner[a.Text] = a.Ref
		}
	}
}

func (c checker) topic(name string) *Topic {
	i := slices.IndexFunc(c.p.Topics, func(t Topic) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	return &c.p.Topics[i]
}

func (c checker) nearTopic(name, otherwise string) string {
	var all []string
	for _, t := range c.p.Topics {
		all = append(all, t.Name)
	}
	if hint := diagnostic.Nearest(name, all); hint != "" {
		return hint
	}
	return otherwise
}

// cause is a problem that several lines may have.
type cause struct {
	diagnostic.Diagnostic // at the first of the lines
	others                []token.Position
}

// problemOnce adds a problem that other lines may have for the same cause. It is
// reported once, with the first of the lines and the number of the others.
func (c checker) problemOnce(rule finding.Rule, ref Ref, message, hint string, also ...token.Position) {
	here := diagnostic.New(rule, c.p.At(ref), string(ref), message, hint, also...)
	first := c.causes[message]
	switch {
	case first == nil:
		c.causes[message] = &cause{Diagnostic: here}
	case diagnostic.ComparePositions(here.Pos, first.Pos) < 0:
		first.others = append(first.others, first.Pos)
		first.Pos, first.Path = here.Pos, here.Path
	default:
		first.others = append(first.others, here.Pos)
	}
}

// diagnostic returns the problem with the number of the other lines.
func (c *cause) diagnostic() diagnostic.Diagnostic {
	message := c.Message()
	switch more := len(c.others); more {
	case 0:
	case 1:
		message += " (1 other line names it)"
	default:
		message += fmt.Sprintf(" (%d other lines name it)", more)
	}
	slices.SortFunc(c.others, diagnostic.ComparePositions)
	return diagnostic.New(c.Rule(), c.Pos, c.Path, message, c.Hint, append(c.Also, c.others...)...)
}

func (c checker) problem(rule finding.Rule, ref Ref, message, hint string, also ...token.Position) {
	c.problems.Add(diagnostic.New(rule, c.p.At(ref), string(ref), message, hint, also...))
}
