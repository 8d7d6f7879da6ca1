package page

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// builder builds the view of a page.
type builder struct {
	*platform.Platform
	line     cli.Source       // a line of a spec file
	against  string           // the revision that changed is since; "" for a page without
	changed  []changes.Change // of the platform
	marks    marks
	payloads []payload
	examples map[string]int // indexes of payloads, by Example.ID
	anchors  map[string]map[int]bool
	decided  []decision
	used     map[string]bool     // anchors of the page
	ruled    map[infer.Rule]bool // rules that give a type of the page
}

func build(of *platform.Platform, line cli.Source, since *changes.Report) *view {
	var changed []changes.Change
	for _, c := range since.Changes {
		if c.Platform == of.Spec.Name {
			changed = append(changed, c)
		}
	}
	b := &builder{
		Platform: of, line: line, against: since.Against, changed: changed, marks: marksOf(changed),
		examples: make(map[string]int), anchors: make(map[string]map[int]bool), used: make(map[string]bool), ruled: make(map[infer.Rule]bool),
	}
	p := &view{
		Name: of.Spec.Name, Title: of.Spec.Title, About: of.Spec.About, Against: since.Against,
		Source: "A delivery does not name its topic.",
	}
	switch t := of.Spec.Topic; {
	case t.Header != "":
		p.Source = "A delivery names its topic in the header " + t.Header + "."
	case t.Member != "":
		p.Source = "A delivery names its topic in the member " + t.Member + " of its body."
		if t.Batch != "" {
			p.Source = "A body has its events at " + t.Batch + "; each names its topic in the member " + t.Member + "."
		}
	}
	p.Examples = b.listExamples()
	p.Topics = b.topics()
	p.Deliveries = b.deliveries()
	p.Sections = b.sections()
	b.link(p.Sections)
	p.Rules = b.rules()
	b.fill(p.Examples)
	slices.SortStableFunc(b.decided, func(x, y decision) int {
		return cmp.Or(cmp.Compare(x.at.Filename, y.at.Filename), cmp.Compare(x.at.Line, y.at.Line), cmp.Compare(x.at.Column, y.at.Column))
	})
	p.Decisions = b.decided
	p.Counts = fmt.Sprintf("%s, %s, %s", cli.Count(len(of.Spec.Topics), "topic"), cli.Count(len(p.Examples), "example"),
		cli.Count(len(of.Model.Structs)+len(of.Model.Enums), "type"))
	p.Changes, p.Summary = b.changes()
	return p
}

// use records an anchor that the page has.
func (b *builder) use(id string) string {
	b.used[id] = true
	return id
}

func (b *builder) deliveries() []factView {
	var all []factView
	for _, f := range b.Facts() {
		v := factView{
			ID: b.use(anchor("deliveries:" + f.Name)), Name: f.Name, Status: string(f.Status), Text: f.Text,
			Why: strings.TrimRight(f.Why, "."), Where: b.Spec.At(f.Ref).String(),
		}
		if f.Document != nil {
			v.Document = f.Document.Title
		}
		all = append(all, v)
	}
	return all
}

func (b *builder) topics() []topicView {
	var all []topicView
	for _, t := range b.Spec.Topics {
		v := topicView{
			ID: b.use(anchor("topic:" + t.Name)), Name: t.Name, Constant: b.Names.Topic(t.Name), About: t.About, Also: strings.Join(t.Also, "; when "), Since: t.Since,
			Mark: b.marks.topics[t.Name], Payload: "UnknownEvent, as its payload is not documented",
		}
		for _, a := range t.Aliases {
			v.Aliases = append(v.Aliases, a.Text)
		}
		if t.Event != "" {
			v.Event, v.Payload = to(anchor(infer.EventPath(t.Event)), infer.EventPath(t.Event)), ""
		}
		if t.Payload == specs.Like {
			v.Payload = "like " + t.Like.Topic
			if !t.Like.Documented {
				v.Payload += ", assumed"
			}
		}
		for _, x := range t.Examples {
			v.Examples = append(v.Examples, to(fmt.Sprintf("x%d", b.examples[x.ID]), x.Name))
		}
		all = append(all, v)
	}
	for _, c := range b.changed {
		if c.What == diff.Topic && c.Kind == diff.Removed {
			all = append(all, topicView{
				ID: b.use(anchor("topic:" + c.Path)), Name: c.Path, Constant: c.Name, Mark: b.marks.topics[c.Path], Payload: "was decoded as " + c.Old,
			})
		}
	}
	slices.SortStableFunc(all, func(a, b topicView) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// decide returns a link to a decision of the spec, and lists it, once.
func (b *builder) decide(ref infer.Ref, what, path string) link {
	if ref == "" {
		return link{}
	}
	pos := b.AtRef(ref)
	id := anchor("decision:" + string(ref))
	if !b.used[id] {
		b.decided = append(b.decided, decision{
			at: pos, ID: b.use(id), Where: pos.String(), What: what, Path: to(anchor(path), path), Source: b.source(pos),
		})
	}
	return to(id, fmt.Sprintf("line %d", pos.Line))
}

// decideShared returns a link to the decision on a type or an enum, of which ref is a
// line.
func (b *builder) decideShared(ref infer.Ref) link {
	parts := strings.Split(string(ref), "/")
	if len(parts) < 3 {
		return link{}
	}
	name := parts[2]
	switch parts[1] {
	case "types":
		return b.decide(infer.Ref("/types/"+name), "type", name)
	case "enums":
		return b.decide(infer.Ref("/enums/"+name), "enum", name)
	}
	return link{}
}

// longestSource is the maximum number of lines shown of a decision.
const longestSource = 12

// source returns the lines of the spec that belong to the key at a position:
// those that are indented more than it.
func (b *builder) source(pos token.Position) string {
	indent := func(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
	first, _ := b.line(pos.Filename, pos.Line)
	lines := []string{strings.TrimSpace(first)}
	for n := pos.Line + 1; ; n++ {
		line, ok := b.line(pos.Filename, n)
		if !ok || strings.TrimSpace(line) == "" || indent(line) <= indent(first) {
			return strings.Join(lines, "\n")
		}
		if len(lines) == longestSource {
			return strings.Join(append(lines, "  …"), "\n")
		}
		lines = append(lines, strings.TrimRight(line[indent(first):], " "))
	}
}

// pathsOf returns the paths of a type decision. link turns them into links when all
// anchors are known.
func (b *builder) pathsOf(name string) []link {
	var all []link
	for _, t := range b.Spec.Types {
		for _, at := range t.At {
			if t.Name == name {
				all = append(all, link{Text: at.Text})
			}
		}
	}
	return all
}

// link turns the paths of type decisions into links, where the page has such a path.
func (b *builder) link(sections []section) {
	for _, s := range sections {
		for _, t := range s.Types {
			for i, at := range t.At {
				member := strings.TrimSuffix(at.Text, "/*") // an element has no row of its own
				if id := anchor(member); b.used[id] {
					t.At[i] = to(id, at.Text)
				}
			}
		}
	}
}
