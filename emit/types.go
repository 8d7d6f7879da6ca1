package emit

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// typesFile returns types.go: the events, then the other structs, then the enums.
func (p *printer) typesFile() *jen.File {
	f := p.file()
	for _, e := range p.events {
		switch {
		case e.Struct == nil:
			p.valueEvent(f, e)
		case e.Embeds():
			p.bodyEvent(f, e)
		default:
			p.structType(f, e.Struct, p.eventDoc(e))
		}
	}
	for _, st := range p.Structs {
		if !st.Event {
			p.structType(f, st, StructText(st))
		}
	}
	for _, e := range p.Enums {
		p.enumType(f, e)
	}
	return f
}

// eventDoc returns the comment of an event.
func (p *printer) eventDoc(e event) string {
	var topics []string
	for _, t := range e.topics {
		topics = append(topics, t.Name)
	}
	return EventText(e.Event, topics)
}

func (p *printer) structType(f *jen.File, st *names.Struct, text string) {
	f.Add(doc(text))
	var fields []jen.Code
	if st.Event {
		fields = append(fields, jen.Id(names.EventDelivery))
	}
	if st.Envelope {
		fields = append(fields, jen.Id(p.Envelope.Go))
	}
	for _, fd := range st.Fields {
		fields = append(fields, p.field(fd)...)
	}
	if st.Path != infer.EnvelopeRoot {
		fields = append(fields, p.extraField())
	}
	f.Type().Id(st.Go).Struct(fields...)
	f.Line()
}

// extraField returns the field Extra.
func (p *printer) extraField() jen.Code {
	return jen.Id("Extra").Qual(p.payload, "Members").Tag(map[string]string{"json": "-"}).Comment("unknown members, and what the fields have no room for")
}

// field returns a field with its comments: what the spec says above it, and what the
// examples show at the end of the line.
func (p *printer) field(f names.Field) []jen.Code {
	var codes []jen.Code
	if about := fieldDoc(f); about != "" {
		codes = append(codes, doc(about))
	}
	line := jen.Id(f.Go).Add(p.goType(f.Type))
	tags := make(map[string]string)
	if tag, ok := jsonTag(f); ok {
		tags["json"] = tag
	} else {
		tags["member"] = f.Key // for package record
	}
	if f.Required {
		tags["payload"] = "required"
	}
	if len(tags) > 0 {
		line.Add(structTag(tags))
	}
	if r := p.shown(f); r != "" {
		line.Add(remark(r))
	}
	return append(codes, line)
}

// fieldDoc says what a field means. The reason of a decision is for reviewers of the
// spec.
func fieldDoc(f names.Field) string {
	text := Sentence(f.About)
	if _, ok := jsonTag(f); !ok {
		text = strings.TrimSpace(text + " The member is named " + strconv.QuoteToASCII(f.Key) + ".")
	}
	return text
}

// jsonTag returns the tag of a field for encoding/json. The generated methods do not use
// it, but readers and other tools do. ok is false for a key that a tag cannot have.
func jsonTag(f names.Field) (tag string, ok bool) {
	if f.Key == "" {
		return "", false
	}
	for _, c := range f.Key {
		// The characters that encoding/json accepts, without the comma.
		if !visible(c) || !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return "", false
		}
	}
	tag = f.Key
	if tag == "-" {
		tag = "-,"
	}
	switch t := f.Type.(type) {
	case infer.Opt, infer.Or, infer.JSON:
		tag = strings.TrimSuffix(tag, ",") + ",omitzero"
	case infer.Scalar:
		if t == infer.Value {
			tag = strings.TrimSuffix(tag, ",") + ",omitzero"
		}
	}
	return tag, true
}

// shown returns what the comment behind a field says of its member: a value, null and
// absence, and its name where a decision gave the field another one.
func (p *printer) shown(f names.Field) string {
	var parts []string
	if value := p.Shown[f.Path]; value != "" {
		parts = append(parts, value)
	}
	if p := f.Presence(); p != "" {
		parts = append(parts, p)
	}
	if f.Required {
		parts = append(parts, "required")
	}
	if _, tagged := jsonTag(f); tagged && f.Name != "" {
		parts = append(parts, "member "+strconv.QuoteToASCII(f.Key))
	}
	return strings.Join(parts, ", ")
}

// ids returns names as identifiers.
func ids(names []string) []jen.Code {
	var codes []jen.Code
	for _, n := range names {
		codes = append(codes, jen.Id(n))
	}
	return codes
}

// valueEvent writes the type of an event whose body is not a struct.
func (p *printer) valueEvent(f *jen.File, e event) {
	body := "The body is not an object. Text that does not fit Payload is kept in Extra."
	if _, isMap := e.Root.(infer.Map); isMap {
		body = "The body is an object that is used as a map. Text that does not fit Payload is kept in Extra."
	} else if e.Root == infer.Type(infer.Value) {
		body = "Payload is the body, of any kind."
	}
	f.Add(doc(p.eventDoc(e) + " " + body))
	f.Type().Id(e.Go).Struct(
		jen.Id(names.EventDelivery),
		jen.Id(names.Payload).Add(p.goType(e.Root)),
		p.extraField(),
	)
	f.Line()
}
