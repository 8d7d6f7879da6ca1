package infer

// FactKind is a fact about the values at one path, beside their kinds: the index of
// [Node.Facts].
type FactKind uint8

// The facts. Each "for all" is kept as its exception: FactNotTimestamp says that not
// all strings are timestamps. To add a fact, add a constant and its row in factTable.
const (
	FactElided       FactKind = iota // a value that the document left out
	FactFraction                     // a number written with a point or an exponent
	FactWide                         // an integer that 64 bits do not hold: too large, or -0
	FactNotInteger                   // a number that is not an integer of 64 bits, however written
	FactNotFloat                     // a number beyond the range of a float64
	FactNotFlag                      // a scalar that is none of true, false, 0, 1, nor one of these in quotes
	FactEmpty                        // the string ""
	FactNotTimestamp                 // another string, with none of the layouts of a timestamp
	FactNotJSON                      // another string that is not a JSON array or object

	// What only captured deliveries show: of an example these are problems.

	FactInexact   // a string, or the name of a member, that is not Unicode text
	FactRepeated  // a member that its object already had, whose value is passed over
	FactLong      // a number longer than jsontext.MaxNumber
	FactMalformed // a text that is not JSON
	facts         // how many there are
)

// factTable has the name of each fact, which evidence files and Evidence.String use,
// a phrase for it in messages, and the classes of values that show it. A fact without classes is one of few
// values, which a walker marks itself.
var factTable = [facts]struct {
	name    string
	phrase  string // without an article
	classes []class
}{
	FactElided:       {"elided", "elided value", []class{classElided}},
	FactFraction:     {"fraction", "number with a fraction or an exponent", []class{numberWhole, numberReal}},
	FactWide:         {"wide", "integer that does not fit 64 bits", []class{numberMinus, numberWide}},
	FactNotInteger:   {"notInteger", "number that is not a 64-bit integer", []class{numberWide, numberReal}},
	FactNotFloat:     {"notFloat", "number beyond the range of a float64", nil},
	FactNotFlag:      {"notFlag", "value other than true, false, 0 and 1", []class{numberInt, numberMinus, numberWide, numberWhole, numberReal, stringEmpty, stringTime, stringJSON, stringOther}},
	FactEmpty:        {"empty", "empty string", []class{stringEmpty}},
	FactNotTimestamp: {"notTimestamp", "string that is not a date or time", []class{stringFlag, stringJSON, stringOther}},
	FactNotJSON:      {"notJSON", "string that is not a JSON array or object", []class{stringFlag, stringTime, stringOther}},
	FactInexact:      {"inexact", "string that is not Unicode text", nil},
	FactRepeated:     {"repeated", "duplicate member", nil},
	FactLong:         {"long", "number of too many digits", nil},
	FactMalformed:    {"malformed", "text that is not JSON", nil},
}

// String returns the name of the fact, as in "notTimestamp".
func (k FactKind) String() string { return factTable[k].name }

// Phrase returns the fact as messages have it, as in "string that is not a date or
// time".
func (k FactKind) Phrase() string { return factTable[k].phrase }

// seldom is the marks of the facts without classes. Hardly any place has one.
type seldom [facts]mark
