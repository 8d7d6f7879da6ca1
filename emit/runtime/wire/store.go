package wire

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// The binary form of an event is a byte that says so, the length of the topic as a varint,
// the topic, and the JSON of the payload.

// binaryForm is the first byte of the binary form.
const binaryForm = 1

// AppendTopic appends to b what the binary form of an event has before the JSON.
//
//go:noinline
func AppendTopic(b []byte, d *payload.EventDelivery) []byte {
	topic := delivery(d).Topic()
	return append(binary.AppendUvarint(append(b, binaryForm), uint64(len(topic))), topic...)
}

// errBinary does not show the data: they hold values.
var errBinary = errors.New("the data are not the binary form of an event")

// UnmarshalBinary decodes the binary form of an event: the JSON into v, which keeps
// the topic of d.
func UnmarshalBinary(data []byte, d *payload.EventDelivery, v json.Unmarshaler) error {
	if len(data) == 0 || data[0] != binaryForm {
		return errBinary
	}
	length, n := binary.Uvarint(data[1:])
	if n <= 0 || length > uint64(len(data)-1-n) {
		return errBinary
	}
	topic, text := data[1+n:][:length], data[1+n:][length:]
	if err := v.UnmarshalJSON(text); err != nil {
		return err
	}
	delivery(d).SetTopic(string(topic))
	return nil
}

// Scan decodes what a column of package sql holds of an event into v. It fails for
// NULL.
func Scan(column any, v json.Unmarshaler) error {
	switch c := column.(type) {
	case nil:
		return errors.New("NULL is not an event: scan into a sql.Null of it")
	case string:
		return v.UnmarshalJSON([]byte(c))
	case []byte:
		return v.UnmarshalJSON(c)
	}
	return fmt.Errorf("a column of %T is not the JSON of an event", column)
}
