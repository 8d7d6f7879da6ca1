package addition

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// source is a payload as it was given, which is not in a spec yet.
type source struct{ name, text string }

// at returns the position of a byte.
func (s source) at(offset int) token.Position {
	before := s.text[:min(max(offset, 0), len(s.text))]
	if end := len(strings.TrimRight(s.text, " \t\r\n")); len(before) > end {
		before = s.text[:end]
	}
	line := strings.LastIndexByte(before, '\n') + 1
	return token.Position{Filename: s.name, Offset: len(before), Line: strings.Count(before, "\n") + 1, Column: len(before) - line + 1}
}

// lines returns a function that returns a line, counted from 1, with what looks like a
// secret masked.
func (s source) lines() cli.Source {
	lines := strings.Split(s.text, "\n")
	masked := make(map[int]string) // a payload may be one long line
	return func(file string, n int) (string, bool) {
		if file != s.name || n < 1 || n > len(lines) {
			return "", false
		}
		if _, ok := masked[n]; !ok {
			masked[n] = redact.Mask(strings.TrimSuffix(lines[n-1], "\r"))
		}
		return masked[n], true
	}
}

// problems returns what is wrong with a payload as an example.
func (s source) problems(x infer.Example) diagnostic.List {
	_, found := infer.Observe(x)
	for i := range found {
		found[i].Path = redact.Mask(found[i].Path) // the names of members may be secrets
	}
	return infer.Diagnostics(found, func(w infer.Where) token.Position { return s.at(w.Offset) })
}

// contradicts fails for a payload that brings new errors: it contradicts a decision.
// Without new ones it fails for the errors that the spec had before, because its types
// cannot be relied on.
func (s source) contradicts(before spec, old, now []infer.Problem, id string) error {
	var found, known []infer.Problem
	for _, x := range now {
		switch {
		case x.Warning:
		case slices.ContainsFunc(old, func(y infer.Problem) bool { return x.Path == y.Path && x.Message() == y.Message() }):
			known = append(known, x)
		default:
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		found = known
	}
	problems := infer.Diagnostics(found, func(w infer.Where) token.Position {
		switch {
		case w.Example == id:
			return s.at(w.Offset)
		case before.platform == nil:
			return token.Position{}
		case w.Example != "":
			return before.platform.Within(w.Example, w.Offset)
		}
		return before.platform.At(specs.Ref(w.Ref))
	})
	lines := s.lines()
	return cli.Refuse(problems, func(file string, n int) (string, bool) {
		if line, ok := before.set.Line(file, n); ok {
			return line, true
		}
		return lines(file, n)
	})
}

// report writes what was added.
func (a Added) report(w io.Writer, changes []diff.Change) error {
	t := a.after.topic(a.Topic)
	at := a.after.platform.At(t.Examples[len(t.Examples)-1].Ref)
	say := func(format string, args ...any) { fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf(format, args...))) }
	say("%s: added example %q to %s (%s)", at, a.Name, a.Topic, infer.EventPath(t.Event))
	if p := a.after.platform; a.before.files[path.Join(p.Name, platformYAML)] == nil {
		where := "no header or member names the topic: if there is one, write it under topic"
		switch {
		case p.Topic.Header != "":
			where = "topics in " + p.Topic.Header
		case p.Topic.Member != "":
			where = "topics in the member " + p.Topic.Member
		}
		say("%s: platform %s, %s", p.At(""), p.Title, where)
	}
	switch {
	case len(a.example.Replaced) > 0:
		a.reportReplaced(w)
	case a.Redact:
		fmt.Fprintln(w, "nothing was replaced: nothing looks like personal data or a secret")
	}
	reportKept(w, a.example.Kept)
	changes = slices.DeleteFunc(changes, func(c diff.Change) bool {
		return c.Kind == diff.Added && c.What == diff.Type && slices.ContainsFunc(changes, func(e diff.Change) bool {
			return e.Kind == diff.Added && e.What == diff.Event && strings.HasPrefix(c.Path, e.Path+"/")
		})
	})
	if len(changes) == 0 {
		fmt.Fprintln(w, "the types do not change")
		return nil
	}
	root := func(c diff.Change) int { // 0 for the type of the whole body, which explains the others
		if c.Path == infer.EventPath(t.Event) && c.Kind != diff.Added {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(changes, func(a, b diff.Change) int { return cmp.Compare(root(a), root(b)) })
	fmt.Fprintln(w, "changes:")
	for _, c := range changes {
		say("  %s: %s", c.Path, c)
	}
	return nil
}

func (a Added) reportReplaced(w io.Writer) {
	why := "by --redact"
	if !a.Redact {
		why = "because it looks like live secrets (--keep-secrets keeps them)"
	}
	fmt.Fprintf(w, "replaced %s:\n", why)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range slices.Compact(slices.Clone(a.example.Replaced)) {
		fmt.Fprintf(table, "  %s\t%s%s\n", diagnostic.Printable(r.Path), r.What, inName(r.Name))
	}
	_ = table.Flush()
}

// maxKept is how many values that were not replaced are listed.
const maxKept = 20

// reportKept lists what was not replaced and should be reviewed. Equal lines about
// elements of one array are one.
func reportKept(w io.Writer, kept []redact.Kept) {
	if len(kept) == 0 {
		return
	}
	fmt.Fprintln(w, "not replaced; check before you publish:")
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	seen := make(map[redact.Kept]bool)
	left := 0
	for _, k := range kept {
		k.Path = indexPattern.ReplaceAllString(k.Path, "/*$1")
		switch {
		case seen[k]:
			continue
		case len(seen) < maxKept:
			fmt.Fprintf(table, "  %s\t%s%s\n", diagnostic.Printable(k.Path), k.Why, inName(k.Name))
		default:
			left++
		}
		seen[k] = true
	}
	_ = table.Flush()
	if left > 0 {
		fmt.Fprintf(w, "  and %d more\n", left)
	}
}

// indexPattern matches the index of an element in a JSON Pointer.
var indexPattern = regexp.MustCompile(`/[0-9]+(/|$)`)

func inName(is bool) string {
	if is {
		return ", in a name"
	}
	return ""
}
