package receivertest

import (
	"io"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/emit/runtime/receiver"
	"github.com/specimen-go/specimen/emit/runtime/signature"
)

// TestRequest holds that what Request makes is what the profiles describe, wherever the
// signature and its timestamp stand.
func TestRequest(t *testing.T) {
	stamp := signature.Source{Header: "X-Signature", List: ",", Prefix: "t="}
	for _, s := range []*signature.Profile{
		{Hash: signature.SHA1, MAC: signature.Source{Query: "sign"}, Signed: []signature.Part{{Body: signature.SortedBody}}, Encodings: []signature.Encoding{signature.Hex}},
		{Hash: signature.SHA256, MAC: signature.Source{Header: "x-signature", Prefix: "sha256="}, Signed: []signature.Part{{Source: signature.Source{Header: "X-Id"}}, {Body: signature.RawBody}}, Encodings: []signature.Encoding{signature.Base64}},
		{
			Hash: signature.SHA512, MAC: signature.Source{Header: "X-Signature", List: ",", Prefix: "v1="}, Encodings: []signature.Encoding{signature.Base64URL},
			Signed:    []signature.Part{{Source: stamp}, {Body: signature.RawBody}},
			Timestamp: signature.Timestamp{Source: stamp, Unit: signature.Milliseconds, Tolerance: time.Hour},
		},
	} {
		p := &receiver.Profile{Topic: signature.Source{Header: "X-Topic"}, ID: signature.Source{Header: "X-Id"}, Shop: signature.Source{Query: "shop"}}
		req := Request(p, s, "orders/create", []byte(`{"b":1.0,"a":2}`), "secret")
		body, err := io.ReadAll(req.Body)
		if err != nil {
			t.Fatal(err)
		}
		d := receive.Delivery{Header: req.Header, Query: req.URL.Query(), Body: body}
		if err := s.Verify(d, [][]byte{[]byte("secret")}, time.Now(), 0); err != nil {
			t.Errorf("%v: %v, in %v", s.Hash, err, req.Header)
		}
		if got := p.Topic.First(d) + " " + p.ID.First(d) + " " + p.Shop.First(d); got != "orders/create test-delivery test-shop" {
			t.Errorf("%v: %s", s.Hash, got)
		}
	}
}

// TestUnsigned holds that a platform whose signature is not known gets a request without.
func TestUnsigned(t *testing.T) {
	req := Request(&receiver.Profile{Topic: signature.Source{Member: "/topic"}}, nil, "a", []byte(`{}`), "")
	if len(req.Header) != 1 || req.URL.RawQuery != "" {
		t.Errorf("got %v, %s", req.Header, req.URL)
	}
}
