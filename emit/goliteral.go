package emit

import (
	"fmt"
	"reflect"
	"time"

	"github.com/dave/jennifer/jen"
)

// goLiteral returns a struct of the run-time support as Go code, one field on a line.
// Its fields are structs, lists of them, pointers to them, strings, numbers, and
// constants that are named by their String method. Those with a zero value are left
// out.
func (p *printer) goLiteral(v any) jen.Code {
	value := reflect.Indirect(reflect.ValueOf(v))
	return p.supported(value.Type(), value.Type().Name()).Values(onLines(p.literalFields(value)...)...)
}

func (p *printer) reflected(v reflect.Value) jen.Code {
	t := v.Type()
	switch {
	case t == reflect.TypeFor[time.Duration]():
		return duration(time.Duration(v.Int()))
	case t.PkgPath() != "" && t.Kind() == reflect.Int:
		return p.supported(t, v.Interface().(fmt.Stringer).String())
	}
	switch t.Kind() {
	case reflect.Pointer:
		return jen.Op("&").Add(p.reflected(v.Elem()))
	case reflect.Slice:
		return jen.Index().Add(p.supported(t.Elem(), t.Elem().Name())).ValuesFunc(func(g *jen.Group) {
			for i := range v.Len() {
				if item := v.Index(i); item.Kind() == reflect.Struct {
					g.Values(p.literalFields(item)...)
				} else {
					g.Add(p.reflected(item))
				}
			}
		})
	case reflect.Struct:
		return p.supported(t, t.Name()).Values(p.literalFields(v)...)
	case reflect.String:
		return quoted(v.String())
	}
	return jen.Lit(v.Interface())
}

// literalFields returns the fields of a struct that are not zero, with their names.
func (p *printer) literalFields(v reflect.Value) []jen.Code {
	var fields []jen.Code
	for i := range v.NumField() {
		if f := v.Field(i); !f.IsZero() {
			fields = append(fields, jen.Id(v.Type().Field(i).Name).Op(":").Add(p.reflected(f)))
		}
	}
	return fields
}

// supported returns a name that the package of a type declares, as generated code
// imports it.
func (p *printer) supported(t reflect.Type, name string) *jen.Statement {
	for _, s := range support() {
		if s.path == t.PkgPath() {
			return jen.Qual(p.base+"/"+s.to, name)
		}
	}
	panic("emit: not of the run-time support: " + t.String())
}

// duration returns a duration in the largest unit that divides it.
func duration(d time.Duration) jen.Code {
	for _, unit := range []struct {
		of   time.Duration
		name string
	}{{time.Hour, "Hour"}, {time.Minute, "Minute"}, {time.Second, "Second"}, {time.Millisecond, "Millisecond"}} {
		if d == unit.of {
			return jen.Qual("time", unit.name)
		}
		if d%unit.of == 0 {
			return jen.Lit(int(d/unit.of)).Op("*").Qual("time", unit.name)
		}
	}
	return jen.Qual("time", "Duration").Call(jen.Lit(int(d)))
}

// onLines returns the fields of a literal, each on a line of its own.
func onLines(fields ...jen.Code) []jen.Code {
	var out []jen.Code
	for _, f := range fields {
		out = append(out, jen.Line().Add(f))
	}
	return append(out, jen.Line())
}
