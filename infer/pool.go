package infer

import (
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// pool is the evidence of a platform by path, over all events. Paths that have one type
// by decision share their evidence, at the home of the type: see the rule "sharing".
// That makes recursive types finite, and an example at one path counts for all of them.
type pool struct {
	nodes   map[string]*Node   // the values at a path, without their parts
	objects map[string]*object // the objects of a struct, by home
	aliases aliases
	fields  map[string]FieldDecision  // by path
	about   map[string]About          // by path
	maps    map[string]bool           // paths whose objects are maps by rule
	json    map[string]bool           // paths whose strings hold JSON by rule
	lists   map[string]bool           // paths whose arrays have elements
	inner   map[string]jsontext.Kinds // the kinds of the JSON in strings that hold JSON
	covered map[string]bool           // paths of events that have the whole envelope
	sent    map[string]bool           // paths that payloads have
	nulls   map[string]Fact           // by path, null in editions that were replaced
	members []string                  // of the envelope
	options []string                  // those of them that not all events with the envelope have
}

// object is the evidence of the objects of one struct.
type object struct {
	names []string // of members, in the order of their first origins
	has   map[string]bool
	nodes []*Node // with the objects
	// former are those of editions that were replaced.
	former []*Node
	count  int
	at     Origin
	sent   bool // whether a payload has one
}

// EnvelopeRoot is the path of the envelope.
const EnvelopeRoot = "Envelope"

// newPool pools the evidence by the decisions.
func newPool(e Evidence, d Decisions) (*pool, []Problem) {
	p := &pool{fields: make(map[string]FieldDecision), maps: make(map[string]bool), json: make(map[string]bool), about: make(map[string]About)}
	p.envelop(d.Envelope)
	p.cover(e)
	problems := p.alias(d.Types)
	for _, f := range d.Fields {
		path := p.shorten(f.Path)
		first, ok := p.fields[path]
		if !ok {
			p.fields[path] = f
			continue
		}
		same := f.Type == first.Type && f.Name == first.Name && f.Required == first.Required && f.Optional == first.Optional && f.About == first.About
		if same && f.Path < first.Path {
			f, first = first, f
			p.fields[path] = first // in any order of decisions
		}
		problems = append(problems, twice(f.Ref, first.Ref, path, same))
	}
	for _, a := range d.Abouts {
		if path := p.shorten(a.Path); p.about[path].Text == "" {
			p.about[path] = a
		}
	}
	// A map or JSON by rule changes the paths below it, where there can be another one.
	for {
		p.nodes, p.objects, p.inner = make(map[string]*Node), make(map[string]*object), make(map[string]jsontext.Kinds)
		p.sent, p.nulls, p.lists = make(map[string]bool), make(map[string]Fact), make(map[string]bool)
		p.addRoots(e)
		p.sort()
		if !p.findMaps() && !p.findJSON() {
			return p, problems
		}
	}
}

// addRoots adds the evidence of all roots.
func (p *pool) addRoots(e Evidence) {
	for name, n := range e.Events {
		p.add(EventPath(name), n, source{sent: true})
	}
	for name, n := range e.Types {
		p.addParts(name, n, source{})
	}
	for path, n := range e.Former {
		if event, ok := EventOf(path); ok && (e.Events[event] != nil || e.Types[path] == nil) {
			p.add(path, n, source{sent: true, former: true})
		} else {
			p.addParts(path, n, source{former: true})
		}
	}
}

// source is where evidence is from.
type source struct {
	sent   bool // from a payload
	former bool // from an edition that was replaced: what was absent or null then does not count
}

// twice is the problem of a path with two decisions, a warning if they say the same.
func twice(ref, first Ref, path string, same bool) Problem {
	return Problem{Cause: secondDecision{same}, Where: Where{Ref: ref}, Also: []Where{{Ref: first}}, Path: path}
}

// alias finds the shortest paths of the declared types. A path can lead through another
// declared type, so each round shortens at least one more of them.
func (p *pool) alias(types []TypeDecision) []Problem {
	paths := 0
	for _, t := range types {
		paths += len(t.At)
	}
	for range paths {
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
			path := p.shorten(at.Path)
			if other, ok := first[path]; ok {
				if same := t.Name == other.Name; !same || !at.Implied {
					problems = append(problems, twice(at.Ref, other.Ref, path, same))
				}
				continue
			}
			first[path] = TypeDecision{Name: t.Name, Ref: at.Ref}
		}
	}
	return problems
}

// envelop notes the members of the envelope.
func (p *pool) envelop(members []EnvelopeMember) {
	for _, m := range members {
		p.members = append(p.members, m.Name)
		if m.Optional {
			p.options = append(p.options, m.Name)
		}
	}
}

// cover finds the events that have all members of the envelope but for the optional ones.
func (p *pool) cover(e Evidence) {
	p.covered = make(map[string]bool)
	for name, n := range e.Events {
		all := n
		if former := e.Former[EventPath(name)]; former != nil {
			all = evidence.MergeScalars(n, former)
		}
		if len(p.members) == 0 || all.NotNull() != jsontext.KindsOf(jsontext.KindObject) {
			continue
		}
		p.covered[EventPath(name)] = !slices.ContainsFunc(p.members, func(m string) bool {
			return n.Members[m] == nil && !slices.Contains(p.options, m)
		})
	}
}

// below returns the path of a member of the objects of a home.
func (p *pool) below(home, name string) string {
	if p.covered[home] && slices.Contains(p.members, name) {
		return EnvelopeRoot + "/" + Segment(name)
	}
	return home + "/" + Segment(name)
}

// shorten returns the shortest form of a path.
func (p *pool) shorten(path string) string { return p.shortenBy(p.aliases, path) }

func (p *pool) shortenBy(a aliases, written string) string {
	segments := strings.Split(written, "/")
	path := segments[0]
	for _, s := range segments[1:] {
		if s == "*" {
			path += "/*"
		} else {
			path = p.below(a.home(path), SegmentName(s))
		}
	}
	return path
}

// add adds the values at a path and their parts.
func (p *pool) add(path string, n *Node, from source) {
	flat := p.nodes[path]
	if flat == nil {
		flat = new(Node)
	}
	flat = evidence.MergeScalars(flat, n)
	if _, _, below := parent(path); from.former && below {
		null := jsontext.KindNull
		p.nulls[path] = p.nulls[path].Merge(n.Kinds[null])
		flat.Kinds[null] = Fact{}
		if p.nodes[path] != nil {
			flat.Kinds[null] = p.nodes[path].Kinds[null]
		}
	}
	p.nodes[path] = flat
	p.sent[path] = p.sent[path] || from.sent && n.FirstValue() != (Origin{})
	p.addParts(path, n, from)
	if n.Inner != nil && p.isJSON(path) {
		p.inner[path] |= n.Inner.NotNull()
		p.nodes[path].Most = max(p.nodes[path].Most, n.Inner.Most)
		p.addParts(path, n.Inner, from)
	}
}

// addParts adds the elements and members of the values at a path.
func (p *pool) addParts(path string, n *Node, from source) {
	if n.Has(jsontext.KindObject) || len(n.Members) > 0 || n.Claims.Kinds().Has(jsontext.KindObject) {
		p.addObject(path, n, from)
	}
	if n.Elem != nil {
		p.lists[path] = true
		p.add(path+"/*", n.Elem, from)
	}
}

func (p *pool) addObject(path string, n *Node, from source) {
	if p.isMap(path) {
		for _, m := range n.Members {
			p.add(path+"/*", &m.Node, from)
		}
		return
	}
	home := p.aliases.home(path)
	homes := []string{home}
	if p.covered[home] {
		homes = append(homes, EnvelopeRoot)
	}
	for _, h := range homes {
		if p.objects[h] == nil {
			p.objects[h] = &object{has: make(map[string]bool)}
		}
		objects := n.Kinds[jsontext.KindObject]
		if objects.At.Compare(p.objects[h].at) < 0 {
			p.objects[h].at = objects.At
		}
		p.objects[h].sent = p.objects[h].sent || from.sent && objects.Seen()
		if from.former {
			p.objects[h].former = append(p.objects[h].former, n)
			continue
		}
		p.objects[h].nodes = append(p.objects[h].nodes, n)
		p.objects[h].count += objects.Count
	}
	for name, m := range n.Members {
		path := p.below(home, name)
		owner := p.objects[home]
		if strings.HasPrefix(path, EnvelopeRoot+"/") && p.covered[home] {
			owner = p.objects[EnvelopeRoot]
		}
		if !owner.has[name] {
			owner.has[name] = true
			owner.names = append(owner.names, name)
		}
		p.add(path, &m.Node, from)
	}
}

// sort puts the members of each struct in the order of their first origins, by the rule
// "order".
func (p *pool) sort() {
	for home, o := range p.objects {
		first := make(map[string]Origin, len(o.names))
		for _, name := range o.names {
			first[name] = p.nodes[home+"/"+Segment(name)].First()
		}
		slices.SortFunc(o.names, func(a, b string) int { return first[a].Compare(first[b]) })
	}
}
