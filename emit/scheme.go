package emit

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

// scheme is a platform with every Go name decided.
type scheme struct {
	Platform
	model    infer.Model
	payload  string // import path of the run-time support
	events   []event
	structs  map[*infer.Struct]*structure
	ordered  []*structure // by name
	enums    []enum
	topics   []topic // in the order of their names
	problems []infer.Problem
	clashes  []string // the Go names that problems are about, sorted; those of fields begin with a dot
}

// event is the Go type of an event, whatever its root is.
type event struct {
	infer.Event
	name   string     // "OrderEvent"
	root   *structure // nil where the root is no object
	topics []topic
}

// structure is a struct with its Go names.
type structure struct {
	*infer.Struct
	name   string
	event  bool
	fields []field
}

// inEvent reports whether the fields are those of an event, beside its methods.
func (st *structure) inEvent() bool { return st.event || st.Path == infer.EnvelopeRoot }

// field is a field with its Go name. Those of the envelope are reached through
// it.
type field struct {
	*infer.Field
	name string
}

// enum is an enum with the Go names of its values.
type enum struct {
	*infer.Enum
	constants []string
}

// topic is a topic with the Go name of its constant.
type topic struct {
	Topic
	constant string
}

// newScheme names everything in the package. Collisions are problems.
func newScheme(p Platform, m infer.Model, payloadImport string) *scheme {
	s := &scheme{Platform: p, model: m, payload: payloadImport, structs: make(map[*infer.Struct]*structure)}
	s.nameTopics()
	s.nameStructs()
	s.nameEvents()
	for _, e := range m.Enums {
		s.enums = append(s.enums, enum{e, enumConstants(e)})
	}
	s.checkPackage()
	slices.Sort(s.clashes)
	return s
}

// clash reports a problem of a Go name.
func (s *scheme) clash(name string, p infer.Problem) {
	s.clashes = append(s.clashes, name)
	s.problems = append(s.problems, p)
}

func (s *scheme) nameTopics() {
	for _, t := range s.Topics {
		name := goName(t.Name)
		if t.GoName == name {
			s.idle(name, t.Ref, "", "the topic has this Go name anyway")
		}
		s.topics = append(s.topics, topic{t, "Topic" + cmp.Or(t.GoName, name)})
	}
	slices.SortFunc(s.topics, func(a, b topic) int { return cmp.Compare(a.Name, b.Name) })
}

func (s *scheme) nameEvents() {
	for _, e := range s.model.Events {
		ev := event{Event: e, name: e.Name + "Event"}
		if root, ok := e.Root.(*infer.Struct); ok {
			ev.root = s.structs[root]
		}
		for _, t := range s.topics {
			if t.Event == e.Name {
				ev.topics = append(ev.topics, t)
			}
		}
		s.events = append(s.events, ev)
	}
}

func (s *scheme) nameStructs() {
	all := s.model.Structs
	if s.model.Envelope != nil {
		all = slices.Concat([]*infer.Struct{s.model.Envelope}, all) // the fields of events are beside its
	}
	for _, t := range all {
		st := &structure{Struct: t, name: typeName(t)}
		st.event = slices.ContainsFunc(s.model.Events, func(e infer.Event) bool { return e.Root == infer.Type(t) })
		for _, f := range t.Fields {
			st.fields = append(st.fields, field{f, fieldName(f, st.inEvent())})
			if f.Name != "" && f.Name == ownName(f, st.inEvent()) {
				s.idle("."+f.Name, f.Ref, f.Path, "the member has this Go name anyway")
			}
		}
		s.checkFields(st)
		s.structs[t] = st
		s.ordered = append(s.ordered, st)
	}
	slices.SortFunc(s.ordered, func(a, b *structure) int { return cmp.Compare(a.name, b.name) })
}

// envelope returns the fields that st shares with other events.
func (s *scheme) envelope(st *structure) []field {
	if !st.Envelope {
		return nil
	}
	return s.structs[s.model.Envelope].fields
}

// typeName returns the Go name of a struct (R16): what a decision calls it, or
// else the words of its path. The members of an event begin with the event's
// name, which a member of that very name does not repeat. Names that end in Event
// are those of events: others get Object behind them, or Item for one element.
func typeName(t *infer.Struct) string {
	if t.Name != "" {
		return t.Name
	}
	segments := strings.Split(t.Path, "/")
	name := segments[0]
	if len(segments) == 1 {
		return name
	}
	event, isEvent := strings.CutSuffix(name, "Event")
	if isEvent {
		name = event
	}
	for i, segment := range segments[1:] {
		switch {
		case segment == "*":
			name = singular(name)
		case i == 0 && isEvent && goName(infer.SegmentName(segment)) == event:
		default:
			name += goName(infer.SegmentName(segment))
		}
	}
	switch {
	case !strings.HasSuffix(name, "Event"):
		return name
	case segments[len(segments)-1] == "*":
		return name + "Item"
	}
	return name + "Object"
}

// fieldName returns the Go name of a member: what a decision calls it, or else
// its own.
func fieldName(f *infer.Field, event bool) string {
	return cmp.Or(f.Name, ownName(f, event))
}

// ownName returns the Go name that a member has without a decision: its words.
// Names that a struct's methods have get Value behind them.
func ownName(f *infer.Field, event bool) string {
	name := goName(f.Key)
	if slices.Contains(structNames(event), name) {
		return name + "Value"
	}
	return name
}

// structNames returns the names that the fields and methods of a struct have
// besides its members.
func structNames(event bool) []string {
	names := []string{"AppendJSON", "Extra", "MarshalJSON", "UnmarshalJSON"}
	if event {
		names = append(names, "Envelope", "Forget", "Mismatches", "Raw", "Topic")
	}
	return names
}

// enumConstants returns the names of an enum's values.
func enumConstants(e *infer.Enum) []string {
	var names []string
	for _, v := range e.Values {
		name := e.Names[v]
		if name == "" {
			name = goName(v)
		}
		names = append(names, e.Name+name)
	}
	return names
}

// idle warns of a name that is decided and would be the same without.
func (s *scheme) idle(name string, ref infer.Ref, path, message string) {
	s.clash(name, infer.Problem{
		Where: infer.Where{Ref: ref}, Path: path, Warning: true, Message: message, Hint: "drop name",
	})
}

// failed reports whether any problem is more than a warning.
func (s *scheme) failed() bool {
	return slices.ContainsFunc(s.problems, func(p infer.Problem) bool { return !p.Warning })
}

// checkFields reports members of one struct that have one Go name, those of the
// envelope included: a field of the event would hide one of them.
func (s *scheme) checkFields(st *structure) {
	first := make(map[string]field)
	for _, f := range s.envelope(st) {
		first[f.name] = f
	}
	for _, f := range st.fields {
		if slices.Contains(structNames(st.inEvent()), f.name) {
			s.clash("."+f.name, infer.Problem{
				Where: infer.Where{Ref: f.Ref}, Path: f.Path,
				Message: "the struct has a method or another field named " + f.name, Hint: "give the member another name",
			})
		}
		if g, ok := first[f.name]; ok {
			s.clash("."+f.name, infer.Problem{
				Where: whereField(f), Also: []infer.Where{whereField(g)}, Path: f.Path,
				Message: fmt.Sprintf("two members have the Go name %s: %s and %s", f.name, g.Path, f.Path),
				Hint:    fmt.Sprintf("decide on a name under fields: %s: {name: …, why: …}", f.Path),
			})
		}
		first[f.name] = f
	}
}

func whereField(f field) infer.Where {
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

// kindOf returns the kind of JSON value that a type takes, KindAbsent for any.
func kindOf(t infer.Type) payload.Kind {
	switch t := t.(type) {
	case *infer.Struct, infer.Map:
		return payload.KindObject
	case infer.Slice:
		return payload.KindArray
	case *infer.Enum, infer.JSON:
		return payload.KindString
	case infer.Opt:
		return kindOf(t.Elem)
	case infer.Scalar:
		return map[infer.Scalar]payload.Kind{
			infer.Bool: payload.KindBoolean, infer.Flag: payload.KindBoolean,
			infer.Int: payload.KindNumber, infer.Float: payload.KindNumber, infer.Number: payload.KindNumber,
			infer.String: payload.KindString, infer.Timestamp: payload.KindString,
		}[t]
	}
	return payload.KindAbsent
}

// wanted returns the kind that a mismatch of a member of the type names:
// KindAbsent where any kind is welcome.
func wanted(t infer.Type) payload.Kind {
	if opt, ok := t.(infer.Opt); ok {
		t = opt.Elem
	}
	if t == infer.Type(infer.Int) {
		return payload.KindInteger
	}
	return kindOf(t)
}

// rootKind is kindOf for the root of a body. A Number and a Flag take values of
// several kinds, so that none is wrong.
func rootKind(t infer.Type) payload.Kind {
	if t == infer.Type(infer.Number) || t == infer.Type(infer.Flag) {
		return payload.KindAbsent
	}
	return kindOf(t)
}

// sortedKeys returns a map's keys in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
