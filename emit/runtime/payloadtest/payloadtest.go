package payloadtest

import (
	"bytes"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// Event is what every generated event can do for its tests.
type Event interface {
	Mismatches() []payload.Mismatch
	AppendJSON(b []byte) []byte
	// Forget clears the topic, the raw body and the mismatches, so that the
	// event equals a literal.
	Forget()
}

// Decode decodes the body of a delivery of the topic. Run calls it concurrently.
type Decode func(topic string, body []byte) (Event, error)

// Case is one example.
type Case struct {
	Topic string
	File  string // "acmetest/testdata/orders-create/newer.json", from the package's folder
	Want  Event  // the literal that decoding gives; nil for no literal
}

// Run checks every case in a parallel subtest that is named after its file, and
// logs how many edits it tried: of many examples, it tries some of each, so that the tests
// of a large platform take less time. With the flag -short it tries one edit
// of each value instead of some twenty, as is enough to look for data races. Without
// cases it fails.
func Run(t *testing.T, decode Decode, cases []Case) {
	t.Helper()
	if len(cases) == 0 {
		t.Fatal("there are no examples")
	}
	var examples, edits, left atomic.Int64
	t.Cleanup(func() {
		t.Logf("%d edits of %d examples", edits.Load(), examples.Load())
		if n := left.Load(); n > 0 {
			t.Logf("chosen at random, with a fixed seed, from %d more: with %s=1, all are tried", n, everyLong)
		}
	})
	for _, problem := range flooded(decode, cases) { // before the subtests, which wait for Run to end
		t.Error(problem)
	}
	topics := make(map[string]bool)
	for _, c := range cases {
		amount := amountFor(len(cases), !topics[c.Topic])
		amount.short, topics[c.Topic] = testing.Short(), true
		_, name, _ := strings.Cut(strings.TrimSuffix(c.File, ".json"), "testdata/")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := c.read()
			if err != nil {
				t.Fatal(err)
			}
			x := check(decode, c, text, amount)
			for _, problem := range x.problems {
				t.Error(problem)
			}
			examples.Add(1)
			edits.Add(int64(x.tried))
			left.Add(int64(x.left))
		})
	}
}

// read returns the text of the example, which has LF for line ends whatever a
// checkout of its file made of them.
func (c Case) read() ([]byte, error) {
	text, err := os.ReadFile(c.File)
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), err
}
