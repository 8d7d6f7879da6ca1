package observe

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// comparison is the comparison of the deliveries of one topic.
type comparison struct {
	envelope *infer.Struct
	findings []Finding
}

func (c *comparison) add(kind Kind, path string, f infer.Fact, of int) {
	if f.Seen() {
		c.findings = append(c.findings, Finding{Kind: kind, Path: path, Fact: f, Of: of})
	}
}

func (c *comparison) mismatch(path string, want, got string, f infer.Fact, of int) {
	if f.Seen() {
		c.findings = append(c.findings, Finding{Kind: Mismatch, Path: path, Want: want, Got: got, Fact: f, Of: of})
	}
}

// place compares the values of a member or an element with their type.
func (c *comparison) place(n *infer.Node, t infer.Type, path string) {
	if null, _ := room(t); !null {
		c.add(Null, path, n.Kinds[jsontext.KindNull], count(n))
	}
	c.value(n, t, path, 0)
}

// room reports whether a type accepts null, and the absence of its member, without a
// finding.
func room(t infer.Type) (null, absent bool) {
	switch t := t.(type) {
	case infer.Opt, infer.Or, infer.JSON:
		return true, true
	case infer.Slice, infer.Map:
		return true, false
	case infer.Scalar:
		return t == infer.Value, t == infer.Value
	}
	return false, false
}

// value compares the values at a path with their type, with the tolerance of decoders
// (rule "tolerance"). Null is a mismatch here at the root only; values of the kinds in
// also never are.
func (c *comparison) value(n *infer.Node, t infer.Type, path string, also jsontext.Kinds) {
	switch t := t.(type) {
	case infer.Opt:
		c.value(n, t.Elem, path, also)
		return
	case infer.Or:
		c.value(n, t.Elem, path, also|t.Also)
		return
	case infer.Scalar:
		if t == infer.Value {
			return
		}
	}
	c.add(Repeated, path, n.Facts[infer.FactRepeated], count(n))
	c.add(Inexact, path, n.Facts[infer.FactInexact], count(n))
	domain := infer.DomainOf(t)
	for k, f := range n.Kinds {
		if k := jsontext.Kind(k); (k != jsontext.KindNull || path == "") && !domain.Kinds.Has(k) && !also.Has(k) {
			c.mismatch(path, wanted(t), k.String(), f, count(n))
		}
	}
	for _, k := range domain.Except {
		c.except(n, t, path, also, k)
	}
	c.parts(n, t, path)
}

// parts compares what is in the values at a path with their type.
func (c *comparison) parts(n *infer.Node, t infer.Type, path string) {
	switch t := t.(type) {
	case infer.Scalar:
		switch t { // decoders keep the text without a mismatch; Time and Bytes fail
		case infer.Timestamp:
			c.mismatch(path, "timestamp", "other text", n.Facts[infer.FactNotTimestamp], count(n))
		case infer.Base64:
			c.mismatch(path, "base64", "other text", n.Facts[infer.FactNotBase64], count(n))
		}
	case infer.Slice:
		if n.Elem != nil {
			c.place(n.Elem, t.Elem, path+"/*")
		}
	case infer.Map:
		if all := pooled(n); all != nil {
			c.place(all, t.Elem, path+"/*")
		}
	case infer.ObjectOrList:
		c.parts(n, t.Object, path)
		c.parts(n, t.List, path)
	case infer.JSON:
		if n.Inner != nil {
			c.value(n.Inner, t.Elem, path, 0)
		}
		c.parts(n, t.Elem, path)
	case *infer.Struct:
		c.members(n, t, path)
	}
}

// wanted returns the name of what a mismatch with a type wants.
func wanted(t infer.Type) string {
	if k := infer.DomainOf(t).Want; k != jsontext.KindAbsent {
		return k.String()
	}
	return "value"
}

// except adds a mismatch for values whose kind is in the domain of the type but which
// a fact excludes.
func (c *comparison) except(n *infer.Node, t infer.Type, path string, also jsontext.Kinds, k infer.FactKind) {
	want, got := wanted(t), jsontext.KindNumber.String()
	switch k {
	case infer.FactNotInteger:
		if also.Has(jsontext.KindNumber) {
			return
		}
	case infer.FactNotFloat:
		got = "larger number"
	case infer.FactLong:
		got = "longer number"
	case infer.FactNotFlag:
		got = scalarKinds(n)
	case infer.FactNotJSON:
		inner := t.(infer.JSON).Elem
		if inner == infer.Type(infer.Value) {
			return
		}
		want, got = wanted(inner), jsontext.KindString.String()
	}
	c.mismatch(path, want, got, n.Facts[k], count(n))
}

// scalarKinds returns the names of the kinds of numbers and strings of a node.
func scalarKinds(n *infer.Node) string {
	number, text := jsontext.KindNumber.String(), jsontext.KindString.String()
	switch {
	case !n.Kinds[jsontext.KindString].Seen():
		return number
	case !n.Kinds[jsontext.KindNumber].Seen():
		return text
	}
	return number + " or " + text
}

// members compares the members of objects with the fields of their type.
func (c *comparison) members(n *infer.Node, t *infer.Struct, path string) {
	objects := n.Kinds[jsontext.KindObject]
	if !objects.Seen() {
		return
	}
	fields := make(map[string]*infer.Field)
	if t.Envelope && c.envelope != nil {
		for _, f := range c.envelope.Fields {
			fields[f.Key] = f
		}
	}
	for _, f := range t.Fields {
		fields[f.Key] = f
	}
	for name, f := range fields {
		below := path + "/" + infer.Segment(name)
		m := n.Members[name]
		absent := objects
		switch {
		case m != nil:
			absent = m.Absent
			if f.NotSent {
				c.add(Arrived, below, values(&m.Node), objects.Count)
			}
			if f.Required {
				c.mismatch(below, wanted(f.Type), jsontext.KindNull.String(), m.Kinds[jsontext.KindNull], count(&m.Node))
				c.value(&m.Node, f.Type, below, 0)
			} else {
				c.place(&m.Node, f.Type, below)
			}
		case n.Rest != nil: // it may be among the rest
			continue
		}
		_, optional := room(f.Type)
		switch {
		case f.Required:
			c.mismatch(below, wanted(f.Type), jsontext.KindAbsent.String(), absent, objects.Count)
		case !optional:
			c.add(Absent, below, absent, objects.Count)
		case m == nil && !f.NotSent:
			c.add(Unseen, below, objects, objects.Count)
		}
	}
	c.unknown(n, fields, path)
}

// unknown adds the members that the type does not have: the first ones by name one by
// one, the others together.
func (c *comparison) unknown(n *infer.Node, fields map[string]*infer.Field, path string) {
	of := n.Kinds[jsontext.KindObject].Count
	var names []string
	for name := range n.Members {
		if fields[name] == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var others infer.Fact
	for i, name := range names {
		if f := values(&n.Members[name].Node); i < infer.MaxMembers {
			c.add(Member, path+"/"+infer.Segment(name), f, of)
		} else {
			others = others.Merge(f)
		}
	}
	if n.Rest != nil {
		others = others.Merge(values(n.Rest))
	}
	c.add(Member, path+"/"+maskOthers, others, of)
}

// folded adds the paths at and below path where the evidence does not keep names
// apart, except inside members that the types do not have.
func (c *comparison) folded(n *infer.Node, path string) {
	if n.Rest != nil {
		c.add(Folded, path+"/*", values(n.Rest), n.Kinds[jsontext.KindObject].Count)
		if !n.Rest.Foreign {
			c.folded(n.Rest, path+"/*")
		}
	}
	for name, m := range n.Members {
		if n.Rest == nil || !m.Foreign && !m.Key {
			c.folded(&m.Node, path+"/"+infer.Segment(name))
		}
	}
	if n.Elem != nil {
		c.folded(n.Elem, path+"/*")
	}
	if n.Inner != nil {
		c.folded(n.Inner, path)
	}
}

// pooled returns the joint evidence of the values of all members, or nil if there are
// none.
func pooled(n *infer.Node) *infer.Node {
	one := func(n *infer.Node) infer.Evidence { return infer.Evidence{Events: map[string]*infer.Node{"": n}} }
	var all infer.Evidence
	for _, m := range n.Members {
		all = infer.Merge(all, one(&m.Node))
	}
	if n.Rest != nil {
		all = infer.Merge(all, one(n.Rest))
	}
	return all.Events[""]
}

// maskOthers stands for the names of members beyond those that are kept apart.
const maskOthers = "<others>"

// values returns the number of values of a node, and the first of them.
func values(n *infer.Node) infer.Fact {
	return infer.Fact{Count: count(n), At: n.First()}
}

// count returns the number of values of a node.
func count(n *infer.Node) int {
	sum := 0
	for _, f := range n.Kinds {
		sum += f.Count
	}
	return sum
}
