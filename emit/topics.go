package emit

import (
	"github.com/dave/jennifer/jen"
)

// file returns a new file of the package.
func (s *scheme) file() *jen.File {
	f := jen.NewFile(s.Package)
	f.HeaderComment("// " + header)
	f.ImportName(s.payload, "payload")
	return f
}

// docFile returns doc.go: the package comment.
func (s *scheme) docFile() *jen.File {
	f := s.file()
	decode := "event, err := " + s.Package + ".Decode(topic, body)"
	if s.Member != "" {
		decode = "event, err := " + s.Package + ".DecodeBody(body)"
	}
	title := oneLine(s.Title)
	text := "Package " + s.Package + " decodes the webhook deliveries of " + title + "."
	if s.About != "" {
		text += " " + sentence(s.About)
	}
	f.PackageComment(comment(text))
	f.PackageComment("//")
	for _, line := range []string{decode, "if err != nil {", "\t// not JSON, or beyond a limit", "}", "switch event := event.(type) {"} {
		f.PackageComment("//\t" + line)
	}
	if len(s.events) > 0 {
		f.PackageComment("//\tcase *" + s.Package + "." + s.events[0].Go + ":")
	}
	f.PackageComment("//\tcase *" + s.Package + ".UnknownEvent:")
	f.PackageComment("//\t}")
	f.PackageComment("//")
	f.PackageComment(comment("Members may be absent or null, and values that do not fit their types are kept: " +
		"decoding fails for a body that is no JSON, whose root is of another kind, or that is beyond a limit. " +
		"What has no place in the types is in the Extra of its struct, and encoding takes it back. " +
		"Check a delivery's signature over the bytes that arrived, before decoding them."))
	return f
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

// topicsFile returns topics.go: the topics' constants.
func (s *scheme) topicsFile() *jen.File {
	f := s.file()
	if s.Header != "" {
		f.Add(doc("TopicHeader is the header in which a delivery names its topic."))
		f.Const().Id("TopicHeader").Op("=").Add(quoted(s.Header))
		f.Line()
	}
	if s.Member != "" {
		f.Add(doc("TopicMember is the member of a body that names its topic, as a JSON Pointer."))
		f.Const().Id("TopicMember").Op("=").Add(quoted(s.Member))
		f.Line()
	}
	f.Add(doc("Topic is what a delivery is about."))
	f.Type().Id("Topic").String()
	f.Line()
	f.Add(s.ifTopics(doc("The documented topics."), jen.Line(), jen.Const().DefsFunc(func(g *jen.Group) {
		for _, t := range s.topics {
			g.Id(t.constant).Id("Topic").Op("=").Add(quoted(t.Name)).Add(remark(topicRemark(t)))
		}
	}), jen.Line()))
	f.Add(doc("Topics returns the documented topics, sorted."))
	f.Func().Id("Topics").Params().Index().Id("Topic").Block(
		jen.Return(jen.Index().Id("Topic").ValuesFunc(func(g *jen.Group) {
			for _, t := range s.topics {
				g.Line().Id(t.constant)
			}
			g.Line()
		})),
	)
	f.Line()
	f.Add(doc("Known reports whether t is a documented topic, or another name for one."))
	f.Func().Params(jen.Id("t").Id("Topic")).Id("Known").Params().Bool().Block(
		s.ifTopics(jen.Switch(jen.Id("t").Dot("documented").Call()).Block(
			jen.CaseFunc(func(g *jen.Group) {
				for _, t := range s.topics {
					g.Line().Id(t.constant)
				}
			}).Block(jen.Return(jen.True())),
		)),
		jen.Return(jen.False()),
	)
	f.Line()
	s.documented(f)
	return f
}

// ifTopics returns code that needs a topic, nothing for a platform without.
func (s *scheme) ifTopics(code ...jen.Code) jen.Code {
	if len(s.topics) == 0 {
		return jen.Null()
	}
	return jen.Add(code...)
}

func topicRemark(t topic) string {
	text := sentence(t.About)
	if t.Since != "" {
		text += " Since " + t.Since + "."
	}
	return text
}

// documented writes the method that knows other names of topics.
func (s *scheme) documented(f *jen.File) {
	var cases []jen.Code
	for _, t := range s.topics {
		var names []jen.Code
		for _, a := range t.Aliases {
			names = append(names, quoted(a))
		}
		if names != nil {
			cases = append(cases, jen.Case(names...).Block(jen.Return(jen.Id(t.constant))))
		}
	}
	f.Add(doc("documented returns the documented name of a topic that bodies call otherwise, and t itself for every other."))
	f.Func().Params(jen.Id("t").Id("Topic")).Id("documented").Params().Id("Topic").BlockFunc(func(g *jen.Group) {
		if cases != nil {
			g.Switch(jen.Id("t")).Block(cases...)
		}
		g.Return(jen.Id("t"))
	})
	f.Line()
}
