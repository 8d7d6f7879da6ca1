package emit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// enumType writes the type of an enum, the constants of its values and its methods.
func (p *printer) enumType(f *jen.File, e names.Enum) {
	f.Add(doc(p.enumDoc(e)))
	f.Type().Id(e.Name).Id(e.Base.String())
	f.Line()
	var all []constant
	for i, v := range e.Values {
		value := quoted(v.Text)
		if e.Base == infer.Int {
			value = jen.Op(v.Text)
		}
		all = append(all, constant{e.Constants[i], value, len(v.Text), Sentence(v.About)})
	}
	f.Add(doc("The known values of " + e.Name + "."))
	f.Add(constants(e.Name, all))
	f.Line()
	f.Add(doc("Known reports whether v is one of the known values."))
	f.Func().Params(jen.Id("v").Id(e.Name)).Id("Known").Params().Bool().Block(
		jen.Switch(jen.Id("v")).Block(
			jen.Case(ids(e.Constants)...).Block(jen.Return(jen.True())),
		),
		jen.Return(jen.False()),
	)
	f.Line()
	enumString(f, e)
}

// enumDoc says what an enum is for, and that it is open. Without a text about the enum, it
// has that about the fields of the type.
func (p *printer) enumDoc(e names.Enum) string {
	const open = " Values other than the known ones are kept as they are."
	if e.About != "" {
		if strings.HasPrefix(e.About, e.Name+" ") {
			return Sentence(e.About) + open
		}
		return e.Name + ": " + Sentence(e.About) + open
	}
	what := "the string at "
	if e.Base == infer.Int {
		what = "the integer at "
	}
	at := make([]string, len(e.At))
	for i, place := range e.At {
		at[i] = place.Path
	}
	text := e.Name + " is " + what + either(at)
	if about := p.aboutField(e.Enum); about != "" {
		text += ": " + about
	}
	return Sentence(text) + open
}

// aboutField returns the text about the fields of an enum's type as a part of a sentence,
// or "" if they have several.
func (p *printer) aboutField(e *infer.Enum) string {
	about := ""
	for _, st := range p.Structs {
		for _, f := range st.Fields {
			if f.About == "" || infer.InsideOpt(f.Type) != infer.Type(e) {
				continue
			}
			if about != "" && f.About != about {
				return ""
			}
			about = f.About
		}
	}
	first, size := utf8.DecodeRuneInString(about)
	if second, _ := utf8.DecodeRuneInString(about[size:]); about == "" || unicode.IsUpper(second) {
		return about // an abbreviation has two capital letters
	}
	return string(unicode.ToLower(first)) + about[size:]
}

// enumString writes the method String of an enum of integers with names. A string is
// its own name.
func enumString(f *jen.File, e names.Enum) {
	named := func(v infer.EnumValue) bool { return v.Name != "" }
	if e.Base != infer.Int || !slices.ContainsFunc(e.Values, named) {
		return
	}
	f.Add(doc("String returns the name of a known value, and the digits of any other."))
	f.Func().Params(jen.Id("v").Id(e.Name)).Id("String").Params().String().Block(
		jen.Switch(jen.Id("v")).BlockFunc(func(g *jen.Group) {
			for i, v := range e.Values {
				if named(v) {
					g.Case(jen.Id(e.Constants[i])).Block(jen.Return(quoted(v.Name)))
				}
			}
		}),
		jen.Return(jen.Qual("strconv", "FormatInt").Call(jen.Int64().Call(jen.Id("v")), jen.Lit(10))),
	)
	f.Line()
}

// constant is a constant with its comment.
type constant struct {
	name  string
	value *jen.Statement
	width int // of the value
	text  string
}

// maxLine is the length of the longest line whose comment stands at its end.
const maxLine = 120

// constants returns constants of one type. Comments stand at the ends of the lines if
// all of them fit there, or else above the lines.
func constants(typ string, all []constant) jen.Code {
	name, value, text := 0, 0, 0
	for _, c := range all {
		name, value, text = max(name, len(c.name)), max(value, c.width), max(text, len(c.text))
	}
	above := name+value+text+len(typ)+len(`  = "" // `) > maxLine
	return jen.Const().DefsFunc(func(g *jen.Group) {
		for _, c := range all {
			line := jen.Id(c.name).Id(typ).Op("=").Add(c.value)
			switch {
			case c.text == "":
			case above:
				g.Add(doc(c.text))
			default:
				line.Add(remark(c.text))
			}
			g.Add(line)
		}
	})
}
