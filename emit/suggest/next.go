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
				if option, _, ok := s.first(c); ok {
					c.Change = option
					return c.Suggestion, true
				}
			}
		}
	}
	return Suggestion{}, false
}
