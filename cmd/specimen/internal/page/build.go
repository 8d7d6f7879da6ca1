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
	line      cli.Source       // a line of a spec file
	against   string           // the revision that changed is since; "" for a page without
	verdict   diff.Verdict     // on the changes
	changed   []changes.Change // of the platform
	marks     marks
	payloads  []payload
	examples  map[string]int // indexes of payloads, by Example.ID
	anchors   map[string]map[int]bool
	decided   []decision
	decisions map[infer.Ref]string // the anchors of decided
	used      map[string]bool      // anchors of the page
	ruled     map[infer.Rule]bool  // rules that give a type of the page
}

func newBuilder(of *platform.Platform, line cli.Source, since *changes.Report) *builder {
	var changed []changes.Change
	for _, c := range since.Changes {
		if c.Platform == of.Spec.Name {
			changed = append(changed, c)
		}
	}
	verdict := diff.None
	for _, v := range since.Verdicts {
		if v.Platform == of.Spec.Name {
			verdict = v.Verdict
		}
	}
	return &builder{
		verdict:  verdict,
		Platform: of, line: line, against: since.Against, changed: changed, marks: marksOf(changed),
		examples: make(map[string]int), anchors: make(map[string]map[int]bool), used: make(map[string]bool), ruled: make(map[infer.Rule]bool),
		decisions: make(map[infer.Ref]string),
	}
}

func build(of *platform.Platform, line cli.Source, since *changes.Report) *view {
	b := newBuilder(of, line, since)
	p := &view{
		Name: of.Spec.Name, Title: of.Spec.Title, About: of.Spec.About, Against: since.Against, Source: sourceOf(of.Spec.Topic),
	}
	p.Examples = b.listExamples()
	p.Topics = b.topics()
	p.Deliveries = b.deliveries()
	p.Sections = b.sections()
	b.link(p.Sections)
	markTypes(p.Sections)
	p.Rules = b.rules()
	b.fill(p.Examples)
	p.Decisions = b.decisionFiles()
	p.Counts = countsOf(of)
	p.Changes, p.Summary = b.changes()
	p.Contents = contentsOf(p)
	return p
}

// sourceOf returns a sentence about where a delivery names its topic.
func sourceOf(t specs.TopicSource) string {
	switch {
	case t.Header != "":
		return "A delivery names its topic in the header " + t.Header + "."
	case t.Batch != "":
		return "A body has its events at " + t.Batch + "; each names its topic in the member " + t.Member + "."
	case t.Member != "":
		return "A delivery names its topic in the member " + t.Member + " of its body."
	}
	return "A delivery does not name its topic."
}

// countsOf returns how much a platform has.
func countsOf(p *platform.Platform) string {
	examples := 0
	for _, t := range p.Spec.Topics {
		examples += len(t.Examples)
	}
	for _, d := range p.Spec.Documented {
		examples += len(d.Examples)
	}
	return fmt.Sprintf("%s, %s, %s", cli.Count(len(p.Spec.Topics), "topic"), cli.Count(examples, "example"),
		cli.Count(len(p.Model.Structs)+len(p.Model.Enums), "type"))
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
			Mark: b.marks.facts[f.Name],
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
	id, listed := b.decisions[ref]
	if !listed {
		id = b.use(fmt.Sprintf("d%d", len(b.decided)))
		b.decisions[ref] = id
		b.decided = append(b.decided, decision{at: pos, ID: id, What: what, Path: to(anchor(path), path), Source: b.source(pos)})
	}
	return to(id, fmt.Sprintf("line %d", pos.Line))
}

// decisionFiles returns the decisions by their files.
func (b *builder) decisionFiles() []decisionFile {
	slices.SortStableFunc(b.decided, func(x, y decision) int {
		return cmp.Or(cmp.Compare(x.at.Filename, y.at.Filename), cmp.Compare(x.at.Line, y.at.Line), cmp.Compare(x.at.Column, y.at.Column))
	})
	var all []decisionFile
	for _, d := range b.decided {
		if len(all) == 0 || all[len(all)-1].Name != d.at.Filename {
			all = append(all, decisionFile{Name: d.at.Filename})
		}
		d.Line = d.at.Line
		f := &all[len(all)-1]
		f.Decisions = append(f.Decisions, d)
	}
	return all
}

// declared returns a link to the decision that declares a type or an enum, of which ref is
// a line.
func (b *builder) declared(ref infer.Ref) link {
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
