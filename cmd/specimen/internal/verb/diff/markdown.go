package diff

import (
	"fmt"
	"go/token"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// maxBytes is the maximum size of a Markdown report, but for its end: GitHub refuses
// comments of more than 65536 characters.
const maxBytes = 60000

// markdown writes a report for a pull request: a line of counts, then for each
// platform a table of the breaking changes, and a folded one of the others.
func (r printer) markdown(w io.Writer) error {
	m := &markdown{printer: r}
	switch since := "since " + code(r.Against); {
	case r.Verdict() == diff.None:
		m.line("**specimen**: no changes %s.", since)
	case len(r.Changes) == 0:
		m.line("**specimen**: **patch**: comments, tests or examples changed %s.", since)
	default:
		m.line("**specimen**: **%s**: %s", r.Verdict(), strings.Replace(r.count(""), "since "+diagnostic.Printable(r.Against), since, 1))
	}
	for _, v := range r.Verdicts {
		if v.Verdict > diff.None {
			m.platform(v, slices.Collect(r.of(v.Platform)))
		}
	}
	if m.cut > 0 {
		m.line("\n%s not shown; %s shows all.", cli.Count(m.cut, "more change"), code("specimen diff --against "+r.Against))
	}
	if len(r.Idle) > 0 {
		m.line("\nEntries of %s that match no change:\n", code("changes"))
		for _, d := range r.Idle[:min(len(r.Idle), maxIdle)] {
			m.line("- %s", code(d.Pos.String()))
		}
	}
	_, err := io.WriteString(w, m.text.String())
	return err
}

// maxIdle is the maximum number of entries in the list of those that match no change.
const maxIdle = 20

// markdown is a report under construction.
type markdown struct {
	printer
	text strings.Builder
	cut  int // changes that were left out
}

func (m *markdown) line(format string, args ...any) { fmt.Fprintf(&m.text, format+"\n", args...) }

func (m *markdown) platform(v changes.Verdict, all []changes.Change) {
	var breaking, rest []changes.Change
	for _, x := range all {
		if x.Breaking() {
			breaking = append(breaking, x)
		} else {
			rest = append(rest, x)
		}
	}
	if m.text.Len() > maxBytes {
		m.cut += len(all)
		return
	}
	m.line("\n### %s: %s", code(v.Platform), v.Verdict)
	if len(all) == 0 {
		m.line("\nComments, tests or examples changed.")
	}
	if len(breaking) > 0 {
		m.line("")
		m.table(breaking)
	}
	if len(rest) > 0 {
		m.line("\n<details>\n<summary>%s</summary>\n", cli.Count(len(rest), "non-breaking change"))
		m.table(rest)
		m.line("\n</details>")
	}
}

func (m *markdown) table(all []changes.Change) {
	m.line("| Where | What | Version | Go code | Deliveries | Topics |")
	m.line("| --- | --- | --- | --- | --- | --- |")
	for i, x := range all {
		row := fmt.Sprintf("| %s<br>%s | %s | %s | %s | %s | %s |", code(subject(x)), code(positionOf(x.Pos)), m.what(x), x.Verdict(),
			effect(x.Code, x.OnCode()), effect(x.Wire, x.OnDeliveries()), topicsMarkdown(x.Topics))
		if m.text.Len()+len(row) > maxBytes {
			m.cut += len(all) - i
			return
		}
		m.line("%s", row)
	}
}

// what returns a change with the lines that show it.
func (m *markdown) what(x changes.Change) string {
	all := []string{x.Format(code)}
	if x.Before != nil {
		all = append(all, "was "+code(x.Before.Text)+" at "+code(m.Against+":"+positionOf(x.Before.Pos)))
	}
	if x.After != nil {
		now := "now " + code(x.After.Text)
		if at := positionOf(x.After.Pos); at != positionOf(x.Pos) {
			now += " at " + code(at)
		}
		all = append(all, now)
	}
	if x.Breaking() && x.Why != "" {
		all = append(all, "*acknowledged:* "+prose(x.Why))
	}
	return strings.Join(all, "<br>")
}

// positionOf returns a position without the column.
func positionOf(at token.Position) string {
	if at.Line == 0 {
		return at.Filename
	}
	return fmt.Sprintf("%s:%d", at.Filename, at.Line)
}

func effect(e diff.Effect, words string) string {
	if e == diff.Breaking {
		return "**" + words + "**"
	}
	return words
}

func topicsMarkdown(topics []string) string {
	var shown []string
	for _, t := range topics[:min(len(topics), manyTopics)] {
		shown = append(shown, code(t))
	}
	if more := len(topics) - manyTopics; more > 0 {
		shown = append(shown, fmt.Sprintf("%d more", more))
	}
	return strings.Join(shown, ", ")
}

// code returns a text of the spec as code in a cell of a table. Text with a backtick
// or a bar, which backticks cannot quote there, is written in HTML.
func code(s string) string {
	s = diagnostic.Printable(s)
	if s == "" {
		return ""
	}
	if !strings.ContainsAny(s, "`|\\") && strings.TrimSpace(s) == s {
		return "`" + s + "`"
	}
	return "<code>" + prose(s) + "</code>"
}

// prose returns a text of the spec with everything escaped that would be Markdown, HTML
// or a link. A zero-width space follows @ and #, which GitHub would otherwise turn into
// mentions and references even where they are escaped.
func prose(s string) string {
	var b strings.Builder
	for _, r := range diagnostic.Printable(s) {
		switch {
		case r == '@' || r == '#':
			fmt.Fprintf(&b, "&#%d;&#8203;", r)
		case strings.ContainsRune("\\`*_{}[]!|~:.$", r):
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteString(html.EscapeString(string(r)))
		}
	}
	return b.String()
}
