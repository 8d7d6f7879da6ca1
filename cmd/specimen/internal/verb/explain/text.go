package explain

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"path"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/edit"
)

// text prints an explanation as text.
func (x explainer) text(w cli.Stream, s subject) error {
	if s.enum != nil {
		return x.enumText(w, *s.enum)
	}
	if s.topic != nil {
		x.topicText(w, *s.topic)
		if s.about == nil {
			return nil
		}
	}
	x.head(w, s)
	if s.about != nil && (s.of == nil || s.kind == "path") {
		if err := x.pathText(w, *s.about); err != nil {
			return err
		}
	}
	if s.of != nil {
		return x.table(w, s)
	}
	return nil
}

// head prints the first line: what is explained, and its type.
func (x explainer) head(w cli.Stream, s subject) {
	line := s.path
	if s.about != nil && (s.kind == "path" || s.of == nil) {
		line += ": " + x.Names.Type(s.about.Type)
	}
	if name := x.goName(s); name != "" && name != s.path {
		line += " (Go: " + name + ")"
	}
	fmt.Fprintln(w, w.Paint("1", diagnostic.Printable(line)))
}

// topicText prints what is known of a topic.
func (x explainer) topicText(w cli.Stream, t specs.Topic) {
	fmt.Fprintf(w, "%s\n", w.Paint("1", diagnostic.Printable("topic "+t.Name+": "+cmp.Or(t.About, "no description"))))
	fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf("  %s: %s", x.Spec.At(t.Ref), platform.Payload(t))))
	if t.Event == "" {
		fmt.Fprintln(w, "  Its payload is not documented: it is decoded as UnknownEvent, which keeps the body.")
	}
}

// enumText prints the values and the paths of an enum.
func (x explainer) enumText(w cli.Stream, e infer.EnumDecision) error {
	fmt.Fprintln(w, w.Paint("1", diagnostic.Printable(e.Name+": an enum of "+cli.Count(len(e.Values), "value"))))
	fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf("  decided at %s: %s", x.AtRef(e.Ref), e.Why)))
	other := "string"
	if e.Integers {
		other = "integer"
	}
	fmt.Fprintf(w, "  %s; any other %s is accepted too\n", diagnostic.Printable(strings.Join(e.Texts(), ", ")), other)
	for _, v := range e.Values {
		if v.Name+v.About != "" {
			fmt.Fprintln(w, strings.TrimRight(diagnostic.Printable(fmt.Sprintf("    %s: %s", strings.TrimSpace(v.Text+" "+v.Name), v.About)), ": "))
		}
	}
	fmt.Fprintln(w)
	return x.tableOf(w, x.enumPaths(e))
}

// enumPaths explains the paths of an enum.
func (x explainer) enumPaths(e infer.EnumDecision) []member {
	var all []member
	for _, at := range e.At {
		if p, ok := explain.At(x.Model, at.Path); ok {
			all = append(all, member{Explanation: p, name: p.Path})
		}
	}
	return all
}

// pathText prints why a path has its type, and what would change it.
func (x explainer) pathText(w cli.Stream, p explain.Explanation) error {
	if err := x.ruleText(w, p); err != nil {
		return err
	}
	x.ignoredText(w, p.Path)
	head := "What the examples show"
	if slices.ContainsFunc(p.Seen, func(s explain.Seen) bool { return s.Table }) {
		head = "What the examples show and documents say"
	}
	fmt.Fprintf(w, "\n  %s:\n", head)
	if err := x.seenText(w, p); err != nil {
		return err
	}
	all := explain.Instead(x.Evidence, x.Decisions, x.Model, p.Path)
	if len(all) == 0 {
		return nil
	}
	x.suggestedText(w, p)
	if err := x.changeText(w, all); err != nil {
		return err
	}
	if all[0].Type != nil { // if one has a type, the first has
		x.linesText(w, p, all[0].Word)
	}
	return nil
}

// ruleText prints the rule or the decision that gave a path its type, and those that say
// whether it is required.
func (x explainer) ruleText(w cli.Stream, p explain.Explanation) error {
	fmt.Fprintf(w, "  %s (rule: %s)\n", p.Rule.Text(), p.Rule)
	if p.Rule == infer.RuleSpec {
		x.decision(w, p)
	}
	if line := presence(p); line != "" {
		fmt.Fprintf(w, "  %s\n", line)
	}
	if p.Required != "" {
		fmt.Fprintf(w, "  It is required (rule: %s): absent or null, it is a mismatch.\n", p.Required)
	}
	if p.Needed == "" || p.Needed == p.Ref {
		return nil
	}
	return x.note(w, x.AtRef(p.Needed), "what requires it")
}

// changeText prints what other decisions would make of a path. Words with the same outcome
// share a line.
func (x explainer) changeText(w cli.Stream, all []explain.Alternative) error {
	fmt.Fprintln(w, "\n  What a decision can change:")
	words := map[string][]string{} // by verdict
	for _, alt := range all {
		words[x.verdict(alt)] = append(words[x.verdict(alt)], alt.Word)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, alt := range all {
		verdict := x.verdict(alt)
		if words[verdict] != nil {
			fmt.Fprintf(table, "    %s\t%s\n", strings.Join(words[verdict], " "), diagnostic.Printable(verdict))
		}
		words[verdict] = nil
	}
	return table.Flush()
}

// linesText prints the lines of a spec that give a path another type.
func (x explainer) linesText(w cli.Stream, p explain.Explanation, word string) {
	file, text := x.write(p, word)
	how := "by these lines in"
	if _, ok := x.fieldDecision(p.Ref); ok {
		how = "by another type in the line above, in"
	} else if x.isEnum(p.Ref) {
		how = "by these lines in place of that decision, in"
	}
	fmt.Fprintf(w, "\n  %s %s:\n", how, diagnostic.Printable(file))
	for line := range strings.Lines(text) {
		fmt.Fprint(w, "    "+diagnostic.Printable(strings.TrimSuffix(line, "\n"))+"\n")
	}
}

// suggestedText prints what suggest proposes for a path.
func (x explainer) suggestedText(w cli.Stream, p explain.Explanation) {
	for i, s := range x.suggestions(p.Path) {
		if i == 0 {
			fmt.Fprintln(w, "\n  What specimen suggest proposes:")
		}
		fmt.Fprintf(w, "    %s\n", diagnostic.Printable(proposal.Headline(s)))
		for line := range strings.Lines(proposal.YAML(s)) {
			fmt.Fprintf(w, "      + %s\n", diagnostic.Printable(strings.TrimSuffix(line, "\n")))
		}
	}
}

// decision prints the line of the spec that decides, and the type without it.
func (x explainer) decision(w cli.Stream, p explain.Explanation) {
	if why := x.why(p.Ref); why != "" {
		fmt.Fprintf(w, "  Why: %s\n", diagnostic.Printable(why))
	}
	_ = x.note(w, x.AtRef(p.Ref), "the decision")
	if p.Alone != nil && p.Alone.String() != p.Type.String() {
		fmt.Fprintf(w, "  Without it, the examples give %s.\n", diagnostic.Printable(x.Names.Type(p.Alone)))
	}
}

// presence returns in how many objects a member was, in a sentence.
func presence(p explain.Explanation) string {
	var parts []string
	if p.Objects > 0 {
		parts = append(parts, fmt.Sprintf("in %d of %s", p.Present(), cli.Count(p.Objects, "object")))
	}
	if n := p.Null(); n > 0 {
		parts = append(parts, fmt.Sprintf("null in %d", n))
	}
	if len(parts) == 0 {
		return ""
	}
	line := "It was " + strings.Join(parts, ", ")
	if _, ok := p.Type.(infer.Opt); ok {
		line += ", so that Opt tells absent, null and a value apart"
	}
	return line + "."
}

// seenText prints where each fact was seen first. Facts that were seen first at the same
// position share a line.
func (x explainer) seenText(w cli.Stream, p explain.Explanation) error {
	if len(p.Seen) == 0 {
		fmt.Fprintln(w, "    nothing; the path exists by a decision only")
	}
	shown := map[infer.Origin]bool{}
	for _, first := range p.Seen {
		if shown[first.At] {
			continue
		}
		shown[first.At] = true
		var what []string
		for _, s := range p.Seen {
			if s.At == first.At {
				what = append(what, times(s))
			}
		}
		message := strings.Join(what, "; ")
		if title := x.Spec.DocumentOf(specs.Ref(first.At.Example)); first.Table && title != "" {
			message += ", by " + title
		}
		if err := x.note(w, x.Within(first.At), message); err != nil {
			return err
		}
	}
	return nil
}

func times(s explain.Seen) string {
	switch {
	case s.Table && s.Count == 1:
		return s.What
	case s.Count == 1:
		return s.What + ", once"
	}
	return fmt.Sprintf("%s, %d times, here first", s.What, s.Count)
}

// note prints a position with a message, indented.
func (x explainer) note(w cli.Stream, pos token.Position, message string) error {
	var b strings.Builder
	if err := (diagnostic.Printer{Source: x.source, Color: w.Color}).Show(&b, pos, diagnostic.Printable(pos.String()+": "+message), ""); err != nil {
		return err
	}
	_, err := io.WriteString(w, "    "+strings.ReplaceAll(strings.TrimSuffix(b.String(), "\n"), "\n", "\n    ")+"\n")
	return err
}

// verdict returns the outcome of an alternative.
func (x explainer) verdict(a explain.Alternative) string {
	but := a.But
	switch {
	case a.At.Example != "":
		but = x.At(a.At).String() + " is " + but
	case a.At.Ref != "":
		but += ", at " + x.At(a.At).String()
	}
	switch {
	case a.Type == nil:
		return "no: " + but
	case but != "":
		return x.Names.Type(a.Type) + ", but " + but
	}
	return x.Names.Type(a.Type)
}

// write returns the lines that would change a type, and the file that they belong in.
func (x explainer) write(p explain.Explanation, word string) (file, text string) {
	members := []edit.Member{{Key: "type", Value: edit.Text(word)}, {Key: "why", Value: edit.Text("…")}}
	return path.Join(path.Dir(x.Spec.At("").Filename), "platform.yaml"), edit.Render([]edit.Member{
		{Key: "fields", Value: edit.Block{{Key: p.Path, Value: edit.Inline(members)}}},
	})
}
