package diff

import "github.com/specimen-go/specimen/infer"

// sameGo reports whether an old and a new type are the same in Go. A type that was
// renamed counts as the same: its new name is another change.
func (c *comparison) sameGo(old, new infer.Type) bool {
	switch a := old.(type) {
	case *infer.Struct:
		b, ok := new.(*infer.Struct)
		return ok && c.typeNow(c.old.Names.Struct(a)) == c.new.Names.Struct(b)
	case *infer.Enum:
		b, ok := new.(*infer.Enum)
		return ok && c.typeNow(a.Name) == b.Name
	case infer.Slice:
		b, ok := new.(infer.Slice)
		return ok && c.sameGo(a.Elem, b.Elem)
	case infer.Map:
		b, ok := new.(infer.Map)
		return ok && c.sameGo(a.Elem, b.Elem)
	case infer.Opt:
		b, ok := new.(infer.Opt)
		return ok && a.Pointer == b.Pointer && c.sameGo(a.Elem, b.Elem)
	case infer.Or:
		b, ok := new.(infer.Or)
		return ok && a.Pointer == b.Pointer && c.sameGo(a.Elem, b.Elem)
	case infer.ObjectOrList:
		b, ok := new.(infer.ObjectOrList)
		return ok && c.sameGo(a.Object, b.Object) && c.sameGo(a.List, b.List)
	case infer.JSON:
		b, ok := new.(infer.JSON)
		return ok && c.sameGo(a.Elem, b.Elem)
	}
	return old == new
}

func (c *comparison) typeNow(name string) string {
	if now, ok := c.types[name]; ok {
		return now
	}
	return name
}

// withoutOpts returns a type without the Opts in it, at every depth.
func withoutOpts(t infer.Type) infer.Type {
	switch t := t.(type) {
	case infer.Opt:
		return withoutOpts(t.Elem)
	case infer.Slice:
		return infer.Slice{Elem: withoutOpts(t.Elem)}
	case infer.Map:
		return infer.Map{Elem: withoutOpts(t.Elem)}
	case infer.Or:
		return infer.Or{Elem: withoutOpts(t.Elem), Also: t.Also}
	case infer.ObjectOrList:
		return infer.ObjectOrList{Object: t.Object, List: infer.Slice{Elem: withoutOpts(t.List.Elem)}}
	case infer.JSON:
		return infer.JSON{Elem: withoutOpts(t.Elem)}
	}
	return t
}
