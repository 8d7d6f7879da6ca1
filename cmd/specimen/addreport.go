package main

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

	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// source is a payload that is not in a spec yet.
type source struct{ name, text string }

// at returns the position of a byte.
func (s source) at(offset int) token.Position {
	before := s.text[:min(max(offset, 0), len(s.text))]
	if end := len(strings.TrimRight(s.text, " \t\r\n")); len(before) > end {
		before = s.text[:end] // where something is missing
	}
	line := strings.LastIndexByte(before, '\n') + 1
	return token.Position{Filename: s.name, Offset: len(before), Line: strings.Count(before, "\n") + 1, Column: len(before) - line + 1}
}

// lines returns a function that returns a line, counted from 1, without what looks
// like a secret in it.
func (s source) lines() func(file string, n int) (string, bool) {
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

// problems returns what makes a payload no example.
func (s source) problems(x infer.Example) diagnostic.List {
	_, found := infer.Observe(x)
	for i := range found {
		found[i].Path = redact.Mask(found[i].Path) // the names of members may be secrets
	}
	return infer.Diagnostics(found, func(w infer.Where) token.Position { return s.at(w.Offset) })
}

// contradicts refuses a payload with which something is wrong that was not before:
// it contradicts a decision. Where there is nothing new, it refuses for what is
// wrong in the spec itself, whose types are not to be used.
func (s source) contradicts(before spec, old, now decided, id string) error {
	var found, known []infer.Problem
	for _, x := range now.problems {
		switch {
		case x.Warning:
		case slices.ContainsFunc(old.problems, func(y infer.Problem) bool { return x.Path == y.Path && x.Message() == y.Message() }):
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
	return refuse(problems, func(file string, n int) (string, bool) {
		if line, ok := before.set.Line(file, n); ok {
			return line, true
		}
		return lines(file, n)
	})
}

// report says what was done.
func (x addition) report(w io.Writer, before, after spec, example redact.Result, changes []diff.Change) error {
	t := after.topic(x.topic)
	at := after.platform.At(t.Examples[len(t.Examples)-1].Ref)
	say := func(format string, args ...any) { fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf(format, args...))) }
	say("%s: example %s of %s, event %s", at, x.name, x.topic, t.Event)
	if before.files[path.Join(x.platform, platformYAML)] == nil {
		p := after.platform
		where := "no header or member for topics: if there is one, name it under topic"
		switch {
		case p.Topic.Header != "":
			where = "topics in " + p.Topic.Header
		case p.Topic.Member != "":
			where = "topics in the member " + p.Topic.Member
		}
		say("%s: platform %s, %s", p.At(""), p.Title, where)
	}
	switch {
	case len(example.Replaced) > 0:
		x.reportReplaced(w, example.Replaced)
	case x.redact:
		fmt.Fprintln(w, "nothing was replaced: nothing looks like personal data or a secret")
	}
	reportKept(w, example.Kept)
	changes = slices.DeleteFunc(changes, func(c diff.Change) bool {
		return c.Kind == diff.Added && c.What == diff.Type && slices.ContainsFunc(changes, func(e diff.Change) bool {
			return e.Kind == diff.Added && e.What == diff.Event && strings.HasPrefix(c.Path, e.Path+"/")
		})
	})
	if len(changes) == 0 {
		fmt.Fprintln(w, "the types stay as they are")
		return nil
	}
	root := func(c diff.Change) int { // 0 for the type of the whole body, which others follow from
		if c.Path == infer.EventPath(t.Event) && c.Kind != diff.Added {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(changes, func(a, b diff.Change) int { return cmp.Compare(root(a), root(b)) })
	fmt.Fprintln(w, "what that changes:")
	for _, c := range changes {
		say("  %s: %s", c.Path, c)
	}
	return nil
}

func (x addition) reportReplaced(w io.Writer, replaced []redact.Replaced) {
	why := "by --redact"
	if !x.redact {
		why = "as it looks like live secrets (--keep-secrets leaves it)"
	}
	fmt.Fprintf(w, "replaced %s:\n", why)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range slices.Compact(slices.Clone(replaced)) {
		fmt.Fprintf(table, "  %s\t%s%s\n", diagnostic.Printable(r.Path), r.What, inName(r.Name))
	}
	_ = table.Flush()
}

// maxKept is how many values are listed that were not replaced: more than that
// nobody looks at.
const maxKept = 20

// reportKept says what somebody should look at. Elements of one array that are
// alike are one line.
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
