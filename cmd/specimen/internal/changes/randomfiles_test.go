package changes

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// randomFiles is a random spec: decisions, and topics with examples in two files.
type randomFiles struct {
	topic                                      string   // where deliveries have it, in YAML
	fields, types, enums, envelope, deliveries []string // lines of YAML
	topics                                     []someTopic
}

type someTopic struct {
	name, event, file string
	examples          []*tree
}

func pickOne[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

func someFiles(r *rand.Rand) *randomFiles {
	s := &randomFiles{topic: "{header: X}"}
	for i, event := range []string{"Order", "Order", "Cart", "User"} {
		if r.IntN(4) > 0 {
			s.addTopic(r, fmt.Sprintf("t%d", i), event)
		}
	}
	for range r.IntN(4) {
		s.decide(r)
	}
	return s
}

func (s *randomFiles) addTopic(r *rand.Rand, name, event string) {
	t := someTopic{name: name, event: event, file: pickOne(r, "a.yaml", "b.yaml")}
	for range 1 + r.IntN(3) {
		t.examples = append(t.examples, someRoot(r))
	}
	s.topics = append(s.topics, t)
}

func somePath(r *rand.Rand) string {
	return pickOne(r, "OrderEvent", "CartEvent", "UserEvent") + pickOne(r, "/a", "/b", "/ts", "/a/id", "/a/at", "/b/to", "/b/*", "/a/*/id")
}

// decide adds a decision, which may not be valid.
func (s *randomFiles) decide(r *rand.Rand) string {
	switch r.IntN(5) {
	case 0, 1:
		if r.IntN(2) == 0 { // over several lines
			s.fields = append(s.fields, "  "+somePath(r)+":", "    type: "+pickOne(r, infer.TypeWords()...), "    why: so")
		} else {
			s.fields = append(s.fields, fmt.Sprintf("  %s: {%s, why: so}", somePath(r), pickOne(r, "required: true", "name: Other", "type: value", "type: map", "type: number")))
		}
		return "decide a field"
	case 2:
		s.types = append(s.types, fmt.Sprintf("  %s:", pickOne(r, "One", "Two")), "    at:", "      - "+somePath(r), "      - "+somePath(r), "    why: so")
		return "decide a type"
	case 3:
		s.enums = append(s.enums, fmt.Sprintf("  %s: {at: [%s], values: [x, %s], why: so}", pickOne(r, "Status", "State"), somePath(r), pickOne(r, "y", "z")))
		return "decide an enum"
	}
	s.envelope = []string{"  members: [" + pickOne(r, "ts", "ts, a") + "]", "  why: so"}
	return "decide the envelope"
}

// edit changes one thing and says what.
func (s *randomFiles) edit(r *rand.Rand) string {
	var at []*tree // objects and lists
	for _, t := range s.topics {
		for _, x := range t.examples {
			at = append(at, x.all()...)
		}
	}
	if len(at) == 0 {
		s.addTopic(r, "new", "User")
		return "add a topic"
	}
	switch n := r.IntN(12); {
	case n < 6:
		return pickOne(r, at...).edit(r, n)
	case n < 11:
		return s.editTopics(r, n)
	}
	for _, list := range []*[]string{&s.fields, &s.types, &s.enums, &s.envelope} {
		if len(*list) > 0 && r.IntN(3) == 0 {
			*list = nil
			return "remove decisions"
		}
	}
	return s.decide(r)
}

// editTopics changes a topic, or which topics and examples there are.
func (s *randomFiles) editTopics(r *rand.Rand, n int) string {
	t := &s.topics[r.IntN(len(s.topics))]
	switch n {
	case 6:
		t.examples = append(t.examples, someRoot(r))
		return "add an example"
	case 7:
		if i := r.IntN(len(t.examples)); len(t.examples) > 1 {
			t.examples = slices.Delete(t.examples, i, i+1)
			return "remove an example"
		}
		fallthrough
	case 8:
		s.addTopic(r, "new", pickOne(r, "Order", "Cart", "New"))
		return "add a topic"
	case 9:
		if i := r.IntN(len(s.topics)); len(s.topics) > 1 {
			s.topics = slices.Delete(s.topics, i, i+1)
			return "remove a topic"
		}
	}
	t.event = pickOne(r, "Order", "Cart", "New")
	return "change an event"
}

// rewrite changes a value, and no type.
func (s *randomFiles) rewrite(r *rand.Rand) {
	same := map[string]string{"1": "3", "2.5": "7.25", `"x"`: `"z"`, "true": "false"}
	var at []*tree
	for _, t := range s.topics {
		for _, x := range t.examples {
			for _, y := range x.all() {
				for _, z := range y.below {
					if same[z.scalar] != "" {
						at = append(at, z)
					}
				}
			}
		}
	}
	if len(at) > 0 {
		x := pickOne(r, at...)
		x.scalar = same[x.scalar]
	}
}

func (s *randomFiles) clone() *randomFiles {
	out := &randomFiles{
		s.topic, slices.Clone(s.fields), slices.Clone(s.types), slices.Clone(s.enums), slices.Clone(s.envelope), slices.Clone(s.deliveries),
		slices.Clone(s.topics),
	}
	for i, t := range out.topics {
		out.topics[i].examples = nil
		for _, x := range t.examples {
			out.topics[i].examples = append(out.topics[i].examples, x.clone())
		}
	}
	return out
}

// files writes the spec.
func (s *randomFiles) files() map[string]string {
	var b strings.Builder
	b.WriteString("platform: acme\ntitle: Acme\ntopic: " + s.topic + "\n")
	if len(s.deliveries) > 0 {
		b.WriteString("deliveries:\n  " + strings.Join(s.deliveries, "\n  ") + "\n")
	}
	for _, part := range []struct {
		key   string
		lines []string
	}{{"fields", s.fields}, {"types", s.types}, {"enums", s.enums}, {"envelope", s.envelope}} {
		if len(part.lines) > 0 {
			b.WriteString(part.key + ":\n" + strings.Join(part.lines, "\n") + "\n")
		}
	}
	all := map[string]string{"specs/acme/platform.yaml": b.String()}
	for _, t := range s.topics {
		name := "specs/acme/" + t.file
		if all[name] == "" {
			all[name] = "topics:\n"
		}
		var b strings.Builder
		fmt.Fprintf(&b, "  %s:\n    event: %s\n    examples:\n", t.name, t.event)
		for _, x := range t.examples {
			fmt.Fprintf(&b, "      - name: %s\n        payload: |\n          ", x.name)
			x.text(&b, "          ")
			b.WriteString("\n")
		}
		all[name] += b.String()
	}
	return all
}

func (s *randomFiles) texts() string {
	var b strings.Builder
	files := s.files()
	for _, name := range []string{"specs/acme/platform.yaml", "specs/acme/a.yaml", "specs/acme/b.yaml"} {
		for i, line := range strings.Split(files[name], "\n") {
			fmt.Fprintf(&b, "%s:%d\t%s\n", name, i+1, line)
		}
	}
	return b.String()
}

// set loads the spec; it is nil where that has errors.
func (s *randomFiles) set(t *testing.T) *platform.Set {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range s.files() {
		files[strings.TrimPrefix(name, "specs/")] = &fstest.MapFile{Data: []byte(text)}
	}
	set, err := specs.Load(files, "specs")
	if err != nil {
		t.Fatal(err)
	}
	decided := platform.SetOf(set, nil)
	if decided.Problems.HasErrors() {
		return nil
	}
	return decided
}
