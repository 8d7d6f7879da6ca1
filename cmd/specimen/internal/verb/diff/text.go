package diff

import (
	"fmt"
	"io"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs/diagnostic"
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
		for _, x := range r.Changes {
			if err := cli.WriteJSON(env.Stdout, jsonOf(x), ""); err != nil {
				return err
			}
		}
	default:
		if len(r.Changes) == 0 {
			env.Stdout.Remark("no changes since " + r.Against)
		}
		if err := r.text(env.Stdout); err != nil {
			return err
		}
	}
	return cli.Print(env.Stderr, format, r.Idle, source)
}

// text writes two lines for each change, and a line of counts for each platform
// that has any.
//
//	specs/acme/orders.yaml:9:25: breaking: OrderEvent/price: OrderEvent.Price widened: …
//	      breaks Go code, accepts more deliveries: orders/create, orders/update
//	acme: 1 change since main: 1 breaking
func (r printer) text(w cli.Stream) error {
	var b strings.Builder
	for i, x := range r.Changes {
		breaking := ""
		if x.Open() {
			breaking = "breaking: "
		}
		head := x.Pos.String() + ": " + breaking + subject(x) + ": " + x.String()
		b.WriteString(w.Paint("1", diagnostic.Printable(head)) + "\n")
		b.WriteString("      " + x.Effects() + topicsText(x.Topics) + "\n")
		if x.Gone {
			b.WriteString("      removed: " + diagnostic.Printable(r.inGit(x)) + "\n")
		}
		if x.Breaking() && x.Why != "" {
			b.WriteString("      acknowledged: " + diagnostic.Printable(x.Why) + "\n")
		}
		if i+1 == len(r.Changes) || r.Changes[i+1].Platform != x.Platform {
			fmt.Fprintf(&b, "%s: %s\n", x.Platform, r.count(x.Platform))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// inGit returns where something was before it was removed, as git names files of a
// revision.
func (r printer) inGit(x changes.Change) string { return r.Against + ":" + x.OldPos.String() }

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
	return fmt.Sprintf("%s since %s: %s", cli.Count(all, "change"), diagnostic.Printable(r.Against), strings.Join(parts, ", "))
}
