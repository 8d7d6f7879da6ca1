package main

import (
	"fmt"
	"strings"
)

// jx returns jx.go: what ogen would write for the types, shorter by its checks
// of required members.
func (m *model) jx(pkg string) string {
	var b strings.Builder
	for _, s := range m.structs {
		fmt.Fprintf(&b, "func (v *%s) DecodeJX(d *jx.Decoder) error {\nreturn d.ObjBytes(func(d *jx.Decoder, key []byte) error {\nswitch string(key) {\n", s.name)
		for _, f := range s.fields {
			fmt.Fprintf(&b, "case %q:\n", f.key)
			decode(&b, f.typ, "v."+f.name, 0)
		}
		b.WriteString("default:\nreturn d.Skip()\n}\nreturn nil\n})\n}\n\n")
		fmt.Fprintf(&b, "func (v *%s) EncodeJX(e *jx.Encoder) {\ne.ObjStart()\n", s.name)
		for _, f := range s.fields {
			fmt.Fprintf(&b, "e.FieldStart(%q)\n", f.key)
			encode(&b, f.typ, "v."+f.name, 0)
		}
		b.WriteString("e.ObjEnd()\n}\n\n")
	}
	for _, l := range m.lists {
		fmt.Fprintf(&b, "func (v *%s) DecodeJX(d *jx.Decoder) error {\n", l.name)
		decode(&b, &typ{kind: slice, elem: l.elem}, "*v", 0)
		b.WriteString("return nil\n}\n\n")
	}
	return header(pkg, b.String(), map[string]string{
		"jx.":       "github.com/go-faster/jx",
		"json.RawM": "encoding/json",
	})
}

// decode writes statements that read a value into x. A name that ends in n is
// free for them.
func decode(b *strings.Builder, t *typ, x string, n int) {
	scalar := func(call string) {
		fmt.Fprintf(b, "x%d, err := d.%s()\nif err != nil {\nreturn err\n}\n%s = x%d\n", n, call, x, n)
	}
	switch t.kind {
	case boolean:
		scalar("Bool")
	case integer:
		scalar("Int64")
	case float:
		scalar("Float64")
	case text:
		scalar("Str")
	case raw:
		fmt.Fprintf(b, "x%d, err := d.RawAppend(nil)\nif err != nil {\nreturn err\n}\n%s = json.RawMessage(x%d)\n", n, x, n)
	case number:
		fmt.Fprintf(b, "x%d, err := d.Raw()\nif err != nil {\nreturn err\n}\nif err := (&%s).UnmarshalJSON(x%d); err != nil {\nreturn err\n}\n", n, x, n)
	case structs:
		fmt.Fprintf(b, "if err := (&%s).DecodeJX(d); err != nil {\nreturn err\n}\n", x)
	case pointer:
		fmt.Fprintf(b, "if d.Next() == jx.Null {\n%s = nil\nif err := d.Null(); err != nil {\nreturn err\n}\n} else {\nvar p%d %s\n", x, n, t.elem.expr())
		decode(b, t.elem, fmt.Sprintf("p%d", n), n+1)
		fmt.Fprintf(b, "%s = &p%d\n}\n", x, n)
	case slice:
		fmt.Fprintf(b, "if d.Next() == jx.Null {\n%s = nil\nif err := d.Null(); err != nil {\nreturn err\n}\n} else {\n%s = make(%s, 0)\nif err := d.Arr(func(d *jx.Decoder) error {\nvar p%d %s\n", x, x, t.under(), n, t.elem.expr())
		decode(b, t.elem, fmt.Sprintf("p%d", n), n+1)
		fmt.Fprintf(b, "%s = append(%s, p%d)\nreturn nil\n}); err != nil {\nreturn err\n}\n}\n", x, x, n)
	case dict:
		fmt.Fprintf(b, "if d.Next() == jx.Null {\n%s = nil\nif err := d.Null(); err != nil {\nreturn err\n}\n} else {\n%s = make(%s)\nif err := d.Obj(func(d *jx.Decoder, key%d string) error {\nvar p%d %s\n", x, x, t.expr(), n, n, t.elem.expr())
		decode(b, t.elem, fmt.Sprintf("p%d", n), n+1)
		fmt.Fprintf(b, "%s[key%d] = p%d\nreturn nil\n}); err != nil {\nreturn err\n}\n}\n", x, n, n)
	}
}

// encode writes statements that write x.
func encode(b *strings.Builder, t *typ, x string, n int) {
	switch t.kind {
	case boolean:
		fmt.Fprintf(b, "e.Bool(%s)\n", x)
	case integer:
		fmt.Fprintf(b, "e.Int64(%s)\n", x)
	case float:
		fmt.Fprintf(b, "e.Float64(%s)\n", x)
	case text:
		fmt.Fprintf(b, "e.Str(%s)\n", x)
	case raw:
		fmt.Fprintf(b, "if len(%s) == 0 {\ne.Null()\n} else {\ne.Raw(%s)\n}\n", x, x)
	case number:
		fmt.Fprintf(b, "switch {\ncase %s.Quoted:\ne.Str(%s.Text)\ncase %s.Text == \"\":\ne.Int(0)\ndefault:\ne.Num(jx.Num(%s.Text))\n}\n", x, x, x, x)
	case structs:
		fmt.Fprintf(b, "%s.EncodeJX(e)\n", x)
	case pointer:
		fmt.Fprintf(b, "if %s == nil {\ne.Null()\n} else {\n", x)
		elem := "*" + x
		if t.elem.kind == structs || t.elem.kind == number {
			elem = x
		}
		encode(b, t.elem, elem, n+1)
		b.WriteString("}\n")
	case slice:
		fmt.Fprintf(b, "if %s == nil {\ne.Null()\n} else {\ne.ArrStart()\nfor i%d := range %s {\n", x, n, x)
		encode(b, t.elem, fmt.Sprintf("%s[i%d]", x, n), n+1)
		b.WriteString("}\ne.ArrEnd()\n}\n")
	case dict:
		fmt.Fprintf(b, "if %s == nil {\ne.Null()\n} else {\ne.ObjStart()\nfor key%d, x%d := range %s {\ne.FieldStart(key%d)\n", x, n, n, x, n)
		encode(b, t.elem, fmt.Sprintf("x%d", n), n+1)
		b.WriteString("}\ne.ObjEnd()\n}\n")
	}
}
