package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

// isWord reports whether a text looks like a name: letters, - and _.
func isWord(text string) bool {
	return text != "" && len(text) <= longestWord && !strings.ContainsFunc(text, func(c rune) bool {
		return (c < 'a' || 'z' < c) && (c < 'A' || 'Z' < c) && c != '_' && c != '-'
	})
}

// alone returns the name that all elements of a list are equal to, or "" if there is
// none or it is vague.
func alone(names []string) string {
	for _, n := range names {
		if n != names[0] || vague.is(strings.ToLower(n)) {
			return ""
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// whole returns the words that all names begin with, or else those that all end with:
// Reaction for ReactionAdded and ReactionRemoved.
func whole(names []string) string {
	if len(names) == 0 {
		return ""
	}
	begin, end := ident.Words(names[0]), ident.Words(names[0])
	for _, n := range names {
		w := ident.Words(n)
		for len(begin) > len(w) || !slices.Equal(begin, w[:len(begin)]) {
			begin = begin[:len(begin)-1]
		}
		for len(end) > len(w) || !slices.Equal(end, w[len(w)-len(end):]) {
			end = end[1:]
		}
	}
	for _, w := range [][]string{begin, end} {
		if name := strings.Join(w, ""); name != "" && !vague.is(strings.ToLower(name)) {
			return name
		}
	}
	return ""
}

// commonName returns the name for objects at members of the given names, or "" where
// the names have nothing in common. It tries, in this order: the words that all names
// end with, the last word of most names, the most preferred being, and the most
// frequent name.
func (v *view) commonName(tails []string) string {
	if len(tails) == 0 {
		return ""
	}
	count, last := make(map[string]int), make(map[string]int)
	suffix := ident.Words(tails[0])
	for _, t := range tails {
		count[t]++
		last[ident.Words(t)[len(ident.Words(t))-1]]++
		w := ident.Words(t)
		for len(suffix) > len(w) || !slices.Equal(suffix, w[len(w)-len(suffix):]) {
			suffix = suffix[1:]
		}
	}
	for len(suffix) > 0 && particle.is(strings.ToLower(suffix[0])) {
		suffix = suffix[1:]
	}
	if name := strings.Join(suffix, ""); name != "" && !isOneOf(strings.ToLower(name), vague, idWord, kindWord) {
		return name
	}
	if manyKinds(tails) {
		return ""
	}
	for word, n := range last { // one at most has more than half
		if 2*n > len(tails) && !isOneOf(strings.ToLower(word), vague, idWord, kindWord, particle) {
			return word
		}
	}
	all := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(beingRank(a), beingRank(b)), cmp.Compare(count[b], count[a]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	if name := all[0]; (being.is(strings.ToLower(name)) || 2*count[name] > len(tails)) && !vague.is(strings.ToLower(name)) {
		return name
	}
	return ""
}

// manyKinds reports whether the names are those of different kinds of objects, such
// as a person and a team.
func manyKinds(names []string) bool {
	kinds := make(map[string]bool)
	for _, n := range names {
		word := ident.Last(n)
		switch {
		case person.is(word):
			kinds["person"] = true
		case place.is(word):
			kinds["place"] = true
		case money.is(word):
			kinds["money"] = true
		case product.is(word):
			kinds["product"] = true
		case isOneOf(word, being, thing):
			kinds[word] = true
		}
	}
	return len(kinds) > 1
}

// once returns a name without immediate repetitions of words.
func once(name string) string {
	w := ident.Words(name)
	for n := len(w) / 2; n > 0; n-- {
		for i := 0; i+2*n <= len(w); i++ {
			if slices.Equal(w[i:i+n], w[i+n:i+2*n]) {
				return once(strings.Join(slices.Delete(w, i, i+n), ""))
			}
		}
	}
	return name
}
