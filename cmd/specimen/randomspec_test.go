package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
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
		pointer = []string{pick(d, []string{"topic", "type", "a/b", "~", "", "日本"})}
		if d.one(3) {
			pointer = append(pointer, "name")
		}
		text := ""
		for _, p := range pointer {
			text += "/" + jsontext.EscapeToken(p)
		}
		s.topic = "{member: " + yamlText(text) + "}"
		if d.one(3) {
			s.topic = "{member: " + yamlText(text) + ", batch: " + pick(d, []string{"/all events/*", "/$entry/*/$changes/*", "/all events/*/one"}) + "}"
		}
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
		t := randomTopic{name: topics[i]}
		if d.one(4) {
			t.aliases = []string{t.name + ".old"}
			t.lines = append(t.lines, "aliases: ["+yamlText(t.aliases[0])+"]")
		}
		switch {
		case i > 0 && d.one(6):
			t.lines = append(t.lines, "payload: undocumented")
		case i > 0 && d.one(6):
			t.lines = append(t.lines, "like: {topic: "+yamlText(s.topics[0].name)+", assumed: true}")
		default:
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
		s.topics = append(s.topics, t)
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

// set makes a decision.
func (s *randomSpec) set(section, name, value string) {
	if s.decisions[section] == nil {
		s.decisions[section] = map[string]string{}
	}
	s.decisions[section][name] = value
}

// decide adds random decisions on the places of a model.
func (d dice) decide(s *randomSpec, m infer.Model) {
	var objects, texts, integers []string
	for _, p := range m.All() {
		if !strings.Contains(p.Path, "/") {
			if m.StructAt(p.Path) != nil && d.one(3) {
				objects = append(objects, p.Path) // a whole body
			}
			continue
		}
		if m.StructAt(p.Path) != nil || p.Rule == infer.RuleUnseen || d.one(12) {
			objects = append(objects, p.Path)
		}
		if p.Type.String() == "string" || p.Type.String() == "Opt[string]" || d.one(12) {
			texts = append(texts, p.Path)
		}
		if p.Type.String() == "int64" || p.Type.String() == "Opt[int64]" || d.one(12) {
			integers = append(integers, p.Path)
		}
		if d.one(3) {
			s.set("fields", p.Path, d.field(p))
		}
	}
	for range d.IntN(3) {
		if len(objects) > 0 {
			s.set("types", pick(d, typePool), "{at: "+d.places(objects)+", why: shared}")
		}
		if len(texts) > 0 {
			values := []string{"waiting", "paid", pick(d, oddKeys)}
			s.set("enums", pick(d, enumPool), d.enum(texts, yamlText(pick(d, values)), yamlText("x")))
		}
		if len(integers) > 0 {
			s.set("enums", pick(d, enumPool), d.enum(integers, "0", "1", pick(d, []string{"-1", "2", "9223372036854775807"})))
		}
	}
	d.document(s, m)
}

// places writes one to three of the paths.
func (d dice) places(paths []string) string {
	var some []string
	for range 1 + d.IntN(3) {
		path := pick(d, paths)
		if d.one(8) {
			path += "/*" // lends a type to what no example shows
		}
		if text := yamlText(path); !slices.Contains(some, text) {
			some = append(some, text)
		}
	}
	return "[" + strings.Join(some, ", ") + "]"
}

// enum returns an enum at some of the paths: its values, with a name or what they mean.
func (d dice) enum(paths []string, values ...string) string {
	for i, v := range values {
		if d.one(2) {
			continue
		}
		values[i] = "{value: " + v
		if d.one(2) {
			values[i] += fmt.Sprintf(", name: Named%d", i)
		}
		if d.one(2) {
			values[i] += ", about: " + yamlText(pick(d, oddKeys)+" it is")
		}
		values[i] += "}"
	}
	keys := "{at: " + d.places(paths) + ", values: [" + strings.Join(values, ", ") + "]"
	if d.one(3) {
		keys += ", about: " + yamlText(pick(d, oddKeys)+" of them")
	}
	return keys + ", " + d.reason() + "}"
}

// reason returns what a decision rests on.
func (d dice) reason() string { return pick(d, []string{"why: because", "document: page"}) }

// field returns a random decision on a field. What an example contradicts is
// dropped later; here the likely ones are likely.
func (d dice) field(p *infer.Decided) string {
	likely := map[string][]string{
		"string": {"json", "timestamp", "number", "unix", "string", "value"}, "int64": {"number", "unix", "unixmilli", "float", "flag", "integer", "value"},
		"Number": {"float", "number", "unix", "unixmicro", "value"}, "bool": {"flag", "value"}, "Timestamp": {"string", "timestamp", "unixmilli", "value"},
	}[strings.TrimSuffix(strings.TrimPrefix(p.Type.String(), "Opt["), "]")]
	if likely == nil {
		likely = []string{"map", "struct", "json", "value", "flag"}
	}
	if d.one(6) {
		likely = typeWords
	}
	var keys []string
	if !d.one(4) {
		keys = append(keys, "type: "+pick(d, likely))
	}
	if d.one(5) {
		keys = append(keys, "name: "+pick(d, fieldPool))
	}
	if d.one(3) || len(keys) == 0 {
		keys = append(keys, "required: "+pick(d, []string{"true", "true", "false"}))
	}
	if d.one(6) {
		keys = append(keys, "about: "+yamlText(pick(d, oddKeys)+" of it"))
	}
	reason := d.reason()
	if strings.Contains(strings.Join(keys, ","), "name: ") {
		reason = "why: because" // documents say nothing of Go names
	}
	return "{" + strings.Join(keys, ", ") + ", " + reason + "}"
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
		fmt.Fprintf(&b, "  %s:\n", yamlText(t.name))
		for _, line := range t.lines {
			fmt.Fprintf(&b, "    %s\n", line)
		}
		if t.event == "" {
			continue
		}
		fmt.Fprintf(&b, "    event: %s\n    examples:\n", t.event)
		for i, x := range t.examples {
			fmt.Fprintf(&b, "      - name: e%d\n", i)
			if s.replaced {
				fmt.Fprintf(&b, "        document: %s\n", map[bool]string{true: "older", false: "newer"}[x.older])
			}
			if x.elided != nil {
				var at []string
				for _, p := range x.elided {
					at = append(at, yamlText(p))
				}
				fmt.Fprintf(&b, "        elided: [%s]\n", strings.Join(at, ", "))
			}
			fmt.Fprintf(&b, "        payload: |\n          %s\n", strings.ReplaceAll(x.text, "\n", "\n          "))
		}
	}
	return fstest.MapFS{s.name + "/platform.yaml": {Data: []byte(b.String())}}
}
