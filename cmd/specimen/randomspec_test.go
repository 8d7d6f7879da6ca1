package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// randomSpec is the spec of one platform: examples of random shapes, and
// decisions on them.
type randomSpec struct {
	name   string
	topic  string // the value of the key topic
	topics []randomTopic
	// Decisions, as the value of their entry, by the section and the name of it.
	decisions map[string]map[string]string
	envelope  []string
	optional  []string // members of the envelope
	notes     []string
	header    string // what one says, or ""
	profile   string // of deliveries, or ""
	tables    []*randomTable
	replaced  bool // whether there are documents, of which one replaced the other
	names     int  // how many fresh ones it has
}

type randomTopic struct {
	name, event string
	aliases     []string
	lines       []string // besides the event and the examples
	examples    []randomExample
}

type randomExample struct {
	text   string
	elided []string
	older  bool // of the document that was replaced, if there is one
}

// Names that mean something in generated code, or to those who read it. Some are
// refused, alone or with another one.
var (
	eventPool = []string{
		"Order", "Thing", "Customer", "A", "Value", "String", "Number", "Unknown", "Test", "Decode", "Event", "Envelope", "Topic", "SliceOfInt", "X日本", "ID", "SliceOf",
	}
	typePool = []string{
		"LineItem", "Address", "String", "Int", "Bool", "Value", "Flag", "Number", "SliceOfInt", "SliceOfString", "MapOfValue", "OptOfString", "OptOfInt", "JSONOfString",
		"ElseInt", "StringOrElseInt", "Delivery", "Envelope", "Shape", "Order", "OrderEvent", "UnknownEvent", "Reader", "Payload", "Testing", "Receiver", "NewReceiver", "Verify", "Case", "T", "Init", "Main", "Members",
	}
	enumPool  = []string{"Status", "Kind", "Topic2", "String", "Int", "Float", "Bool", "Timestamp", "SliceOfBool", "Decoder", "TopicHeader", "TopicMember", "StatusA", "Opt"}
	topicPool = []string{
		"orders/create", "orders/update", "thing.made", "member", "header", "s", "x", "日本/語", "a b", "A", "order_created", "con", "x_test", "topic", "known", "0",
	}
	fieldPool = []string{"Error", "Type", "String", "Decode", "Ünï", "X1", "Len", "Extra2", "AppendJSON", "Value", "Topic", "Raw", "IsZero", "Get", "UnmarshalText", "Equal"}
	typeWords = infer.TypeWords()
)

// newSpec returns a spec without decisions on types.
func (d dice) newSpec(name string) *randomSpec {
	s := &randomSpec{name: name, topic: "{header: X-Topic}", decisions: map[string]map[string]string{}}
	var pointer []string
	if d.one(3) {
		pointer, s.topic = d.topicMember()
	}
	if d.one(3) {
		s.notes = []string{pick(d, oddKeys) + " is to be known"}
		s.header = pick(d, oddKeys) + " is said by a header"
	}
	if d.one(2) {
		s.profile = d.profile()
	}
	events := d.events()
	names := slices.Sorted(maps.Keys(events))
	shared := d.object(1, 3)
	topics := slices.Clone(topicPool)
	d.Shuffle(len(topics), func(i, j int) { topics[i], topics[j] = topics[j], topics[i] })
	for i := range 2 + d.IntN(6) {
		s.topics = append(s.topics, d.topic(topics[i], i, s.topics, events, shared, pointer))
	}
	if len(shared.keys) > 0 && d.one(3) {
		s.envelope = shared.keys
		if n := len(s.envelope) / 2; n > 0 && d.one(3) {
			s.envelope, s.optional = s.envelope[n:], s.envelope[:n]
		}
		if root := events[names[0]]; len(root.keys) > 0 && d.one(2) && !slices.Contains(shared.keys, root.keys[0]) {
			s.optional = append(s.optional, root.keys[0])
		}
	}
	s.replaced = d.one(3)
	return s
}

// topicMember returns the place in a body that names the topic: its tokens, and the YAML.
func (d dice) topicMember() (pointer []string, yaml string) {
	pointer = []string{pick(d, []string{"topic", "type", "a/b", "~", "", "日本"})}
	if d.one(3) {
		pointer = append(pointer, "name")
	}
	text := ""
	for _, p := range pointer {
		text += "/" + jsonpointer.Escape(p)
	}
	if d.one(3) {
		return pointer, "{member: " + yamlText(text) + ", batch: " + pick(d, []string{"/all events/*", "/$entry/*/$changes/*", "/all events/*/one"}) + "}"
	}
	return pointer, "{member: " + yamlText(text) + "}"
}

// topic returns the topic with an index, behind others.
func (d dice) topic(name string, i int, others []randomTopic, events map[string]*shape, shared *shape, pointer []string) randomTopic {
	t := randomTopic{name: name}
	if d.one(4) {
		t.aliases = []string{t.name + ".old"}
		t.lines = append(t.lines, "aliases: ["+yamlText(t.aliases[0])+"]")
	}
	switch {
	case i > 0 && d.one(6):
		t.lines = append(t.lines, "payload: undocumented")
	case i > 0 && d.one(6):
		t.lines = append(t.lines, "like: {topic: "+yamlText(others[0].name)+", assumed: true}")
	default:
		names := slices.Sorted(maps.Keys(events))
		t.event = names[i%len(names)]
		for range 1 + d.IntN(3) {
			t.examples = append(t.examples, d.example(t, events[t.event], shared, pointer))
		}
		object := func(x randomExample) bool { return strings.HasPrefix(strings.TrimSpace(x.text), "{") }
		if pointer != nil && slices.ContainsFunc(t.examples, func(x randomExample) bool { return !object(x) }) {
			t.lines = append(t.lines, "says: {nothing: true, why: another form}")
		}
	}
	if d.one(4) {
		t.lines = append(t.lines, "scopes: ["+yamlText(pick(d, plainKeys)+" read")+", all]")
	}
	if d.one(4) {
		t.lines = append(t.lines, "also: ["+yamlText(pick(d, plainKeys)+" went")+", "+yamlText(pick(d, plainKeys)+" came back")+"]")
	}
	if d.one(4) {
		t.lines = append(t.lines, "about: "+yamlText(pick(d, oddKeys)+" happened"))
	}
	return t
}

// events returns the shapes of events' bodies: mostly objects.
func (d dice) events() map[string]*shape {
	all := map[string]*shape{}
	for range 1 + d.IntN(4) {
		root := d.object(3, d.IntN(7))
		switch {
		case d.one(4):
			root = d.shape(3)
		case d.one(12):
			root = d.wide()
		case d.one(12):
			root = d.object(9, 2)
		}
		all[pick(d, eventPool)] = root
	}
	return all
}

// example returns an example of a topic. Where the body is an object, it has the
// shared members, and the topic at the pointer.
func (d dice) example(t randomTopic, root, shared *shape, pointer []string) randomExample {
	v := d.sample(root, d.one(2))
	if v.kind == "object" || v.kind == "map" {
		for i, key := range shared.keys {
			if v.member(key) == nil && !d.one(8) {
				v.keys, v.parts = append(v.keys, key), append(v.parts, d.sample(shared.parts[i], false))
			}
		}
		at := v
		for i, key := range pointer {
			next := &sample{kind: "object"}
			if i == len(pointer)-1 {
				name := t.name
				if len(t.aliases) > 0 && d.one(3) {
					name = t.aliases[0]
				}
				next = &sample{kind: "scalar", text: inQuotes(name)}
			}
			if k := slices.Index(at.keys, key); k >= 0 {
				at.parts[k] = next
			} else {
				at.keys, at.parts = append(at.keys, key), append(at.parts, next)
			}
			at = next
		}
	}
	x := randomExample{text: d.json(v, pick(d, []string{"", "", "\n"})), older: d.one(2)}
	for _, at := range v.empties("") {
		if d.one(4) {
			x.elided = append(x.elided, at)
		}
	}
	return x
}

// files writes the spec as a folder of specs.
func (s *randomSpec) files() fstest.MapFS {
	var b strings.Builder
	fmt.Fprintf(&b, "platform: %s\ntitle: Random\ntopic: %s\n", s.name, s.topic)
	if s.header != "" {
		fmt.Fprintf(&b, "headers: {X-Delivery-Id: {about: %s}}\n", yamlText(s.header))
	}
	if s.profile != "" {
		fmt.Fprintf(&b, "deliveries:\n%s", s.profile)
	}
	for _, note := range s.notes {
		fmt.Fprintf(&b, "notes: [%s]\n", yamlText(note))
	}
	if s.envelope != nil {
		list := func(all []string) string {
			var keys []string
			for _, k := range all {
				keys = append(keys, yamlText(k))
			}
			return "[" + strings.Join(keys, ", ") + "]"
		}
		optional := ""
		if len(s.optional) > 0 {
			optional = ", optional: " + list(s.optional)
		}
		fmt.Fprintf(&b, "envelope: {members: %s%s, why: shared}\n", list(s.envelope), optional)
	}
	documents := "page: {title: A page}"
	if s.replaced {
		documents += ", older: {title: Older, replaced_by: newer}, newer: {title: Newer}"
	}
	fmt.Fprintf(&b, "documents: {%s}\n", documents)
	s.writeTables(&b)
	for _, section := range slices.Sorted(maps.Keys(s.decisions)) {
		if len(s.decisions[section]) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s:\n", section)
		for _, name := range slices.Sorted(maps.Keys(s.decisions[section])) {
			fmt.Fprintf(&b, "  %s: %s\n", yamlText(name), s.decisions[section][name])
		}
	}
	fmt.Fprint(&b, "topics:\n")
	for _, t := range s.topics {
		s.writeTopic(&b, t)
	}
	return fstest.MapFS{s.name + "/platform.yaml": {Data: []byte(b.String())}}
}

// writeTopic writes a topic and its examples.
func (s *randomSpec) writeTopic(b *strings.Builder, t randomTopic) {
	fmt.Fprintf(b, "  %s:\n", yamlText(t.name))
	for _, line := range t.lines {
		fmt.Fprintf(b, "    %s\n", line)
	}
	if t.event == "" {
		return
	}
	fmt.Fprintf(b, "    event: %s\n    examples:\n", t.event)
	for i, x := range t.examples {
		fmt.Fprintf(b, "      - name: e%d\n", i)
		if s.replaced {
			fmt.Fprintf(b, "        document: %s\n", map[bool]string{true: "older", false: "newer"}[x.older])
		}
		if x.elided != nil {
			var at []string
			for _, p := range x.elided {
				at = append(at, yamlText(p))
			}
			fmt.Fprintf(b, "        elided: [%s]\n", strings.Join(at, ", "))
		}
		fmt.Fprintf(b, "        payload: |\n          %s\n", strings.ReplaceAll(x.text, "\n", "\n          "))
	}
}
