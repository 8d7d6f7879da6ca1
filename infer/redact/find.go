package redact

import (
	"cmp"
	"slices"
	"strings"
)

// find returns the parts of a text that patterns match: their groups, or the whole
// match if there is no group.
func find(text string, patterns []pattern) []part {
	var all []part
	digits := strings.IndexFunc(text, func(c rune) bool { return '0' <= c && c <= '9' }) >= 0
	for _, p := range patterns {
		if p.digits && !digits || !strings.Contains(text, p.needs) {
			continue
		}
		for done := 0; done < len(text); {
			at := p.expr.FindStringSubmatchIndex(text[done:])
			if at == nil {
				break
			}
			groups := at[2:]
			if len(groups) == 0 {
				groups = at
			}
			begin := done
			for i := 0; i < len(groups); i += 2 {
				from, to := begin+groups[i], begin+groups[i+1]
				if groups[i] < 0 {
					continue
				}
				done = max(done, to)
				if p.within != nil {
					to = from + p.within(text[from:to])
				}
				if to > from && (p.when == nil || p.when(text[from:to])) {
					all = append(all, part{from: from, to: to, what: p.what})
				}
			}
			done = max(done, begin+1)
		}
	}
	return all
}

// merge sorts parts and joins those that overlap. They replace parts of written text
// that they overlap.
func merge(all []part) []part {
	var texts, others []part
	for _, p := range all {
		if p.what == Text {
			texts = append(texts, p)
		} else {
			others = append(others, p)
		}
	}
	return between(join(texts), join(others))
}

// join sorts parts and joins those that overlap.
func join(all []part) []part {
	slices.SortFunc(all, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to), cmp.Compare(a.what, b.what))
	})
	var out []part
	for _, p := range all {
		if n := len(out); n > 0 && p.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, p.to)
			continue
		}
		if p.to > p.from {
			out = append(out, p)
		}
	}
	return out
}
