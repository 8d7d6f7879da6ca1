package specs

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
	"gopkg.in/yaml.v3"
)

func topicKeys() []key[Topic] {
	return []key[Topic]{
		{"about", false, func(r *reader, n node, t *Topic) { t.About = r.prose(n, `"about"`) }},
		{"also", false, func(r *reader, n node, t *Topic) {
			for item := range r.elements(n, `"also"`) {
				t.Also = append(t.Also, r.prose(item, "the occasion"))
			}
			r.notEmpty(n, `"also"`)
		}},
		{"since", false, func(r *reader, n node, t *Topic) { t.Since, _ = r.word(n, `"since"`, oneLine) }},
		{"scopes", false, func(r *reader, n node, t *Topic) {
			for _, x := range r.words(n, `"scopes"`, "scope", oneLine) {
				t.Scopes = append(t.Scopes, x.Text)
			}
			r.notEmpty(n, `"scopes"`)
		}},
		{"documents", false, func(r *reader, n node, t *Topic) { t.Documents = r.words(n, `"documents"`, "document", slug) }},
		{"event", false, func(r *reader, n node, t *Topic) { t.Event, _ = r.word(n, "the event", exported) }},
		{"name", false, func(r *reader, n node, t *Topic) { t.GoName, _ = r.word(n, "the name", exported) }},
		{"aliases", false, func(r *reader, n node, t *Topic) { t.Aliases = r.words(n, `"aliases"`, "alias", topicName) }},
		{"says", false, func(r *reader, n node, t *Topic) {
			t.Says.Ref = n.ref
			if readObject(r, n, `"says"`, "a mapping like {topic: …, why: …}", saysKeys(), &t.Says) {
				r.oneOf(n, `"says"`, "topic", "nothing")
			}
		}},
		{"like", false, readLike},
		{"payload", false, readTopicPayload},
		{"doubts", false, func(r *reader, n node, t *Topic) { t.Doubts = r.doubts(n) }},
		{"examples", false, readExamples},
	}
}

func readTopics(r *reader, n node, p *Platform) {
	var topics []Topic
	readNamed(r, n, "topics", "topic", "{event: Order, examples: […]}", topicName, topicKeys(), &topics,
		func(name string, ref Ref) Topic { return Topic{Name: name, Ref: ref} })
	inOtherFile := func(name string) bool {
		return slices.ContainsFunc(p.Topics, func(t Topic) bool { return t.Name == name })
	}
	for k, v := range r.members(n) {
		if inOtherFile(k.Value) {
			r.duplicate(k, "topic", k.Value, k.ref)
		}
		if r.isMapping(v) {
			r.oneOf(v.atKey(), "the topic", "examples", "like", "payload")
			r.eventFits(v.atKey())
		}
	}
	topics = slices.DeleteFunc(topics, func(t Topic) bool { return inOtherFile(t.Name) })
	p.Topics = append(p.Topics, topics...)
}

// eventFits checks that a topic has an event if and only if it has examples.
func (r *reader) eventFits(n node) {
	event, hasEvent := r.member(n, "event")
	_, hasExamples := r.member(n, "examples")
	hasExamples = hasExamples || r.means(n, "examples")
	_, hasLike := r.member(n, "like")
	switch {
	case hasExamples && !hasEvent && !r.means(n, "event"):
		r.problem(finding.MissingKey, n, `the topic has no "event"`, "name its Go type, as in event: Order")
	case hasEvent && !hasExamples && hasLike:
		r.problem(finding.ConflictingKeys, event, `"event" and "like" exclude each other`, "remove event: the topic has that of the other one")
	case hasEvent && !hasExamples:
		r.problem(finding.ConflictingKeys, event, `"event" without examples`, "remove it: the body is kept as raw JSON")
	}
}

func saysKeys() []key[Says] {
	return []key[Says]{
		{"topic", false, func(r *reader, n node, s *Says) { s.Topic, _ = r.word(n, "the topic", topicName) }},
		{"nothing", false, func(r *reader, n node, s *Says) { s.Nothing = r.onlyTrue(n, `"nothing"`) }},
		{"why", true, func(r *reader, n node, s *Says) { s.Why = r.prose(n, `"why"`) }},
	}
}

func likeKeys() []key[LikeTopic] {
	return []key[LikeTopic]{
		{"topic", true, func(r *reader, n node, l *LikeTopic) { l.Topic, _ = r.word(n, "the topic", topicName) }},
		{"documented", false, func(r *reader, n node, l *LikeTopic) { l.Documented = r.onlyTrue(n, `"documented"`) }},
		{"assumed", false, func(r *reader, n node, _ *LikeTopic) { r.onlyTrue(n, `"assumed"`) }},
	}
}

func readLike(r *reader, n node, t *Topic) {
	t.Payload, t.Like.Ref = Like, n.ref
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str" {
		r.problem(finding.WrongKind, n, "expected a mapping, got a string", "write {topic: "+diagnostic.Printable(n.Value)+", documented: true} or {topic: "+diagnostic.Printable(n.Value)+", assumed: true}")
		return
	}
	if readObject(r, n, `"like"`, "a mapping like {topic: …, assumed: true}", likeKeys(), &t.Like) {
		r.oneOf(n, `"like"`, "documented", "assumed")
	}
}

func readTopicPayload(r *reader, n node, t *Topic) {
	t.Payload = Undocumented
	if s, ok := r.text(n, "the payload"); ok && s != string(Undocumented) {
		r.problem(finding.InvalidValue, n, `the payload of a topic can only be "undocumented"`, "write payloads under examples")
	}
}

func exampleKeys() []key[Example] {
	return []key[Example]{
		{"name", true, func(r *reader, n node, x *Example) { x.Name, _ = r.word(n, "the name", slug) }},
		{"document", false, func(r *reader, n node, x *Example) { x.Document, _ = r.word(n, "the document", slug) }},
		{"line", false, func(r *reader, n node, x *Example) { x.Line = r.lineNumber(n) }},
		{"repairs", false, func(r *reader, n node, x *Example) {
			for item := range r.elements(n, `"repairs"`) {
				x.Repairs = append(x.Repairs, r.prose(item, "the repair"))
			}
		}},
		{"elided", false, func(r *reader, n node, x *Example) { x.Elided = r.words(n, `"elided"`, "pointer", pointer) }},
		{"partial", false, func(r *reader, n node, x *Example) { x.Partial = r.onlyTrue(n, `"partial"`) }},
		{"doubts", false, func(r *reader, n node, x *Example) { x.Doubts = r.doubts(n) }},
		{"payload", true, func(r *reader, n node, x *Example) { x.Text = r.payload(n) }},
	}
}

func readExamples(r *reader, n node, t *Topic) {
	t.Payload = Documented
	first := map[string]Ref{}
	for item := range r.elements(n, `"examples"`) {
		x := Example{Ref: item.ref}
		if !readObject(r, item, "the example", "a mapping like {name: …, payload: …}", exampleKeys(), &x) {
			continue
		}
		x.ID = t.Name + "#" + x.Name
		if ref, ok := first[x.Name]; ok && x.Name != "" {
			r.duplicate(item, "example", x.Name, ref)
		} else if x.Name != "" {
			first[x.Name] = item.ref
		}
		if first[x.Name] != item.ref { // its payload is checked all the same
			x.ID = t.Name + "#" + string(item.ref)
		}
		if text, ok := r.member(item, "payload"); ok && x.Text != "" {
			r.index.addText(x.ID, literal{r.file, text.Line, text.Value})
			t.Examples = append(t.Examples, x)
		}
	}
	r.notEmpty(n, `"examples"`)
}

// payload reads the text of an example. It must be a literal block, the only style of
// YAML that does not change the text, so that each byte has a position.
func (r *reader) payload(n node) string {
	const hint = `write "payload: |" and the JSON on the lines below, indented`
	switch {
	case refused(n.Node):
		return ""
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		r.problem(finding.EmptyValue, n, "the payload is empty", hint)
		return ""
	case n.Kind != yaml.ScalarNode:
		r.problem(finding.PayloadStyle, n, "expected a literal block, got "+kindOf(n.Node), hint)
		return ""
	case n.Style&yaml.LiteralStyle == 0:
		r.problem(finding.PayloadStyle, n, "expected a literal block, got "+styleOf(n.Node), hint)
		return ""
	case strings.TrimSpace(n.Value) == "":
		r.problem(finding.EmptyValue, n, "the payload is empty", hint)
		return ""
	}
	return strings.TrimRight(n.Value, "\n")
}

func styleOf(n *yaml.Node) string {
	switch {
	case n.Style&yaml.FoldedStyle != 0:
		return "a folded block"
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return "a quoted string"
	}
	return "a plain string"
}
