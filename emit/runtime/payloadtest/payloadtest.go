package payloadtest

import (
	"bytes"
	"os"
	"reflect"
	"runtime"
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

// ballastBytes is the length of memory that nothing reads or writes. It counts as live, so that
// the garbage of millions of small events is collected less often: a third of the time went
// into that.
const ballastBytes = 64 << 20

// Run checks every case in a parallel subtest that is named after its file, and
// logs how many edits it tried: of many examples, it tries some of each, so that the tests
// of a large platform take less time. With the flag -short it tries one edit
// of each value instead of some twenty, and one string of ten megabytes instead of one for
// each event, as is enough to look for data races. Without cases it fails.
func Run(t *testing.T, decode Decode, cases []Case) {
	t.Helper()
	if len(cases) == 0 {
		t.Fatal("there are no examples")
	}
	var examples, edits, left, repeated atomic.Int64
	ballast := make([]byte, ballastBytes)
	t.Cleanup(func() {
		runtime.KeepAlive(ballast)
		t.Logf("%d edits of %d examples", edits.Load(), examples.Load())
		if n := left.Load(); n > 0 {
			t.Logf("chosen at random, with a fixed seed, from %d more: with %s=1, all are tried", n, everyLong)
		}
		if n := repeated.Load(); n > 0 {
			t.Logf("some edits of %d objects and arrays like others: with %s=1, all are tried", n, everyLong)
		}
	})
	for _, problem := range flooded(decode, cases) { // before the subtests, which wait for Run to end
		t.Error(problem)
	}
	events := make(map[any]bool)
	parts := make([]map[string]bool, len(cases))
	if len(cases) > fewExamples && os.Getenv(everyLong) == "" {
		parts = firsts(decode, cases)
	}
	for i, c := range cases {
		event := len(events)
		if events[c.event()] {
			event = -1
		}
		events[c.event()] = true
		amount := amountFor(len(cases), event, testing.Short())
		amount.firsts = parts[i]
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
			repeated.Add(int64(x.repeated))
		})
	}
}

// event returns what tells the event of the example from others: its type, or the topic where
// that is not known.
func (c Case) event() any {
	if c.Want == nil {
		return c.Topic
	}
	return reflect.TypeOf(c.Want)
}

// read returns the text of the example, which has LF for line ends whatever a
// checkout of its file made of them.
func (c Case) read() ([]byte, error) {
	text, err := os.ReadFile(c.File)
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), err
}
