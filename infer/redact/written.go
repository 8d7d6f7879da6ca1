package redact

import "slices"

// written returns the parts of a text that a person wrote: addresses and numbers,
// which stay equal to others, and what is between them except for elements and
// entities.
func written(text string) []part {
	all := slices.DeleteFunc(append(find(text, personalPatterns), cardsIn(text)...), func(p part) bool {
		return !slices.Contains([]What{URL, Mail, Phone, Card, Account, Network}, p.what)
	})
	done := 0
	for _, at := range append(tagPattern.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		all = append(all, part{from: done, to: at[0], what: Text})
		done = at[1]
	}
	return all
}

// between returns what is left of texts without other parts, all in order.
func between(texts, others []part) []part {
	var all []part
	for _, t := range texts {
		for len(others) > 0 && others[0].from < t.to {
			if others[0].from > t.from {
				all = append(all, part{from: t.from, to: others[0].from, what: t.what})
			}
			t.from = max(t.from, others[0].to)
			all = append(all, others[0])
			others = others[1:]
		}
		if t.from < t.to {
			all = append(all, t)
		}
	}
	return append(all, others...)
}

// isText reports whether a person wrote the text of a leaf.
func (l *leaf) isText() bool {
	return slices.ContainsFunc(l.parts, func(p part) bool { return p.what == Text })
}
