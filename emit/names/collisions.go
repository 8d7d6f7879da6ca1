package names

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/specimen-go/specimen/infer"
)

// A declaration is something of the package that has a name.
type declaration struct {
	name  string
	what  string // it is, in a message
	where infer.Where
	hint  string // how to give it another name
	shape string // the type whose members it describes, or ""
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
		case d.shape != "" && d.shape == other.shape: // as their types have, which is reported
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

// checkBodies reports the types that events embed whose names a method or a field of the
// event has.
func (n *Names) checkBodies() {
	taken := append(ofStructs(), ofEvents()...)
	for _, name := range n.Reserved() { // which is reported already
		taken = slices.DeleteFunc(taken, func(t string) bool { return t == name })
	}
	for _, st := range n.Structs {
		if st.Body && slices.Contains(taken, st.Go) {
			d := structDeclaration(st)
			n.report(st.Go, infer.Problem{Cause: Taken{Name: st.Go, By: d.what + ", which events embed,", inStruct: true, hint: d.hint}, Where: d.where})
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
		d := declaration{name: e.Go, what: "the event " + e.Name, where: infer.Where{Ref: named[e.Name]}, hint: "rename the event"}
		all, events[e.Struct] = append(all, d), d
	}
	for _, st := range n.Structs {
		d := events[st]
		if !st.Event {
			d = structDeclaration(st)
			all = append(all, d)
		}
		d.name, d.what, d.shape = st.Shape, "the members of "+st.Go, st.Go
		shapes = append(shapes, d)
	}
	for _, e := range n.Enums {
		all = append(all, n.enumDeclarations(e)...)
	}
	for _, t := range n.spec.Topics {
		all = append(all, declaration{
			name: n.topics[t.Name], what: "topic " + t.Name,
			where: infer.Where{Ref: t.Ref},
			hint:  fmt.Sprintf("add name: … to the topic %s: its constant becomes %s…", t.Name, TopicPrefix),
		})
	}
	return append(all, shapes...)
}

func structDeclaration(st *Struct) declaration {
	if st.Name != "" {
		return declaration{name: st.Go, what: "the type " + st.Name, where: infer.Where{Ref: st.Ref}, hint: "rename the type"}
	}
	return declaration{
		name: st.Go, what: "the object at " + st.Path, where: infer.AtOrigin(st.At),
		hint: fmt.Sprintf("add a name under types: Name: {at: [%s], why: …}", st.Path),
	}
}

// enumDeclarations returns an enum and its values. It warns of values whose names are
// redundant.
func (n *Names) enumDeclarations(e Enum) []declaration {
	all := []declaration{{name: e.Name, what: "the enum " + e.Name, where: infer.Where{Ref: e.Ref}, hint: "rename the enum"}}
	for i, value := range e.Values {
		d := declaration{
			name: e.Constants[i], what: fmt.Sprintf("the value %s of %s", written(e, value), e.Name),
			where: infer.Where{Ref: e.Ref + infer.Ref(fmt.Sprintf("/values/%d", i))},
			hint:  "give the value another name",
		}
		switch value.Name {
		case "":
			d.hint = fmt.Sprintf("write the value as {value: %s, name: …}: its constant becomes %s…", written(e, value), e.Name)
		case ownValueName(e.Enum, value):
			n.redundant(d.name, value.Name, d.where.Ref, e.Name)
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
