package payloadtest

import "os"

// amount says how much is tried of one example.
type amount struct {
	short bool // one mutation of each value, not all
	long  bool // a long string
	bytes int  // how many bytes all altered bodies may have; beyond that they are chosen at random
}

// Up to fewExamples examples, each may have mostBytes. Of more, each may have less, by the
// square of their number, so that the tests of a large platform run in seconds: most of its
// examples repeat members of others, each with other mutations.
const (
	fewExamples = 64
	mostBytes   = 128 << 20
	leastBytes  = 1 << 20
)

// amountFor returns the amount for one of some examples. What a long string shows depends on
// the types and not on the example, so that the first one of a topic is enough.
func amountFor(examples int, first bool) amount {
	a := amount{long: first, bytes: mostBytes}
	switch {
	case os.Getenv(everyLong) != "":
		a.long = true
	case examples > fewExamples:
		a.bytes = max(leastBytes, mostBytes/examples*fewExamples/examples*fewExamples)
	}
	return a
}
