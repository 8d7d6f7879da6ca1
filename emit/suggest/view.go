package suggest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// view is what the current decisions give.
type view struct {
	in          Input
	problems    []infer.Problem     // of infer.Decide
	known       map[string]bool     // the same, by what identifies them
	clashes     map[string]int      // how many times Go names collide, by name
	taken       map[string]bool     // Go names of the package, but for those in holders
	holders     map[string][]string // by Go name, the paths of objects without a declared type
	events      map[string]bool     // by name
	allHomes    []*home
	allBodies   []*home
	homeOf      map[*infer.Struct]*home
	kinship     *kinship
	model       infer.Model
	names       names.Names
	spots       []spot // by path
	fields      map[string]infer.FieldDecision
	enums       map[string]string             // the name, by the path of a decision
	types       map[string]infer.TypeDecision // by name
	hasEnvelope bool
	looked      map[string]shown // the results of shownAt
}

// spot is a path with values: a member, or the elements of one.
type spot struct {
	path  string
	key   string        // of the member, or of the list for elements
	owner *infer.Struct // has the member
	field *infer.Field
	typ   infer.Type // without Opt
	elem  bool
	shown // what the values show
}

// newView returns the view of decisions.
func newView(in Input, d infer.Decisions) *view {
	m, problems := infer.Decide(in.Evidence, d)
	v := &view{
		in: in, model: m, hasEnvelope: len(d.Envelope) > 0, looked: make(map[string]shown),
		fields: make(map[string]infer.FieldDecision), enums: make(map[string]string), types: make(map[string]infer.TypeDecision),
	}
	v.problems = problems
	v.names = names.Of(in.Spec, m)
	v.clashes = make(map[string]int)
	for _, name := range v.names.Clashes {
		v.clashes[name]++
	}
	v.known = make(map[string]bool)
	for _, p := range problems {
		v.known[problemID(p)] = true
	}
	v.takeNames()
	for _, f := range d.Fields {
		v.fields[v.shortestPath(f.Path)] = f
	}
	for _, e := range d.Enums {
		for _, at := range e.At {
			v.enums[v.shortestPath(at.Path)] = e.Name
		}
	}
	for _, t := range d.Types {
		v.types[t.Name] = t
	}
	for s := range v.model.AllStructs() {
		for _, f := range s.Fields {
			v.add(spot{path: f.Path, key: f.Key, owner: s, field: f, typ: f.Type})
		}
	}
	slices.SortFunc(v.spots, func(a, b spot) int { return strings.Compare(a.path, b.path) })
	return v
}

// add adds a spot and those of its elements.
func (v *view) add(s spot) {
	s.typ = infer.InsideOpt(s.typ)
	s.shown = v.shownAt(s.path)
	v.spots = append(v.spots, s)
	if elem := infer.Elem(s.typ); elem != nil {
		s.path, s.typ, s.elem = s.path+"/*", elem, true
		v.add(s)
	}
}

// spotAt returns the spot of a path.
func (v *view) spotAt(path string) (spot, bool) {
	i, ok := slices.BinarySearchFunc(v.spots, path, func(s spot, path string) int { return strings.Compare(s.path, path) })
	if !ok {
		return spot{}, false
	}
	return v.spots[i], true
}

// takeNames notes what has the Go names of the package.
func (v *view) takeNames() {
	v.taken, v.holders, v.events = make(map[string]bool), make(map[string][]string), make(map[string]bool)
	for _, name := range v.names.Reserved() {
		v.taken[name] = true
	}
	for _, e := range v.names.Events {
		v.taken[e.Go], v.events[e.Name] = true, true
	}
	for _, st := range v.names.Structs {
		if st.Name == "" && !st.Event {
			v.holders[st.Go] = append(v.holders[st.Go], st.Path)
		} else {
			v.taken[st.Go] = true
		}
	}
	for _, e := range v.names.Enums {
		v.taken[e.Name] = true
		for _, c := range e.Constants {
			v.taken[c] = true
		}
	}
	for _, t := range v.in.Spec.Topics {
		v.taken[v.names.Topic(t.Name)] = true
	}
}

// isTaken reports whether something has a Go name, other than the objects at some paths.
func (v *view) isTaken(name string, but map[string]bool) bool {
	return v.taken[name] || slices.ContainsFunc(v.holders[name], func(path string) bool { return !but[path] })
}

// problemID identifies a problem.
func problemID(p infer.Problem) string {
	return fmt.Sprint(p.Where, "\x00", p.Path, "\x00", p.Message())
}

// hasProblem reports whether the view has a problem.
func (v *view) hasProblem(p infer.Problem) bool { return v.known[problemID(p)] }

// isRoot reports whether paths can begin with the name, so that no type can have it.
func (v *view) isRoot(name string) bool {
	event, ok := infer.EventOf(name)
	return name == infer.EnvelopeRoot || ok && v.isEvent(event)
}

// decided reports whether the spec decides the type of a path.
func (v *view) decided(path string) bool {
	return v.fields[path].Type != "" || v.enums[path] != ""
}

// decision returns a decision with the path as the spec writes it.
func (v *view) decision(path string, f infer.FieldDecision) infer.FieldDecision {
	f.Path = path
	if old, ok := v.fields[path]; ok {
		f.Path = old.Path
	}
	return f
}

// shortestPath returns the shortest form of a path.
func (v *view) shortestPath(path string) string {
	if d := v.model.At(path); d != nil {
		return d.Path
	}
	return path
}

// shownAt returns what the values at a path show.
func (v *view) shownAt(path string) shown {
	s, ok := v.looked[path]
	if !ok {
		n := new(infer.Node)
		if d := v.model.At(path); d != nil {
			n = d.Evidence
		}
		s = shownBy(n)
		v.looked[path] = s
	}
	return s
}

// shown is the evidence at one path as suggestions use it.
type shown struct {
	kinds   jsontext.Kinds                 // without null
	count   int                            // values of these kinds
	first   infer.Origin                   // of these values
	at      map[jsontext.Kind]infer.Origin // where each kind was seen first
	strings []string                       // some of the strings seen, without ""
	numbers []string                       // some of the literals seen
	more    bool                           // there were others
	most    int                            // elements or members of one value
	some    struct{ empty, notTimestamp, notJSON, notFlag, fraction, base64 infer.Fact }
}

// shownBy returns what a node of the evidence shows. The rest of the package does not
// read evidence.
func shownBy(n *infer.Node) shown {
	var s shown
	s.at = make(map[jsontext.Kind]infer.Origin)
	for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
		f := n.Kinds[k]
		if !f.Seen() {
			continue
		}
		s.at[k] = f.At
		if k == jsontext.KindNull {
			continue
		}
		if f.At.Compare(s.first) < 0 {
			s.first = f.At
		}
		s.kinds |= jsontext.KindsOf(k)
		s.count += f.Count
	}
	s.most = n.Most
	s.strings, s.numbers, s.more = n.Strings.Texts, n.Numbers.Texts, n.Strings.More || n.Numbers.More
	s.some.empty, s.some.notTimestamp, s.some.notJSON = n.Facts[infer.FactEmpty], n.Facts[infer.FactNotTimestamp], n.Facts[infer.FactNotJSON]
	s.some.base64 = n.Facts[infer.FactBase64]
	s.some.notFlag, s.some.fraction = n.Facts[infer.FactNotFlag], n.Facts[infer.FactFraction]
	return s
}

// only reports whether there were values of the kinds, and no others except null.
func (s shown) only(kinds ...jsontext.Kind) bool {
	return s.kinds != 0 && s.kinds&^jsontext.KindsOf(kinds...) == 0
}

// evidence returns the first position of each of the kinds.
func (s shown) evidence(kinds ...jsontext.Kind) []infer.Origin {
	var all []infer.Origin
	for _, k := range kinds {
		if at, ok := s.at[k]; ok {
			all = append(all, at)
		}
	}
	return all
}

// memo returns a function that calls f once for each text.
func memo(f func(string) string) func(string) string {
	known := make(map[string]string)
	return func(text string) string {
		out, ok := known[text]
		if !ok {
			out = f(text)
			known[text] = out
		}
		return out
	}
}
