// Package receivertest makes the requests with which platforms deliver, for the tests of
// receivers.
package receivertest

import (
	"bytes"
	"net/http"
	"net/url"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/emit/runtime/receiver"
	"github.com/specimen-go/specimen/emit/runtime/signature"
)

// Request returns a request that delivers body on a topic, as a platform makes it now.
// If s is not nil, it is signed with the secret: in a header or a parameter, but not in
// the body. It panics for a secret that is refused.
func Request(p *receiver.Profile, s *signature.Profile, topic string, body []byte, secret string) *http.Request {
	d := receive.Delivery{Header: http.Header{"Content-Type": {"application/json"}}, Query: url.Values{}, Body: body}
	put(d, p.Topic, topic)
	put(d, p.ID, "test-delivery")
	put(d, p.Shop, "test-shop")
	if s != nil {
		sign(d, s, secret)
	}
	req, err := http.NewRequest(http.MethodPost, "https://receiver.example/?"+d.Query.Encode(), bytes.NewReader(body))
	if err != nil {
		panic(err)
	}
	req.Header = d.Header
	return req
}

func sign(d receive.Delivery, s *signature.Profile, secret string) {
	keys, err := s.Keys(secret)
	if err != nil {
		panic(err)
	}
	put(d, s.Timestamp.Source, s.Timestamp.Unit.Format(time.Now()))
	text, err := s.Sign(d, keys[0])
	if err != nil {
		panic(err)
	}
	source := s.MAC
	source.Prefix = "" // text has it
	put(d, source, text)
}

// put puts a text where a delivery has it, behind others of a list.
func put(d receive.Delivery, s signature.Source, text string) {
	text = s.Prefix + text
	switch {
	case s.Header != "":
		if before := d.Header.Get(s.Header); before != "" && s.List != "" {
			text = before + s.List + text
		}
		d.Header.Set(s.Header, text)
	case s.Query != "":
		if before := d.Query.Get(s.Query); before != "" && s.List != "" {
			text = before + s.List + text
		}
		d.Query.Set(s.Query, text)
	}
}
