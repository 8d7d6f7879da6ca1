package addition

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// report writes what was added.
func (a Added) report(w io.Writer, changes []diff.Change) error {
	t := a.after.topic(a.Topic)
	at := a.after.platform.At(t.Examples[len(t.Examples)-1].Ref)
	say := func(format string, args ...any) { fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf(format, args...))) }
	say("%s: added example %q to %s (%s)", at, a.Name, a.Topic, infer.EventPath(t.Event))
	if p := a.after.platform; a.before.begun() || a.before.files[path.Join(p.Name, platformYAML)] == nil {
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
		reportReplaced(w, a.Redact, a.example.Replaced)
	case a.Redact:
		fmt.Fprintln(w, "nothing was replaced: nothing looks like personal data or a secret")
	}
	reportKept(w, a.example.Kept)
	changes = slices.DeleteFunc(changes, func(c diff.Change) bool {
		if c.What == diff.Source { // which the line of the platform says
			return true
		}
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

// reportReplaced lists what was replaced.
func reportReplaced(w io.Writer, personal bool, all []redact.Replaced) {
	why := "by --redact"
	if !personal {
		why = "because it looks like live secrets (--keep-secrets keeps them)"
	}
	fmt.Fprintf(w, "replaced %s:\n", why)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range slices.Compact(slices.Clone(all)) {
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
