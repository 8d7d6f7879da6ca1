package specs

import "slices"

func changeKeys() []key[Change] {
	return []key[Change]{
		{"path", false, func(r *reader, n node, c *Change) { c.Path, _ = r.word(n, "the path", decisionPath) }},
		{"type", false, func(r *reader, n node, c *Change) { c.Type, _ = r.word(n, "the type", exported) }},
		{"topic", false, func(r *reader, n node, c *Change) { c.Topic, _ = r.word(n, "the topic", topicName) }},
		{"why", true, func(r *reader, n node, c *Change) { c.Why = r.prose(n, `"why"`) }},
	}
}

// readChanges reads the log of changes. It does not check what an entry is about,
// because that can be gone.
func readChanges(r *reader, n node, p *Platform) {
	for item := range r.elements(n, `"changes"`) {
		c := Change{Ref: item.ref}
		if !readObject(r, item, "the change", "a mapping like {path: …, why: …}", changeKeys(), &c) {
			continue
		}
		r.oneOf(item, "the change", "path", "type", "topic")
		p.Changes = append(p.Changes, c)
	}
	r.notEmpty(n, `"changes"`)
}

// changes reports an entry that the log has twice. A second change of the same thing
// has another reason.
func (c checker) changes() {
	same := func(a, b Change) bool {
		a.Ref = b.Ref
		return a == b && a.Why != ""
	}
	for i, x := range c.p.Changes {
		if k := slices.IndexFunc(c.p.Changes[:i], func(y Change) bool { return same(x, y) }); k >= 0 {
			c.problem(x.Ref, "duplicate change", "remove it, or give the reason for the second one", c.p.At(c.p.Changes[k].Ref))
		}
	}
}
