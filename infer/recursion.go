package infer

// tie ends types that hold themselves: rule "recursion". A member of a struct's own type is
// finite where it may be null, absent or of another shape: there, a pointer stands
// between the two. So it is for types that hold each other. Lists and maps need none.
// What is left are types that have no end, which is an error.
func (w *decider) tie(m Model) {
	for _, ring := range rings(m) {
		for _, s := range ring {
			for _, f := range s.Fields {
				if !among(held(f.Type), ring) {
					continue
				}
				f.Type = behindPointer(f.Type)
				w.decided[f.Path].Type = f.Type
			}
		}
	}
	for _, ring := range rings(m) {
		for _, s := range ring {
			for _, f := range s.Fields {
				if among(held(f.Type), ring) {
					w.problem(w.types[s.Path].Ref, f.Path, endless())
				}
			}
		}
	}
}

// behindPointer returns a type that may be without a value, with a pointer to it.
func behindPointer(t Type) Type {
	switch t := t.(type) {
	case Opt:
		t.Pointer = true
		return t
	case Or:
		t.Pointer = true
		return t
	}
	return t
}

// held returns the struct that a variable of a type has in itself, or nil.
func held(t Type) *Struct {
	switch t := t.(type) {
	case Opt:
		if !t.Pointer {
			return held(t.Elem)
		}
	case Or:
		if !t.Pointer {
			return held(t.Elem)
		}
	case JSON:
		return held(t.Elem)
	case *Struct:
		return t
	}
	return nil
}

func among(s *Struct, all []*Struct) bool {
	for _, t := range all {
		if s == t {
			return true
		}
	}
	return false
}

// rings returns the sets of structs that hold each other, or one that holds itself:
// the strongly connected components of what holds what, as Tarjan finds them. The
// order is that of the model's structs.
func rings(m Model) [][]*Struct {
	var all [][]*Struct
	var open []*Struct
	index, low, onStack := make(map[*Struct]int), make(map[*Struct]int), make(map[*Struct]bool)
	var visit func(s *Struct)
	visit = func(s *Struct) {
		index[s] = len(index) + 1
		low[s] = index[s]
		open, onStack[s] = append(open, s), true
		itself := false
		for _, f := range s.Fields {
			t := held(f.Type)
			switch {
			case t == nil:
			case index[t] == 0:
				visit(t)
				low[s] = min(low[s], low[t])
			case onStack[t]:
				low[s] = min(low[s], index[t])
			}
			itself = itself || t == s
		}
		if low[s] != index[s] {
			return
		}
		var ring []*Struct
		for len(ring) == 0 || ring[len(ring)-1] != s {
			last := open[len(open)-1]
			open, onStack[last] = open[:len(open)-1], false
			ring = append(ring, last)
		}
		if len(ring) > 1 || itself {
			all = append(all, ring)
		}
	}
	for _, s := range m.Structs {
		if index[s] == 0 {
			visit(s)
		}
	}
	return all
}
