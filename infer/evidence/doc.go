// Package evidence gathers what JSON texts show, as facts without opinions.
//
//	Examiner     examples -> Tally -> Node       with samples of their values
//	Accumulator  captured deliveries -> Evidence  without values, in bounded memory
//	Merge        Evidence, Evidence -> Evidence   in any order
//
// It imports the standard library and the JSON reader only, because receivers that record
// what they receive have a copy of it. Package infer, which decides by the evidence, has
// the names of this package that its users need.
package evidence

// MaxDepth is how deep a text can be nested. Real payloads have a dozen levels.
const MaxDepth = 100
