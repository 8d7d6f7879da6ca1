package diff

import (
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// maxRows is the maximum number of rows in a Markdown report: GitHub refuses comments
// of more than 65536 characters.
const maxRows = 150

// markdown writes a report for a pull request: a line of counts, then for each
// platform a table of the breaking changes, and a folded one of the others.
func (r printer) markdown(w io.Writer) error {
	m := &markdown{left: maxRows}
	if len(r.Changes) == 0 {
		m.line("**specimen**: no changes since %s.", code(r.Against))
	} else {
		m.line("**specimen**: %s", strings.Replace(r.count(""), "since "+diagnostic.Printable(r.Against), "since "+code(r.Against), 1))
	}
	for from := 0; from < len(r.Changes); {
		to := from
		for to < len(r.Changes) && r.Changes[to].Platform == r.Changes[from].Platform {
			to++
		}
		m.platform(r.Changes[from:to])
		from = to
	}
	if m.cut > 0 {
		m.line("\n%s not shown; %s shows all.", cli.Count(m.cut, "more change"), code("specimen diff --against "+r.Against))
	}
	if len(r.Idle) > 0 {
		m.line("\nEntries of %s that match no change:\n", code("changes"))
		for _, d := range r.Idle {
			m.line("- %s", code(d.Pos.String()))
		}
	}
	_, err := io.WriteString(w, m.text.String())
	return err
}

// markdown is a report under construction.
type markdown struct {
	text      strings.Builder
	left, cut int // rows that may be written yet, and that were left out
}

func (m *markdown) line(format string, args ...any) { fmt.Fprintf(&m.text, format+"\n", args...) }

func (m *markdown) platform(all []changes.Change) {
	var breaking, rest []changes.Change
	for _, x := range all {
		if x.Breaking() {
			breaking = append(breaking, x)
		} else {
			rest = append(rest, x)
		}
	}
	m.line("\n### %s", code(all[0].Platform))
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
	if m.left == 0 {
		m.cut += len(all)
		return
	}
	m.line("| Where | What | Go code | Deliveries | Topics |")
	m.line("| --- | --- | --- | --- | --- |")
	for i, x := range all {
		if m.left == 0 {
			m.cut += len(all) - i
			return
		}
		m.left--
		what := x.Format(code)
		if x.Breaking() && x.Why != "" {
			what += "<br>*acknowledged:* " + prose(x.Why)
		}
		m.line("| %s<br>%s | %s | %s | %s | %s |", code(subject(x)), code(positionOf(x)), what,
			effect(x.Code, x.OnCode()), effect(x.Wire, x.OnDeliveries()), topicsMarkdown(x.Topics))
	}
}

// positionOf returns the position of a change without the column.
func positionOf(x changes.Change) string {
	if x.Pos.Line == 0 {
		return x.Pos.Filename
	}
	return fmt.Sprintf("%s:%d", x.Pos.Filename, x.Pos.Line)
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
