package specs

import (
	"fmt"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// place is a part of the profile that a delivery has a text for.
type place struct {
	what string
	Source
	ref Ref
}

// places checks where the profile looks for texts: that a delivery can have them there, that
// its lists can be told apart, and that no two of them are the same text.
func (c checker) places() {
	d, s := &c.p.Deliveries, &c.p.Deliveries.Signature
	topic := Source{Header: c.p.Topic.Header, Member: c.p.Topic.Member}
	if c.p.Topic.Batch != "" {
		topic = Source{} // of each event, and not of the body
	}
	all := []place{
		{"the topic", topic, "/topic"},
		{"the signature", s.At, s.Ref.member("at")},
		{"the timestamp", s.Timestamp.Source, s.Timestamp.Ref},
		{"the id", d.ID.Source, d.ID.Ref},
		{"the shop", d.Shop.Source, d.Shop.Ref},
		{"the version", d.Version.Source, d.Version.Ref},
		{"the attempt", d.Attempt.Source, d.Attempt.Ref},
	}
	for i, a := range all {
		c.place(a)
		if ofBody(a.Header) {
			c.problem(finding.UnusableHeader, a.ref.member("header"), fmt.Sprintf("the header %s is about the body, and cannot have %s", diagnostic.Quote(a.Header), a.what), "name one that the platform sets")
		}
		for _, b := range all[:i] {
			if a.meets(b.Source) {
				c.problem(finding.AmbiguousPlace, a.ref, a.what+" is where "+b.what+" is", `part the two, as in list: "," with prefix: t= and prefix: v1=, or say where else one of them is`, c.p.At(b.ref))
			}
		}
	}
	for _, part := range s.Signs {
		c.place(place{"the part", part.Source, part.Ref})
		if (place{Source: part.Source}).meets(s.At) {
			c.problem(finding.SignedSignature, part.Ref, "the signature is a part of what is signed", "remove it: a signature cannot sign itself", c.p.At(s.Ref.member("at")))
		}
	}
	c.separators()
}

// meets reports whether both sources can be the same text.
func (p place) meets(other Source) bool {
	switch {
	case p.Header != "" && http.CanonicalHeaderKey(p.Header) == http.CanonicalHeaderKey(other.Header):
	case p.Query != "" && p.Query == other.Query:
	case p.Member != "" && p.Member == other.Member:
	default:
		return false
	}
	return p.List == "" || p.List != other.List || strings.HasPrefix(p.Prefix, other.Prefix) || strings.HasPrefix(other.Prefix, p.Prefix)
}

// place checks that a delivery can have a text at a place.
func (c checker) place(p place) {
	if ofConnection(p.Header) {
		c.problem(finding.UnusableHeader, p.ref.member("header"), fmt.Sprintf("the header %s belongs to the connection", diagnostic.Quote(p.Header)), "name one that the platform sets: this one does not reach the receiver as it was sent")
	}
	first, _ := utf8.DecodeRuneInString(p.Prefix)
	switch {
	case p.List != "" && strings.Contains(p.Prefix, p.List):
		c.problem(finding.ImpossiblePrefix, p.ref.member("prefix"), "no text of the list begins with the prefix, which has the separator in it", "change one of the two")
	case unicode.IsSpace(first):
		c.problem(finding.ImpossiblePrefix, p.ref.member("prefix"), "no text begins with the prefix, which begins with a space", "remove the space: texts are read without those around them")
	}
}

// separators checks that a signature and a timestamp end where their lists say: that the
// separator is not a part of them.
func (c checker) separators() {
	s := &c.p.Deliveries.Signature
	for _, e := range s.Encodings {
		c.separator(s.Ref.member("at"), s.At.List, "a signature in "+e, map[string]string{"hex": hexDigits, "base64": alphanumeric + "+/=", "base64url": alphanumeric + "-_="}[e])
	}
	if t := s.Timestamp; t.Unit == "rfc3339" {
		c.separator(t.Ref, t.List, "a time", "0123456789-:.+TtZz")
	} else if t.Unit != "" {
		c.separator(t.Ref, t.List, "a time in "+t.Unit, "0123456789-")
	}
}

const (
	hexDigits    = "0123456789abcdefABCDEF"
	alphanumeric = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

func (c checker) separator(ref Ref, separator, what, alphabet string) {
	if separator != "" && strings.Trim(separator, alphabet) == "" {
		c.problem(finding.AmbiguousSeparator, ref.member("list"), fmt.Sprintf("%s can have the separator %s in it", what, diagnostic.Quote(separator)), `as in "," or " "`)
	}
}

// ofConnection reports whether a header is between two hops: package net/http takes it off,
// or a proxy sets it.
func ofConnection(header string) bool {
	switch http.CanonicalHeaderKey(header) {
	case "Host", "Connection", "Content-Length", "Expect", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization",
		"Proxy-Connection", "Te", "Trailer", "Transfer-Encoding", "Upgrade":
		return true
	}
	return false
}

// ofBody reports whether a header says how the body is to be read. It can be signed.
func ofBody(header string) bool {
	switch http.CanonicalHeaderKey(header) {
	case "Accept", "Accept-Encoding", "Content-Encoding", "Content-Type":
		return true
	}
	return false
}
