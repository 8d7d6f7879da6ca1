package receiver

import (
	"encoding/base64"

	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/emit/runtime/signature"
)

// Handshake is a request by which a platform checks an endpoint before it sends
// deliveries. It is not signed.
type Handshake struct {
	At     signature.Source // a member of the body
	Is     string           // which has this value
	Answer Reply
}

// Reply is the answer to a handshake, as plain text. One of its members is not zero.
type Reply struct {
	Setting bool             // what the receiver was given for it
	Source  signature.Source // a text of the request
	Base64  bool             // whether the text is encoded
}

// maxHandshake is the length of a body that is not searched for a handshake any more.
const maxHandshake = 4 << 10

// answer returns the answer to a delivery that is a handshake. Without the setting that
// it is made of, there is none, and the delivery is treated like any other.
func (h *Handshake) answer(d receive.Delivery, setting string) (Answer, bool) {
	if h == nil || h.Answer.Setting && setting == "" || len(d.Body) > maxHandshake || h.At.First(d) != h.Is {
		return Answer{}, false
	}
	text := h.Answer.Source.First(d)
	if h.Answer.Setting {
		text = setting
	}
	if h.Answer.Base64 {
		text = base64.StdEncoding.EncodeToString([]byte(text))
	}
	return Answer{ContentType: "text/plain; charset=utf-8", Body: text}, true
}
