package payloadtest

import "os"

// amount says how much is tried of one example.
type amount struct {
	short bool // one mutation of each value, not all
	long  bool // a long string
	bytes int  // how many bytes all altered bodies may have; beyond that they are chosen at random
	share int  // there is one cut or broken body for so many that are tried of few examples

	// firsts are the pointers of the objects and arrays that are tried with every edit. It is
	// nil if all are.
	firsts map[string]bool
}

// Up to fewExamples examples, each may have mostBytes. Of more, each may have less, by the
// square of their number, so that the tests of a large platform run in seconds: most of its
// examples repeat members of others, each with other mutations.
const (
	fewExamples = 64
	mostBytes   = 128 << 20
	leastBytes  = 1 << 20
)

// amountFor returns the amount for one of some examples: the first of the event with an index, or
// another one, for which that is -1. What a long string shows depends on the types and not on
// the example, so that the first one of an event is enough, and of many examples that of some
// events. With short, that of the first event is.
func amountFor(examples, event int, short bool) amount {
	a := amount{short: short, long: event == 0 || event > 0 && !short, bytes: mostBytes, share: 1}
	switch {
	case os.Getenv(everyLong) != "":
		a.long = true
	case examples > fewExamples:
		a.bytes = max(leastBytes, mostBytes/examples*fewExamples/examples*fewExamples)
		a.share = examples / fewExamples
		a.long = a.long && event%a.share == 0
	}
	return a
}
