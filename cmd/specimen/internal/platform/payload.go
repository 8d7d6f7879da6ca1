package platform

import (
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Payload says in a few words what is known of a topic's payload.
func Payload(t specs.Topic) string {
	switch t.Payload {
	case specs.Undocumented:
		return "undocumented"
	case specs.Like:
		if t.Like.Documented {
			return "like " + diagnostic.Printable(t.Like.Topic)
		}
		return "like " + diagnostic.Printable(t.Like.Topic) + " (assumed)"
	}
	var names []string
	for _, x := range t.Examples {
		names = append(names, x.Name)
	}
	return cli.Count(len(names), "example") + ": " + strings.Join(names, ", ")
}
