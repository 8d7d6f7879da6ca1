package infer

// modelType is the type of a path in the model, for the paths below it. It is nil for a
// path that the model does not have.
type modelType struct {
	t        Type
	up       *modelType // of the value that it is part of
	envelope *Struct
	json     bool // whether it is JSON in a string
}

// newModelType returns the model type of a value of a type. A struct within itself is
// treated as not in the model, so that the model has a finite number of paths.
func newModelType(t Type, up *modelType, envelope *Struct) *modelType {
	_, json := insideOptOr(t).(JSON)
	t = InsideOptOrJSON(t)
	if s, ok := t.(*Struct); ok {
		for outer := up; outer != nil; outer = outer.up {
			if outer.t == Type(s) {
				return nil
			}
		}
	}
	return &modelType{t, up, envelope, json}
}

// member returns the model type of a member, and whether its name is a key of a map.
func (s *modelType) member(name string) (below *modelType, key bool) {
	if s == nil {
		return nil, false
	}
	switch t := s.t.(type) {
	case Map:
		return newModelType(t.Elem, s, s.envelope), true
	case *Struct:
		for _, f := range t.Fields {
			if f.Key == name {
				return newModelType(f.Type, s, s.envelope), false
			}
		}
		if !t.Envelope || s.envelope == nil {
			return nil, false
		}
		for _, f := range s.envelope.Fields {
			if f.Key == name {
				return newModelType(f.Type, s, s.envelope), false
			}
		}
	}
	return nil, false
}

// rest returns the model type of the members whose names are folded.
func (s *modelType) rest() *modelType {
	if s == nil {
		return nil
	}
	if t, ok := s.t.(Map); ok {
		return newModelType(t.Elem, s, s.envelope)
	}
	return nil
}

// elem returns the model type of the elements of arrays.
func (s *modelType) elem() *modelType {
	if s == nil {
		return nil
	}
	if t, ok := s.t.(Slice); ok {
		return newModelType(t.Elem, s, s.envelope)
	}
	return nil
}

// inner returns the model type of the JSON in strings.
func (s *modelType) inner() *modelType {
	if s == nil || !s.json {
		return nil
	}
	return s
}
