package importing

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// row is a line of the table of a plan: a payload, or a topic without one.
type row struct {
	topic, what string
	pos         token.Position // in the document, if it has it
	repairs     int
	doubts      []string
}

// rows returns what changes, in the order of the documents.
func (p *planner) rows() []row {
	var all []row
	for _, t := range p.order {
		doubts := slices.Clone(t.doubts)
		before := len(all)
		for _, x := range t.examples {
			r := row{topic: t.name, what: t.news(x), doubts: doubts}
			if r.what == "" && len(doubts) == 0 {
				continue
			}
			r.what = cmp.Or(r.what, "kept")
			if x.payload != nil {
				r.pos = x.payload.doc.lines.at(x.payload.offset)
			}
			if x.state == added || x.state == replaced {
				r.repairs, r.doubts = len(x.payload.repairs), slices.Concat(doubts, x.payload.doubts)
			}
			all, doubts = append(all, r), nil
		}
		if len(all) == before && (t.was == nil || len(doubts) > 0 || t.like != "" && t.was.Payload == specs.Undocumented) {
			r := row{topic: t.name, what: cmp.Or(t.like, "undocumented"), doubts: doubts}
			switch {
			case t.like != "":
				r.what = "like " + t.like
			case t.gone != nil:
				r.what = "no longer there"
			case t.was != nil:
				r.what = platform.Payload(*t.was)
			}
			if len(t.docs) > 0 {
				r.pos = t.docs[0].lines.at(t.offset)
			}
			all = append(all, r)
		}
	}
	return all
}

// news says what happens to an example, or "" where nothing does.
func (t *topic) news(x example) string {
	wasThere := x.state == added || t.was.Examples[x.index].Line > 0 || x.doc.was.SHA256 == ""
	switch {
	case x.state == added:
		return "added"
	case x.state == replaced:
		return "changed"
	case x.state == dropped && wasThere:
		return "no longer there"
	case x.state == kept && !wasThere:
		return "there again"
	}
	return ""
}

// Print says what the documents change: their topics in a table, the doubts, what was
// replaced in payloads, and the changes of the types.
func (p *Planned) Print(env cli.Env) error {
	w := env.Stdout
	for _, d := range p.docs {
		say(w, "%s: %s", d.Name, d.summary())
	}
	if len(p.rows) > 0 {
		p.printTable(w)
		p.printDoubts(w)
	}
	var results []redact.Result
	for _, x := range p.results {
		results = append(results, x.Result)
	}
	if len(results) > 0 {
		addition.ReportReplaced(w, p.options.Redact, results)
	}
	p.printChanges(w)
	if n := len(p.now.Names.Problems); p.changed && n > 0 {
		say(w, "%s of Go names: specimen suggest -w %s writes names", cli.Count(n, "collision"), p.after.Name())
	}
	ofDocuments := source(p.docs)
	return cli.Print(env.Stderr, "text", p.findings, func(file string, n int) (string, bool) {
		if line, ok := p.before.Line(file, n); ok {
			return line, true
		}
		return ofDocuments(file, n)
	})
}

func say(w io.Writer, format string, args ...any) {
	fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf(format, args...)))
}

// summary says what a document is to the spec.
func (d *doc) summary() string {
	topics := cli.Count(len(d.items), "topic")
	switch {
	case d.same():
		return "nothing new: the spec has this copy of " + d.id
	case d.was == nil:
		return topics + ", a new document: " + d.id
	case d.was.SHA256 == "":
		return topics + ", the document " + d.id
	}
	return topics + ", a newer copy of " + d.id
}

// printTable writes the topics that change.
func (p *Planned) printTable(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  topic\tpayload\tline\trepairs\tdoubts")
	number := func(n int) string {
		if n == 0 {
			return "-"
		}
		return strconv.Itoa(n)
	}
	for _, r := range p.rows {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\t%s\n", diagnostic.Printable(r.topic), diagnostic.Printable(r.what), number(r.pos.Line), number(r.repairs), number(len(r.doubts)))
	}
	_ = table.Flush()
}

// printDoubts writes the doubts, each at its payload or topic.
func (p *Planned) printDoubts(w io.Writer) {
	title := "doubts:"
	for _, r := range p.rows {
		for _, text := range r.doubts {
			if title != "" {
				fmt.Fprintln(w, title)
				title = ""
			}
			at := ""
			if r.pos.IsValid() {
				at = r.pos.String() + ": "
			}
			say(w, "  %s%s: %s", at, r.topic, text)
		}
	}
}

// printChanges writes the changes of the types that the spec had, as diff says them.
func (p *Planned) printChanges(w io.Writer) {
	if !p.changed || p.before.Platform() == nil {
		return
	}
	changes := diff.Compare(p.before.Side(p.old), p.after.Side(p.now))
	if len(changes) == 0 {
		fmt.Fprintln(w, "the types do not change")
		return
	}
	fmt.Fprintln(w, "changes of the types:")
	for _, c := range changes {
		topics := ""
		if len(c.Topics) > 0 {
			topics = ": " + strings.Join(c.Topics[:min(len(c.Topics), maxTopics)], ", ")
			if more := len(c.Topics) - maxTopics; more > 0 {
				topics += fmt.Sprintf(" and %d more", more)
			}
		}
		path := c.Path
		if c.What == diff.Source {
			path = "topic"
		}
		say(w, "  %s: %s", path, c)
		say(w, "      %s%s", c.Effects(), topics)
	}
}

// maxTopics is how many topics a line names. The others are counted.
const maxTopics = 4
