// Package codec gives the decoders and encoders that are compared one form, and
// checks that they agree before anybody times them.
package codec

import "github.com/specimen-go/specimen/cmd/bench/internal/corpus"

// Ours is the name of the generated packages' decoder and encoder as a receiver
// uses them.
const Ours = "specimen"

// Base is what ratios are relative to. From Go 1.27 on, it is made of its second version.
const Base = "encoding/json"

// Decoder decodes the bodies of one corpus.
type Decoder struct {
	Name   string
	Decode func(body []byte) (any, error) // a pointer to the event, always a new one
}

// Encoder encodes the events of one corpus.
type Encoder struct {
	Name   string
	Encode func(event any) ([]byte, error)
	Peer   bool // encodes what the decoder Base gives, not what Ours gives
}

// Decoders returns all decoders for a corpus, ours first, then Base and the others. There are
// none for a platform that platforms does not have.
func Decoders(c corpus.Corpus) []Decoder {
	p, ok := platforms()[c.Source.Platform]
	if !ok {
		return nil
	}
	all := p.ours(c.Source.Topic)
	for _, l := range libraries() {
		all = append(all, p.peer(l, c.TextOnly))
	}
	return all
}

// Encoders returns all encoders for a corpus, ours first, then Base.
func Encoders() []Encoder {
	all := ourEncoders()
	for _, l := range libraries() {
		all = append(all, Encoder{Name: l.name, Encode: l.marshal, Peer: true})
	}
	return all
}

// event is a pointer to a peer's struct.
type event[T any] interface {
	*T
	// Inner walks to the strings that hold JSON.
	Inner(decode func(text string, into any) error) error
}

// peerDecoder returns the decoder of a library into T. Unless textOnly, it also
// decodes what strings hold that hold JSON, as the generated decoders do.
func peerDecoder[T any, P event[T]](l library, textOnly bool) Decoder {
	if textOnly {
		return Decoder{l.name, func(body []byte) (any, error) {
			v := P(new(T))
			return v, l.unmarshal(body, v)
		}}
	}
	return Decoder{l.name, func(body []byte) (any, error) {
		v := P(new(T))
		if err := l.unmarshal(body, v); err != nil {
			return nil, err
		}
		return v, v.Inner(l.unmarshalText)
	}}
}
