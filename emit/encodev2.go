package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// v2 is when the second version of encoding/json is there: from Go 1.27 on, unless it is
// built without the experiment.
const v2 = "//go:build go1.27 && goexperiment.jsonv2"

// encodeV2File returns encode_v2.go: MarshalJSONTo of each type with MarshalJSON, which
// writes into the buffer of an encoder instead of one of its own.
//
// There is no UnmarshalJSONFrom: a decoder of encoding/json/v2 has to find the end of the
// value before it is read here, as it does for UnmarshalJSON.
func (p *printer) encodeV2File() *jen.File {
	f := p.file()
	f.HeaderComment(v2)
	f.ImportName("encoding/json/jsontext", "jsontext")
	for _, st := range p.Structs {
		if st.Path != infer.EnvelopeRoot {
			p.marshalTo(f, st.Go)
		}
	}
	for _, e := range p.events {
		if e.Struct == nil || e.Embeds() {
			p.marshalTo(f, e.Go)
		}
	}
	p.marshalTo(f, names.UnknownEvent)
	return f
}

func (p *printer) marshalTo(f *jen.File, name string) {
	f.Add(doc("MarshalJSONTo writes the JSON that MarshalJSON returns."))
	f.Func().Params(jen.Id("v").Op("*").Id(name)).Id("MarshalJSONTo").Params(jen.Id("e").Op("*").Qual("encoding/json/jsontext", "Encoder")).Error().Block(
		jen.Return(jen.Qual(p.wire, "WriteTo").Call(jen.Id("e"), jen.Id("v").Dot("AppendJSON").Call(jen.Id("e").Dot("AvailableBuffer").Call()))),
	)
	f.Line()
}
