package names

import (
	"fmt"
	"strconv"

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
	var all, shapes []declaration
	named := make(map[string]infer.Ref) // by event, the line that names it
	for _, t := range n.spec.Topics {
		if named[t.Event] == "" {
			named[t.Event] = t.EventRef
		}
	}
	events := make(map[*Struct]declaration)
	for _, e := range n.Events {
		d := declaration{e.Go, "the event " + e.Name, infer.Where{Ref: named[e.Name]}, "rename the event"}
		all, events[e.Struct] = append(all, d), d
	}
	for _, st := range n.Structs {
		d := events[st]
		if !st.Event {
			d = structDeclaration(st)
			all = append(all, d)
		}
		d.name, d.what = st.Shape, "the members of "+st.Go
		shapes = append(shapes, d)
	}
	for _, e := range n.Enums {
		all = append(all, n.enumDeclarations(e)...)
	}
	for _, t := range n.spec.Topics {
		all = append(all, declaration{
			n.topics[t.Name], "topic " + t.Name,
			infer.Where{Ref: t.Ref},
			fmt.Sprintf("add name: … to the topic %s: its constant becomes %s…", t.Name, TopicPrefix),
		})
	}
	return append(all, shapes...)
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
			e.Constants[i], fmt.Sprintf("the value %s of %s", written(e, value), e.Name),
			infer.Where{Ref: e.Ref + infer.Ref(fmt.Sprintf("/values/%d", i))},
			"give the value another name",
		}
		switch value.Name {
		case "":
			d.hint = fmt.Sprintf("write the value as {value: %s, name: …}: its constant becomes %s…", written(e, value), e.Name)
		case ownValueName(e.Enum, value):
			n.redundant(d.name, value.Name, d.where.Ref, "")
		}
		all = append(all, d)
	}
	return all
}

// written returns a value of an enum as a spec has it.
func written(e Enum, v infer.EnumValue) string {
	if e.Base == infer.Int {
		return v.Text
	}
	return strconv.Quote(v.Text)
}
