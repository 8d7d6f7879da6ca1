package format

import (
	"errors"
	"fmt"
	"go/token"
	"io"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/linediff"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
	"github.com/specimen-go/specimen/specs/finding"
)

// formatAll formats files. It fails with the findings about those that cannot be
// formatted.
func formatAll(all []*file) error {
	var list diagnostic.List
	for _, f := range all {
		var err error
		if f.formatted, err = edit.Format(f.text); err != nil {
			list = append(list, refused(f, err)...)
		}
	}
	source := func(name string, n int) (string, bool) {
		i := slices.IndexFunc(all, func(f *file) bool { return f.shown == name })
		if i < 0 {
			return "", false
		}
		lines := linesOf(all[i].text)
		if n < 1 || n > len(lines) {
			return "", false
		}
		return strings.TrimRight(lines[n-1], "\r\n"), true
	}
	return cli.Refuse(list, source)
}

// refused returns why a file cannot be formatted.
func refused(f *file, err error) diagnostic.List {
	list := slices.DeleteFunc(specs.CheckYAML(f.shown, f.text), func(d diagnostic.Diagnostic) bool { return d.Severity() != finding.Error })
	if len(list) == 0 {
		message, hint := err.Error(), ""
		if errors.Is(err, edit.ErrShape) {
			hint = "write it in block style, without anchors and tags"
		}
		list.Add(diagnostic.New(finding.UneditableFile, token.Position{Filename: f.shown}, "", message, hint))
	}
	return list
}

// linesOf returns the lines of a text with their ends.
func linesOf(text []byte) []string { return slices.Collect(strings.Lines(string(text))) }

// context is how many lines a diff shows around those that change.
const context = 3

// printDiff writes what changes in a file as a unified diff.
func printDiff(w cli.Stream, f *file) {
	old, now := linesOf(f.text), linesOf(f.formatted)
	d := linediff.Of(old, now)
	fmt.Fprintf(w, "--- %s\n+++ %s\n", diagnostic.Printable(f.shown), diagnostic.Printable(f.shown))
	for i, k := 1, 1; i <= len(old) || k <= len(now); {
		if !d.Removed(i) && !d.Added(k) {
			i, k = i+1, k+1
			continue
		}
		i, k = printHunk(w, d, old, now, max(1, i-context), max(1, k-context))
	}
}

// printHunk writes the hunk that begins with some lines, counted from 1, and returns the
// lines behind it. It ends where more lines than two contexts stay the same.
func printHunk(w cli.Stream, d linediff.Diff, old, now []string, i, k int) (int, int) {
	fromOld, fromNow := i, k
	var hunk strings.Builder
	line := func(sign, text string) {
		text = strings.TrimSuffix(text, "\n")
		if w.Terminal {
			text = diagnostic.Printable(strings.TrimSuffix(text, "\r"))
		}
		hunk.WriteString(sign + text + "\n")
	}
	last, end := 0, 0 // lines of the hunk up to the last change, and with the context behind it
	count := func() int { return hunk.Len() }
	endOld, endNow, same := i, k, 0
	for i <= len(old) || k <= len(now) {
		switch {
		case d.Removed(i):
			line("-", old[i-1])
			i, same = i+1, 0
		case d.Added(k):
			line("+", now[k-1])
			k, same = k+1, 0
		default:
			line(" ", old[i-1])
			i, k, same = i+1, k+1, same+1
		}
		if same == 0 {
			last = count()
		}
		if same <= context {
			end, endOld, endNow = count(), i, k
		}
		if last > 0 && same > 2*context {
			break
		}
	}
	fmt.Fprintf(w, "@@ -%d,%d +%d,%d @@\n", fromOld, endOld-fromOld, fromNow, endNow-fromNow)
	io.WriteString(w, hunk.String()[:end])
	return endOld, endNow
}
