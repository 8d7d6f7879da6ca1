package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// write writes the changes in the form that was asked for. Entries of the log
// that speak of nothing go with them in Markdown and annotations, which people
// read elsewhere, and to stderr otherwise.
func (c *changeReport) write(a app, format string, line func(file string, line int) (string, bool)) error {
	switch format {
	case "markdown":
		return c.markdown(a.stdout)
	case "github":
		return c.annotations(a.stdout)
	case "json":
		for _, x := range c.changes {
			if err := writeJSON(a.stdout, x.json(), ""); err != nil {
				return err
			}
		}
	default:
		if err := c.text(a.stdout); err != nil {
			return err
		}
	}
	return report(a.stderr, format, c.idle, line)
}

// text writes two lines for each change, and a line of counts for each platform
// that has any.
//
//	specs/acme/orders.yaml:9:25: breaking: OrderEvent/price: OrderEvent.Price takes more: …
//	      breaks Go code, more deliveries fit: orders/create, orders/update
//	acme: 1 change since main: 1 breaking
func (c *changeReport) text(w stream) error {
	var b strings.Builder
	for i, x := range c.changes {
		breaking := ""
		if x.open() {
			breaking = "breaking: "
		}
		head := x.at.String() + ": " + breaking + x.subject() + ": " + x.String()
		b.WriteString(paint(w, "1", diagnostic.Printable(head)) + "\n")
		b.WriteString("      " + x.Effects() + topicsText(x.Topics) + "\n")
		if x.gone {
			b.WriteString("      removed: " + diagnostic.Printable(c.inGit(x)) + "\n")
		}
		if x.Breaking() && x.why != "" {
			b.WriteString("      acknowledged: " + diagnostic.Printable(x.why) + "\n")
		}
		if i+1 == len(c.changes) || c.changes[i+1].platform != x.platform {
			fmt.Fprintf(&b, "%s: %s\n", x.platform, c.count(x.platform))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// inGit is where something was that is gone now, as git names files of a revision.
func (c *changeReport) inGit(x change) string { return c.against + ":" + x.was.String() }

// paint gives a text the style of a terminal, where w is one.
func paint(w stream, style, text string) string {
	if !w.color {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// subject is what a line about the change begins with.
func (c change) subject() string {
	if c.What == diff.Source {
		return "topic"
	}
	return c.Path
}

// manyTopics is how many topics a line names; it counts the others.
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

// count says how many changes a platform has, or all of them for "", and how
// many of each effect.
func (c *changeReport) count(platform string) string {
	all, acknowledged := 0, 0
	effects := map[diff.Effect]int{}
	for _, x := range c.changes {
		if platform != "" && x.platform != platform {
			continue
		}
		all++
		effects[x.Effect()]++
		if x.Breaking() && x.why != "" {
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
	return fmt.Sprintf("%s since %s: %s", count(all, "change"), diagnostic.Printable(c.against), strings.Join(parts, ", "))
}
