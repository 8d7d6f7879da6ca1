//go:build go1.27 && goexperiment.jsonv2

package wire

import (
	"encoding/json/jsontext"
	"errors"
	"fmt"
)

// WriteTo writes JSON to an encoder of encoding/json/v2, which refuses what a delivery may
// hold and RFC 8259 allows, unless its options say otherwise. The error says which.
//
// text is what was appended to e.AvailableBuffer(). Where it had no room there, e learns only
// from what is written how much room the next one needs, and forgets that after json.Marshal,
// but not the buffer: asked once more, it makes one that the next events find.
func WriteTo(e *jsontext.Encoder, text []byte) error {
	const most = 64 << 10 // json.Marshal drops longer buffers
	err := e.WriteValue(text)
	switch {
	case err == nil:
		if len(text) < most {
			e.AvailableBuffer()
		}
		return nil
	case errors.Is(err, jsontext.ErrDuplicateName):
		return fmt.Errorf("%w: the delivery has them, and the option jsontext.AllowDuplicateNames(true) writes them", err)
	case jsontext.Value(text).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) && !jsontext.Value(text).IsValid(jsontext.AllowDuplicateNames(true)):
		return fmt.Errorf("%w: the delivery has it; the option jsontext.AllowInvalidUTF8(true) writes U+FFFD in its place, and AppendJSON the bytes that came", err)
	}
	return err
}
