package payload_test

import "encoding/json"

// throughJSON decodes and encodes a text by encoding/json as a T. It returns "error"
// where decoding fails.
func throughJSON[T any](text string) string {
	var v T
	if json.Unmarshal([]byte(text), &v) != nil {
		return "error"
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
