package changes

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// FuzzDiffPlace checks that the position of a change lies in what was edited: in the
// lines of one random edit of a random spec, or where lines were that are gone.
func FuzzDiffPlace(f *testing.F) {
	f.Add(uint64(1), uint64(1))
	f.Fuzz(func(t *testing.T, a, b uint64) { diffPlace(t, rand.New(rand.NewPCG(a, b)), 0) })
}

// TestDiffPlace does the same, where other values were edited too and change no
// type.
func TestDiffPlace(t *testing.T) {
	seeds := uint64(300)
	if os.Getenv("LONG") != "" {
		seeds = 5000
	}
	changed, edits := 0, map[string]int{}
	for seed := range seeds {
		what, n := diffPlace(t, rand.New(rand.NewPCG(seed, 77)), 4)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		changed += n
		edits[what] += n
	}
	if changed < int(seeds)/4 || len(edits) < 9 {
		t.Errorf("%d changes by %v: the edits are too tame", changed, edits)
	}
}

// diffPlace makes an edit, and fewer others than noise says that change no type. It
// returns what the edit was and how many changes it made.
func diffPlace(t *testing.T, r *rand.Rand, noise int) (what string, changes int) {
	t.Helper()
	old := someFiles(r)
	new := old.clone()
	what = new.edit(r)
	noisy := new.clone()
	// A decision can make other types of examples that say the same; of edited ones
	// it is not to be told which of the two is the cause.
	if noise > 0 && !strings.Contains(what, "deci") {
		for range r.IntN(noise) {
			noisy.rewrite(r)
		}
	}
	before, now := old.set(t), noisy.set(t)
	if before == nil || now == nil {
		return what, 0
	}
	c, err := Compare(before, now, "main")
	if err != nil {
		return what, 0
	}
	for _, x := range c.Changes {
		if err := old.within(new, x); err != nil {
			t.Errorf("%s: %s: %v, was %v: %v\n--- old\n%s\n--- new\n%s", what, x.Change, x.Pos, x.OldPos, err, old.texts(), noisy.texts())
		}
	}
	return what, len(c.Changes)
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

// slide is how far away what was removed may seem to be, between lines like others.
const slide = 3

// within checks a change against what is different in the texts.
func (s *randomFiles) within(now *randomFiles, x Change) error {
	old, new := strings.Split(s.files()[x.Pos.Filename], "\n"), strings.Split(now.files()[x.Pos.Filename], "\n")
	head := 0
	for head < min(len(old), len(new)) && old[head] == new[head] {
		head++
	}
	tail := 0
	for tail < min(len(old), len(new))-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
	}
	from, to := head+1, len(new)-tail // the lines that are new
	switch {
	case !x.Gone && (x.Pos.Line < from || x.Pos.Line > to):
		return fmt.Errorf("want a line of %d to %d", from, to)
	case x.Gone && (x.OldPos.Line < from-slide || x.OldPos.Line > len(old)-tail):
		return fmt.Errorf("want a line of %d to %d of the old file", from, len(old)-tail)
	case x.Gone && now.files()[x.Pos.Filename] != "" && (x.Pos.Line < from-slide || x.Pos.Line > to+slide):
		return fmt.Errorf("want a line around %d to %d", from, to)
	}
	return nil
}

// randomFiles is a random spec: decisions, and topics with examples in two files.
type randomFiles struct {
	fields, types, enums, envelope []string // lines of YAML
	topics                         []someTopic
}

type someTopic struct {
	name, event, file string
	examples          []*tree
}

// tree is a JSON value.
type tree struct {
	scalar string // its text, or "" for an object or a list
	list   bool
	names  []string // of members
	below  []*tree
	name   string // of the example that it is
}

func pickOne[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

func someTree(r *rand.Rand, depth int) *tree {
	if depth == 0 || r.IntN(3) == 0 {
		return &tree{scalar: pickOne(r, "null", "1", "1", "2.5", `"x"`, `"y"`, `""`, "true", `"2024-01-02"`, `"{\"a\":1}"`)}
	}
	x := &tree{list: r.IntN(4) == 0}
	for _, name := range []string{"id", "at", "to", "by", "1", "2"} {
		if r.IntN(2) == 0 {
			x.below = append(x.below, someTree(r, depth-1))
			x.names = append(x.names, name)
		}
	}
	return x
}

// randomRoot is the object of an event.
func someRoot(r *rand.Rand) *tree {
	x := &tree{names: []string{"ts", "a", "b"}, name: fmt.Sprint("e", r.Uint32())}
	for range x.names {
		x.below = append(x.below, someTree(r, 2))
	}
	return x
}

func someFiles(r *rand.Rand) *randomFiles {
	s := &randomFiles{}
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
	t := &s.topics[r.IntN(len(s.topics))]
	x := pickOne(r, at...)
	i := r.IntN(len(x.below) + 1)
	switch r.IntN(12) {
	case 0, 1, 2:
		if i < len(x.below) {
			x.below[i] = someTree(r, r.IntN(2))
			return "change a value"
		}
		fallthrough
	case 3:
		if i < len(x.below) {
			x.below[i] = &tree{scalar: "null"}
			return "change a value to null"
		}
		fallthrough
	case 4:
		if i < len(x.below) {
			x.below, x.names = slices.Delete(x.below, i, i+1), slices.Delete(x.names, i, i+1)
			return "remove a value"
		}
		fallthrough
	case 5:
		x.below, x.names = slices.Insert(x.below, i, someTree(r, 2)), slices.Insert(x.names, i, fmt.Sprint("new", r.IntN(3)))
		return "add a value"
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
		fallthrough
	case 10:
		t.event = pickOne(r, "Order", "Cart", "New")
		return "change an event"
	}
	for _, list := range []*[]string{&s.fields, &s.types, &s.enums, &s.envelope} {
		if len(*list) > 0 && r.IntN(3) == 0 {
			*list = nil
			return "remove decisions"
		}
	}
	return s.decide(r)
}

// all returns the objects and lists of a value.
func (x *tree) all() []*tree {
	if x.scalar != "" {
		return nil
	}
	out := []*tree{x}
	for _, y := range x.below {
		out = append(out, y.all()...)
	}
	return out
}

func (x *tree) clone() *tree {
	y := &tree{scalar: x.scalar, list: x.list, names: slices.Clone(x.names), name: x.name}
	for _, z := range x.below {
		y.below = append(y.below, z.clone())
	}
	return y
}

func (s *randomFiles) clone() *randomFiles {
	out := &randomFiles{slices.Clone(s.fields), slices.Clone(s.types), slices.Clone(s.enums), slices.Clone(s.envelope), slices.Clone(s.topics)}
	for i, t := range out.topics {
		out.topics[i].examples = nil
		for _, x := range t.examples {
			out.topics[i].examples = append(out.topics[i].examples, x.clone())
		}
	}
	return out
}

// text writes JSON with each value on a line, its comma before it, so that what is
// added or removed changes no other line.
func (x *tree) text(b *strings.Builder, indent string) {
	if x.scalar != "" {
		b.WriteString(x.scalar)
		return
	}
	open, end := "{", "}"
	if x.list {
		open, end = "[", "]"
	}
	b.WriteString(open)
	for i, y := range x.below {
		if b.WriteString("\n" + indent + "  "); i > 0 {
			b.WriteString(", ")
		}
		if !x.list {
			fmt.Fprintf(b, "%q: ", x.names[i])
		}
		y.text(b, indent+"  ")
	}
	b.WriteString("\n" + indent + end)
}

// files writes the spec.
func (s *randomFiles) files() map[string]string {
	var b strings.Builder
	b.WriteString("platform: acme\ntitle: Acme\ntopic: {header: X}\n")
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
