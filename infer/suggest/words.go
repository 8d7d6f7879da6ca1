package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

func isOneOf(word, list string) bool { return slices.Contains(strings.Fields(list), word) }

// hasWord reports whether the key has one of the words in a list.
func hasWord(key, list string) bool {
	return slices.ContainsFunc(ident.Lower(key), func(w string) bool { return isOneOf(w, list) })
}
