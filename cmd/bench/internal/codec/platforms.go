package codec

import (
	"encoding/json"

	peerlazza "github.com/specimen-go/specimen/cmd/bench/internal/peer/shoplazza"
	peerline "github.com/specimen-go/specimen/cmd/bench/internal/peer/shopline"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
)

// platform has the decoders of the orders of one platform.
type platform struct {
	ours func(topic string) []Decoder           // the entry points of the generated package
	peer func(l library, textOnly bool) Decoder // of a library, into plain structs
}

// platforms returns the platforms whose orders are decoded, by name. A new one gets a line
// here and nothing anywhere else in this package.
func platforms() map[string]platform {
	return map[string]platform{
		"shoplazza": {entryPoints[shoplazza.OrderEvent](shoplazza.Decode, shoplazza.Decoder{}.DecodeOwned), peerDecoder[peerlazza.OrderEvent]},
		"shopline":  {entryPoints[shopline.OrderEvent](shopline.Decode, shopline.Decoder{}.DecodeOwned), peerDecoder[peerline.OrderEvent]},
	}
}

// entryPoints returns a function for the entry points of a generated package.
//
// DecodeOwned keeps the payload and writes zeros behind its end, the same ones
// each time: payloads have the room, and may be decoded again and again.
func entryPoints[Order any, Topic ~string, Event any](decode, owned func(Topic, []byte) (Event, error)) func(string) []Decoder {
	return func(topic string) []Decoder {
		return []Decoder{
			{Ours, func(body []byte) (any, error) { return decode(Topic(topic), body) }},
			{Owned, func(body []byte) (any, error) { return owned(Topic(topic), body) }},
			{Unmarshal, inUnmarshal[Order]},
		}
	}
}

// inUnmarshal is how users of encoding/json meet a generated type.
func inUnmarshal[T any](body []byte) (any, error) {
	v := new(T)
	return v, json.Unmarshal(body, v)
}
