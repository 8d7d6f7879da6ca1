package infer

import "github.com/specimen-go/specimen/infer/evidence"

// TypeOf returns what types have at the paths below a root. envelope has the members of
// every event, or is nil.
func TypeOf(root Type, envelope *Struct) evidence.Type { return newModelType(root, nil, envelope) }

// modelType is the type of a path in the model, for the paths below it.
type modelType struct {
	t        Type
	up       *modelType // of the value that it is part of
	envelope *Struct
	json     bool // whether it is JSON in a string
}

// newModelType returns the model type of a value of a type. A struct within itself is
// treated as not in the model, so that the model has a finite number of paths.
func newModelType(t Type, up *modelType, envelope *Struct) evidence.Type {
	_, json := insideOptOr(t).(JSON)
	t = InsideOptOrJSON(t)
	if s := objectOf(t); s != nil {
		for outer := up; outer != nil; outer = outer.up {
			if objectOf(outer.t) == s {
				return nil
			}
		}
	}
	return &modelType{t, up, envelope, json}
}

// objectOf returns the struct that is a type, or that of its objects, or nil.
func objectOf(t Type) *Struct {
	switch t := t.(type) {
	case *Struct:
		return t
	case ObjectOrList:
		return t.Object
	}
	return nil
}

// Member returns the model type of a member, and whether its name is a key of a map.
func (s *modelType) Member(name string) (below evidence.Type, key bool) {
	if t, ok := s.t.(Map); ok {
		return newModelType(t.Elem, s, s.envelope), true
	}
	t := objectOf(s.t)
	if t == nil {
		return nil, false
	}
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
	return nil, false
}

// Rest returns the model type of the members whose names are folded.
func (s *modelType) Rest() evidence.Type {
	if t, ok := s.t.(Map); ok {
		return newModelType(t.Elem, s, s.envelope)
	}
	return nil
}

// Elem returns the model type of the elements of arrays.
func (s *modelType) Elem() evidence.Type {
	switch t := s.t.(type) {
	case Slice:
		return newModelType(t.Elem, s, s.envelope)
	case ObjectOrList:
		return newModelType(t.List.Elem, s, s.envelope)
	}
	return nil
}

// Inner returns the model type of the JSON in strings.
func (s *modelType) Inner() evidence.Type {
	if !s.json {
		return nil
	}
	return s
}

// Base64 reports whether the type is Base64.
func (s *modelType) Base64() bool { return s.t == Type(Base64) }
