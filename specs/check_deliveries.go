package specs

import (
	"fmt"
	"net/http"
)

// deliveries checks the profile of deliveries: that its documents exist, that the body
// is signed, or members of it where it has the signature in it; a timestamp as well, if it is to protect against a replay; that vectors
// have a time to compare that with; and that an answer can have its body.
func (c checker) deliveries() {
	d := &c.p.Deliveries
	for _, f := range d.facts() {
		c.documentOf(f.Document, f.Ref)
	}
	s := d.Signature
	for _, v := range s.Vectors {
		c.documentOf(v.Document, v.Ref)
		if s.Timestamp.Source != (Source{}) && v.At.IsZero() {
			c.problem(v.Ref, "the vector does not say when it arrives", `add "at", a time close to the signed one`)
		}
	}
	body, members, stamp := false, false, s.Timestamp.Source == Source{}
	for _, part := range s.Signs {
		body = body || part.Body != ""
		members = members || part.Member != ""
		stamp = stamp || part.Source == s.Timestamp.Source
	}
	switch inside := s.At.Member != ""; {
	case len(s.Signs) == 0, inside && members && !body, !inside && body:
	case inside && body:
		c.problem(s.Ref.member("signs"), "the body is signed, and has the signature in it", "sign members of the body, or say where else the signature is")
	default:
		c.problem(s.Ref.member("signs"), "the body is not signed", "add {body: raw}: whoever knows one delivery could send any other")
	}
	if !stamp {
		c.problem(s.Timestamp.Ref, "the timestamp is not signed", `add it to "signs" as it is written here, or remove it: anybody can change it`)
	}
	c.answer(d.Answer)
}

// answer checks that an answer can have its body, and that nobody has to guess its type.
func (c checker) answer(a Answer) {
	switch {
	case a.Body == "":
	case a.Code == http.StatusNoContent || a.Code == http.StatusResetContent:
		c.problem(a.Ref.member("body"), fmt.Sprintf("an answer with the status code %d has no body", a.Code), "remove it, or change the code")
	case a.Type == "":
		c.problem(a.Ref.member("body"), "the body has no content type", "add it, as in type: application/json")
	}
}
