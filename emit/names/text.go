package names

import (
	"fmt"
	"slices"
	"strings"
)

// String lists what has which name, for tests and for people: topics and their
// constants, events and structs, and of a field the type and its part in the names of
// helpers.
//
//	topic orders/paid: TopicOrdersPaid
//	event Order: OrderEvent OrderEvent
//	struct OrderEvent: OrderEvent orderEventShape
//	  line_items: LineItems []OrderLineItem SliceOfOrderLineItem
func (n Names) String() string {
	var b strings.Builder
	for _, t := range n.spec.Topics {
		fmt.Fprintf(&b, "topic %s: %s\n", t.Name, n.Topic(t.Name))
	}
	for _, e := range n.Events {
		fmt.Fprintf(&b, "event %s: %s %s\n", e.Name, e.Go, n.Type(e.Root))
	}
	for _, st := range n.Structs {
		fmt.Fprintf(&b, "struct %s: %s %s\n", st.Path, st.Go, st.Shape)
		for _, f := range slices.Concat(n.Shared(st), st.Fields) {
			fmt.Fprintf(&b, "  %s: %s %s %s\n", f.Key, f.Go, n.Type(f.Type), n.ID(f.Type))
		}
	}
	for _, e := range n.Enums {
		fmt.Fprintf(&b, "enum %s: %s\n", e.Name, strings.Join(e.Constants, " "))
	}
	return b.String()
}
