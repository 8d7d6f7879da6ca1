package emit

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// reserved returns what the package declares besides what the model names. It is
// the one list of these names: a test holds it against what is generated.
func (s *scheme) reserved() []string {
	names := []string{
		"Decode", "Decoder", "Event", "TestTopics", "Topic", "Topics", "UnknownEvent", "delivery",
	}
	if s.Header != "" {
		names = append(names, "TopicHeader")
	}
	if s.Member != "" {
		names = append(names, "DecodeBody", "TopicMember")
	}
	if len(s.Examples) > 0 {
		names = append(names, "ExampleDecode", "FuzzDecode", "TestExamples", "testCases", "testDecode")
	}
	if slices.ContainsFunc(s.Examples, func(x Example) bool { return s.routes(x.Text) }) {
		names = append(names, "TestDecodeBody")
	}
	return names
}

// shapeName returns the name of the variable that has the table of a struct's
// members.
func shapeName(st *structure) string { return lowerFirst(st.name) + "Shape" }

// declared is something of the package that has a name.
type declared struct {
	what  string
	where infer.Where
	hint  string
}

// checkPackage reports declarations of the package that have one name.
func (s *scheme) checkPackage() {
	names := make(map[string]declared)
	reserved := s.reserved()
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
		s.clash(name, infer.Problem{Where: d.where, Also: also(first.where), Message: message, Hint: d.hint})
	}
	// What cannot be given another name alone comes first.
	for _, e := range s.events {
		add(e.name, s.declaredEvent(e))
	}
	for _, st := range s.ordered {
		if !st.event {
			add(st.name, declaredStruct(st))
		}
	}
	for _, e := range s.enums {
		where := infer.Where{Ref: e.Ref}
		add(e.Name, declared{"an enum", where, "give the enum another name"})
		for i, name := range e.constants {
			value := infer.Where{Ref: e.Ref + infer.Ref(fmt.Sprintf("/values/%d", i))}
			hint := fmt.Sprintf("give the value a name: {value: %q, name: …}; its constant is then called %s…", e.Values[i], e.Name)
			if decided := e.Names[e.Values[i]]; decided != "" {
				hint = "give the value another name"
				if decided == goName(e.Values[i]) {
					s.idle(name, value.Ref, "", "the value has this Go name anyway")
				}
			}
			add(name, declared{fmt.Sprintf("the value %q of %s", e.Values[i], e.Name), value, hint})
		}
	}
	for _, t := range s.topics {
		hint := fmt.Sprintf("write name: … under the topic %s: its constant is then called Topic…", t.Name)
		add(t.constant, declared{"topic " + t.Name, infer.Where{Ref: t.Ref}, hint})
	}
	for _, st := range s.ordered {
		d := declaredStruct(st)
		if st.event {
			d = s.declaredEvent(s.eventOf(st))
		}
		d.what = "the members of " + st.name
		add(shapeName(st), d)
	}
}

// declaredEvent says where an event gets its name: in the spec, at a topic.
func (s *scheme) declaredEvent(e event) declared {
	d := declared{what: "the event " + e.Name, hint: "give the event another name"}
	for _, t := range e.topics {
		if t.EventRef != "" {
			d.where.Ref = t.EventRef
			break
		}
	}
	return d
}

// eventOf returns the event that a struct is the root of.
func (s *scheme) eventOf(st *structure) event {
	for _, e := range s.events {
		if e.root == st {
			return e
		}
	}
	panic("emit: a root of no event")
}

func declaredStruct(st *structure) declared {
	if st.Name != "" {
		return declared{"a type decision", infer.Where{Ref: st.Ref}, "give the type another name"}
	}
	return declared{
		"the objects at " + st.Path, whereOrigin(st.At),
		fmt.Sprintf("decide on a name under types: {Name: {at: [%s], why: …}}", st.Path),
	}
}
