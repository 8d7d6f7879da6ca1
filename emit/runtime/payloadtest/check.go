package payloadtest

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
)

// mostProblems is how many problems of one example are listed.
const mostProblems = 10

// example is one example while it is checked.
type example struct {
	decode Decode
	topic  string
	text   string
	root   *value
	amount
	event    Event        // what the text decodes to
	typ      reflect.Type // of the variable for the root
	problems []string
	tried    int
	left     int    // how many edits were not chosen
	repeated int    // how many objects and arrays are like others
	body     []byte // of the edit at hand, used again by the next one
	buffer   buffer // for their encodings
	lot      *rand.Rand
	pick     *rand.Rand // of the parts that are like others
}

// check checks one example and returns it with what is wrong, and how many edits it tried.
func check(decode Decode, c Case, text []byte, n amount) *example {
	if _, err := parse(string(text)); err != nil {
		return &example{problems: []string{"the example is not JSON: " + err.Error()}}
	}
	x := newExample(decode, c, text, n)
	x.whole(text)
	x.literal(c.Want)
	if len(x.problems) == 0 {
		x.owned()
		x.tails()
		x.otherForms()
		x.truncated()
		x.otherRoots()
		if x.long {
			x.longStrings()
		}
		x.edited()
		x.changedExample()
		x.built()
		x.cloned()
		x.broken()
	}
	return x
}

// newExample returns an example whose text is JSON, which has not been checked yet.
func newExample(decode Decode, c Case, text []byte, n amount) *example {
	root := made(string(text))
	return &example{decode: decode, topic: c.Topic, text: root.source, root: root, amount: n, lot: rand.New(rand.NewPCG(1, 2))}
}

// problem adds to the list of what is wrong.
func (x *example) problem(format string, args ...any) {
	if len(x.problems) < mostProblems {
		x.problems = append(x.problems, fmt.Sprintf(format, args...))
	} else if len(x.problems) == mostProblems {
		x.problems = append(x.problems, "and more")
	}
}

// list joins findings to one line.
func list(findings []string) string { return strings.Join(findings, "; ") }
