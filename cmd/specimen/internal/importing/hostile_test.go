package importing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/finding"
)

// hostile are texts that would mean something to YAML, to a terminal or to Go if they
// were written without care.
var hostile = []string{
	"a: b", "- a", "a # b", "#", "'", `"`, `\`, "*a", "&a b", "!!int 5", "{a: b}", "[a", "|", ">", "%a", "@a", "`", "null", "true", "12", "1e3", "2026-01-02", "~", "<<",
	"a\nb: c", "a\r\nb: c", "\n  evil:\n    payload: undocumented", "a\x00b", "a\x1b[31mb", "\u202eabc\u2066", "\u2028a\u2029", "\ufeffa", "a\u0085b", "\U000e0001a",
	"*/ import \"os\"", "//go:embed x", "// +build x", "`+\"x\"+`", "{{.}}", "${HOME}", "%s%d%n", "<script>", "../../etc/passwd", "~1/~0", "日本語", strings.Repeat("long ", 1000),
	"\xff\xfe", "a\xc0b", "--- a", "... ", "? a", ": a", "=", "yes", "0x1F", ".inf", "topics:", "key: |\n  x",
}

// hostileSource returns a document that has a text in every place.
func hostileSource(text string) Source {
	payload := document.Payload{
		Offset: 3, Text: `{"id": 1, "` + "a" + `": ""}`, Name: text, Says: text, Doubts: []string{text, text}, Elided: []string{text, "/a"},
		Repairs: []document.Repair{{Offset: 2, Text: text}, {Offset: 5, Text: text}},
	}
	return Source{
		Name: "page.html", File: text, SHA256: fmt.Sprintf("%064x", len(text)+1), Text: "one\ntwo\nthree",
		Reading: document.Reading{
			Title:    text,
			Source:   document.TopicSource{Header: text, Member: text},
			Findings: []document.Finding{document.Find(finding.NoPayload, 1, text, text)},
			Topics: []document.Topic{
				{Name: "orders/create", About: text, Since: text, Scopes: []string{text, text}, Doubts: []string{text}, Payloads: []document.Payload{payload}, Members: []document.Member{
					{Path: text, Type: text, About: text}, {Path: "id", Type: "integer", About: text, Presence: document.Required},
				}},
				{Name: text, Like: text, Payloads: []document.Payload{payload}},
				{Name: "orders/like", Like: text},
			},
		},
	}
}

// TestHostile checks that no text of a document becomes anything but a text of the spec:
// the spec loads, has the topics of the document and no others, and check accepts it.
func TestHostile(t *testing.T) {
	for _, text := range hostile {
		t.Run(oneLine(text, 30), func(t *testing.T) {
			dir := testfolder.New(t)
			s := hostileSource(text)
			planned := mustImport(t, dir, s)
			set := accepts(t, dir)
			want := []string{"orders/create", "orders/like"}
			name := strings.TrimSpace(text)
			if problem, _ := specs.CheckTopicName(name); problem == "" {
				want = append(want, name)
			} else if len(planned.Findings()) == 0 {
				t.Error("nothing says that the topic was left out")
			}
			var got []string
			for _, topic := range set.Platforms[0].Spec.Topics {
				got = append(got, topic.Name)
				if topic.Name == "orders/create" && topic.About != oneLine(text, maxProse) {
					t.Errorf("about is %q", topic.About)
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("the topics are %q, want %q", got, want)
			}
			before := specText(t, dir)
			if mustImport(t, dir, s); specText(t, dir) != before {
				t.Error("it changes again")
			}
		})
	}
}
