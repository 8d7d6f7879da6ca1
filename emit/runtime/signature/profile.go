package signature

import (
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"net/http"
	"strings"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Profile describes how a platform signs deliveries: with an HMAC (RFC 2104) over parts
// of the delivery.
type Profile struct {
	Hash      Hash
	Key       Key
	Signed    []Part // what is signed, in order
	MAC       Source // where the signature is
	Encodings []Encoding
	Timestamp Timestamp // zero if none is signed
}

// Hash is the hash function of the HMAC.
type Hash int

// The hash functions.
const (
	SHA1 Hash = iota + 1
	SHA256
	SHA512
)

func (h Hash) new() func() hash.Hash {
	switch h {
	case SHA1:
		return sha1.New
	case SHA256:
		return sha256.New
	default:
		return sha512.New
	}
}

// Key is how a secret becomes the key of the HMAC.
type Key struct {
	Prefix string   // of the secret, which is not a part of the key
	Coded  Encoding // of the rest, or Plain
}

// Encoding is how bytes are written as text.
type Encoding int

// The encodings. Hex is read in either case; the two of base64 are padded (RFC 4648).
const (
	Plain Encoding = iota
	Hex
	Base64
	Base64URL
)

// Part is a part of the signed text. One of its members is not zero.
type Part struct {
	Text   string
	Source Source
	Body   Body
}

// Body is the body of a delivery as a part of the signed text.
type Body int

// The forms of the body.
const (
	// RawBody is the body as it arrived.
	RawBody Body = iota + 1
	// SortedBody is what JSON.stringify of JavaScript makes of it after the members of
	// every object were sorted; see sorted.go.
	SortedBody
)

// Source is where a delivery has a text. It is zero or has one of Header, Query and
// Member.
type Source struct {
	Header string
	Query  string
	Member string // a JSON Pointer into the body
	List   string // what separates several texts, or "" if there is one
	Prefix string // of the texts that count; it is not a part of them
}

// Timestamp is a signed time.
type Timestamp struct {
	Source    Source
	Unit      Unit
	Tolerance time.Duration // how far from now it may be; negative if any is accepted
}

// Unit is how a time is written.
type Unit int

// The units.
const (
	Seconds Unit = iota + 1 // since 1970
	Milliseconds
	RFC3339
)

// texts returns the texts that a delivery has at s.
func (s Source) texts(d receive.Delivery) ([]string, error) {
	var all []string
	switch {
	case s.Header != "":
		all = d.Header[http.CanonicalHeaderKey(s.Header)]
	case s.Query != "":
		all = d.Query[s.Query]
	case s.Member != "":
		if text, ok := textAt(d.Body, s.Member); ok {
			all = []string{text}
		}
	}
	if len(all) > 1 {
		return nil, receive.ErrRepeated
	}
	if len(all) == 1 && s.List != "" {
		all = strings.Split(all[0], s.List)
	}
	var out []string
	for _, text := range all {
		if text, ok := strings.CutPrefix(strings.TrimSpace(text), s.Prefix); ok && text != "" {
			out = append(out, text)
		}
	}
	return out, nil
}

// First returns the first text that a delivery has at s, or "".
func (s Source) First(d receive.Delivery) string {
	texts, err := s.texts(d)
	if err != nil || len(texts) == 0 {
		return ""
	}
	return texts[0]
}

// textAt returns the string, or the text of the number, at a pointer into the body.
func textAt(body []byte, pointer string) (string, bool) {
	s := jsontext.NewScanner(body)
	if !s.Find(jsontext.Tokens(pointer)...) {
		return "", false
	}
	switch s.Kind() {
	case jsontext.KindString:
		return s.String()
	case jsontext.KindNumber:
		return s.Raw(), true
	}
	return "", false
}
