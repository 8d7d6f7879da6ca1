package infer

import (
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// pool is a platform's evidence by place instead of by payload: the values of
// all places that share a type by decision, rule "sharing", are pooled at one path.
// That makes
// recursive types finite, and lets one example speak for all places of a type.
type pool struct {
	places  map[string]*Node   // the values at a place, without what is below
	objects map[string]*object // by home: the objects of one type
	aliases aliases
	fields  map[string]FieldDecision  // by place
	maps    map[string]bool           // places whose objects are maps, by rule
	inner   map[string]jsontext.Kinds // what the strings of a json field hold
	covered map[string]bool           // event roots that carry the whole envelope
	members []string                  // of the envelope
}

// object is the members of the objects of one type.
type object struct {
	names []string // in the order of their first origins
	has   map[string]bool
	nodes []*Node // that the objects are of
	count int
	at    Origin
}

// EnvelopeRoot is the root of paths into the envelope that events share.
const EnvelopeRoot = "Envelope"

// newPool pools the evidence by the decisions.
func newPool(e Evidence, d Decisions) (*pool, []Problem) {
	p := &pool{fields: make(map[string]FieldDecision), maps: make(map[string]bool)}
	for _, m := range d.Envelope {
		p.members = append(p.members, m.Name)
	}
	p.cover(e)
	problems := p.alias(d.Types)
	for _, f := range d.Fields {
		place := p.shorten(f.Path)
		first, ok := p.fields[place]
		if !ok {
			p.fields[place] = f
			continue
		}
		same := f.Type == first.Type && f.Name == first.Name && f.Required == first.Required && f.About == first.About
		if same && f.Path < first.Path {
			f, first = first, f
			p.fields[place] = first // whatever the order
		}
		problems = append(problems, twice(f.Ref, first.Ref, place, same))
	}
	// A map by rule moves what is below it, which can show another one there.
	for {
		p.places, p.objects, p.inner = make(map[string]*Node), make(map[string]*object), make(map[string]jsontext.Kinds)
		for name, n := range e.Events {
			p.add(EventPath(name), n)
		}
		p.sort()
		if !p.findMaps() {
			return p, problems
		}
	}
}

// twice is the problem of a place that two decisions are on: a warning, where they
// say the same.
func twice(ref, first Ref, place string, same bool) Problem {
	return Problem{Cause: secondDecision{same}, Where: Where{Ref: ref}, Also: []Where{{Ref: first}}, Path: place, Warning: same}
}

// alias finds the places of the type decisions. A path may run through the
// places of other types, so their shortest forms are found step by step: each
// round gets at least one more of them right.
func (p *pool) alias(types []TypeDecision) []Problem {
	places := 0
	for _, t := range types {
		places += len(t.At)
	}
	for range places {
		before := p.aliases
		p.aliases = make(aliases)
		for _, t := range types {
			for _, at := range t.At {
				p.aliases[p.shortenBy(before, at.Path)] = t.Name
			}
		}
		if maps.Equal(before, p.aliases) {
			break
		}
	}
	var problems []Problem
	first := make(map[string]TypeDecision)
	for _, t := range types {
		for _, at := range t.At {
			place := p.shorten(at.Path)
			if other, ok := first[place]; ok {
				problems = append(problems, twice(at.Ref, other.Ref, place, t.Name == other.Name))
				continue
			}
			first[place] = TypeDecision{Name: t.Name, Ref: at.Ref}
		}
	}
	return problems
}

// cover finds the events that carry the whole envelope, and lets the paths of
// its members begin at the envelope.
func (p *pool) cover(e Evidence) {
	p.covered = make(map[string]bool)
	for name, n := range e.Events {
		if len(p.members) == 0 || n.kinds() != jsontext.KindsOf(jsontext.KindObject) {
			continue
		}
		p.covered[EventPath(name)] = !slices.ContainsFunc(p.members, func(m string) bool { return n.Members[m] == nil })
	}
}

// below returns the path of a member of the objects of the home.
func (p *pool) below(home, name string) string {
	if p.covered[home] && slices.Contains(p.members, name) {
		return EnvelopeRoot + "/" + Segment(name)
	}
	return home + "/" + Segment(name)
}

// shorten returns the shortest path of a place that a decision may have written
// in another way.
func (p *pool) shorten(path string) string { return p.shortenBy(p.aliases, path) }

func (p *pool) shortenBy(a aliases, path string) string {
	segments := strings.Split(path, "/")
	place := segments[0]
	for _, s := range segments[1:] {
		if s == "*" {
			place += "/*"
		} else {
			place = p.below(a.home(place), SegmentName(s))
		}
	}
	return place
}

// add adds the values at a place and all that is below them.
func (p *pool) add(place string, n *Node) {
	flat := p.places[place]
	if flat == nil {
		flat = new(Node)
	}
	p.places[place] = mergeScalars(flat, n)
	p.addParts(place, n)
	if n.Inner != nil && p.fields[place].Type == "json" {
		p.inner[place] |= n.Inner.kinds()
		p.places[place].Most = max(p.places[place].Most, n.Inner.Most)
		p.addParts(place, n.Inner)
	}
}

// addParts adds the elements and members of the values at a place.
func (p *pool) addParts(place string, n *Node) {
	if n.has(jsontext.KindObject) {
		p.addObject(place, n)
	}
	if n.Elem != nil {
		p.add(place+"/*", n.Elem)
	}
}

func (p *pool) addObject(place string, n *Node) {
	if p.isMap(place) {
		for _, m := range n.Members {
			p.add(place+"/*", &m.Node)
		}
		return
	}
	home := p.aliases.home(place)
	homes := []string{home}
	if p.covered[home] {
		homes = append(homes, EnvelopeRoot)
	}
	for _, h := range homes {
		if p.objects[h] == nil {
			p.objects[h] = &object{has: make(map[string]bool)}
		}
		objects := n.Kinds[jsontext.KindObject]
		p.objects[h].nodes = append(p.objects[h].nodes, n)
		p.objects[h].count += objects.Count
		if objects.At.Compare(p.objects[h].at) < 0 {
			p.objects[h].at = objects.At
		}
	}
	for name, m := range n.Members {
		place := p.below(home, name)
		owner := p.objects[home]
		if strings.HasPrefix(place, EnvelopeRoot+"/") && p.covered[home] {
			owner = p.objects[EnvelopeRoot]
		}
		if !owner.has[name] {
			owner.has[name] = true
			owner.names = append(owner.names, name)
		}
		p.add(place, &m.Node)
	}
}

// sort puts the members of each type in the order of their first origins: rule
// "order".
func (p *pool) sort() {
	for home, o := range p.objects {
		first := make(map[string]Origin, len(o.names))
		for _, name := range o.names {
			first[name] = p.places[home+"/"+Segment(name)].First()
		}
		slices.SortFunc(o.names, func(a, b string) int { return first[a].Compare(first[b]) })
	}
}
