package evidence

// Type is what the types of a platform have at a path, for the paths below it. A nil Type
// is that of a path that the types do not have. The types have a finite number of paths.
type Type interface {
	// Member returns the type of a member, and whether its name is a key of a map.
	Member(name string) (below Type, key bool)
	// Rest returns the type of the members whose names are folded.
	Rest() Type
	// Elem returns the type of the elements of arrays.
	Elem() Type
	// Inner returns the type of the JSON in strings.
	Inner() Type
	// Base64 reports whether the type is that of bytes in base64.
	Base64() bool
}

func (k *known) member(name string) (below Type, key bool) {
	if k.model == nil {
		return nil, false
	}
	return k.model.Member(name)
}

func (k *known) rest() Type {
	if k.model == nil {
		return nil
	}
	return k.model.Rest()
}

func (k *known) elem() Type {
	if k.model == nil {
		return nil
	}
	return k.model.Elem()
}

func (k *known) inner() Type {
	if k.model == nil {
		return nil
	}
	return k.model.Inner()
}
