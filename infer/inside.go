package infer

// Opt, Or and JSON are around the type of a value. The functions in this file look
// through them, each as far as its name says.

// InsideOpt returns the type inside Opt, that of a member with a value.
func InsideOpt(t Type) Type {
	for {
		opt, ok := t.(Opt)
		if !ok {
			return t
		}
		t = opt.Elem
	}
}

// insideOptOr returns the type inside Opt and Or, that of a value of the expected
// kind.
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

// InsideOptOrJSON returns the type inside Opt, Or and JSON, that of the value whose
// members and elements are below a path.
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

// Elem returns the type of the elements of a Slice or the values of a Map inside Opt,
// Or and JSON, and nil for other types.
func Elem(t Type) Type {
	switch t := InsideOptOrJSON(t).(type) {
	case Slice:
		return t.Elem
	case Map:
		return t.Elem
	case ObjectOrList:
		return t.List.Elem
	}
	return nil
}

// StructIn returns the struct inside Opt, Or, JSON, Slice and Map, or nil if there is
// none. That of an ObjectOrList is its Object.
func StructIn(t Type) *Struct {
	for {
		t = InsideOptOrJSON(t)
		switch u := t.(type) {
		case *Struct:
			return u
		case ObjectOrList:
			return u.Object
		}
		if t = Elem(t); t == nil {
			return nil
		}
	}
}

// StructsIn returns the structs inside Opt, Or, JSON, Slice, Map and ObjectOrList, in their
// order: at most one for each ObjectOrList, and one more.
func StructsIn(t Type) []*Struct {
	var all []*Struct
	for ; t != nil; t = Elem(t) {
		switch u := InsideOptOrJSON(t).(type) {
		case *Struct:
			return append(all, u)
		case ObjectOrList:
			all = append(all, u.Object)
		}
	}
	return all
}
