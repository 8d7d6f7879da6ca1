package suggest

// Next returns the first suggestion that can be applied to the decisions of the input and
// that is not skipped, strong ones before weak ones. ok is false if there is none. It is
// for a person who answers one by one: each suggestion depends on the decisions alone.
func Next(in Input, skip func(Suggestion) bool) (next Suggestion, ok bool) {
	in.Weak = true
	s := &search{in: in, decisions: in.Decisions, refused: make(map[string]bool)}
	if !s.look() {
		return Suggestion{}, false
	}
	for _, weak := range []bool{false, true} {
		for _, find := range append(structural(), leaves()...) {
			for _, c := range s.open(find, func(c candidate) bool { return c.Weak == weak && !skip(c.Suggestion) }) {
				if next, ok := s.alone(c); ok {
					return next, true
				}
			}
		}
	}
	return Suggestion{}, false
}

// alone returns a candidate with its first option that can be applied.
func (s *search) alone(c trial) (Suggestion, bool) {
	for all := s.choose([]trial{c}); len(all) > 0; all = s.choose(all) {
		if r, _ := s.try(all); r.view != nil {
			c.Change = all[0].options[all[0].option]
			return r.view.shortest([]Suggestion{c.Suggestion})[0], true
		}
		all[0].option++
	}
	return Suggestion{}, false
}
