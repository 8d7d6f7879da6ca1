package evidence

import "math"

// Counts is how many values of each class were seen.
type Counts [Classes]uint64

// Node returns the Node of values of which others were seen before: the origin of each fact
// is the last one, so that it has none when it is merged with that of the others.
func (c *Counts) Node() *Node {
	var t tally
	for class, count := range c {
		if count > 0 {
			t.classes[class] = last(count)
		}
	}
	if n := (maker{origin: origin}).node(&t, usual{}); n != nil {
		return n
	}
	return new(Node)
}

// Again returns the Fact of something that was seen before: see [Counts.Node].
func Again(count uint64) Fact {
	if count == 0 {
		return Fact{}
	}
	return maker{origin: origin}.fact(last(count))
}

func last(count uint64) counter {
	return counter{count: count, order: math.MaxUint64, at: math.MaxUint64}
}
