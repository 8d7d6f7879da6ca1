package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

// A role is what a word says about the thing whose name has it.
type role int

const (
	wrapper role = iota
	rewrapper
	delivered
	vague
	particle
	collective
	anything
	freeKeys
	attributes
	record
	ownType
	element
	paging

	being
	thing
	person
	place
	money
	product

	currency
	sum
	town
	country
	street
	link
	reference
	personal
	changeSet
	formerly
	occasion
	aside

	timeEnd
	moment
	instant
	done

	amount
	decimals
	version
	clock
	label
	quantity

	asks
	answer
	maybeAsks
	freeText

	choice
	maybeChoice

	opaque
	saysBase64

	idWord
	grandTotal
	kindWord

	currencyCode
	usualCurrency
	shortWord
	weekday
	monthName
	countryCode
	languageCode
	englishWord
)

// roles holds the lexicon by word.
var roles = func() map[string][]role {
	all := make(map[string][]role)
	for r, row := range lexicon {
		for _, other := range row.also {
			row.words = lexicon[other].words + " " + row.words
		}
		for _, w := range strings.Fields(row.words) {
			all[w] = append(all[w], role(r))
		}
	}
	return all
}()

// isOneOf reports whether a word has one of some roles.
func isOneOf(word string, some ...role) bool {
	return slices.ContainsFunc(roles[word], func(r role) bool { return slices.Contains(some, r) })
}

// joined returns a name of several words as the lexicon writes it.
func joined(name string) string { return strings.Join(ident.Lower(name), "_") }

// is reports whether a word has the role.
func (r role) is(word string) bool { return slices.Contains(roles[word], r) }

// isAnyCase is is for a word with capitals.
func (r role) isAnyCase(word string) bool { return r.is(strings.ToLower(word)) }

// in reports whether one of the words of a name has the role.
func (r role) in(name string) bool { return slices.ContainsFunc(ident.Lower(name), r.is) }

// ends reports whether the last word of a name has the role.
func (r role) ends(name string) bool { return r.is(ident.Last(name)) }

// begins reports whether the first of several words of a name has the role.
func (r role) begins(name string) bool {
	words := ident.Lower(name)
	return len(words) > 1 && r.is(words[0])
}

// beings are the words of the role being, the preferred ones first.
var beings = strings.Fields(lexicon[person].words + " " + lexicon[being].words)

// beingRank returns the position of a name among the beings, or how many there are for
// another name.
func beingRank(name string) int {
	if i := slices.Index(beings, strings.ToLower(name)); i >= 0 {
		return i
	}
	return len(beings)
}
