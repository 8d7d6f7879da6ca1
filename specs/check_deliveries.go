package specs

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// deliveries checks the profile of deliveries: that its documents exist; that the body is
// signed once, or members of it where it has the signature in it; a timestamp as well, if
// it is to protect against a replay; that deliveries can have what the profile looks for;
// that vectors have it, and a time to compare; and that an answer can have its body.
func (c checker) deliveries() {
	d := &c.p.Deliveries
	for _, f := range d.facts() {
		c.documentOf(f.Document, f.Ref)
	}
	s := d.Signature
	c.vectors()
	// What is not signed may be a part that could not be read, which has been reported.
	unread := slices.ContainsFunc(s.Signs, func(part Part) bool { return part == Part{Ref: part.Ref} })
	body, members, stamp := false, false, s.Timestamp.Source == Source{}
	var bodyAt Ref
	for _, part := range s.Signs {
		switch {
		case part.Body == "":
		case body:
			c.problem(finding.DoublySignedBody, part.Ref, "the body is signed twice", "remove one of the two: what is signed is either the raw body or the sorted one", c.p.At(bodyAt))
		default:
			body, bodyAt = true, part.Ref
		}
		members = members || part.Member != ""
		stamp = stamp || part.Source == s.Timestamp.Source
	}
	switch inside := s.At.Member != ""; {
	case unread, len(s.Signs) == 0, inside && members && !body, !inside && body:
	case inside && body:
		c.problem(finding.SignedSignature, s.Ref.member("signs"), "the body is signed, and has the signature in it", "sign members of the body, or say where else the signature is")
	default:
		c.problem(finding.UnsignedBody, s.Ref.member("signs"), "the body is not signed", "add {body: raw}: whoever knows one delivery could send any other")
	}
	if !stamp && !unread {
		c.problem(finding.UnsignedTimestamp, s.Timestamp.Ref, "the timestamp is not signed", `add it to "signs" as it is written here, or remove it: anybody can change it`)
	}
	c.places()
	c.answer(d.Answer)
}

// vectors checks that vectors have a signature, and a time if one is signed.
func (c checker) vectors() {
	s := c.p.Deliveries.Signature
	for _, v := range s.Vectors {
		c.documentOf(v.Document, v.Ref)
		if s.Timestamp.Source != (Source{}) && v.At.IsZero() {
			c.problem(finding.IncompleteVector, v.Ref, "the vector does not say when it arrives", `add "at", a time close to the signed one`)
		}
		header := slices.ContainsFunc(v.Header, func(p Pair) bool { return http.CanonicalHeaderKey(p.Name) == http.CanonicalHeaderKey(s.At.Header) })
		switch {
		case s.At.Header != "" && !header:
			c.problem(finding.IncompleteVector, v.Ref, "the vector has no header "+diagnostic.Quote(s.At.Header), "add it, with the signature")
		case s.At.Query != "" && !slices.ContainsFunc(v.Query, func(p Pair) bool { return p.Name == s.At.Query }):
			c.problem(finding.IncompleteVector, v.Ref, "the vector has no parameter "+diagnostic.Quote(s.At.Query), "add it, with the signature")
		}
	}
}

// answer checks that an answer can have its body, and that nobody has to guess its type.
func (c checker) answer(a Answer) {
	switch {
	case a.Body == "":
	case a.Code == http.StatusNoContent || a.Code == http.StatusResetContent:
		c.problem(finding.AnswerBody, a.Ref.member("body"), fmt.Sprintf("an answer with the status code %d has no body", a.Code), "remove it, or change the code")
	case a.Type == "":
		c.problem(finding.AnswerBody, a.Ref.member("body"), "the body has no content type", "add it, as in type: application/json")
	}
}
