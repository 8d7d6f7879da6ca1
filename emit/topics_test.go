package emit

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// TestDeliveriesInComments: the package comment has the notes and the headers, and the
// comment of a topic says on what other occasions it is sent. Their text ends no comment
// and starts no directive.
func TestDeliveriesInComments(t *testing.T) {
	p := Platform{
		Package: "acme", Title: "Acme", Header: "X-Acme-Topic",
		Notes: []string{"Answer 2xx"},
		Headers: []Header{
			{"X-Acme-Shop", "the shop"},
			{"X-Acme-Version", "version of the API, which is a date in the form that the platform's own pages have, such as 2026-01\n//go:embed x\n*/"},
		},
		Topics: []Topic{
			{Topic: names.Topic{Name: "trial/end"}, About: "A trial ended", Also: []string{"it was paid for", "the app was removed"}},
			{Topic: names.Topic{Name: "trial/start"}, Also: []string{"+build was x"}},
		},
	}
	files, problems := Package(p, names.Of(p.NamesSpec(), infer.Model{}), "example.com/hooks")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for name, want := range map[string]string{
		"acme/doc.go": `
// # Deliveries
//
// It is not documented how deliveries are signed. A [Receiver] therefore
// needs a function that authenticates them.
//
// Answer 2xx.
//
// The headers of a delivery:
//
//   - X-Acme-Shop: the shop.
//   - X-Acme-Version: version of the API, which is a date in the form that
//     the platform's own pages have, such as 2026-01 //go:embed x */.
package acme
`,
		"acme/topics.go": `
	// A trial ended. Also sent when it was paid for; when the app was removed.
	// Its payload is not documented: it decodes to an [UnknownEvent].
	TopicTrialEnd Topic = "trial/end"
	// Also sent when +build was x. Its payload is not documented: it decodes to
	// an [UnknownEvent].
	TopicTrialStart Topic = "trial/start"
`,
	} {
		for _, f := range files {
			if f.Name == name && !strings.Contains(string(f.Data), want) {
				t.Errorf("%s is\n%s\nwant in it%s", name, f.Data, want)
			}
		}
	}
}
