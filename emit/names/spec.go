package names

import "github.com/specimen-go/specimen/infer"

// Spec is what names depend on besides the model.
type Spec struct {
	Topics []Topic
	// The other fields say which declarations the package has.

	Header   bool // a header names the topic of a delivery
	Member   bool // a member of the body names it
	Batch    bool // a body holds several events
	Examples bool // there are examples to test
	Types    bool // there are examples of types to test
	Routed   bool // a body among them names its topic
	Signed   bool // it is known how deliveries are signed
	Vectors  bool // there are signed deliveries to test
}

// TopicPrefix is the beginning of the constants of topics.
const TopicPrefix = "Topic"

// Topic is a topic of the platform, as the spec names it.
type Topic struct {
	Name     string    // as deliveries have it
	GoName   string    // of its constant, without TopicPrefix; "" for that of the name's words
	Event    string    // the name of an infer.Event, "" where no payload is documented
	Ref      infer.Ref // the line of the topic
	EventRef infer.Ref // the line that names the event, "" where the topic has that of another one
}
