package evidence

import (
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Claim is something that a table of a document says of a path: an index of [Claims].
type Claim uint8

// The claims: first the types, then what the table says about presence.
const (
	ClaimString Claim = iota
	ClaimInteger
	ClaimNumber
	ClaimBool
	ClaimTimestamp
	ClaimFlag
	ClaimJSON
	ClaimList
	ClaimMap
	ClaimObject
	ClaimValue

	ClaimNull
	ClaimOptional
	ClaimRequired
	claims // their number
)

// Claims is what tables say of one path: how often each claim is made, and the first
// line that makes it. Claims are evidence, and merge like the facts of examples. No
// method changes nil Claims, which claim nothing.
type Claims [claims]Fact

const (
	kindBoolean = jsontext.Kinds(1 << jsontext.KindBoolean)
	kindNumber  = jsontext.Kinds(1 << jsontext.KindNumber)
	kindString  = jsontext.Kinds(1 << jsontext.KindString)
	kindArray   = jsontext.Kinds(1 << jsontext.KindArray)
	kindObject  = jsontext.Kinds(1 << jsontext.KindObject)
)

// claimTable has the word for each claim, the kinds of values that the path has if it is
// true, and the kinds that do not contradict it.
var claimTable = [claims]struct {
	word  string
	kinds jsontext.Kinds
	takes jsontext.Kinds
}{
	ClaimString:    {"string", kindString, kindString},
	ClaimInteger:   {"integer", kindNumber, kindNumber},
	ClaimNumber:    {"number", kindNumber, kindNumber | kindString}, // documents call "12.00" a number
	ClaimBool:      {"bool", kindBoolean, kindBoolean},
	ClaimTimestamp: {"timestamp", kindString, kindString},
	ClaimFlag:      {"flag", kindBoolean | kindNumber | kindString, kindBoolean | kindNumber | kindString},
	ClaimJSON:      {"json", kindString, kindString | kindArray | kindObject},
	ClaimList:      {"list", kindArray, kindArray},
	ClaimMap:       {"map", kindObject, kindObject},
	ClaimObject:    {"object", kindObject, kindObject},
	ClaimValue:     {"value", 0, kindBoolean | kindNumber | kindString | kindArray | kindObject},
	ClaimNull:      {word: "null"},
	ClaimOptional:  {word: "optional"},
	ClaimRequired:  {word: "required"},
}

// TableWords returns the words for types that a table can have.
func TableWords() []string {
	var words []string
	for _, row := range claimTable[:ClaimNull] {
		words = append(words, row.word)
	}
	return words
}

// ClaimOf returns the claim of a word for a type.
func ClaimOf(word string) (c Claim, ok bool) {
	i := slices.Index(TableWords(), word)
	return Claim(i), i >= 0
}

// String returns the word for the claim.
func (c Claim) String() string { return claimTable[c].word }

// Phrase returns the claim as messages have it, such as "documented as string".
func (c Claim) Phrase() string {
	switch c {
	case ClaimValue:
		return "documented"
	case ClaimNull:
		return "documented as nullable"
	}
	return "documented as " + c.String()
}

// Kinds returns the kinds of values that a path has if the claim is true.
func (c Claim) Kinds() jsontext.Kinds { return claimTable[c].kinds }

// Takes returns the kinds of values that do not contradict the claim.
func (c Claim) Takes() jsontext.Kinds { return claimTable[c].takes }

// IsType reports whether the claim is about the type.
func (c Claim) IsType() bool { return c < ClaimNull }

// Seen reports whether a table makes the claim.
func (c *Claims) Seen(k Claim) bool { return c != nil && c[k].Seen() }

// First returns the first of the lines.
func (c *Claims) First() Origin {
	var at Origin
	if c == nil {
		return at
	}
	for _, f := range c {
		if f.At.Compare(at) < 0 {
			at = f.At
		}
	}
	return at
}

// Kinds returns the kinds of values that the path has by the claims.
func (c *Claims) Kinds() jsontext.Kinds {
	var all jsontext.Kinds
	if c == nil {
		return all
	}
	for k, f := range c {
		if f.Seen() {
			all |= claimTable[k].kinds
		}
	}
	return all
}

// mergeClaims merges claims.
func mergeClaims(a, b *Claims) *Claims {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	all := *a
	for k, f := range b {
		all[k] = all[k].Merge(f)
	}
	return &all
}
