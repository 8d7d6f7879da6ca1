package names

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// declared is something of the package that has a name.
type declared struct {
	what  string
	where infer.Where
	hint  string
}

// clash reports a problem of a Go name.
func (n *Names) clash(name string, p infer.Problem) {
	n.Clashes = append(n.Clashes, name)
	n.Problems = append(n.Problems, p)
}

// idle warns of a name that is decided and would be the same without.
func (n *Names) idle(name string, ref infer.Ref, path, message string) {
	n.clash(name, infer.Problem{
		Cause: infer.Say(message, "drop name"), Where: infer.Where{Ref: ref}, Path: path, Warning: true,
	})
}

// checkFields reports members of one struct that have one Go name, those of the
// envelope included: a field of the event would hide one of them.
func (n *Names) checkFields(st *Struct) {
	first := make(map[string]Field)
	for _, f := range n.Shared(st) {
		first[f.Go] = f
	}
	for _, f := range st.Fields {
		if slices.Contains(st.Reserved(), f.Go) {
			n.clash("."+f.Go, infer.Problem{
				Cause: infer.Say("the struct has a method or another field named "+f.Go, "give the member another name"),
				Where: infer.Where{Ref: f.Ref}, Path: f.Path,
			})
		}
		if g, ok := first[f.Go]; ok {
			n.clash("."+f.Go, infer.Problem{
				Cause: infer.Say(
					fmt.Sprintf("two members have the Go name %s: %s and %s", f.Go, g.Path, f.Path),
					fmt.Sprintf("decide on a name under fields: %s: {name: …, why: …}", f.Path),
				),
				Where: whereField(f), Also: []infer.Where{whereField(g)}, Path: f.Path,
			})
		}
		first[f.Go] = f
	}
}

// checkPackage reports declarations of the package that have one name.
func (n *Names) checkPackage() {
	names := make(map[string]declared)
	reserved := n.Reserved()
	add := func(name string, d declared) {
		message, first := "", names[name]
		switch _, taken := names[name]; {
		case taken:
			message = fmt.Sprintf("the Go name %s is that of %s and of %s", name, first.what, d.what)
		case slices.Contains(reserved, name):
			message = fmt.Sprintf("%s is a name that the package declares itself; it cannot be that of %s", name, d.what)
		default:
			names[name] = d
			return
		}
		n.clash(name, infer.Problem{Cause: infer.Say(message, d.hint), Where: d.where, Also: also(first.where)})
	}
	// What cannot be given another name alone comes first.
	for _, e := range n.Events {
		add(e.Go, n.declaredEvent(e))
	}
	for _, st := range n.Structs {
		if !st.Event {
			add(st.Go, declaredStruct(st))
		}
	}
	for _, e := range n.Enums {
		n.addEnum(e, add)
	}
	for _, t := range n.topicsByName() {
		hint := fmt.Sprintf("write name: … under the topic %s: its constant is then called Topic…", t.Name)
		add(n.topics[t.Name], declared{"topic " + t.Name, infer.Where{Ref: t.Ref}, hint})
	}
	for _, st := range n.Structs {
		d := declaredStruct(st)
		if st.Event {
			d = n.declaredEvent(n.eventOf(st))
		}
		d.what = "the members of " + st.Go
		add(st.Shape, d)
	}
}

// addEnum adds the names of an enum and its values.
func (n *Names) addEnum(e Enum, add func(string, declared)) {
	add(e.Name, declared{"an enum", infer.Where{Ref: e.Ref}, "give the enum another name"})
	for i, name := range e.Constants {
		value := infer.Where{Ref: e.Ref + infer.Ref(fmt.Sprintf("/values/%d", i))}
		hint := fmt.Sprintf("give the value a name: {value: %q, name: …}; its constant is then called %s…", e.Values[i], e.Name)
		if decided := e.Names[e.Values[i]]; decided != "" {
			hint = "give the value another name"
			if decided == GoName(e.Values[i]) {
				n.idle(name, value.Ref, "", "the value has this Go name anyway")
			}
		}
		add(name, declared{fmt.Sprintf("the value %q of %s", e.Values[i], e.Name), value, hint})
	}
}

// declaredEvent says where an event gets its name: in the spec, at a topic.
func (n *Names) declaredEvent(e Event) declared {
	d := declared{what: "the event " + e.Name, hint: "give the event another name"}
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

func declaredStruct(st *Struct) declared {
	if st.Name != "" {
		return declared{"a type decision", infer.Where{Ref: st.Ref}, "give the type another name"}
	}
	return declared{
		"the objects at " + st.Path, whereOrigin(st.At),
		fmt.Sprintf("decide on a name under types: {Name: {at: [%s], why: …}}", st.Path),
	}
}

func whereField(f Field) infer.Where {
	if f.Name != "" {
		return infer.Where{Ref: f.Ref}
	}
	return whereOrigin(f.At)
}

func whereOrigin(at infer.Origin) infer.Where {
	return infer.Where{Example: at.Example, Offset: at.Offset}
}

// also returns a list of one place, or none where it is nowhere.
func also(w infer.Where) []infer.Where {
	if w == (infer.Where{}) {
		return nil
	}
	return []infer.Where{w}
}
