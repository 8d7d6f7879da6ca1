package addition

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// keepsRoot fails for a payload of another kind than all examples of the event, such as
// an array where they are objects: the type of the body would change. One delivery of
// that kind, which may be a probe, would remove the event's fields.
func (x Payload) keepsRoot(given source, before spec, old, now *platform.Platform) error {
	if x.OtherRoot {
		return nil
	}
	was, ok := rootOf(old.Model, x.Event)
	is, _ := rootOf(now.Model, x.Event)
	known := before.rootKinds(x.Event)
	kind := kindOf(given.text)
	if !ok || was == is || len(known) == 0 || slices.Contains(known, kind) {
		return nil
	}
	at := given.at(len(given.text) - len(strings.TrimLeft(given.text, " \t\r\n")))
	message := fmt.Sprintf("%s: %s would become %s", otherRoot(kind, known), was, is)
	return cli.Refuse(diagnostic.List{
		diagnostic.New(finding.OtherRoot, at, infer.EventPath(x.Event), message, "if both kinds are delivered, add --other-root"),
	}, given.lines())
}

// otherRoot says that a body is of another kind than all examples.
func otherRoot(kind jsontext.Kind, known []jsontext.Kind) string {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = k.String()
	}
	return fmt.Sprintf("the body is of kind %s, but every example has %s", kind, strings.Join(names, " or "))
}

// rootOf returns the type of an event's body.
func rootOf(m infer.Model, event string) (root string, ok bool) {
	i := slices.IndexFunc(m.Events, func(e infer.Event) bool { return e.Name == event })
	if i < 0 {
		return "", false
	}
	return m.Events[i].Root.String(), true
}

// rootKinds returns the kinds of the bodies of an event's examples.
func (s spec) rootKinds(event string) []jsontext.Kind {
	var kinds []jsontext.Kind
	if s.platform == nil {
		return nil
	}
	for _, t := range s.platform.Topics {
		for _, e := range t.Examples {
			if k := kindOf(e.Text); t.Event == event && !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	slices.Sort(kinds)
	return kinds
}

// kindOf returns the kind of a JSON value.
func kindOf(text string) jsontext.Kind {
	return jsontext.RawValue(strings.TrimLeft(text, " \t\r\n")).Kind()
}
