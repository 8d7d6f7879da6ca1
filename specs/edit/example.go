package edit

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Example is an example of a topic.
type Example struct {
	Name     string
	Document string // the ID of its document, or ""
	Payload  string // JSON without surrounding white space
}

func (x Example) block() Block {
	b := Block{{"name", Text(x.Name)}}
	if x.Document != "" {
		b = append(b, Member{"document", Text(x.Document)})
	}
	return append(b, Member{"payload", Literal(x.Payload)})
}

// Topic is a topic with its first example, and others.
type Topic struct {
	Name    string
	About   string // or ""
	Event   string
	Example Example
	More    []Example
}

func (t Topic) block() Block {
	var b Block
	if t.About != "" {
		b = append(b, Member{"about", Text(t.About)})
	}
	return append(b, Member{"event", Text(t.Event)}, Member{"examples", blocks(append([]Example{t.Example}, t.More...))})
}

func blocks(examples []Example) Blocks {
	var all Blocks
	for _, x := range examples {
		all = append(all, x.block())
	}
	return all
}

// NewFile returns a spec file with topics.
func NewFile(topics ...Topic) []byte {
	return []byte(Render([]Member{{"topics", members(topics)}}))
}

func members(topics []Topic) Block {
	var all Block
	for _, t := range topics {
		all = append(all, Member{t.Name, t.block()})
	}
	return all
}

// AddTopics returns the text of a spec file with topics after the others. The errors
// are those of Insert.
func AddTopics(file []byte, topics ...Topic) ([]byte, error) {
	return Insert(file, []Insertion{{Path: []string{"topics"}, Members: members(topics)}})
}

// AddExamples returns the text of a spec file with examples after the others of their
// topic. The errors are those of Insert.
func AddExamples(file []byte, topic string, examples ...Example) ([]byte, error) {
	return Insert(file, []Insertion{{Path: []string{"topics", topic, "examples"}, Blocks: blocks(examples)}})
}

// AddEvent returns the text of a spec file with an event and an example for a topic
// without examples. It removes the key "payload" or "like" of the topic. The errors are
// those of Insert.
func AddEvent(file []byte, t Topic, key string) ([]byte, error) {
	path := []string{"topics", t.Name}
	added, err := Insert(file, []Insertion{{Path: path, Members: Topic{Event: t.Event, Example: t.Example, More: t.More}.block()}})
	if err != nil {
		return nil, err
	}
	return remove(added, path, key)
}

// remove returns a text without a member of a mapping, which must have its own lines
// and not be the last.
func remove(text []byte, path []string, key string) ([]byte, error) {
	s, err := newSource(text)
	if err != nil {
		return nil, err
	}
	at := s.root
	for _, name := range path {
		if at = member(at, name); at == nil {
			return nil, fmt.Errorf("%w: no key %s", ErrShape, name)
		}
	}
	i := slices.IndexFunc(at.Content, func(n *yaml.Node) bool { return n.Value == key })
	if i < 0 || i%2 != 0 || at.Style&yaml.FlowStyle != 0 {
		return nil, fmt.Errorf("%w: no key %s in its own line", ErrShape, key)
	}
	begin := s.lines[at.Content[i].Line-1]
	end, err := s.end(at.Content[i+1], at.Column-1)
	if err != nil {
		return nil, err
	}
	next := s.nextLine(end)
	if strings.TrimSpace(string(s.text[end:next])) != "" {
		return nil, fmt.Errorf("%w: unexpected text after %s", ErrShape, key)
	}
	changed := slices.Concat(s.text[:begin], s.text[next:])
	root, err := parse(s.complete(changed))
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrShape, err)
	}
	at.Content = slices.Delete(at.Content, i, i+2)
	if !(&verifier{}).same(s.root, root) {
		return nil, ErrShape
	}
	return slices.Concat(text[:len(text)-len(s.text)], changed), nil
}
