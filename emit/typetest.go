package emit

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TypeExample is an example of a type: of a declared one, or of an event's.
type TypeExample struct {
	ID   string // infer.Example.ID
	Type string // infer.Example.Type, or the path of the event
	Name string
	Text string
	Ref  infer.Ref
}

// typeCase is an example of a type with its file and its literal.
type typeCase struct {
	TypeExample
	file string
	want jen.Code
}

// typeCases returns the examples of the types that the package has. Those that are too
// long for a literal have none.
func (p *printer) typeCases() []typeCase {
	var all []typeCase
	for _, x := range p.TypeExamples {
		v, err := jsontext.ParseValue(strings.TrimSpace(x.Text))
		if err != nil || len(x.Text) > maxLiteral {
			continue
		}
		c := typeCase{TypeExample: x, file: "testdata/" + slug("type/"+strings.ToLower(x.Type)) + "/" + slug(x.Name) + ".json"}
		if i := slices.IndexFunc(p.events, func(e event) bool { return e.Go == x.Type }); i >= 0 {
			c.want = p.eventLiteral(p.events[i], x.Text)
		} else if i := slices.IndexFunc(p.Structs, func(st *names.Struct) bool { return st.Path == x.Type }); i >= 0 {
			c.want = jen.Op("&").Add(p.structLiteral(p.Structs[i], v, true))
		} else {
			continue // no event has the type
		}
		all = append(all, c)
	}
	return all
}

// typesTest writes the test of the examples of types.
func (p *printer) typesTest(f *jen.File) {
	cases := p.typeCases()
	if len(cases) == 0 {
		return
	}
	f.Add(doc("TestTypes decodes the documented examples of types, and encodes them again."))
	f.Func().Id("TestTypes").Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(
		jen.Qual(p.test, "RunTypes").Call(jen.Id("t"), jen.Index().Qual(p.test, "TypeCase").ValuesFunc(func(g *jen.Group) {
			for _, c := range cases {
				g.Line().Values(jen.Id("File").Op(":").Lit(c.file), jen.Id("Want").Op(":").Add(c.want))
			}
			g.Line()
		})),
	)
	f.Line()
}
