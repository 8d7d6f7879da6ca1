// Package peer holds what the types written for other decoders share. Those
// types themselves are in its folders; cmd/bench/gen writes them.
package peer

import (
	"encoding/json"
	"strconv"
)

// Number is a member that is a number here and a string there. It does what
// such types do that people write by hand: keep the text, and its quotes.
type Number struct {
	Text   string
	Quoted bool
}

// UnmarshalJSON reads a number or a string; null is the zero Number.
func (n *Number) UnmarshalJSON(data []byte) error {
	*n = Number{}
	if string(data) == "null" {
		return nil
	}
	if data[0] == '"' {
		n.Quoted = true
		return json.Unmarshal(data, &n.Text)
	}
	if _, err := strconv.ParseFloat(string(data), 64); err != nil {
		return err
	}
	n.Text = string(data)
	return nil
}

// MarshalJSON writes the text as it was read.
func (n Number) MarshalJSON() ([]byte, error) {
	switch {
	case n.Quoted:
		return json.Marshal(n.Text)
	case n.Text == "":
		return []byte("0"), nil
	}
	return []byte(n.Text), nil
}
