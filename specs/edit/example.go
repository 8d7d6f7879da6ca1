package edit

import "strconv"

// Example is an example of a topic. What is zero is not written, except for the name and
// the payload.
type Example struct {
	Name     string
	Document string // the ID of its document
	Line     int    // of the document
	Repairs  []string
	Elided   []string // JSON Pointers
	Partial  bool
	Doubts   []string
	Payload  string // JSON without surrounding white space
}

func (x Example) block() Block {
	b := Block{{"name", Text(x.Name)}}
	b = b.text("document", x.Document)
	if x.Line > 0 {
		b = append(b, Member{"line", Plain(strconv.Itoa(x.Line))})
	}
	b = b.list("repairs", x.Repairs).list("elided", x.Elided)
	if x.Partial {
		b = append(b, Member{"partial", Bool(true)})
	}
	return append(b.list("doubts", x.Doubts), Member{"payload", Literal(x.Payload)})
}

// Topic is a topic: with an event and examples, like another one, or with an undocumented
// payload. What is zero is not written, except for the name.
type Topic struct {
	Name         string
	About, Since string
	Scopes       []string
	Documents    []string // their IDs
	Event        string
	Aliases      []string
	Says         Says
	Like         string // the topic whose payload it has, as a document says
	Undocumented bool
	Doubts       []string
	Examples     []Example
}

// Says is what bodies name in place of their topic: another topic, or nothing.
type Says struct {
	Topic   string
	Nothing bool
	Why     string // or "" if they name their topic
}

func (t Topic) block() Block {
	b := Block{}.text("about", t.About).text("since", t.Since).list("scopes", t.Scopes).list("documents", t.Documents)
	b = b.text("event", t.Event).list("aliases", t.Aliases)
	if t.Says.Why != "" {
		b = append(b, Member{"says", t.Says.Value()})
	}
	if t.Like != "" {
		b = append(b, Member{"like", LikeValue(t.Like)})
	}
	if t.Undocumented {
		b = append(b, Member{"payload", Text("undocumented")})
	}
	b = b.list("doubts", t.Doubts)
	if len(t.Examples) > 0 {
		b = append(b, Member{"examples", ExampleBlocks(t.Examples)})
	}
	return b
}

// Value returns the value of the key says.
func (s Says) Value() Value {
	if s.Nothing {
		return Inline{{"nothing", Bool(true)}, {"why", Text(s.Why)}}
	}
	return Inline{{"topic", Text(s.Topic)}, {"why", Text(s.Why)}}
}

// LikeValue returns the value of the key like, as a document says it.
func LikeValue(topic string) Value {
	return Inline{{"topic", Text(topic)}, {"documented", Bool(true)}}
}

// text adds a member with a text, unless that is empty.
func (b Block) text(key, text string) Block {
	if text == "" {
		return b
	}
	return append(b, Member{key, Text(text)})
}

// list adds a member with a list, unless that is empty.
func (b Block) list(key string, items []string) Block {
	if len(items) == 0 {
		return b
	}
	return append(b, Member{key, List(items)})
}

// ExampleBlocks returns the value of the key examples, or items of it.
func ExampleBlocks(examples []Example) Blocks {
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
	return Insert(file, []Insertion{{Path: []string{"topics", topic, "examples"}, Blocks: ExampleBlocks(examples)}})
}

// AddEvent returns the text of a spec file with an event and examples for a topic
// without examples. It removes the key "payload" or "like" of the topic. The errors are
// those of Insert.
func AddEvent(file []byte, t Topic, key string) ([]byte, error) {
	return Apply(file, []Change{{
		Path: []string{"topics", t.Name}, Remove: []string{key},
		Set: Topic{Event: t.Event, Examples: t.Examples}.block(),
	}})
}
