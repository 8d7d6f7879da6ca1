package codec

import "encoding/json"

// The names of the entry point whose contract gives the buffer away, and of those that
// users of encoding/json meet.
const (
	Owned     = "specimen, owned input"
	Unmarshal = "specimen in json.Unmarshal"
	Marshal   = "specimen in json.Marshal"
)

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
		{Name: Marshal, Encode: json.Marshal},
	}
}
