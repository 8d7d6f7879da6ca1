package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
)

// sections lists the types: events, shared and declared types, and enums. Every other
// struct is part of the tree of the member that has it.
func (b *builder) sections() []section {
	m := b.Model
	var events, types, enums []typeView
	for _, e := range m.Events {
		events = append(events, b.event(e))
	}
	if m.Envelope != nil {
		v := b.structure(m.Envelope)
		v.What = "embedded in events"
		types = append(types, v)
	}
	for _, s := range m.Structs {
		if b.apart(s) && !b.isEvent(s) {
			types = append(types, b.structure(s))
		}
	}
	for _, e := range m.Enums {
		enums = append(enums, b.enum(e))
	}
	for _, c := range b.changed {
		if c.Kind != diff.Removed || c.What != diff.Event && c.What != diff.Type {
			continue
		}
		removed := typeView{ID: b.use(anchor("removed:" + c.Type)), Name: c.Type, Mark: b.marks.types[c.Type]}
		if c.What == diff.Event {
			events = append(events, removed)
		} else {
			types = append(types, removed)
		}
	}
	var all []section
	for _, s := range []section{{"section:events", "Events", events}, {"section:types", "Types", types}, {"section:enums", "Enums", enums}} {
		if len(s.Types) > 0 {
			slices.SortStableFunc(s.Types, func(a, b typeView) int { return cmp.Compare(a.Name, b.Name) })
			all = append(all, s)
		}
	}
	return all
}

// apart reports whether a struct has its own section.
func (b *builder) apart(s *infer.Struct) bool {
	return s.Name != "" || s == b.Model.Envelope || !strings.Contains(s.Path, "/")
}

// isEvent reports whether a struct is that of an event. A body can be a declared type.
func (b *builder) isEvent(s *infer.Struct) bool {
	return s.Name == "" && slices.ContainsFunc(b.Model.Events, func(e infer.Event) bool { return e.Root == infer.Type(s) })
}

func (b *builder) event(e infer.Event) typeView {
	var v typeView
	if s, ok := e.Root.(*infer.Struct); ok && b.isEvent(s) {
		v = b.structure(s)
	} else {
		v.Name = b.Names.Event(e)
		v.ID = b.use(anchor(v.Name))
		v.Rows = []row{{ID: b.use(anchor(v.Name) + ":value"), Key: "the whole body", Go: "Value", Type: b.parts(e.Root), Rows: b.below(e.Root)}}
		v.Mark = b.marks.types[v.Name]
		v.Rows[0].Mark = b.marks.fields[v.Name+".Value"]
	}
	for _, t := range b.Spec.Topics {
		if t.Event == e.Name {
			v.Topics = append(v.Topics, to(anchor("topic:"+t.Name), t.Name))
		}
	}
	return v
}

func (b *builder) structure(s *infer.Struct) typeView {
	v := typeView{
		ID: b.use(anchor(s.Path)), Name: b.Names.Struct(s), About: s.About, Why: s.Why,
		Decision: b.decide(s.Ref, "type", s.Path), At: b.pathsOf(s.Name), Rows: b.rows(s),
	}
	v.Mark = b.marks.types[v.Name]
	v.Members = cli.Count(len(v.Rows), "member")
	return v
}

// rows lists the members of a struct, followed by the removed ones.
func (b *builder) rows(s *infer.Struct) []row {
	var all []row
	if s.Envelope {
		e := b.Model.Envelope
		all = append(all, row{Key: "…", Type: []link{to(anchor(e.Path), b.Names.Struct(e))}, About: "and the members of the envelope"})
	}
	name := b.Names.Struct(s)
	for _, f := range s.Fields {
		all = append(all, b.field(name, f))
	}
	for _, c := range b.changed {
		if c.What == diff.Field && c.Kind == diff.Removed && c.Type == name {
			key := c.Path[strings.LastIndexByte(c.Path, '/')+1:]
			all = append(all, row{
				ID: b.use(anchor("removed:" + c.Path)), Key: infer.SegmentName(key), Go: c.Name, Type: []link{{Text: strings.ReplaceAll(c.Old, "payload.", "")}}, Odd: was(c.WasThere),
				Mark: mark{"removed", []words{effects(c)}},
			})
		}
	}
	return all
}

func (b *builder) field(owner string, f *infer.Field) row {
	name := b.Names.Field(f)
	r := row{
		ID: b.use(anchor(f.Path)), Key: f.Key, Go: name, Type: b.parts(f.Type), Value: b.value(f),
		About: f.About, Why: f.Why, Rows: b.below(f.Type), Mark: b.marks.fields[owner+"."+name],
	}
	if p, ok := explain.At(b.Model, f.Path); ok {
		if p.Rule != infer.RuleSpec { // then the decision is linked
			r.Rule = b.rule(p.Rule)
		}
		r.Seen = b.seen(p)
		r.Decision = decided{b.decide(f.Ref, what(f, p), f.Path), what(f, p)}
		r.Declared = b.declared(p.Ref)
		r.Odd = oddOf(f, p, r.Decision.Href)
	}
	if r.Key == "" {
		r.Key = `""`
	}
	if t := b.belongs(f.Type); t != nil && r.Mark.Kind != "new" {
		// The type is shown nowhere else on the page.
		if m := b.marks.types[b.Names.Struct(t)]; m.Kind == "changed" {
			r.Mark.Kind = "changed"
			r.Mark.Notes = append(slices.Clone(r.Mark.Notes), m.Notes...)
		}
	}
	return r
}

// what returns what a decision on a field decides.
func what(f *infer.Field, p explain.Explanation) string {
	var parts []string
	if decidesType(f, p) {
		parts = append(parts, "type")
	}
	if f.Name != "" {
		parts = append(parts, "name")
	}
	if f.Required {
		parts = append(parts, "required")
	}
	if f.About != "" {
		parts = append(parts, "about")
	}
	return strings.Join(parts, ", ")
}

// below returns the members of the objects of a type, if they are shown in this tree.
func (b *builder) below(t infer.Type) []row {
	var all []row
	for _, s := range infer.StructsIn(t) {
		if !b.apart(s) {
			all = append(all, b.rows(s)...)
		}
	}
	return all
}

// belongs returns the struct in a type, or nil where that has its own section.
func (b *builder) belongs(t infer.Type) *infer.Struct {
	if s := infer.StructIn(t); s != nil && !b.apart(s) {
		return s
	}
	return nil
}

// parts returns a type as Go writes it, with links to the types that it names.
func (b *builder) parts(t infer.Type) []link {
	var all []link
	for _, p := range b.Names.Parts(t, "") {
		switch of := p.Of.(type) {
		case *infer.Enum:
			all = append(all, to(anchor(of.Name), p.Text))
		case *infer.Struct:
			if b.apart(of) {
				all = append(all, to(anchor(of.Path), p.Text))
				continue
			}
			all = append(all, link{Text: p.Text})
		default:
			all = append(all, link{Text: p.Text})
		}
	}
	return all
}

func (b *builder) enum(e *infer.Enum) typeView {
	v := typeView{
		ID: b.use(anchor(e.Name)), Name: e.Name, About: e.About, Why: e.Why, Mark: b.marks.types[e.Name],
		Decision: b.decide(e.Ref, "enum", e.Name), Members: cli.Count(len(e.Values), "value"),
	}
	for i, constant := range b.Names.Constants(e) {
		v.Values = append(v.Values, value{e.Values[i].Text, constant, e.Values[i].About, b.marks.fields[e.Name+"."+constant]})
	}
	for _, c := range b.changed {
		if c.What == diff.Value && c.Kind == diff.Removed && c.Type == e.Name {
			v.Values = append(v.Values, value{c.Path, c.Name, "", mark{"removed", []words{effects(c)}}})
		}
	}
	return v
}
