package infer

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
)

// Contradiction is a value that a decision does not allow. The problem is at the
// value, and Also has the decision.
type Contradiction struct {
	Decided  string // one of TypeWords, or "enum" and a name
	Found    Found
	Elements string // the path of the elements of the array found, if they fit
}

func (Contradiction) Rule() finding.Rule { return finding.ContradictedDecision }

// Message returns a text such as "the spec says number, but this example has an
// array".
func (c Contradiction) Message() string {
	return "the spec says " + c.Decided + ", but this example has " + c.Found.String()
}

// Hint returns the path of the elements, or else what to do with the decision.
func (c Contradiction) Hint() string {
	if c.Elements != "" {
		return "did you mean " + c.Elements + "?"
	}
	return "correct or remove the decision"
}

// Found is what an example has: a kind of value, or a fact about a value.
type Found struct {
	kind   jsontext.Kind
	fact   FactKind // instead of kind, if isFact
	isFact bool
	inside bool // whether it is in the JSON of a string
}

// FoundKind returns a kind of value as what an example has.
func FoundKind(k jsontext.Kind) Found { return Found{kind: k} }

// FoundFact returns a fact as what an example has.
func FoundFact(k FactKind) Found { return Found{fact: k, isFact: true} }

// String returns what was found with an article, such as "an array" or "a number
// with a fraction or an exponent".
func (f Found) String() string {
	switch {
	case f.inside:
		return "a string inside JSON in a string, which stays a string"
	case f.isFact:
		return withArticle(f.fact.Phrase())
	}
	return withArticle(f.kind.String())
}

func withArticle(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}
