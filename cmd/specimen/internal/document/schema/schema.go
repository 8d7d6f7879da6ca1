// Package schema reads what JSON Schemas in the description of an API show of payloads:
// examples, members, and values that never change.
//
// It is not a validator. It follows references, merges allOf, and takes the only
// alternative that is not null; where a schema says more than that, it says less.
package schema

import (
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/collect"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/specs/finding"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Reader reads the schemas of one document. It remembers what it read, because many
// payloads share a schema.
type Reader struct {
	Cut      bool // whether members were left out because there are too many
	broken   map[int]document.Finding
	order    []int // of broken
	objects  map[int]object
	members  map[int][]document.Member
	fixed    map[int][]collect.Pair
	examples map[int]assembled
	work     int // values that were looked at
}

// maxWork is the most values that are looked at. References can make a short document
// endless.
const maxWork = 4 << 20

// NewReader returns a Reader of a document.
func NewReader() *Reader {
	return &Reader{
		broken: map[int]document.Finding{}, objects: map[int]object{}, members: map[int][]document.Member{},
		fixed: map[int][]collect.Pair{}, examples: map[int]assembled{},
	}
}

// Follow returns the value that a value stands for, the zero Node where a reference is
// broken.
func (r *Reader) Follow(n tree.Node) tree.Node {
	r.work++
	to, err := n.Follow()
	if e, ok := err.(*tree.Error); ok {
		if _, known := r.broken[e.Offset]; !known {
			r.broken[e.Offset] = document.Find(finding.BrokenReference, e.Offset, e.Problem, e.Hint)
			r.order = append(r.order, e.Offset)
		}
	}
	return to
}

// Findings returns the references that are broken, each of them once.
func (r *Reader) Findings() []document.Finding {
	var all []document.Finding
	for _, at := range r.order {
		all = append(all, r.broken[at])
	}
	return all
}

// object is what is known of an object: its members, in order.
type object struct {
	members  []member
	at       map[string]int // of members
	required map[string]bool
	variants bool // whether it may have others, depending on its form
}

type member struct {
	name   string
	schema tree.Node
}

// object returns the members of an object that a schema describes, and false where it
// describes none.
func (r *Reader) object(schema tree.Node) (object, bool) {
	if o, ok := r.objects[schema.ID()]; ok {
		return o, len(o.members) > 0
	}
	o := object{at: map[string]int{}, required: map[string]bool{}}
	r.gather(&o, schema, 0)
	if schema.Exists() {
		r.objects[schema.ID()] = o
	}
	return o, len(o.members) > 0
}

// deepest is how deep schemas may be combined.
const deepest = 16

// gather adds the members that a schema describes.
func (r *Reader) gather(o *object, schema tree.Node, depth int) {
	schema = r.Follow(schema)
	if depth > deepest || r.work > maxWork {
		return
	}
	for name, value := range schema.Members() {
		switch name {
		case "properties":
			for name, property := range value.Members() {
				r.work++
				if i, ok := o.at[name]; ok {
					o.members[i].schema = property
					continue
				}
				o.at[name] = len(o.members)
				o.members = append(o.members, member{name, property})
			}
		case "required":
			for name := range value.Items() {
				o.required[name.Text()] = true
			}
		case "allOf":
			for part := range value.Items() {
				r.gather(o, part, depth+1)
			}
		case "oneOf", "anyOf":
			switch all := r.alternatives(value); len(all) {
			case 0:
			case 1:
				r.gather(o, all[0], depth+1)
			default:
				o.variants = true
			}
		}
	}
}

// alternatives returns the schemas in oneOf or anyOf, without those of null and those that
// only say which members are required.
func (r *Reader) alternatives(list tree.Node) []tree.Node {
	var all []tree.Node
	for part := range list.Items() {
		schema := r.Follow(part)
		onlyRequired := schema.Get("required").Exists() && schema.Len() == 1
		if !onlyRequired && schema.Get("type").Text() != "null" {
			all = append(all, part)
		}
	}
	return all
}

// Variant is one of several schemas that a payload may have.
type Variant struct {
	Name   string
	Schema tree.Node
	Fixed  []collect.Pair
}

// Variants returns the schemas of which a payload has one, none where there is only one.
func (r *Reader) Variants(schema tree.Node) []Variant {
	schema = r.Follow(schema)
	var list []tree.Node
	for _, name := range []string{"oneOf", "anyOf"} {
		if list = r.alternatives(schema.Get(name)); len(list) > 1 {
			break
		}
	}
	if len(list) < 2 {
		return nil
	}
	selector := schema.At("discriminator", "propertyName").Text()
	values := map[string]string{} // of the selector, by reference
	for value, ref := range schema.At("discriminator", "mapping").Members() {
		values[ref.Text()] = value
	}
	var all []Variant
	for _, part := range list {
		ref := part.Get("$ref").Text()
		v := Variant{Name: ref[strings.LastIndexByte(ref, '/')+1:], Schema: part}
		if title := r.Follow(part).Get("title").Text(); v.Name == "" {
			v.Name = title
		}
		if value := values[ref]; value != "" && selector != "" {
			v.Fixed = []collect.Pair{{Name: "/" + jsonpointer.Escape(selector), Value: value}}
		}
		v.Fixed = append(v.Fixed, r.Fixed(part)...)
		all = append(all, v)
	}
	return all
}

// fixedDepth is how deep values that never change are looked for.
const fixedDepth = 3

// Fixed returns the strings in a payload that never change: those with a const, or with an
// enum of one value.
func (r *Reader) Fixed(schema tree.Node) []collect.Pair {
	if all, ok := r.fixed[schema.ID()]; ok {
		return all
	}
	var all []collect.Pair
	r.findFixed(schema, "", 0, &all)
	if schema.Exists() {
		r.fixed[schema.ID()] = all
	}
	return all
}

func (r *Reader) findFixed(schema tree.Node, pointer string, depth int, all *[]collect.Pair) {
	o, ok := r.object(schema)
	if !ok || depth == fixedDepth || r.work > maxWork {
		return
	}
	for _, m := range o.members {
		at := pointer + "/" + jsonpointer.Escape(m.name)
		if text := Only(r.Follow(m.schema)).Text(); text != "" {
			*all = append(*all, collect.Pair{Name: at, Value: text})
			continue
		}
		r.findFixed(m.schema, at, depth+1, all)
	}
}

// Only returns the one value that a schema allows, or the zero Node.
func Only(schema tree.Node) tree.Node {
	if value := schema.Get("const"); value.Exists() {
		return value
	}
	if values := schema.Get("enum"); values.Len() == 1 {
		for value := range values.Items() {
			return value
		}
	}
	return tree.Node{}
}
