package addition

import (
	"fmt"
	"io"
	"path"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Print says what was added: a line for each topic, and what was replaced and should be
// reviewed.
func (m Many) Print(env cli.Env) error {
	w := env.Stdout
	say := func(format string, args ...any) { fmt.Fprintln(w, diagnostic.Printable(fmt.Sprintf(format, args...))) }
	counts := make(map[string]int)
	var topics []string
	for _, x := range m.Payloads {
		if counts[x.Topic]++; counts[x.Topic] == 1 {
			topics = append(topics, x.Topic)
		}
	}
	for _, name := range topics {
		t := m.after.topic(name)
		say("%s: added %s to %s (%s)", m.after.platform.At(t.Ref), cli.Count(counts[name], "example"), name, infer.EventPath(t.Event))
	}
	if p := m.after.platform; p != nil && m.before.files[path.Join(m.after.name, platformYAML)] == nil {
		say("%s: platform %s", p.At(""), p.Title)
	}
	if len(m.replaced) > 0 {
		ReportReplaced(w, m.Payloads[0].Redact, m.replaced)
	}
	if m.Known > 0 {
		say("%s there already", cli.Count(m.Known, "payload"))
	}
	if len(m.Payloads) > 0 {
		say("%s: %s added to %s", m.after.name, cli.Count(len(m.Payloads), "example"), cli.Count(len(topics), "topic"))
	}
	if n := len(m.now.Names.Problems); n > 0 {
		say("%s of Go names: specimen suggest -w %s writes names", cli.Count(n, "collision"), m.after.name)
	}
	return nil
}

// ReportReplaced lists what was replaced in payloads, and what was not and should be
// reviewed, each path once. personal says that personal data was to be replaced too.
func ReportReplaced(w io.Writer, personal bool, results []redact.Result) {
	var replaced []redact.Replaced
	var kept []redact.Kept
	seen := make(map[redact.Replaced]bool)
	for _, r := range results {
		kept = append(kept, r.Kept...)
		for _, x := range r.Replaced {
			if x.Path = indexPattern.ReplaceAllString(x.Path, "/*$1"); !seen[x] {
				seen[x] = true
				replaced = append(replaced, x)
			}
		}
	}
	if len(replaced) > 0 {
		reportReplaced(w, personal, replaced[:min(len(replaced), maxKept)])
		if left := len(replaced) - maxKept; left > 0 {
			fmt.Fprintf(w, "  and %d more\n", left)
		}
	}
	reportKept(w, kept)
}
