package specs

// deliveries checks the profile of deliveries: that its documents exist, that the body
// is signed, and a timestamp as well, if it is to protect against a replay.
func (c checker) deliveries() {
	d := &c.p.Deliveries
	for _, f := range d.facts() {
		c.documentOf(f.Document, f.Ref)
	}
	s := d.Signature
	for _, v := range s.Vectors {
		c.documentOf(v.Document, v.Ref)
	}
	body, stamp := false, s.Timestamp.Source == Source{}
	for _, part := range s.Signs {
		body = body || part.Body != ""
		stamp = stamp || part.Source == s.Timestamp.Source
	}
	if len(s.Signs) > 0 && !body {
		c.problem(s.Ref.member("signs"), "the body is not signed", "add {body: raw}: whoever knows one delivery could send any other")
	}
	if !stamp {
		c.problem(s.Timestamp.Ref, "the timestamp is not signed", `add it to "signs" as it is written here, or remove it: anybody can change it`)
	}
}
