package emit

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// scalarLiteral returns the literal of a scalar, or nil for the zero value.
func (p *printer) scalarLiteral(t infer.Scalar, v jsontext.Value) *jen.Statement {
	switch text, _ := v.Text(); t {
	case infer.String, infer.Timestamp, infer.Base64:
		if text == "" {
			return nil
		}
		return quoted(text)
	case infer.Bool:
		if v.Raw() != "true" {
			return nil
		}
		return jen.True()
	case infer.Int:
		if v.Kind() == jsontext.KindNull || v.Raw() == "0" {
			return nil
		}
		return jen.Op(v.Raw())
	case infer.Float:
		return floatLiteral(v.Raw())
	case infer.Number:
		return p.numberLiteral(v)
	case infer.Unix, infer.UnixMilli, infer.UnixMicro:
		if n := p.numberLiteral(v); n != nil {
			return jen.Qual(p.payload, t.String()).Values(jen.Id("Number").Op(":").Add(n))
		}
		return nil
	case infer.Flag:
		if name := flagName(v); name != "" {
			return jen.Qual(p.payload, name)
		}
		return nil
	}
	return jen.Qual(p.test, "Value").Call(literal(v.Raw()))
}

// flagName returns the constant of package payload for a Flag, or "" for a value that is
// not a Flag.
func flagName(v jsontext.Value) string {
	forms, prefix := []string{"0", "1", "false", "true"}, "Flag"
	raw := v.Raw()
	if text, ok := v.Text(); ok {
		raw, prefix = text, "FlagText"
	}
	if !slices.Contains(forms, raw) {
		return ""
	}
	return prefix + strings.ToUpper(raw[:1]) + raw[1:]
}

// longFloat is the length of the longest number that is printed as it is written. Go
// limits the digits and exponents of constants.
const longFloat = 20

// floatLiteral returns the literal of a float64, or nil for 0 and null.
func floatLiteral(raw string) *jen.Statement {
	switch f, _ := strconv.ParseFloat(raw, 64); {
	case f == 0:
		return nil
	case len(raw) > longFloat:
		return jen.Op(strconv.FormatFloat(f, 'g', -1, 64))
	}
	return jen.Op(raw)
}

// numberLiteral returns the literal of a Number, or nil for null.
func (p *printer) numberLiteral(v jsontext.Value) *jen.Statement {
	if text, ok := v.Text(); ok {
		return jen.Qual(p.payload, "QuotedNum").Call(quoted(text))
	}
	if v.Kind() != jsontext.KindNumber {
		return nil
	}
	return jen.Qual(p.payload, "Num").Call(quoted(v.Raw()))
}
