package emit

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
)

// file returns a new file of the package.
func (p *printer) file() *jen.File {
	f := jen.NewFile(p.Package)
	f.HeaderComment("// " + header)
	f.ImportName(p.payload, "payload")
	f.ImportName(p.wire, "wire")
	return f
}

// docFile returns doc.go: the package comment.
func (p *printer) docFile() *jen.File {
	f := p.file()
	text := "Package " + p.Package + " decodes the webhook deliveries of " + oneLine(p.Title) + "."
	if p.About != "" {
		text += " " + Sentence(p.About)
	}
	f.PackageComment(comment(text))
	p.aboutDecoding(f)
	p.aboutReading(f)
	p.aboutStoring(f)
	p.deliveries(f)
	return f
}

// paragraphs adds paragraphs to the package comment.
func paragraphs(f *jen.File, texts ...string) {
	for _, text := range texts {
		f.PackageComment("//")
		f.PackageComment(comment(text))
	}
}

// codeBlock adds lines of code to the package comment.
func codeBlock(f *jen.File, lines ...string) {
	f.PackageComment("//")
	for _, line := range lines {
		f.PackageComment("//\t" + line)
	}
}

func (p *printer) aboutDecoding(f *jen.File) {
	decode := "event, err := " + p.Package + ".Decode(topic, body)"
	if p.Member != "" {
		decode = "event, err := " + p.Package + ".DecodeBody(body)"
	}
	lines := []string{
		decode, "if err != nil {", "\t// not JSON, or a limit was exceeded", "}",
		"for _, m := range event.Mismatches() {", "\t// log what did not fit its type", "}",
		"switch event := event.(type) {",
	}
	if len(p.events) > 0 {
		lines = append(lines, "case *"+p.Package+"."+p.mainEvent().Go+":", "\t// read its fields")
	}
	lines = append(lines, "case *"+p.Package+".UnknownEvent:", "\t// its topic or payload is not documented", "}")
	if p.Batch != "" {
		lines[0] = "for event, err := range " + p.Package + ".DecodeBatch(body) {"
		for i, line := range lines[1:] {
			lines[i+1] = "\t" + line
		}
		lines = append(lines, "}")
	}
	f.PackageComment("//")
	f.PackageComment("// # Decode")
	codeBlock(f, lines...)
	paragraphs(f, "Decoding is tolerant: members may be absent or null, and it fails only for a body that is not JSON, exceeds a limit, or has a root of the wrong kind. "+
		"Extra, in every struct, keeps what the fields have no room for, and encoding writes it back.")
}

func (p *printer) aboutReading(f *jen.File) {
	if len(p.events) == 0 {
		return
	}
	text := "The comment behind a field says when its member is absent or null; if it does not, every documented payload has the member. A required member is one that no delivery lacks."
	if len(p.Shown) > 0 {
		text = "The comment behind a field has an example value, and says when the member is absent or null; if it does not, every documented payload has the member. " +
			"A required member is one that no delivery lacks."
	}
	f.PackageComment("//")
	f.PackageComment("// # Read")
	paragraphs(f, text, "Package payload has the types of fields, and says how each tells absent, null and zero apart.")
}

func (p *printer) aboutStoring(f *jen.File) {
	f.PackageComment("//")
	f.PackageComment("// # Store, compare, build")
	paragraphs(f, "An event is stored as its JSON by encoding/json and database/sql, and with its topic by encoding/gob. [payload.Equal] and cmp.Equal compare payloads, and [payload.Clone] copies an event. "+
		"What fmt and log/slog print of an event has no value of its body. Code for the events of all platforms takes a [payload.Event].")
	if len(p.events) > 0 && len(p.mainEvent().topics) > 0 {
		e := p.mainEvent()
		paragraphs(f, "An event that you build encodes what you set:")
		codeBlock(f, "event := &"+p.Package+"."+e.Go+"{EventDelivery: "+p.Package+"."+e.topics[0].constant+".Delivery()}")
	}
	if len(p.Examples) > 0 {
		paragraphs(f, "Package "+p.fixtures()+" has the documented payloads, for tests.")
	}
}

// deliveries adds to the package comment what receivers have to know of deliveries.
func (p *printer) deliveries(f *jen.File) {
	f.PackageComment("//")
	f.PackageComment("// # Deliveries")
	for _, text := range slices.Concat(p.Deliveries.paragraphs(), p.Notes) {
		f.PackageComment("//")
		f.PackageComment(comment(Sentence(oneLine(text))))
	}
	if len(p.Headers) > 0 {
		f.PackageComment("//")
		f.PackageComment("// The headers of a delivery:")
		f.PackageComment("//")
	}
	for _, h := range p.Headers {
		mark := "//   - "
		for _, line := range wrap(oneLine(h.Name+": "+Sentence(h.About)), commentWidth-7) {
			f.PackageComment(mark + line)
			mark = "//     "
		}
	}
}

// mainEvent returns the event that most topics have, the first one of several: readers
// of the package look for it first.
func (p *printer) mainEvent() event {
	most := p.events[0]
	for _, e := range p.events {
		if len(e.topics) > len(most.topics) {
			most = e
		}
	}
	return most
}

// comment returns text as the lines of a comment, in one string.
func comment(text string) string {
	out := ""
	for i, line := range wrap(harmless(text), commentWidth-3) {
		if i > 0 {
			out += "\n"
		}
		out += "// " + line
	}
	return out
}

// topicsFile returns topics.go: the constants of the topics.
func (p *printer) topicsFile() *jen.File {
	f := p.file()
	if p.Header != "" {
		f.Add(doc("TopicHeader is the header in which a delivery names its topic."))
		f.Const().Id("TopicHeader").Op("=").Add(quoted(p.Header))
		f.Line()
	}
	if p.Member != "" {
		f.Add(doc("TopicMember is the JSON Pointer of the member of a body that names its topic."))
		f.Const().Id("TopicMember").Op("=").Add(quoted(p.Member))
		f.Line()
	}
	f.Add(doc("Topic is the platform's name for the occasion of a delivery."))
	f.Type().Id("Topic").String()
	f.Line()
	var all []constant
	for _, t := range p.topics {
		all = append(all, constant{t.constant, quoted(t.Name), len(t.Name), p.topicDoc(t)})
	}
	f.Add(p.ifTopics(doc("The documented topics."), jen.Line(), constants("Topic", all), jen.Line()))
	f.Add(doc("Topics returns the documented topics, sorted."))
	f.Func().Id("Topics").Params().Index().Id("Topic").Block(
		jen.Return(jen.Index().Id("Topic").ValuesFunc(func(g *jen.Group) {
			for _, t := range p.topics {
				g.Line().Id(t.constant)
			}
			g.Line()
		})),
	)
	f.Line()
	name := jen.Id("t")
	if p.aliased() {
		name.Dot("canonical").Call()
	}
	f.Add(doc("Known reports whether t is a documented topic or an alias of one."))
	f.Func().Params(jen.Id("t").Id("Topic")).Id("Known").Params().Bool().Block(
		p.ifTopics(jen.Switch(name).Block(
			jen.CaseFunc(func(g *jen.Group) {
				for _, t := range p.topics {
					g.Line().Id(t.constant)
				}
			}).Block(jen.Return(jen.True())),
		)),
		jen.Return(jen.False()),
	)
	f.Line()
	p.canonical(f)
	return f
}

// ifTopics returns code that needs a topic, or nothing if the platform has none.
func (p *printer) ifTopics(code ...jen.Code) jen.Code {
	if len(p.topics) == 0 {
		return jen.Null()
	}
	return jen.Add(code...)
}

// topicDoc says what a topic is about, and what a receiver may not expect of it.
func (p *printer) topicDoc(t topic) string {
	parts := []string{Sentence(t.About)}
	if t.Also != nil {
		parts = append(parts, Sentence("Also sent when "+strings.Join(t.Also, "; when ")))
	}
	if t.Since != "" {
		parts = append(parts, "Since version "+t.Since+" of the API.")
	}
	if t.Event == "" {
		parts = append(parts, "Its payload is not documented: it decodes to an [UnknownEvent].")
	} else {
		parts = append(parts, "It decodes to "+article(p.eventType(t.Event))+".")
	}
	switch {
	case p.Member == "":
	case t.Says != "":
		parts = append(parts, "The documented bodies name "+t.Says+" instead; DecodeBody returns the event of that topic.")
	case t.Nameless:
		parts = append(parts, "The documented bodies do not name a topic, so DecodeBody returns an UnknownEvent.")
	}
	if t.Aliases != nil {
		parts = append(parts, "Also called "+list(t.Aliases)+".")
	}
	if len(t.Scopes) > 0 {
		var scopes []string
		for _, name := range t.Scopes {
			scopes = append(scopes, strconv.Quote(name))
		}
		parts = append(parts, "A subscription needs the scope "+list(scopes)+".")
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// eventType returns the Go name of an event.
func (p *printer) eventType(name string) string {
	for _, e := range p.events {
		if e.Name == name {
			return e.Go
		}
	}
	return names.UnknownEvent
}

// article returns a link to a type with an article.
func article(name string) string {
	if strings.ContainsAny(name[:1], "AEIOU") {
		return "an [" + name + "]"
	}
	return "a [" + name + "]"
}

// aliased reports whether a topic has an alias. Without one, there is no method canonical.
func (p *printer) aliased() bool {
	return slices.ContainsFunc(p.topics, func(t topic) bool { return len(t.Aliases) > 0 })
}

// canonical writes the method that resolves aliases of topics, if there are any.
func (p *printer) canonical(f *jen.File) {
	if !p.aliased() {
		return
	}
	var cases []jen.Code
	for _, t := range p.topics {
		var names []jen.Code
		for _, a := range t.Aliases {
			names = append(names, quoted(a))
		}
		if names != nil {
			cases = append(cases, jen.Case(names...).Block(jen.Return(jen.Id(t.constant))))
		}
	}
	f.Add(doc("canonical resolves an alias to the topic's documented name."))
	f.Func().Params(jen.Id("t").Id("Topic")).Id("canonical").Params().Id("Topic").Block(
		jen.Switch(jen.Id("t")).Block(cases...),
		jen.Return(jen.Id("t")),
	)
	f.Line()
}
