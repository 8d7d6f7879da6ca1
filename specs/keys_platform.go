package specs

import (
	"slices"
	"strconv"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
	"gopkg.in/yaml.v3"
)

// platformKeys returns the keys of platform.yaml.
func platformKeys() []key[Platform] {
	return []key[Platform]{
		{"platform", true, func(r *reader, n node, p *Platform) { r.platformName(n, p.Name) }},
		{"title", true, func(r *reader, n node, p *Platform) { p.Title, _ = r.word(n, "the title", oneLine) }},
		{"about", false, func(r *reader, n node, p *Platform) { p.About = r.prose(n, `"about"`) }},
		{"notes", false, func(r *reader, n node, p *Platform) {
			for item := range r.elements(n, `"notes"`) {
				p.Notes = append(p.Notes, r.prose(item, "the note"))
			}
			r.notEmpty(n, `"notes"`)
		}},
		{"topic", true, readTopicSource},
		{"headers", false, readHeaders},
		{"deliveries", false, readDeliveries},
		{"documents", false, readDocuments},
		{"types", false, readTypes},
		{"fields", false, readFields},
		{"envelope", false, func(r *reader, n node, p *Platform) {
			p.Envelope.Ref = n.ref
			readObject(r, n, "the envelope", "a mapping like {members: […], why: …}", envelopeKeys(), &p.Envelope)
		}},
		{"enums", false, readEnums},
		{"topics", false, readTopics},
		{"documented", false, readDocumented},
		{"ignore", false, readIgnored},
		{"declined", false, readDeclined},
		{"changes", false, readChanges},
		{"doubts", false, func(r *reader, n node, p *Platform) { p.Doubts = r.doubts(n) }},
	}
}

// topicFileKeys returns the keys of the other files: topics, what documents say besides,
// and those that belong in platform.yaml, which are reported.
func topicFileKeys() []key[Platform] {
	keys := platformKeys()
	for i, k := range keys {
		keys[i].required = false
		if k.name != "topics" && k.name != "documented" {
			keys[i].read = func(r *reader, n node, _ *Platform) { r.misplaced(n, k.name) }
		}
	}
	return keys
}

// platformName checks the name against that of the folder.
func (r *reader) platformName(n node, folder string) {
	name, ok := r.word(n, "the name", packageName)
	if ok && name != folder {
		r.problem(finding.InvalidValue, n, "the platform "+diagnostic.Quote(name)+" is in the folder "+diagnostic.Quote(folder), "give both the same name")
	}
}

func topicSourceKeys() []key[TopicSource] {
	return []key[TopicSource]{
		{"header", false, func(r *reader, n node, t *TopicSource) { t.Header, _ = r.word(n, "the header", headerName) }},
		{"member", false, func(r *reader, n node, t *TopicSource) { t.Member, _ = r.word(n, "the member", pointer) }},
		{"batch", false, func(r *reader, n node, t *TopicSource) { t.Batch, _ = r.word(n, "the batch", batch) }},
	}
}

// noTopic is the value of "topic" if deliveries do not name their topic.
const noTopic = "none"

func readTopicSource(r *reader, n node, p *Platform) {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str" && !refused(n.Node) {
		if n.Value != noTopic {
			r.problem(finding.WrongKind, n, "expected a mapping, got a string", "write {header: X-Topic} or {member: /topic}, or none if deliveries do not name their topic")
		}
		return
	}
	if readObject(r, n, `"topic"`, "a mapping like {header: X-Topic}", topicSourceKeys(), &p.Topic) {
		r.oneOf(n, `"topic"`, "header", "member")
		if v, ok := r.member(n, "batch"); ok && p.Topic.Header != "" {
			r.problem(finding.ConflictingKeys, v, "each event of a batch names its topic in a member", "give the member, relative to the event, instead of the header")
		}
	}
}

func headerKeys() []key[Header] {
	return []key[Header]{
		{"about", true, func(r *reader, n node, h *Header) { h.About = r.prose(n, `"about"`) }},
		{"document", false, func(r *reader, n node, h *Header) { h.Document, _ = r.word(n, "the document", slug) }},
	}
}

func readHeaders(r *reader, n node, p *Platform) {
	readNamed(r, n, "headers", "header", "{about: …}", headerName, headerKeys(), &p.Headers,
		func(name string, ref Ref) Header { return Header{Name: name, Ref: ref} })
}

func documentKeys() []key[Document] {
	return []key[Document]{
		{"title", true, func(r *reader, n node, d *Document) { d.Title, _ = r.word(n, "the title", oneLine) }},
		{"file", false, func(r *reader, n node, d *Document) { d.File, _ = r.word(n, "the file", oneLine) }},
		{"url", false, func(r *reader, n node, d *Document) { d.URL, _ = r.word(n, "the address", webAddress) }},
		{"retrieved", false, func(r *reader, n node, d *Document) { d.Retrieved = r.date(n, `"retrieved"`) }},
		{"sha256", false, func(r *reader, n node, d *Document) { d.SHA256, _ = r.word(n, "the digest", digest) }},
		{"replaced_by", false, func(r *reader, n node, d *Document) { d.ReplacedBy, _ = r.word(n, "the document", slug) }},
	}
}

func readDocuments(r *reader, n node, p *Platform) {
	readNamed(r, n, "documents", "document", "{title: …}", slug, documentKeys(), &p.Documents,
		func(id string, ref Ref) Document { return Document{ID: id, Ref: ref} })
}

func typeKeys() []key[Type] {
	return []key[Type]{
		{"at", true, func(r *reader, n node, t *Type) { t.At = r.typePaths(n) }},
		{"about", false, func(r *reader, n node, t *Type) { t.About = r.prose(n, `"about"`) }},
		{"why", true, func(r *reader, n node, t *Type) { t.Why = r.prose(n, `"why"`) }},
	}
}

func readTypes(r *reader, n node, p *Platform) {
	readNamed(r, n, "types", "type", "{at: […], why: …}", exported, typeKeys(), &p.Types,
		func(name string, ref Ref) Type { return Type{Name: name, Ref: ref} })
}

func fieldKeys() []key[Field] {
	return []key[Field]{
		{"type", false, func(r *reader, n node, f *Field) { f.Type, _ = r.word(n, "the type", oneLine) }},
		{"name", false, func(r *reader, n node, f *Field) { f.Name, _ = r.word(n, "the name", exported) }},
		{"about", false, func(r *reader, n node, f *Field) { f.About = r.prose(n, `"about"`) }},
		{"required", false, func(r *reader, n node, f *Field) {
			required, ok := r.boolean(n, `"required"`)
			f.Required, f.Optional = required && ok, !required && ok
		}},
		{"document", false, func(r *reader, n node, f *Field) { f.Document, _ = r.word(n, "the document", slug) }},
		{"why", false, func(r *reader, n node, f *Field) { f.Why = r.prose(n, `"why"`) }},
	}
}

func readFields(r *reader, n node, p *Platform) {
	readNamed(r, n, "fields", "path", "{type: number, why: …}", decisionPath, fieldKeys(), &p.Fields,
		func(path string, ref Ref) Field { return Field{Path: path, Ref: ref} })
	for k, v := range r.members(n) {
		decides := func(name string) bool {
			return name == "type" || name == "name" || name == "about" || name == "required"
		}
		if r.isMapping(v) && !slices.ContainsFunc(r.keysOf(v), decides) && !r.means(v, "type", "name", "about", "required") {
			r.problem(finding.MissingKey, k, "the entry has no decision", "add type, name, about or required")
		}
		if keys := r.keysOf(v); r.isMapping(v) && slices.Contains(keys, "name") && slices.Contains(keys, "document") && !slices.Contains(keys, "why") && !r.means(v, "why") {
			r.problem(finding.MissingReason, v.atKey(), `the name has no "why"`, "give the reason in one sentence: documents say nothing of Go names")
		}
	}
	r.needReasons(n, "the path")
}

func envelopeKeys() []key[Envelope] {
	return []key[Envelope]{
		{"members", true, func(r *reader, n node, e *Envelope) {
			e.Members = r.words(n, `"members"`, "member", notIn(&e.Optional))
			r.notEmpty(n, `"members"`)
		}},
		{"optional", false, func(r *reader, n node, e *Envelope) {
			e.Optional = r.words(n, `"optional"`, "member", notIn(&e.Members))
			r.notEmpty(n, `"optional"`)
		}},
		{"why", true, func(r *reader, n node, e *Envelope) { e.Why = r.prose(n, `"why"`) }},
	}
}

// notIn returns the rule anyText for texts that are not in another list.
func notIn(others *[]Item) func(string) error {
	return func(s string) error {
		if slices.ContainsFunc(*others, func(x Item) bool { return x.Text == s }) {
			return broken("is in the other list too", "events either all have it, or some do not")
		}
		return anyText(s)
	}
}

func enumKeys() []key[Enum] {
	return []key[Enum]{
		{"at", true, func(r *reader, n node, e *Enum) { e.At = r.paths(n) }},
		{"document", false, func(r *reader, n node, e *Enum) { e.Document, _ = r.word(n, "the document", slug) }},
		{"values", true, readValues},
		{"about", false, func(r *reader, n node, e *Enum) { e.About = r.prose(n, `"about"`) }},
		{"why", false, func(r *reader, n node, e *Enum) { e.Why = r.prose(n, `"why"`) }},
	}
}

// enumValue is a value of an enum as it is read.
type enumValue struct {
	EnumValue
	integer, ok bool
}

func enumValueKeys() []key[enumValue] {
	return []key[enumValue]{
		{"value", true, func(r *reader, n node, v *enumValue) { v.Text, v.integer, v.ok = r.stringOrInteger(n, "the value") }},
		{"name", false, func(r *reader, n node, v *enumValue) { v.Name, _ = r.word(n, "the name", exported) }},
		{"about", false, func(r *reader, n node, v *enumValue) { v.About = r.prose(n, `"about"`) }},
	}
}

// stringOrInteger reads a string, or an integer as JSON writes it.
func (r *reader) stringOrInteger(n node, what string) (text string, integer, ok bool) {
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!int" || refused(n.Node) {
		text, ok = r.word(n, what, anyText)
		return text, false, ok
	}
	if v, err := strconv.ParseInt(n.Value, 10, 64); err != nil || strconv.FormatInt(v, 10) != n.Value {
		r.problem(finding.InvalidValue, n, what+" is not a decimal integer of 64 bits", "quote it if it is a string")
		return "", false, false
	}
	return n.Value, true, true
}

// readValues reads the values of an enum: strings or integers, each alone or in a mapping
// that says more of it.
func readValues(r *reader, n node, e *Enum) {
	first := map[string]Ref{}
	for item := range r.elements(n, `"values"`) {
		var v enumValue
		if item.Kind == yaml.MappingNode {
			readObject(r, item, "the value", "a mapping like {value: paid, about: …}", enumValueKeys(), &v)
		} else {
			v.Text, v.integer, v.ok = r.stringOrInteger(item, "the value")
		}
		if !v.ok {
			continue
		}
		if len(e.Values) > 0 && v.integer != e.Integers {
			r.problem(finding.WrongKind, item, "the values are both strings and integers", "quote the integers if they are strings")
			continue
		}
		if ref, ok := first[v.Text]; ok {
			r.duplicate(item, "value", v.Text, ref)
			continue
		}
		first[v.Text] = item.ref
		e.Integers = v.integer
		e.Values = append(e.Values, v.EnumValue)
	}
	r.notEmpty(n, `"values"`)
}

func readEnums(r *reader, n node, p *Platform) {
	readNamed(r, n, "enums", "enum", "{at: […], values: […], why: …}", exported, enumKeys(), &p.Enums,
		func(name string, ref Ref) Enum { return Enum{Name: name, Ref: ref} })
	r.needReasons(n, "the enum")
}

// needReasons reports entries that have neither a document nor a reason.
func (r *reader) needReasons(n node, what string) {
	if !r.isMapping(n) {
		return
	}
	for _, v := range r.members(n) {
		if keys := r.keysOf(v); r.isMapping(v) && !slices.Contains(keys, "why") && !slices.Contains(keys, "document") && !r.means(v, "why", "document") {
			r.problem(finding.MissingReason, v.atKey(), what+` has no "why"`, "give the reason in one sentence, or the document that says it")
		}
	}
}
