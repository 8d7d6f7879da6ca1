package names

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// UnknownEvent is the type of an event on a topic without a documented payload.
const UnknownEvent = "UnknownEvent"

// EventDelivery is the type that every event embeds, and Payload the field with the
// payload of an event that is not a struct of its members.
const (
	EventDelivery = "EventDelivery"
	Payload       = "Payload"
)

// Zero is the variable that has one of each struct.
const Zero = "zero"

// Reserved returns the names that the package declares for every model, so that
// nothing of a model can have them. This is the one list of these names.
func (n Names) Reserved() []string {
	names := []string{
		"Decode", "Decoder", "Event", "NewReceiver", "Receiver", "TestTopics", "Topic", "Topics", EventDelivery, UnknownEvent,
	}
	if n.spec.Header {
		names = append(names, "TopicHeader")
	}
	if n.spec.Member {
		names = append(names, "DecodeBody", "TopicMember")
	}
	if n.spec.Batch {
		names = append(names, "DecodeBatch")
	}
	if n.spec.Examples {
		names = append(names, "ExampleDecode", "FuzzDecode", "TestExamples", "TestReceiver", "testCases", "testDecode")
	}
	if n.spec.Signed {
		names = append(names, "NewReceiverFunc", "Verify")
	}
	if n.spec.Vectors {
		names = append(names, "TestVectors")
	}
	if n.spec.Types {
		names = append(names, "TestTypes")
	}
	if n.spec.Routed {
		names = append(names, "TestDecodeBody")
	}
	if slices.ContainsFunc(n.Structs, func(st *Struct) bool { return st.Path != infer.EnvelopeRoot }) {
		names = append(names, Zero)
	}
	return names
}

// Declared returns the names that the package declares for a model, but for those
// of topics and unexported ones.
func (n Names) Declared() []string {
	var all []string
	for _, e := range n.Events {
		all = append(all, e.Go)
	}
	for _, st := range n.Structs {
		all = append(all, st.Go)
	}
	for _, e := range n.Enums {
		all = append(append(all, e.Name), e.Constants...)
	}
	return all
}

// Reserved returns the names that the methods of a struct have, and its fields
// besides those of members.
func (st *Struct) Reserved() []string {
	names := ofStructs()
	if st.Event || st.Body || st.Path == infer.EnvelopeRoot { // whose fields are beside the methods of events
		names = append(names, ofEvents()...)
	}
	if st.Body {
		names = append(names, st.Go) // the embedded struct, which would hide the field
	}
	return names
}

// ofStructs returns the names of methods and fields of every struct.
func ofStructs() []string {
	return []string{"AppendJSON", "Extra", "MarshalJSON", "MarshalJSONTo", "UnmarshalJSON"}
}

// ofEvents returns the names of methods and fields that events have besides.
func ofEvents() []string {
	return []string{
		"Envelope", "Equal", EventDelivery, "Forget", "Format", "LogValue",
		"MarshalBinary", "MarshalText", "Mismatches", "Raw", "Scan", "String", "Topic", "TopicName", "UnmarshalBinary", "UnmarshalText", "Value",
	}
}
