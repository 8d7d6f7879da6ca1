package observe

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// report writes a report in a format.
func (o *observer) report(format string, r observe.Report) error {
	switch format {
	case "json":
		return o.reportJSON(r)
	case "github":
		return o.reportGitHub(r)
	}
	return o.reportText(r)
}

// reportText writes a table for each topic with findings or remarks.
func (o *observer) reportText(r observe.Report) error {
	w := o.env.Stdout
	fmt.Fprintf(w, "%s: %s of %s, %s\n", o.Spec.Name, deliveriesOf(r.Deliveries),
		cli.Count(len(r.Topics), "topic"), cli.Count(r.Findings(), "finding"))
	for _, t := range r.Topics {
		if len(t.Findings) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n%s: %s\n", diagnostic.Printable(t.Name), deliveriesOf(t.Deliveries))
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, f := range t.Findings {
			if !f.Kind.Remark() {
				fmt.Fprintf(table, "  %s\t%s\t%d of %d\t%s\t[%s]\n", showPath(f.Path), message(f), f.Count, f.Of, where(f.At), f.Kind.Rule())
			}
		}
		if err := table.Flush(); err != nil {
			return err
		}
		reportRemarks(w, t, observe.Unseen, "never seen")
		reportRemarks(w, t, observe.Arrived, "documented, and never in an example: first came")
		reportRemarks(w, t, observe.Folded, "too many names, values folded")
	}
	if r.Depth >= 0 {
		inside := "inside one"
		if r.Depth > 1 {
			inside = fmt.Sprintf("more than %s inside one", cli.Count(r.Depth-1, "level"))
		}
		fmt.Fprintf(w, "\ntoo many unknown members: what is %s was not observed\n", inside)
	}
	return o.reportRest(w, r)
}

// reportRemarks writes the paths with a remark of one kind.
func reportRemarks(w io.Writer, t observe.Topic, kind observe.Kind, what string) {
	first := true
	for _, f := range t.Findings {
		if f.Kind != kind {
			continue
		}
		if first {
			fmt.Fprintf(w, "  %s [%s]:\n", what, kind.Rule())
			first = false
		}
		fmt.Fprintf(w, "    %s", showPath(f.Path))
		switch kind {
		case observe.Folded:
			fmt.Fprintf(w, "  %d", f.Count)
		case observe.Arrived:
			fmt.Fprintf(w, "  %d of %d  %s", f.Count, f.Of, where(f.At))
		}
		fmt.Fprintln(w)
	}
}

// reportRest writes the deliveries of no topic of the spec, and the topics without
// deliveries.
func (o *observer) reportRest(w io.Writer, r observe.Report) error {
	rest := rest(r)
	if len(rest) > 0 {
		fmt.Fprintln(w)
	}
	for _, x := range rest {
		fmt.Fprintf(w, "%s: %s", x.message, deliveriesOf(x.Count))
		if x.At != (infer.Origin{}) {
			fmt.Fprint(w, ", the first ", x.At.Example)
		}
		fmt.Fprintf(w, " [%s]\n", x.rule)
		if x.rule == finding.UnnamedDelivery {
			fmt.Fprintf(w, "      hint: %s\n", diagnostic.Printable(unnamed(o.Spec.Topic)))
		}
	}
	if len(r.Silent) > 0 {
		fmt.Fprintf(w, "\nno deliveries of %s:\n", cli.Count(len(r.Silent), "topic"))
	}
	for _, topic := range r.Silent {
		fmt.Fprintf(w, "  %s\n", diagnostic.Printable(topic))
	}
	return nil
}

// unnamed returns a hint about deliveries without a topic.
func unnamed(t specs.TopicSource) string {
	switch {
	case t.Header != "":
		return "where a file has bodies alone, name their topic with --topic; with them, capture the header " + t.Header
	case t.Member != "":
		return "a delivery is a body with its topic at " + t.Member
	}
	return "the spec does not say where deliveries name their topic; --topic says it for all of them"
}

// leftover counts deliveries that were not compared with the types.
type leftover struct {
	rule                 finding.Rule
	kind, topic, message string
	infer.Fact
}

func rest(r observe.Report) []leftover {
	var all []leftover
	for _, x := range r.Unknown {
		all = append(all, leftover{finding.UndocumentedTopic, "unknown-topic", x.Name, "unknown topic " + diagnostic.Printable(x.Name), x.Fact})
	}
	for _, x := range []leftover{
		{finding.UndocumentedTopic, "other-topics", "", "other unknown topics", r.Others},
		{finding.UnnamedDelivery, "no-topic", "", "names no topic", r.Untold},
		{finding.LongDelivery, "too-long", "", "too long", infer.Fact{Count: r.TooLong}},
	} {
		if x.Seen() {
			all = append(all, x)
		}
	}
	return all
}

func deliveriesOf(n int) string {
	if n == 1 {
		return "1 delivery"
	}
	return fmt.Sprintf("%d deliveries", n)
}

// message says what a finding is.
func message(f observe.Finding) string {
	switch f.Kind {
	case observe.Mismatch:
		return fmt.Sprintf("want %s, got %s", f.Want, f.Got)
	case observe.Member:
		return "unknown member"
	case observe.Malformed:
		return "not JSON, or nested too deep"
	case observe.Repeated:
		return "member twice"
	case observe.Null:
		return "null"
	case observe.Absent:
		return "absent"
	case observe.Inexact:
		return "not Unicode text"
	}
	return "never seen"
}

// where returns the position of a finding: a delivery, and a byte in it.
func where(at infer.Origin) string {
	if at.Inner > 0 {
		return fmt.Sprintf("first in %s at byte %d of the string at %d", at.Example, at.Inner, at.Offset)
	}
	return fmt.Sprintf("first in %s at byte %d", at.Example, at.Offset)
}

// showPath returns a path, and "the body" for the path of the whole body.
func showPath(path string) string {
	if path == "" {
		return "the body"
	}
	return diagnostic.Printable(path)
}
