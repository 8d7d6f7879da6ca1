package codec

import (
	"encoding/json"

	"github.com/specimen-go/specimen/cmd/bench/internal/corpus"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
)

// Owned is the name of the entry point whose contract gives the buffer away.
const Owned = "specimen, owned input"

// ourDecoders returns the entry points of the generated packages. A new one gets
// a line per platform here and nothing anywhere else.
//
// DecodeOwned keeps the payload and writes zeros behind its end, the same ones
// each time: payloads have the room, and may be decoded again and again.
func ourDecoders(c corpus.Corpus) []Decoder {
	if c.Source.Platform == "shopline" {
		topic := shopline.Topic(c.Source.Topic)
		return []Decoder{
			{Ours, func(body []byte) (any, error) { return shopline.Decode(topic, body) }},
			{Owned, func(body []byte) (any, error) { return shopline.Decoder{}.DecodeOwned(topic, body) }},
			{"specimen in json.Unmarshal", inUnmarshal[shopline.OrderEvent]},
		}
	}
	topic := shoplazza.Topic(c.Source.Topic)
	return []Decoder{
		{Ours, func(body []byte) (any, error) { return shoplazza.Decode(topic, body) }},
		{Owned, func(body []byte) (any, error) { return shoplazza.Decoder{}.DecodeOwned(topic, body) }},
		{"specimen in json.Unmarshal", inUnmarshal[shoplazza.OrderEvent]},
	}
}

// inUnmarshal is how users of encoding/json meet a generated type.
func inUnmarshal[T any](body []byte) (any, error) {
	v := new(T)
	return v, json.Unmarshal(body, v)
}

// appender is what every event is.
type appender interface {
	AppendJSON(b []byte) []byte
}

// Reused is the name of our encoder into a buffer that is used again.
const Reused = "specimen, reused buffer"

// ourEncoders returns the ways to encode an event.
func ourEncoders() []Encoder {
	var buffer []byte
	return []Encoder{
		{Name: Ours, Encode: func(event any) ([]byte, error) {
			return event.(appender).AppendJSON(nil), nil
		}},
		{Name: Reused, Encode: func(event any) ([]byte, error) {
			buffer = event.(appender).AppendJSON(buffer[:0])
			return buffer, nil
		}},
		{Name: "specimen in json.Marshal", Encode: json.Marshal},
	}
}
