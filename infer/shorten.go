package infer

// Shortener returns the function that gives the shortest form of a path, as the
// declared types and the envelope of the decisions make it. See [Decided].
func (d Decisions) Shortener(e Evidence) func(path string) string {
	p := new(pool)
	p.envelop(d.Envelope)
	p.cover(e)
	p.alias(d.Types)
	return p.shorten
}
