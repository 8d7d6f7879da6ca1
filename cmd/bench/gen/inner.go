package main

import (
	"fmt"
	"strings"
)

// inner returns inner.go: methods that walk to the strings that hold JSON. The
// decoders to compare with know no such strings; who needs what is in them
// calls the decoder once more for each.
func (m *model) inner(pkg string) string {
	has := map[string]bool{}
	for range m.structs { // as often as types can be inside one another
		for _, s := range m.structs {
			for _, f := range s.fields {
				if f.in != nil || has[base(f.typ).name] {
					has[s.name] = true
				}
			}
		}
	}
	var b strings.Builder
	for _, s := range m.structs {
		if has[s.name] {
			m.innerOf(&b, s, has)
		}
	}
	if b.Len() == 0 {
		b.WriteString("// Inner does nothing: no string of an event holds JSON.\n")
		fmt.Fprintf(&b, "func (v *%s) Inner(func(text string, into any) error) error { return nil }\n", m.structs[0].name)
	}
	return header(pkg, b.String(), nil)
}

// base returns the struct or scalar in a type.
func base(t *typ) *typ {
	for t.kind == pointer || t.kind == slice {
		t = t.elem
	}
	return t
}

func (m *model) innerOf(b *strings.Builder, s *structure, has map[string]bool) {
	fmt.Fprintf(b, "// Inner calls decode for each string in v that holds JSON, with the variable\n// for what it holds.\n")
	fmt.Fprintf(b, "func (v *%s) Inner(decode func(text string, into any) error) error {\n", s.name)
	for _, f := range s.fields {
		x := "v." + f.name
		switch {
		case f.in != nil && f.typ.kind == pointer:
			fmt.Fprintf(b, "if %s != nil && *%s != \"\" {\nif err := decode(*%s, &%sInner); err != nil {\nreturn err\n}\n}\n", x, x, x, x)
		case f.in != nil:
			fmt.Fprintf(b, "if %s != \"\" {\nif err := decode(%s, &%sInner); err != nil {\nreturn err\n}\n}\n", x, x, x)
		case !has[base(f.typ).name]:
		case f.typ.kind == structs:
			fmt.Fprintf(b, "if err := %s.Inner(decode); err != nil {\nreturn err\n}\n", x)
		case f.typ.kind == pointer:
			fmt.Fprintf(b, "if %s != nil {\nif err := %s.Inner(decode); err != nil {\nreturn err\n}\n}\n", x, x)
		case f.typ.kind == slice:
			fmt.Fprintf(b, "for i := range %s {\nif err := %s[i].Inner(decode); err != nil {\nreturn err\n}\n}\n", x, x)
		}
	}
	b.WriteString("return nil\n}\n\n")
}
