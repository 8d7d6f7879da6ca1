package platform

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/specs"
)

// Fact is something that the spec says of deliveries besides their bodies.
type Fact struct {
	Name     string // the key in the spec
	Text     string // in words
	Document *specs.Document
	specs.Fact
}

// Facts returns what the spec says of deliveries, in the order of its keys.
func (p *Platform) Facts() []Fact {
	d, words := p.Spec.Deliveries, deliveriesOf(p.Spec.Deliveries)
	stamp := ""
	if words.Signature != nil {
		stamp = words.Signature.Timestamp.String()
	}
	all := []Fact{
		{Name: "signature", Text: words.Signature.Describe(), Fact: d.Signature.Fact},
		{Name: "timestamp", Text: stamp, Fact: d.Signature.Timestamp.Fact},
		{Name: "id", Text: emit.Source(d.ID.Source).String(), Fact: d.ID.Fact},
		{Name: "shop", Text: emit.Source(d.Shop.Source).String(), Fact: d.Shop.Fact},
		{Name: "version", Text: emit.Source(d.Version.Source).String(), Fact: d.Version.Fact},
		{Name: "attempt", Text: emit.Source(d.Attempt.Source).String(), Fact: d.Attempt.Fact},
		{Name: "answer", Text: words.Answer.Describe(), Fact: d.Answer.Fact},
		{Name: "handshake", Text: words.Handshake.Describe(), Fact: d.Handshake.Fact},
		{Name: "retries", Text: words.Retries.Describe(), Fact: d.Retries.Fact},
	}
	all = slices.DeleteFunc(all, func(f Fact) bool { return f.Ref == "" })
	plain := strings.NewReplacer("[Verify]", "Verify", "[Receiver]", "Receiver") // links of Go comments
	for i, f := range all {
		all[i].Text = plain.Replace(f.Text)
		if k := slices.IndexFunc(p.Spec.Documents, func(d specs.Document) bool { return d.ID == f.Fact.Document }); k >= 0 {
			all[i].Document = &p.Spec.Documents[k]
		}
	}
	return all
}
