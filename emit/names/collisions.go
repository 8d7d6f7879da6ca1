package names

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// A declaration is something of the package that has a name.
type declaration struct {
	name  string
	what  string // it is, in a message
	where infer.Where
	hint  string // how to give it another name
}

// checkPackage reports declarations of the package that have the same name.
func (n *Names) checkPackage() {
	first := make(map[string]declaration)
	for _, name := range n.Reserved() {
		first[name] = declaration{}
	}
	for _, d := range n.declarations() {
		other, taken := first[d.name]
		switch {
		case !taken:
			first[d.name] = d
		case other.what == "":
			n.report(d.name, infer.Problem{Cause: Taken{Name: d.name, By: d.what, hint: d.hint}, Where: d.where})
		default:
			p := infer.Problem{Cause: Collision{d.name, other.what, d.what, d.hint}, Where: d.where}
			if other.where != (infer.Where{}) {
				p.Also = []infer.Where{other.where}
			}
			n.report(d.name, p)
		}
	}
}

// declarations returns what the package declares for the model. Of two with the same
// name, the later one is the easier to rename.
func (n *Names) declarations() []declaration {
	var all []declaration
	for _, e := range n.Events {
		all = append(all, n.eventDeclaration(e))
	}
	for _, st := range n.Structs {
		if !st.Event {
			all = append(all, structDeclaration(st))
		}
	}
	for _, e := range n.Enums {
		all = append(all, n.enumDeclarations(e)...)
	}
	for _, t := range n.topicsByName() {
		all = append(all, declaration{
			n.topics[t.Name], "topic " + t.Name,
			infer.Where{Ref: t.Ref},
			fmt.Sprintf("add name: … to the topic %s: its constant becomes %s…", t.Name, TopicPrefix),
		})
	}
	for _, st := range n.Structs {
		d := structDeclaration(st)
		if st.Event {
			d = n.eventDeclaration(n.eventOf(st))
		}
		d.name, d.what = st.Shape, "the members of "+st.Go
		all = append(all, d)
	}
	return all
}

// eventDeclaration returns the declaration of an event, whose name is at a topic.
func (n *Names) eventDeclaration(e Event) declaration {
	d := declaration{name: e.Go, what: "the event " + e.Name, hint: "rename the event"}
	for _, t := range n.topicsByName() {
		if t.Event == e.Name && t.EventRef != "" {
			d.where.Ref = t.EventRef
			break
		}
	}
	return d
}

// eventOf returns the event that a struct is the root of.
func (n *Names) eventOf(st *Struct) Event {
	return n.Events[slices.IndexFunc(n.Events, func(e Event) bool { return e.Struct == st })]
}

func structDeclaration(st *Struct) declaration {
	if st.Name != "" {
		return declaration{st.Go, "the type " + st.Name, infer.Where{Ref: st.Ref}, "rename the type"}
	}
	return declaration{
		st.Go, "the object at " + st.Path, whereOrigin(st.At),
		fmt.Sprintf("add a name under types: Name: {at: [%s], why: …}", st.Path),
	}
}

// enumDeclarations returns an enum and its values. It warns of values whose names are
// redundant.
func (n *Names) enumDeclarations(e Enum) []declaration {
	all := []declaration{{e.Name, "the enum " + e.Name, infer.Where{Ref: e.Ref}, "rename the enum"}}
	for i, value := range e.Values {
		d := declaration{
			e.Constants[i], fmt.Sprintf("the value %q of %s", value, e.Name),
			infer.Where{Ref: e.Ref + infer.Ref(fmt.Sprintf("/values/%d", i))},
			"give the value another name",
		}
		switch e.Names[value] {
		case "":
			d.hint = fmt.Sprintf("write the value as {value: %q, name: …}: its constant becomes %s…", value, e.Name)
		case GoName(value):
			n.redundant(d.name, GoName(value), d.where.Ref, "")
		}
		all = append(all, d)
	}
	return all
}
