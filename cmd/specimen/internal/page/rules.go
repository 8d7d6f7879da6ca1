package page

import "github.com/specimen-go/specimen/infer"

// rule returns a link to the text of a rule, which the page then has.
func (b *builder) rule(r infer.Rule) link {
	b.ruled[r] = true
	return to(anchor("rule:"+string(r)), string(r))
}

// rules returns the rules that types on the page are given by.
func (b *builder) rules() []rule {
	var all []rule
	for _, r := range infer.Rules() {
		if b.ruled[r.Rule] {
			all = append(all, rule{b.use(anchor("rule:" + string(r.Rule))), string(r.Rule), r.Text})
		}
	}
	return all
}
