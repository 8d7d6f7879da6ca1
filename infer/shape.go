package infer

// shape is the type of a place that the types have, as far as it says what other
// places they have below it. A nil shape is that of a place that they do not have.
type shape struct {
	t        Type
	up       *shape // of what the place is part of
	envelope *Struct
	json     bool // whether strings hold it
}

// newShape returns the shape of a value of a type. A type that holds itself is
// known once: what is in the inner one is as if the types did not have it, so that
// the places that they have are not endless.
func newShape(t Type, up *shape, envelope *Struct) *shape {
	_, json := insideOptOr(t).(JSON)
	t = InsideOptOrJSON(t)
	if s, ok := t.(*Struct); ok {
		for outer := up; outer != nil; outer = outer.up {
			if outer.t == Type(s) {
				return nil
			}
		}
	}
	return &shape{t, up, envelope, json}
}

// member returns the shape of a member, and whether its name is a key of a map.
func (s *shape) member(name string) (below *shape, key bool) {
	if s == nil {
		return nil, false
	}
	switch t := s.t.(type) {
	case Map:
		return newShape(t.Elem, s, s.envelope), true
	case *Struct:
		for _, f := range t.Fields {
			if f.Key == name {
				return newShape(f.Type, s, s.envelope), false
			}
		}
		if !t.Envelope || s.envelope == nil {
			return nil, false
		}
		for _, f := range s.envelope.Fields {
			if f.Key == name {
				return newShape(f.Type, s, s.envelope), false
			}
		}
	}
	return nil, false
}

// rest returns the shape of the members whose names are folded.
func (s *shape) rest() *shape {
	if s == nil {
		return nil
	}
	if t, ok := s.t.(Map); ok {
		return newShape(t.Elem, s, s.envelope)
	}
	return nil
}

// elem returns the shape of the elements of arrays.
func (s *shape) elem() *shape {
	if s == nil {
		return nil
	}
	if t, ok := s.t.(Slice); ok {
		return newShape(t.Elem, s, s.envelope)
	}
	return nil
}

// inner returns the shape of what strings hold.
func (s *shape) inner() *shape {
	if s == nil || !s.json {
		return nil
	}
	return s
}
