package payload

import (
	"errors"

	"github.com/specimen-go/specimen/infer/base64text"
)

// Base64 is bytes in a string, with the text as it arrived. Text that is not base64 is kept
// too; Bytes fails for it. The text is empty if the member was absent or null, and Extra of
// its struct says which. To make one of bytes, convert what an encoding of package
// encoding/base64 returns.
type Base64 string

// errBase64 does not show the text: it may hold anything.
var errBase64 = errors.New("payload: the text of a Base64 is not base64")

// Bytes returns the bytes, of the standard alphabet or that for URLs, with or without
// padding and line breaks. It fails with ErrAbsent for an empty text.
func (b Base64) Bytes() ([]byte, error) {
	if b == "" {
		return nil, ErrAbsent
	}
	data, err := base64text.Decode(string(b))
	if err != nil {
		return nil, errBase64
	}
	return data, nil
}
