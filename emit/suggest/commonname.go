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
		if n != names[0] || saysNothing(n) {
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
	for _, words := range [][]string{commonBegin(names), commonEnd(names)} {
		if name := strings.Join(words, ""); name != "" && !vague.is(strings.ToLower(name)) {
			return name
		}
	}
	return ""
}

// commonBegin returns the words that all names begin with.
func commonBegin(names []string) []string {
	var common []string
	for i, n := range names {
		words := ident.Words(n)
		if i == 0 {
			common = words
		}
		for len(common) > len(words) || !slices.Equal(common, words[:len(common)]) {
			common = common[:len(common)-1]
		}
	}
	return common
}

// commonEnd returns the words that all names end with.
func commonEnd(names []string) []string {
	var common []string
	for i, n := range names {
		words := ident.Words(n)
		if i == 0 {
			common = words
		}
		for len(common) > len(words) || !slices.Equal(common, words[len(words)-len(common):]) {
			common = common[1:]
		}
	}
	return common
}

// commonName returns the name for objects at members of the given names, or "" where
// the names have nothing in common: the words that all names end with, or else the
// last word of most names, or else the most preferred being, or else the name of most.
func commonName(names []string) string {
	end := commonEnd(names)
	for len(end) > 0 && particle.is(strings.ToLower(end[0])) {
		end = end[1:]
	}
	if name := strings.Join(end, ""); name != "" && !isOneOf(strings.ToLower(name), vague, anything, idWord, kindWord) {
		if most := mostFrequent(names); collective.is(strings.ToLower(name)) && most != "" {
			return most
		}
		return name
	}
	if name := ofMost(names); name != "" && !vague.is(strings.ToLower(name)) && len(end) > 0 {
		return name
	}
	if manyKinds(names) {
		return ""
	}
	var last []string
	for _, n := range names {
		words := ident.Words(n)
		last = append(last, words[max(0, len(words)-1):]...)
	}
	if word := ofMost(last); word != "" && !isOneOf(strings.ToLower(word), vague, idWord, kindWord, particle) {
		return word
	}
	if name := slices.MinFunc(append([]string{""}, names...), byBeing); being.is(strings.ToLower(name)) && !vague.is(strings.ToLower(name)) {
		return name
	}
	if name := ofMost(names); !vague.is(strings.ToLower(name)) {
		return name
	}
	return ""
}

// byBeing orders names by the preference of beings.
func byBeing(a, b string) int { return cmp.Compare(beingRank(a), beingRank(b)) }

// mostFrequent returns the name that occurs most often, and more than once, or "": of
// several, the shortest one.
func mostFrequent(names []string) string {
	count := make(map[string]int)
	most := ""
	for _, n := range slices.Sorted(slices.Values(names)) {
		count[n]++
	}
	for _, n := range slices.Sorted(maps.Keys(count)) {
		if count[n] > 1 && (most == "" || cmp.Or(cmp.Compare(count[n], count[most]), cmp.Compare(len(most), len(n))) > 0) {
			most = n
		}
	}
	return most
}

// ofMost returns the text that more than half of the texts are equal to, or "".
func ofMost(texts []string) string {
	count := make(map[string]int)
	for _, t := range texts {
		if count[t]++; 2*count[t] > len(texts) {
			return t
		}
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
