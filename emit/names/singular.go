package names

import (
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/infer/ident"
)

// Singular returns the Go name of an element of a list with a Go name: LineItem for
// LineItems. A name without a known singular gets the ending Item: DataItem.
func Singular(name string) string {
	if one, ok := One(name); ok {
		return one
	}
	return name + "Item"
}

// One returns the singular of a Go name whose last word is a plural: Child for
// Children, and Warehouse for Warehouses. ok is false for a name like News, Status or
// SNS, which has none.
func One(name string) (one string, ok bool) {
	words := ident.Words(name)
	if len(words) == 0 {
		return name, false
	}
	last := words[len(words)-1]
	before, found := strings.CutSuffix(name, last)
	singular, ok := oneWord(strings.ToLower(last))
	if !found || !ok {
		return name, false
	}
	kept, rest := []rune(last), []rune(singular)
	same := 0 // the letters that both have: they stay as they are written
	for same < min(len(kept), len(rest)) && unicode.ToLower(kept[same]) == rest[same] {
		same++
	}
	return before + string(kept[:same]) + string(rest[same:]), true
}

// oneWord returns the singular of a word in lower case.
func oneWord(word string) (string, bool) {
	if one := irregular[word]; one != "" {
		return one, one != word
	}
	if before, ok := strings.CutSuffix(word, "s"); ok && initialisms[before] != "" {
		return before, true
	}
	if len(word) <= shortCode || initialisms[word] != "" {
		return word, false
	}
	for _, r := range plurals {
		if before, ok := strings.CutSuffix(word, r.plural); ok && before != "" {
			return before + r.one, r.one != r.plural
		}
	}
	return word, false
}

// plurals are the endings of plurals; the first that fits counts. Words that an
// ending does not fit are irregular.
var plurals = [...]struct{ plural, one string }{
	{"sses", "ss"},
	{"shes", "sh"},
	{"ches", "ch"},
	{"xes", "x"},
	{"zzes", "zz"},
	{"tzes", "tz"},
	{"yses", "ysis"},
	{"ouses", "ouse"},
	{"auses", "ause"},
	{"fuses", "fuse"},
	{"uses", "us"},
	{"ies", "y"},
	{"oes", "o"},
	{"ss", "ss"},
	{"us", "us"},
	{"is", "is"},
	{"s", ""},
}

// irregular has the singular of words that the endings do not give, and, as their own
// singular, words that are no plurals although they end like ones.
var irregular = singulars(`
	children:child people:person men:man women:woman feet:foot teeth:tooth mice:mouse
	criteria:criterion phenomena:phenomenon indices:index vertices:vertex matrices:matrix
	appendices:appendix axes:axis crises:crisis theses:thesis diagnoses:diagnosis
	hypotheses:hypothesis parentheses:parenthesis synopses:synopsis quizzes:quiz
	leaves:leaf lives:life wives:wife knives:knife halves:half shelves:shelf calves:calf
	thieves:thief loaves:loaf wolves:wolf scarves:scarf elves:elf geese:goose oxen:ox
	caches:cache aches:ache headaches:headache niches:niche avalanches:avalanche psyches:psyche
	tranches:tranche creches:creche quiches:quiche
	cookies:cookie movies:movie ties:tie pies:pie lies:lie selfies:selfie zombies:zombie
	rookies:rookie calories:calorie hoodies:hoodie smoothies:smoothie brownies:brownie
	shoes:shoe toes:toe canoes:canoe foes:foe horseshoes:horseshoe
	oases:oasis bases:base emphases:emphasis fuses:fuse uses:use reuses:reuse misuses:misuse abuses:abuse excuses:excuse
	aliases:alias biases:bias canvases:canvas atlases:atlas gases:gas lenses:lens irises:iris
	ads:ad ops:op emojis:emoji wikis:wiki taxis:taxi skis:ski menus:menu gurus:guru gpus:gpu
	news series species means headquarters analytics logistics economics physics mathematics
	dice kudos cors chassis corps kubernetes jenkins canvas alias bias atlas gas lens chaos ios macos aws sns sqs ses
	always perhaps`)

// singulars reads a list of plurals with their singulars.
func singulars(list string) map[string]string {
	all := make(map[string]string)
	for pair := range strings.FieldsSeq(list) {
		plural, one, ok := strings.Cut(pair, ":")
		if !ok {
			one = plural
		}
		all[plural] = one
	}
	return all
}
