package redact

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/ident"
)

// index holds the lines of the lexicon by name, without what separates its words.
var index = func() map[string][]*entry {
	lines := make(map[string][]*entry)
	for i := range lexicon {
		for _, name := range strings.Fields(lexicon[i].names) {
			lines[name] = append(lines[name], &lexicon[i])
		}
	}
	return lines
}()

// unspaced lists the names in scripts without blanks, or whose words are joined.
// Names are searched for them as endings.
var unspaced = func() (all []string) {
	for i := range lexicon {
		for _, name := range strings.Fields(lexicon[i].names) {
			if !slices.Contains(all, name) && utf8.RuneCountInString(name) > 1 && strings.IndexFunc(name, func(c rune) bool { return c >= 0x370 }) >= 0 {
				all = append(all, name)
			}
		}
	}
	return all
}()

// names caches what names say.
type names map[saying][]*entry

// saying is a key of names: a name, and the name of the member around it.
type saying struct{ name, parent string }

// says returns the lines of the lexicon for the name of a member. The member around
// it adds to a name that says little: the number of a card.
func (n names) says(name, parent string) []*entry {
	asked := saying{name, parent}
	if lines, ok := n[asked]; ok {
		return lines
	}
	lines := look(split(name), split(parent))
	n[asked] = lines
	return lines
}

// maxName is the length of the longest name that is looked up.
const maxName = 100

func look(own, parent []string) []*entry {
	if len(own) == 1 && valueWords[own[0]] && len(parent) > 0 {
		if isNumberWord(own[0]) {
			return lookup(append(slices.Clone(parent), own...))
		}
		if lines := lookup(parent); lines != nil {
			return lines
		}
	}
	if lines := versionOf(own, parent); lines != nil {
		return lines
	}
	if len(own) == 1 && personWords[own[0]] && len(parent) > 0 {
		if lines := lookup(parent); anyOf(lines, Name) {
			return lines
		}
	}
	if ownNumberWords[strings.Join(own, "")] && anyOf(lookup(parent), Name) {
		return index["idnumber"]
	}
	if lines := spanning(parent, own); lines != nil {
		return lines
	}
	if lines := lookup(own); lines != nil {
		return lines
	}
	if isName(own, parent) {
		return endInName
	}
	return nil
}

// isVersion reports whether a name is that of one of several values of a member, such
// as old, new_value or fromString, and whether it may be the end of a message as well.
func isVersion(name []string) (yes, isRange bool) {
	for i, word := range name {
		isRange = isRange || i == 0 && rangeWords[word]
		if i == 0 && !versionWords[word] && !rangeWords[word] || i > 0 && !valueWords[word] {
			return false, false
		}
	}
	return len(name) > 0, isRange
}

// versionOf returns the lines for one of several values of the member around it. The
// lines for the end of a message come last.
func versionOf(own, parent []string) []*entry {
	yes, isRange := isVersion(own)
	if !yes || len(parent) == 0 {
		return nil
	}
	lines := lookup(parent)
	if !isRange || lines == nil {
		return lines
	}
	lines = slices.DeleteFunc(slices.Clone(lines), func(e *entry) bool {
		return !slices.Contains([]What{Name, Mail, Phone, Address, Account, Identity, Birth}, e.what) && !(e.what == Secret && e.nums)
	})
	return append(lines, lookup(own)...)
}

// endInName are the lines for names that end in "name".
var endInName = []*entry{{what: Name, holds: isNameLike}}

// spanning returns the lines for a name that begins in the member around it: a code
// in verification is a verification code. It ignores name and id, which many things
// have.
func spanning(parent, own []string) []*entry {
	if len(own) == 0 || len(parent) == 0 || identifierWords[own[len(own)-1]] {
		return nil
	}
	name := append(slices.Clone(parent), own...)
	if len(own) == 1 && own[0] != "key" && opening(own) == nil {
		if lines := opening(name); lines != nil {
			return lines
		}
	}
	for n := min(4, len(name)); n > len(own); n-- {
		if lines := index[strings.Join(name[len(name)-n:], "")]; lines != nil && lines[0].what != Name {
			return lines
		}
	}
	return nil
}

// lookup returns the lines for the last words of a name, for as many words as
// possible.
func lookup(name []string) []*entry {
	name = unjoined(name)
	if n := len(name); n > 1 && isNumberWord(name[n-1]) {
		bare := name[:n-1]
		if lines := longest(bare, "number"); lines != nil {
			return lines
		}
		lines := longest(bare, "")
		if lines == nil || !slices.Contains([]What{Phone, Card, Account, Identity}, lines[0].what) {
			return nil // the number of a thing does not say what the thing says
		}
		return lines
	}
	if lines := opening(name); lines != nil {
		return lines
	}
	lines := longest(name, "")
	if n := len(name) - 1; lines == nil && n > 0 && formWords[name[n]] {
		return lookup(name[:n])
	}
	switch {
	case lines != nil:
	case startsWithPassword(name):
		return keyLines
	case nameOf(name):
		return index["fullname"]
	}
	return lines
}

// unjoined splits a last word that ends in a word for a number: ausweisnr.
func unjoined(name []string) []string {
	n := len(name)
	if n == 0 || index[name[n-1]] != nil {
		return name
	}
	for _, end := range numberTails {
		if bare, ok := strings.CutSuffix(name[n-1], end); ok && bare != "" {
			return append(slices.Clone(name[:n-1]), bare, "nr")
		}
	}
	return name
}

// longest returns the lines for the longest listed name at the end of a name, to
// which end is added: of its last four words, or else of fewer, or of the end of its
// last word.
func longest(name []string, end string) []*entry {
	for n := min(4, len(name)); n > 0; n-- {
		for _, form := range forms(strings.Join(name[len(name)-n:], "")) {
			if lines := index[form+end]; lines != nil {
				return lines
			}
		}
	}
	if len(name) == 0 {
		return nil
	}
	last := name[len(name)-1] + end
	for _, form := range forms(last) {
		for _, tail := range tails {
			if len(form) > len(tail) && strings.HasSuffix(form, tail) && !beforeTails[form[:len(form)-len(tail)]] {
				return index[tail]
			}
		}
	}
	found := ""
	for _, word := range unspaced {
		if len(word) > len(found) && strings.HasSuffix(last, word) {
			found = word
		}
	}
	return index[found]
}

// isName reports whether a name ends in "name" and is about a person, judging by the
// word before it.
func isName(own, parent []string) bool {
	if len(own) == 0 {
		return false
	}
	last := forms(own[len(own)-1])
	before, ok := strings.CutSuffix(last[len(last)-1], "name")
	if nameOnly[own[len(own)-1]] {
		before, ok = "", true
	}
	if !ok {
		return false
	}
	if before == "" && len(own) > 1 {
		before = own[len(own)-2]
	}
	if before == "" && len(parent) > 0 {
		before = parent[len(parent)-1]
	}
	return !slices.ContainsFunc(forms(before), func(form string) bool { return thingWords[form] })
}

// nameOf reports whether a name begins with a word for "name" and continues with a
// person: nome_da_mae.
func nameOf(name []string) bool {
	if len(name) < 2 || !nameOnly[name[0]] {
		return false
	}
	rest := name[1:]
	for len(rest) > 1 && keyLinkWords[rest[0]] {
		rest = rest[1:]
	}
	return anyOf(longest(rest, ""), Name)
}

// isIdentifier reports whether a name is that of an identifier, by its last word or
// by its last two: ETag is two words.
func isIdentifier(name string) bool {
	words := split(name)
	for n := 1; n <= min(2, len(words)); n++ {
		last := strings.Join(words[len(words)-n:], "")
		if slices.ContainsFunc(forms(last), func(form string) bool { return identifierWords[form] }) {
			return true
		}
	}
	return false
}

// isNumberWord reports whether a word stands for "number".
func isNumberWord(word string) bool {
	return numberWords[word]
}

// forms returns a word, the word without a number at its end, and without a plural.
func forms(word string) []string {
	all := []string{word}
	bare := strings.TrimRight(word, "0123456789")
	all = append(all, bare)
	if single, ok := strings.CutSuffix(bare, "s"); ok {
		all = append(all, strings.TrimSuffix(single, "e"), single)
	}
	return all
}

// split returns the words of a name in lower case, or nil for a long name.
func split(name string) []string {
	if len(name) > maxName {
		return nil
	}
	return ident.Lower(name)
}
