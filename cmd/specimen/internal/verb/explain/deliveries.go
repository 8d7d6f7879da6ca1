package explain

import (
	"cmp"
	"fmt"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// deliveries is the word for how deliveries are signed and answered.
const deliveries = "deliveries"

// explainedFact is something that is known of deliveries.
type explainedFact struct {
	Name     string `json:"name"`
	Text     string `json:"text"`
	Status   string `json:"status"`
	Document string `json:"document,omitempty"`
	URL      string `json:"url,omitempty"`
	Why      string `json:"why,omitempty"`
	cli.Position
}

// deliveries prints what is known of deliveries, how well, and from where.
func (x explainer) deliveries(w cli.Stream, json bool) error {
	facts := []explainedFact{}
	for _, f := range x.Facts() {
		fact := explainedFact{
			Name: f.Name, Text: f.Text, Status: string(f.Status), Why: f.Why, Position: cli.PositionOf(x.Spec.At(f.Ref)),
		}
		if f.Document != nil {
			fact.Document, fact.URL = f.Document.Title, f.Document.URL
		}
		facts = append(facts, fact)
	}
	if json {
		return cli.WriteJSON(w, facts, "  ")
	}
	if len(facts) == 0 {
		fmt.Fprintln(w, "nothing is known of deliveries; the spec has no key deliveries")
	}
	for i, f := range x.Facts() {
		fmt.Fprintln(w, w.Paint("1", diagnostic.Printable(fmt.Sprintf("%s (%s)", f.Name, f.Status))))
		fmt.Fprintln(w, diagnostic.Printable("  "+f.Text))
		fmt.Fprintln(w, diagnostic.Printable("  "+x.Spec.At(f.Ref).String()))
		if source := cmp.Or(facts[i].URL, facts[i].Document); source != "" {
			fmt.Fprintln(w, diagnostic.Printable("  document: "+source))
		}
		if f.Why != "" {
			fmt.Fprintln(w, diagnostic.Printable("  why: "+f.Why))
		}
	}
	return nil
}
