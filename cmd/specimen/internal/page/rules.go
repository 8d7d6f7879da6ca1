package page

import (
	"slices"

	"github.com/specimen-go/specimen/infer/explain"
)

// rule returns a link to what decided a place, and lists what that says of it.
func (b *builder) rule(p explain.Place) link {
	if !slices.Contains(b.because[p.Rule], p.Because) {
		b.because[p.Rule] = append(b.because[p.Rule], p.Because)
	}
	return to(anchor("rule:"+p.Rule), p.Rule)
}

// rules lists what decided the types of the page.
func (b *builder) rules() []rule {
	var all []rule
	for _, name := range explain.Rules() {
		if texts := b.because[name]; texts != nil {
			slices.Sort(texts)
			all = append(all, rule{b.use(anchor("rule:" + name)), name, texts})
		}
	}
	return all
}
