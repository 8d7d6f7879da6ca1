package diff

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// printer prints a report.
type printer struct{ *changes.Report }

// print writes the report in a format. Entries of the log that match no change are
// part of Markdown and of annotations; otherwise they go to stderr.
func (r printer) print(env cli.Env, format string, source cli.Source) error {
	switch format {
	case "markdown":
		return r.markdown(env.Stdout)
	case "github":
		return r.annotations(env.Stdout)
	case "json":
		if err := r.json(env.Stdout); err != nil {
			return err
		}
	default:
		if r.Verdict() == diff.None {
			env.Stdout.Remark("no changes since " + r.Against)
		}
		if err := r.text(env.Stdout); err != nil {
			return err
		}
	}
	return cli.Print(env.Stderr, format, r.Idle, source)
}

// text writes the lines of each change, and a line with the verdict for each platform
// that has any.
//
//	specs/acme/orders.yaml:9:25: breaking: OrderEvent/price: OrderEvent.Price widened: … [breaking-change]
//	      major: breaks Go code, accepts more deliveries: orders/create, orders/update
//	      was: main:specs/acme/orders.yaml:7:25: "price": 12,
//	      now: specs/acme/orders.yaml:9:25: "price": 12.5,
//	acme: major: 1 change since main: 1 breaking
func (r printer) text(w cli.Stream) error {
	var b strings.Builder
	for _, v := range r.Verdicts {
		for x := range r.of(v.Platform) {
			breaking, rule := "", ""
			if x.Open() { // the others are not findings
				breaking, rule = "breaking: ", " ["+ruleOf(x).String()+"]"
			}
			head := x.Pos.String() + ": " + breaking + subject(x) + ": " + x.String() + rule
			b.WriteString(w.Paint("1", diagnostic.Printable(head)) + "\n")
			for _, line := range r.details(x) {
				b.WriteString("      " + line + "\n")
			}
		}
		if v.Verdict > diff.None {
			fmt.Fprintf(&b, "%s: %s: %s\n", v.Platform, v.Verdict, r.count(v.Platform))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// of returns the changes of a platform.
func (r printer) of(platform string) iter.Seq[changes.Change] {
	return func(yield func(changes.Change) bool) {
		for _, x := range r.Changes {
			if x.Platform == platform && !yield(x) {
				return
			}
		}
	}
}

// details returns what the lines below that of a change say, printable.
func (r printer) details(x changes.Change) []string {
	all := []string{x.Verdict().String() + ": " + x.Effects() + topicsText(x.Topics)}
	if x.Before != nil {
		all = append(all, "was: "+diagnostic.Printable(r.Against+":"+x.Before.Pos.String())+": "+x.Before.Text)
	}
	if x.After != nil {
		all = append(all, "now: "+diagnostic.Printable(x.After.Pos.String())+": "+x.After.Text)
	}
	if x.Breaking() && x.Why != "" {
		all = append(all, "acknowledged: "+diagnostic.Printable(x.Why))
	}
	return all
}

// ruleOf returns what a change is reported as.
func ruleOf(c changes.Change) finding.Rule {
	if c.Open() {
		return finding.BreakingChange
	}
	return finding.Change
}

// subject returns what a line about a change begins with.
func subject(c changes.Change) string {
	if c.What == diff.Source {
		return "topic"
	}
	return c.Path
}

// manyTopics is how many topics a line names. The others are counted.
const manyTopics = 4

func topicsText(topics []string) string {
	if len(topics) == 0 {
		return ""
	}
	var shown []string
	for _, t := range topics[:min(len(topics), manyTopics)] {
		shown = append(shown, diagnostic.Printable(t))
	}
	text := ": " + strings.Join(shown, ", ")
	if more := len(topics) - manyTopics; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// count returns how many changes a platform has, or all platforms for "", and how many
// of each effect.
func (r printer) count(platform string) string {
	all, acknowledged := 0, 0
	effects := map[diff.Effect]int{}
	for _, x := range r.Changes {
		if platform != "" && x.Platform != platform {
			continue
		}
		all++
		effects[x.Effect()]++
		if x.Breaking() && x.Why != "" {
			acknowledged++
		}
	}
	var parts []string
	for e := diff.Breaking; ; e-- {
		if n := effects[e]; n > 0 {
			part := fmt.Sprintf("%d %s", n, e)
			if e == diff.Breaking && acknowledged > 0 {
				part += fmt.Sprintf(" (%d acknowledged)", acknowledged)
			}
			parts = append(parts, part)
		}
		if e == diff.Compatible {
			break
		}
	}
	since := " since " + diagnostic.Printable(r.Against)
	if all == 0 {
		return "comments, tests or examples changed" + since
	}
	return cli.Count(all, "change") + since + ": " + strings.Join(parts, ", ")
}
