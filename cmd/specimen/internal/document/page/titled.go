package page

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

// ending returns the only topic whose name ends with the one that a body has, or "".
func (a *attribution) ending(body string) string {
	if body == "" {
		return ""
	}
	found := ""
	for _, t := range a.topics {
		if at := len(t.Name) - len(body); at > 0 && strings.HasSuffix(t.Name, body) && strings.IndexByte("/.:", t.Name[at-1]) >= 0 {
			if found != "" {
				return ""
			}
			found = t.Name
		}
	}
	return found
}

// titled returns the only topic whose words are those of a heading, or "", and whether the
// words are the same and not only of the same stem.
func (a *attribution) titled(title string) (name string, same bool) {
	words := wordsOfTitle(title)
	if len(words) < 2 {
		return "", false
	}
	for _, exact := range []bool{true, false} {
		found := ""
		for _, t := range a.topics {
			if !sameWords(words, ident.Words(t.Name), exact) {
				continue
			}
			if found != "" {
				return "", false
			}
			found = t.Name
		}
		if found != "" {
			return found, exact
		}
	}
	return "", false
}

// wordsOfTitle returns the words of a heading that may be those of a topic.
func wordsOfTitle(title string) (all []string) {
	const longest = 80
	if len(title) > longest {
		return nil
	}
	for _, w := range ident.Words(title) {
		switch w = strings.ToLower(w); w {
		case "a", "an", "the", "is", "was", "event", "events", "webhook", "payload", "example", "sample", "notification", "of", "for":
		default:
			all = append(all, w)
		}
	}
	return all
}

// sameWords reports whether two lists hold the same words in any order, or words of the
// same stem.
func sameWords(a, b []string, exact bool) bool {
	form := func(words []string) []string {
		var all []string
		for _, w := range words {
			if w = strings.ToLower(w); !exact {
				w = stem(w)
			}
			all = append(all, w)
		}
		slices.Sort(all)
		return all
	}
	return slices.Equal(form(a), form(b))
}

// stem returns a word of English without what makes it a plural or a past.
func stem(word string) string {
	const shortest = 3
	for _, end := range []string{"ed", "es", "s", "d", "e"} {
		if rest, ok := strings.CutSuffix(word, end); ok && len(rest) >= shortest {
			return rest
		}
	}
	return word
}
