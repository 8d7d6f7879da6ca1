package observe

import (
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/observe"
)

// observed is a line of observe --format json.
type observed struct {
	Kind     string `json:"kind"`
	Rule     string `json:"rule,omitempty"`
	Topic    string `json:"topic,omitempty"`
	Path     string `json:"path,omitempty"`
	Want     string `json:"want,omitempty"`
	Got      string `json:"got,omitempty"`
	Count    int    `json:"count"`
	Of       int    `json:"of,omitempty"`
	Delivery string `json:"delivery,omitempty"` // the digest of the first one
	Offset   int    `json:"offset,omitempty"`
	Inner    int    `json:"inner,omitempty"` // in the string at Offset
}

// reportJSON writes one object a line: for each topic its deliveries and then the
// findings.
func (o *observer) reportJSON(r observe.Report) error {
	var lines []observed
	for _, t := range r.Topics {
		lines = append(lines, observed{Kind: "deliveries", Topic: t.Name, Count: t.Deliveries})
		for _, f := range t.Findings {
			lines = append(lines, observed{
				string(f.Kind), f.Kind.Rule().String(), t.Name, f.Path, f.Want, f.Got, f.Count, f.Of, f.At.Example, f.At.Offset, f.At.Inner,
			})
		}
	}
	for _, x := range rest(r) {
		lines = append(lines, observed{Kind: x.kind, Rule: x.rule.String(), Topic: x.topic, Count: x.Count, Delivery: x.At.Example})
	}
	for _, topic := range r.Silent {
		lines = append(lines, observed{Kind: "deliveries", Topic: topic})
	}
	if r.Depth >= 0 { // of what is looked at in unknown members
		lines = append(lines, observed{Kind: "depth", Count: r.Depth})
	}
	for _, x := range lines {
		if err := cli.WriteJSON(o.env.Stdout, x, ""); err != nil {
			return err
		}
	}
	return nil
}
