package specs

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/specs/finding"
)

func changeKeys() []key[Change] {
	return []key[Change]{
		{"path", false, func(r *reader, n node, c *Change) { c.Path, _ = r.word(n, "the path", changedPath) }},
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
			c.problem(finding.DuplicateEntry, x.Ref, "duplicate change", "remove it, or give the reason for the second one", c.p.At(c.p.Changes[k].Ref))
		}
	}
}

// deliveryKeys are the keys of the spec whose changes can break code or deliveries
// beside the types.
func deliveryKeys() []string {
	return []string{
		"topic", "topic/batch", "deliveries/signature", "deliveries/id", "deliveries/shop", "deliveries/version",
		"deliveries/attempt", "deliveries/answer", "deliveries/handshake",
	}
}

// changedPath accepts what a change can be at: the path of a decision, or one of the
// deliveryKeys.
func changedPath(s string) error {
	keys := deliveryKeys()
	root, _, _ := strings.Cut(s, "/")
	switch {
	case slices.Contains(keys, s):
		return nil
	case root == "topic" || root == "deliveries":
		return broken("is not a key whose changes are listed", "the keys are "+strings.Join(keys, ", "))
	}
	return decisionPath(s)
}
