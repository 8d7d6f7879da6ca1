package golden

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/infer"
)

// Examples returns the examples of an archive: its files Event#name.json, and
// type-Name#name.json for an example of a declared type. A name that starts with former
// is that of an example that was replaced. The files are in the order of the spec.
func (a *Archive) Examples() []infer.Example {
	var all []infer.Example
	for _, f := range a.Inputs(func(name string) bool { return strings.HasSuffix(name, ".json") }) {
		id := strings.TrimSuffix(f.Name, ".json")
		event, name, _ := strings.Cut(id, "#")
		x := infer.Example{ID: id, Order: len(all), Event: event, Text: strings.TrimRight(string(f.Data), "\n"), Former: strings.HasPrefix(name, "former")}
		if typ, ok := strings.CutPrefix(event, "type-"); ok {
			x.Event, x.Type = "", typ
		}
		all = append(all, x)
	}
	return all
}

// Decisions are the decisions of an archive.
type Decisions struct {
	infer.Decisions
	Elided map[string][]infer.Elision // by example
	Tables []infer.Table
	Topics map[string]string // Go names of topics
}

// ReadDecisions returns the decisions of an archive: its file decisions.yaml, which
// is written like the platform.yaml of a spec:
//
//	types: {Address: {at: [OrderEvent/from, OrderEvent/to], why: the same members}}
//	fields: {Address/zip: {type: string, name: PostalCode, required: true}}
//	enums: {Status: {at: [OrderEvent/status], values: [open, paid]}}
//	envelope: {members: [id, topic], optional: [shop]}
//	topics: {orders/create: {name: OrderCreated}}
//	elided: {Order#first: [/items]}
//	documented: {Address/name: string optional, Address/lines: list of string}
//
// with the difference that elided lists pointers by example, that documented has a line
// for each path, that reasons may be
// missing, and that nothing is validated, so that cases can be wrong. Each decision
// refers to its line, as decisions.yaml:3.
func (a *Archive) ReadDecisions(t testing.TB) Decisions {
	t.Helper()
	d := Decisions{Elided: make(map[string][]infer.Elision), Topics: make(map[string]string)}
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(a.Input("decisions.yaml")), &document); err != nil {
		t.Fatalf("%s: %v", a.file, err)
	}
	if len(document.Content) == 0 {
		return d
	}
	r := reader{t, a.file}
	r.each(document.Content[0], func(key string, section *yaml.Node) {
		switch key {
		case "types":
			r.each(section, func(name string, n *yaml.Node) { d.Types = append(d.Types, r.typ(name, n)) })
		case "fields":
			r.each(section, func(path string, n *yaml.Node) { d.Fields = append(d.Fields, r.field(path, n)) })
		case "enums":
			r.each(section, func(name string, n *yaml.Node) { d.Enums = append(d.Enums, r.enum(name, n)) })
		case "envelope":
			r.each(section, func(key string, n *yaml.Node) {
				known := "members"
				if key == "optional" {
					known = key
				}
				for _, m := range r.list(key, known, n) {
					d.Envelope = append(d.Envelope, infer.EnvelopeMember{Name: m.Value, Optional: key == "optional", Ref: ref(m)})
				}
			})
		case "documented":
			r.each(section, func(path string, n *yaml.Node) {
				d.Tables = append(d.Tables, table(path, n, 1000+len(d.Tables)))
			})
		case "topics":
			r.each(section, func(topic string, n *yaml.Node) {
				r.each(n, func(key string, n *yaml.Node) { d.Topics[topic] = r.text(key, "name", n) })
			})
		case "elided":
			r.each(section, func(example string, n *yaml.Node) {
				for _, p := range n.Content {
					d.Elided[example] = append(d.Elided[example], infer.Elision{Pointer: p.Value, Ref: ref(p)})
				}
			})
		default:
			r.unknown(key, section)
		}
	})
	return d
}

// A reader reads the parts of decisions.yaml. Whatever it does not expect fails the
// test.
type reader struct {
	t    testing.TB
	file string
}

// each calls f for each key of a mapping, in order. A key may be there twice.
func (r reader) each(n *yaml.Node, f func(key string, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.t.Fatalf("%s: %s: expected a mapping", r.file, ref(n))
	}
	for i := 0; i < len(n.Content); i += 2 {
		f(n.Content[i].Value, n.Content[i+1])
	}
}

func (r reader) typ(name string, n *yaml.Node) infer.TypeDecision {
	d := infer.TypeDecision{Name: name, Ref: ref(n)}
	r.each(n, func(key string, n *yaml.Node) {
		switch key {
		case "at":
			d.At = pathRefs(n)
		case "about":
			d.About = n.Value
		case "why":
			d.Why = n.Value
		default:
			r.unknown(key, n)
		}
	})
	return d
}

func (r reader) field(path string, n *yaml.Node) infer.FieldDecision {
	d := infer.FieldDecision{Path: path, Ref: ref(n)}
	r.each(n, func(key string, n *yaml.Node) {
		switch key {
		case "type":
			d.Type = n.Value
		case "name":
			d.Name = n.Value
		case "about":
			d.About = n.Value
		case "required":
			d.Required, d.Optional = n.Value == "true", n.Value == "false"
		case "why":
			d.Why = n.Value
		default:
			r.unknown(key, n)
		}
	})
	return d
}

func (r reader) enum(name string, n *yaml.Node) infer.EnumDecision {
	d := infer.EnumDecision{Name: name, Ref: ref(n)}
	r.each(n, func(key string, n *yaml.Node) {
		switch key {
		case "about":
			d.About = n.Value
		case "document":
			d.Documented = true
		case "at":
			d.At = pathRefs(n)
		case "values":
			for _, v := range n.Content {
				d.Values = append(d.Values, r.value(v))
				d.Integers = d.Integers || v.ShortTag() == "!!int" ||
					v.Kind == yaml.MappingNode && slices.ContainsFunc(v.Content, func(n *yaml.Node) bool { return n.ShortTag() == "!!int" })
			}
		case "why":
			d.Why = n.Value
		default:
			r.unknown(key, n)
		}
	})
	return d
}

// value returns a value of an enum: {value: 1, name: On, about: It is on.}, or the value
// alone.
func (r reader) value(n *yaml.Node) infer.EnumValue {
	if n.Kind != yaml.MappingNode {
		return infer.EnumValue{Text: n.Value}
	}
	var v infer.EnumValue
	r.each(n, func(key string, n *yaml.Node) {
		switch key {
		case "value":
			v.Text = n.Value
		case "name":
			v.Name = n.Value
		case "about":
			v.About = n.Value
		default:
			r.unknown(key, n)
		}
	})
	return v
}

// list returns the elements of a list under the only key that is known.
func (r reader) list(key, known string, n *yaml.Node) []*yaml.Node {
	if key != known || n.Kind != yaml.SequenceNode {
		r.unknown(key, n)
	}
	return n.Content
}

// text returns a text under the only key that is known.
func (r reader) text(key, known string, n *yaml.Node) string {
	if key != known || n.Kind != yaml.ScalarNode {
		r.unknown(key, n)
	}
	return n.Value
}

func (r reader) unknown(key string, n *yaml.Node) {
	r.t.Fatalf("%s: %s: unknown key %s, or an unexpected value", r.file, ref(n), key)
}

func pathRefs(n *yaml.Node) []infer.PathRef {
	var all []infer.PathRef
	for _, p := range n.Content {
		all = append(all, infer.PathRef{Path: p.Value, Ref: ref(p)})
	}
	return all
}

func ref(n *yaml.Node) infer.Ref { return infer.Ref(fmt.Sprintf("decisions.yaml:%d", n.Line)) }
