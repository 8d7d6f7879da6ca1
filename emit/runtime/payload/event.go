package payload

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/state"
)

// Event is what the events of every platform can do: code that logs or stores deliveries
// takes it, and the package of each platform has an Event with more. The events are
// pointers to structs.
type Event interface {
	// TopicName returns the text of the topic: what the method Topic of a platform's
	// events returns as a Topic.
	TopicName() string
	// Raw returns a copy of the body that was decoded, nil for an event built by hand.
	Raw() []byte
	// Mismatches returns the values that did not fit their types, in the order of the
	// body.
	Mismatches() []Mismatch
	// AppendJSON appends the JSON of the event to b and returns the extended buffer. It is
	// equal to the body, unless the event was changed.
	AppendJSON(b []byte) []byte
	// String describes the event without values of its body. All verbs of package fmt
	// print this.
	String() string
	// LogValue returns what String says as attributes for package slog.
	LogValue() slog.Value
}

// EventDelivery is what an event has besides its payload: the topic, the body as it came, and
// the mismatches. Every event embeds one: the compiler makes each method for each event, so
// that those which are long are not inlined.
type EventDelivery state.Delivery[Mismatch]

// TopicName returns the text of the topic.
func (d *EventDelivery) TopicName() string { return d.state().Topic() }

// Raw returns a copy of the body that was decoded, nil for an event built by hand. It does
// not change with the event.
//
//go:noinline
func (d *EventDelivery) Raw() []byte {
	if body := d.state().Body(); body != "" {
		return []byte(body)
	}
	return nil
}

// Mismatches returns the values that did not fit their types, in the order of the body. It
// reads the body to find their paths, each time: keep the list to use it again.
//
//go:noinline
func (d *EventDelivery) Mismatches() []Mismatch { return located(d.state().Body(), d.state().Found()) }

// String describes the event without the values of its body: by the topic, the length of
// the body, and the mismatches. To see values, print the fields.
func (d EventDelivery) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%d bytes", d.TopicName(), len(d.state().Body()))
	for i, m := range d.Mismatches() {
		if i == 0 {
			b.WriteString("; mismatches: ")
		} else {
			b.WriteString(", ")
		}
		b.WriteString(m.String())
	}
	b.WriteByte(')')
	return b.String()
}

// Format prints what String returns, whatever the verb and its flags: the body is in no
// form of the event that package fmt prints. It is not asked for what is in a field of a
// struct that is not exported: keep a pointer to the event there.
func (d EventDelivery) Format(f fmt.State, verb rune) {
	if verb != 'q' && verb != 'x' && verb != 'X' {
		verb = 's'
	}
	fmt.Fprintf(f, fmt.FormatString(f, verb), d.String())
}

// LogValue returns what String says as a group of attributes for package slog. It is not
// asked for elements of a list and fields of a struct: a JSONHandler writes those as JSON,
// values included.
func (d EventDelivery) LogValue() slog.Value {
	attrs := []slog.Attr{slog.String("topic", d.TopicName()), slog.Int("bytes", len(d.state().Body()))}
	if list := d.Mismatches(); len(list) > 0 {
		texts := make([]string, len(list))
		for i, m := range list {
			texts[i] = m.String()
		}
		attrs = append(attrs, slog.Any("mismatches", texts))
	}
	return slog.GroupValue(attrs...)
}

func (d *EventDelivery) state() *state.Delivery[Mismatch] { return (*state.Delivery[Mismatch])(d) }
