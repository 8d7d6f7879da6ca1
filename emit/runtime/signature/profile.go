package signature

import (
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"net/http"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/specimen-go/specimen/emit/runtime/receive"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Profile describes how a platform signs deliveries: with an HMAC (RFC 2104) over parts
// of the delivery. It must not be changed after the first one.
type Profile struct {
	Hash      Hash
	Key       Key
	Signed    []Part // what is signed, in order
	MAC       Source // where the signature is
	Encodings []Encoding
	Timestamp Timestamp // zero if none is signed

	idle sync.Pool // of *keyed, each of which no delivery is verified with at the moment
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

func (h Hash) size() int { return [...]int{0, sha1.Size, sha256.Size, sha512.Size}[h] }

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

// all returns what a delivery has at s: "" for nothing, and the texts of a list in one.
func (s *Source) all(d receive.Delivery) (string, error) {
	var all []string
	switch {
	case s.Header != "":
		all = d.Header[http.CanonicalHeaderKey(s.Header)]
	case s.Query != "":
		all = d.Query[s.Query]
	case s.Member != "":
		text, _ := textAt(d.Body, s.Member)
		return text, nil
	}
	switch len(all) {
	case 0:
		return "", nil
	case 1:
		return all[0], nil
	}
	return "", receive.ErrRepeated
}

// next returns the first text of a list that counts, or "", and what follows it.
func (s *Source) next(list string) (text, rest string) {
	for list != "" {
		text, rest = list, ""
		if s.List != "" {
			text, rest, _ = strings.Cut(list, s.List)
		}
		if text, ok := strings.CutPrefix(strings.TrimSpace(text), s.Prefix); ok && text != "" {
			return text, rest
		}
		list = rest
	}
	return "", ""
}

// first returns the first text that a delivery has at s, or "".
func (s *Source) first(d receive.Delivery) (string, error) {
	list, err := s.all(d)
	text, _ := s.next(list)
	return text, err
}

// First returns the first text that a delivery has at s, or "".
func (s *Source) First(d receive.Delivery) string {
	text, _ := s.first(d)
	return text
}

// textAt returns the string, or the text of the number, at a pointer into the body.
func textAt(body []byte, pointer string) (string, bool) {
	if strings.LastIndexByte(pointer, '/') == 0 {
		if raw, ok := jsontext.Member(body, jsonpointer.Unescape(pointer[1:])); ok {
			return textOf(raw)
		}
	}
	s := jsontext.NewScanner(body)
	if !s.Find(jsonpointer.Tokens(pointer)...) {
		return "", false
	}
	return textOf(s.Raw())
}

// textOf returns the string that is the JSON value raw, or the text of a number.
func textOf(raw string) (string, bool) {
	if raw == "" {
		return "", false
	}
	switch jsontext.KindOf(raw[0]) {
	case jsontext.KindString:
		if strings.IndexByte(raw, '\\') < 0 && utf8.ValidString(raw) {
			return raw[1 : len(raw)-1], true
		}
		s := jsontext.NewScanner(raw)
		return s.String()
	case jsontext.KindNumber:
		return raw, true
	}
	return "", false
}
