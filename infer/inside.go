package infer

// Opt, Or and JSON say in which forms a value can be at a place. The functions here
// look through them, each as far as its name says.

// InsideOpt returns the type inside Opt: that of a member that is there and not null.
func InsideOpt(t Type) Type {
	for {
		opt, ok := t.(Opt)
		if !ok {
			return t
		}
		t = opt.Elem
	}
}

// insideOptOr returns the type inside Opt and Or: that of a value with the expected
// shape.
func insideOptOr(t Type) Type {
	for {
		switch u := t.(type) {
		case Opt:
			t = u.Elem
		case Or:
			t = u.Elem
		default:
			return t
		}
	}
}

// InsideOptOrJSON returns the type inside Opt, Or and JSON: that of the members and
// elements below a place, which have the same paths whether a string holds them or
// not.
func InsideOptOrJSON(t Type) Type {
	for {
		t = insideOptOr(t)
		j, ok := t.(JSON)
		if !ok {
			return t
		}
		t = j.Elem
	}
}

// Elem returns the type of the elements of a Slice or the values of a Map, inside Opt,
// Or and JSON. It returns nil for other types.
func Elem(t Type) Type {
	switch t := InsideOptOrJSON(t).(type) {
	case Slice:
		return t.Elem
	case Map:
		return t.Elem
	}
	return nil
}

// StructIn returns the struct that a type is or holds: inside Opt, Or, JSON, Slice and
// Map. It returns nil if there is none.
func StructIn(t Type) *Struct {
	for {
		t = InsideOptOrJSON(t)
		if s, ok := t.(*Struct); ok {
			return s
		}
		if t = Elem(t); t == nil {
			return nil
		}
	}
}
