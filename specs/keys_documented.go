package specs

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

func documentedKeys() []key[Documentation] {
	return []key[Documentation]{
		{"type", true, func(r *reader, n node, d *Documentation) { d.Type, _ = r.word(n, "the type", exported) }},
		{"document", false, func(r *reader, n node, d *Documentation) { d.Document, _ = r.word(n, "the document", slug) }},
		{"at", false, func(r *reader, n node, d *Documentation) { d.At = r.typePaths(n) }},
		{"about", false, func(r *reader, n node, d *Documentation) { d.About = r.prose(n, `"about"`) }},
		{"members", false, func(r *reader, n node, d *Documentation) {
			readNamed(r, n, "members", "member", "{type: string}", memberPath, memberKeys(), &d.Members,
				func(path string, ref Ref) Member { return Member{Path: path, Ref: ref} })
		}},
		{"examples", false, readTypeExamples},
	}
}

// readDocumented reads what documents say besides payloads. The lists of all files are
// one list.
func readDocumented(r *reader, n node, p *Platform) {
	if !r.is(n, yaml.SequenceNode, `"documented"`, "a list") {
		return
	}
	r.notEmpty(n, `"documented"`)
	for _, item := range n.Content {
		d := Documentation{Ref: n.ref.element(len(p.Documented))}
		r.index.add(d.Ref, r.file.atRune(item.Line, item.Column))
		p.Documented = append(p.Documented, d)
		at := node{Node: item, ref: d.Ref}
		if typ, ok := r.member(at, "type"); ok {
			d.Type = typ.Value // which the IDs of examples have, also of those before it
		}
		if readObject(r, at, "the entry", "a mapping like {type: Address, members: {…}}", documentedKeys(), &d) {
			r.someOf(at, "the entry", "members", "examples")
		}
		p.Documented[len(p.Documented)-1] = d
	}
}

// someOf reports a mapping that has none of the keys.
func (r *reader) someOf(n node, what string, keys ...string) {
	for _, name := range keys {
		if _, ok := r.member(n, name); ok {
			return
		}
	}
	if r.means(n, keys...) {
		return
	}
	r.problem(finding.MissingKey, n, what+" has neither "+strings.Join(keys, " nor "), "add one of them")
}

func memberKeys() []key[Member] {
	return []key[Member]{
		{"type", false, func(r *reader, n node, m *Member) { m.Type = r.memberType(n, m.Type) }},
		{"of", false, func(r *reader, n node, m *Member) { m.Type = r.elementType(n, m.Type) }},
		{"about", false, func(r *reader, n node, m *Member) { m.About = r.prose(n, `"about"`) }},
		{"nullable", false, func(r *reader, n node, m *Member) { m.Null = r.onlyTrue(n, `"nullable"`) }},
		{"optional", false, func(r *reader, n node, m *Member) { m.Optional = r.onlyTrue(n, `"optional"`) }},
		{"required", false, func(r *reader, n node, m *Member) { m.Required = r.onlyTrue(n, `"required"`) }},
		{"document", false, func(r *reader, n node, m *Member) { m.Document, _ = r.word(n, "the document", slug) }},
	}
}

func memberTypeKeys() []key[MemberType] {
	return []key[MemberType]{
		{"type", true, func(r *reader, n node, t *MemberType) { *t = *r.memberType(n, t) }},
		{"of", false, func(r *reader, n node, t *MemberType) { *t = *r.elementType(n, t) }},
	}
}

// memberType reads a word for a type, or the name of a declared type. Of the type before
// it, it keeps what it is a type of.
func (r *reader) memberType(n node, before *MemberType) *MemberType {
	t := &MemberType{}
	if before != nil {
		t.Of = before.Of
	}
	word, ok := r.word(n, "the type", oneLine)
	if ok && exported(word) == nil {
		t.Word, t.Name = "object", word
		return t
	}
	t.Word = word
	return t
}

// elementType reads the type of the elements of a type.
func (r *reader) elementType(n node, of *MemberType) *MemberType {
	t := &MemberType{}
	if of != nil {
		*t = *of
	}
	if n.Kind == yaml.MappingNode {
		t.Of = &MemberType{}
		readObject(r, n, `"of"`, "a mapping like {type: list, of: string}", memberTypeKeys(), t.Of)
		return t
	}
	t.Of = r.memberType(n, nil)
	return t
}

// readTypeExamples reads examples of a type.
func readTypeExamples(r *reader, n node, d *Documentation) {
	for item := range r.elements(n, `"examples"`) {
		x := Example{Ref: item.ref}
		if !readObject(r, item, "the example", "a mapping like {name: …, payload: …}", exampleKeys(), &x) || x.Name == "" {
			continue
		}
		x.ID = d.Type + " (" + x.Name + ")" // as no example of a topic is called
		if text, ok := r.member(item, "payload"); ok && x.Text != "" {
			r.index.addText(x.ID, literal{r.file, text.Line, text.Value})
			d.Examples = append(d.Examples, x)
		}
	}
	r.notEmpty(n, `"examples"`)
}

var (
	datePattern = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)
	urlPattern  = regexp.MustCompile(`^https?://[^\s"<>]+$`)
)

// date reads a date, which may be one for YAML as well.
func (r *reader) date(n node, what string) string {
	if n.Kind == yaml.ScalarNode && !refused(n.Node) && datePattern.MatchString(n.Value) {
		return n.Value
	}
	r.problem(finding.InvalidValue, n, what+" is not a date", "write the day as 2026-01-31")
	return ""
}

// webAddress accepts the addresses of pages.
func webAddress(s string) error {
	if len(s) > maxProse || !urlPattern.MatchString(s) {
		return broken("is not the address of a page", "as in https://example.com/page")
	}
	return nil
}

// memberPath accepts a path below a type.
func memberPath(s string) error {
	switch {
	case strings.HasPrefix(s, "/") || strings.HasSuffix(s, "/"):
		return broken("starts or ends with a slash", "a path below the type has none there, as in variations/*/id")
	case strayInPath.MatchString(s):
		return broken("has a stray ~", `"~" is written "~0", "/" in a name "~1", and a member called "*" "~2"`)
	case len(s) > maxProse:
		return broken("is too long", "")
	}
	return nil
}

// typePath accepts a path as a declared type has it: any that decisions have, or the
// type of an event, for its whole body.
func typePath(s string) error {
	if event, ok := eventOf(s); ok && exported(event) == nil {
		return nil
	}
	return decisionPath(s)
}

// typePaths reads a list of paths of a declared type.
func (r *reader) typePaths(n node) []Item {
	r.notEmpty(n, `"at"`)
	return r.words(n, `"at"`, "path", typePath)
}

// replaced checks the documents that others replaced.
func (c checker) replaced() {
	for _, d := range c.p.Documents {
		if d.ReplacedBy == "" {
			continue
		}
		ref := d.Ref.member("replaced_by")
		if d.ReplacedBy == d.ID {
			c.problem(finding.SelfReference, ref, "the document "+diagnostic.Quote(d.ID)+" replaces itself", "name the newer edition")
			continue
		}
		c.documentExists(d.ReplacedBy, ref)
	}
}
