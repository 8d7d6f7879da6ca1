package infer

// breakCycles gives types that contain themselves pointers, by the rule "recursion". A
// member of a struct's own type needs one if it can be null, absent or of another kind;
// arrays and maps do not. Structs that contain each other are treated in the same way.
// A type that still contains itself is an error.
func (w *decider) breakCycles(m Model) {
	for _, cycle := range cycles(m) {
		for _, s := range cycle {
			for _, f := range s.Fields {
				if !among(held(f.Type), cycle) {
					continue
				}
				f.Type = behindPointer(f.Type)
				w.decided[f.Path].Type = f.Type
			}
		}
	}
	for _, cycle := range cycles(m) {
		for _, s := range cycle {
			for _, f := range s.Fields {
				if among(held(f.Type), cycle) {
					w.problem(w.types[s.Path].Ref, f.Path, endless())
				}
			}
		}
	}
}

// behindPointer returns an Opt or Or with a pointer, a JSON in such an Opt, and any other
// type as it is.
func behindPointer(t Type) Type {
	switch t := t.(type) {
	case Opt:
		t.Pointer = true
		return t
	case Or:
		t.Pointer = true
		return t
	case JSON:
		return Opt{Elem: t, Pointer: true}
	}
	return t
}

// held returns the struct that a value of a type contains directly, or nil.
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

// cycles returns the sets of structs that contain each other, or themselves: Tarjan's
// strongly connected components, in the order of the model's structs.
func cycles(m Model) [][]*Struct {
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
		var cycle []*Struct
		for len(cycle) == 0 || cycle[len(cycle)-1] != s {
			last := open[len(open)-1]
			open, onStack[last] = open[:len(open)-1], false
			cycle = append(cycle, last)
		}
		if len(cycle) > 1 || itself {
			all = append(all, cycle)
		}
	}
	for _, s := range m.Structs {
		if index[s] == 0 {
			visit(s)
		}
	}
	return all
}
