package observe

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// reportGitHub writes an annotation of the topic in the spec for each finding.
func (o *observer) reportGitHub(r observe.Report) error {
	var list diagnostic.List
	for _, t := range r.Topics {
		for _, f := range t.Findings {
			if f.Kind.Remark() {
				continue
			}
			list.Add(diagnostic.New(f.Kind.Rule(), o.Spec.At(o.refs[t.Name]), strings.TrimPrefix(showPath(f.Path), "the body"),
				fmt.Sprintf("%s, in %d of %d, %s", message(f), f.Count, f.Of, where(f.At)), ""))
		}
	}
	for _, x := range rest(r) {
		list.Add(diagnostic.New(x.rule, o.Spec.At(""), "", x.message+": "+deliveriesOf(x.Count), ""))
	}
	list.Sort()
	return cli.Print(o.env.Stdout, "github", list, nil)
}
