package importing

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// nameEvents gives topics with new payloads an event, as add does.
func (p *planner) nameEvents() {
	var all []addition.Payload
	for _, t := range p.order {
		for _, x := range t.examples {
			if x.state == added && t.was == nil {
				all = append(all, addition.Payload{Topic: t.name, Text: x.payload.Text})
			}
		}
	}
	events := p.draft.Events(all)
	for _, t := range p.order {
		switch {
		case t.was == nil:
			t.event = events[t.name]
		case t.was.Payload != specs.Documented && t.hasPayload():
			i := slices.IndexFunc(t.examples, func(x example) bool { return x.state == added })
			t.event = p.draft.Event(t.name, t.examples[i].payload.Text)
		}
	}
}

// likes follows topics that have the payload of another one to one that shows it. Others
// have no payload.
func (p *planner) likes() {
	for _, t := range p.order {
		if t.like == "" || t.hasPayload() {
			t.like = ""
			continue
		}
		said := t.like
		for range p.order {
			next := p.owner(t.like)
			if next == nil || next.hasPayload() || next == t {
				break
			}
			if next.like == "" && (next.was == nil || next.was.Payload != specs.Like) {
				break
			}
			if t.like = next.like; t.like == "" {
				t.like = next.was.Like.Topic
			}
		}
		to := p.owner(t.like)
		if to == nil || to == t || !to.hasPayload() {
			t.like = ""
			p.note(t, t.docs[0], t.offset, fmt.Sprintf("the document says that its payload is that of %s, which shows none", oneLine(said, maxLine)))
			continue
		}
		t.like = to.name
		if t.was == nil {
			t.event = to.event
		}
	}
}

// owner returns the topic that has a name, or nil. It need not be in a document.
func (p *planner) owner(name string) *topic {
	owner, ok := p.owners[name]
	if !ok {
		return nil
	}
	if t, ok := p.topics[owner]; ok {
		return t
	}
	if was := p.was[owner]; was != nil {
		return &topic{name: owner, was: was, event: was.Event}
	}
	return nil
}

// bodies compares the topics that new bodies name with those under which they are shown.
// Another name becomes an alias where no topic has it, and is recorded where one has.
func (p *planner) bodies() {
	for _, t := range p.order {
		for _, x := range t.examples {
			if x.state == added || x.state == replaced {
				p.body(t, x.payload)
			}
		}
	}
}

func (p *planner) body(t *topic, x *payload) {
	says := oneLine(x.says, maxLine)
	// What readers doubt of it is said here, with what became of it.
	x.doubts = slices.DeleteFunc(x.doubts, func(text string) bool { return says != "" && text == "the body names the topic "+says })
	if p.member != "" {
		says = named(x.Text, p.member)
	}
	switch owner, taken := p.owners[says]; {
	case taken && owner == t.name, says == "" && p.member == "":
	case says != "" && t.said() == says, t.said() == nothing && says == "":
	case t.said() != "":
		t.doubt("its bodies name different topics")
	case says == "":
		t.says = saysChange{nothing: true, why: "the body in " + x.doc.title() + " does not name its topic"}
		t.doubt("the body does not name its topic: it may be cut, or deliveries have it elsewhere")
	case taken && owner == says:
		t.says = saysChange{topic: says, why: "the body in " + x.doc.title() + " names that topic"}
		t.doubt("the body names the topic " + says + ": the payload may be of that one")
	case !taken:
		if problem, _ := specs.CheckTopicName(says); problem == "" {
			p.owners[says] = t.name
			t.aliases = append(t.aliases, says)
			t.doubt("the body names " + says + ", which is taken for another name of the topic")
		}
	}
}

// nothing is what said returns for bodies that do not name their topic: no topic has it.
const nothing = " "

// said returns what the topic is recorded to say in place of its name, or "".
func (t *topic) said() string {
	switch {
	case t.says.nothing || t.was != nil && t.was.Says.Nothing:
		return nothing
	case t.was != nil && t.was.Says.Topic != "":
		return t.was.Says.Topic
	}
	return t.says.topic
}

// named returns the topic that a body names at a JSON Pointer, or "".
func named(text, member string) string {
	s := jsontext.NewScanner(text)
	if !s.Find(jsonpointer.Tokens(member)...) {
		return ""
	}
	if s.Kind() == jsontext.KindNumber {
		return s.Raw()
	}
	name, _ := s.String()
	return name
}
