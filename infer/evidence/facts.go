package evidence

// FactKind is a fact about values besides their kinds. It is an index of
// [Node.Facts].
type FactKind uint8

// The facts. What is true of all values is kept as its exception: FactNotTimestamp
// says that not all strings are timestamps. To add a fact, add its row to factTable; it
// needs a constant only if code asks for it by name.
const (
	FactElided       FactKind = iota // a value that the document left out
	FactBlank                        // "" for such a value, which may be null as well
	FactFraction                     // a number with a fraction or an exponent
	FactWide                         // an integer that an int64 does not write again: a larger one, or -0
	FactNotInteger                   // a number that is not a 64-bit integer in any form, such as 5.0
	FactNotFloat                     // a number beyond the range of a float64
	FactNotFlag                      // a scalar other than true, false, 0 and 1, in quotes or not
	FactEmpty                        // the string ""
	FactNotTimestamp                 // another string, without the layout of a timestamp
	FactNotJSON                      // another string that is not a JSON array or object
	FactBase64                       // a string that is base64 beyond doubt; only of examples
	FactNotBase64                    // a string that is not base64; only where the model has Base64

	// Facts of captured deliveries. In an example, they are problems.

	FactInexact   // a string or a name that is not Unicode text
	FactRepeated  // a duplicate member, whose value is ignored
	FactLong      // a number of more than jsontext.MaxNumber bytes
	FactMalformed // a text that is not JSON
)

// facts is how many facts there are.
const facts = len(factTable)

// factTable has for each fact its name in evidence files and in Evidence.String, its
// phrase in messages, and the classes of values that show it. A walker counts facts
// without classes one by one: few values show them.
var factTable = [...]struct {
	name    string
	phrase  string // without an article
	classes []Class
}{
	FactElided:       {"elided", "elided value", []Class{elidedNull, elidedText}},
	FactBlank:        {"blank", "empty string for an elided value", []Class{elidedText}},
	FactFraction:     {"fraction", "number with a fraction or an exponent", []Class{NumberWhole, NumberReal}},
	FactWide:         {"wide", "integer that does not fit 64 bits", []Class{NumberMinus, NumberWide}},
	FactNotInteger:   {"notInteger", "number that is not a 64-bit integer", []Class{NumberWide, NumberReal}},
	FactNotFloat:     {"notFloat", "number beyond the range of a float64", nil},
	FactNotFlag:      {"notFlag", "value other than true, false, 0 and 1", []Class{NumberInt, NumberMinus, NumberWide, NumberWhole, NumberReal, StringEmpty, StringTime, StringJSON, StringOther}},
	FactEmpty:        {"empty", "empty string", []Class{StringEmpty}},
	FactNotTimestamp: {"notTimestamp", "string that is not a date or time", []Class{StringFlag, StringJSON, StringOther}},
	FactNotJSON:      {"notJSON", "string that is not a JSON array or object", []Class{StringFlag, StringTime, StringOther}},
	FactBase64:       {"base64", "string that is base64", nil},
	FactNotBase64:    {"notBase64", "string that is not base64", nil},
	FactInexact:      {"inexact", "string that is not Unicode text", nil},
	FactRepeated:     {"repeated", "duplicate member", nil},
	FactLong:         {"long", "number of too many digits", nil},
	FactMalformed:    {"malformed", "text that is not JSON", nil},
}

// String returns the name of the fact, as in "notTimestamp".
func (k FactKind) String() string { return factTable[k].name }

// Phrase returns the fact as messages say it, such as "string that is not a date or
// time".
func (k FactKind) Phrase() string { return factTable[k].phrase }

// seldom counts the facts without classes. Hardly any path has one.
type seldom [facts]counter
