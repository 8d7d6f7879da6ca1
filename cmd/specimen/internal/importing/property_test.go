package importing

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// rounds is how many random documents a property is tried with.
const rounds = 60

// each runs a property with random documents, each in a folder of its own.
func each(t *testing.T, property func(t *testing.T, r *rand.Rand, dir string)) {
	t.Helper()
	n := rounds
	if testing.Short() {
		n = 20
	}
	for seed := range n {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			property(t, rand.New(rand.NewPCG(uint64(seed), 1)), testfolder.New(t))
		})
	}
}

// TestEverythingIsThere checks that every payload of a document is in the spec, or in a
// finding and a doubt, that every topic is there, and that check accepts the spec.
func TestEverythingIsThere(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, dir string) {
		s := randomPage(r).source(0)
		planned := mustImport(t, dir, s)
		p := accepts(t, dir).Platforms[0].Spec
		for _, want := range s.Reading.Topics {
			i := slices.IndexFunc(p.Topics, func(x specs.Topic) bool { return x.Name == want.Name })
			if i < 0 {
				t.Fatalf("no topic %s in\n%s", want.Name, specText(t, dir))
			}
			for _, payload := range want.Payloads {
				line := newLines(s).line(payload.Offset)
				there := slices.ContainsFunc(p.Topics[i].Examples, func(x specs.Example) bool { return equal(x.Text, payload.Text) })
				found := slices.ContainsFunc(planned.Findings(), func(d diagnostic.Diagnostic) bool {
					return d.Pos.Line == line
				})
				doubted := slices.ContainsFunc(p.Topics[i].Doubts, func(x specs.Item) bool { return strings.Contains(x.Text, fmt.Sprintf("at line %d of", line)) })
				if !there && !(found && doubted) {
					t.Errorf("the payload of %s at line %d is lost (finding %t, doubt %t):\n%s\n%s", want.Name, line, found, doubted, s.Text, specText(t, dir))
				}
			}
		}
	})
}

// TestTwice checks that a document changes nothing when it comes again, not even a file.
func TestTwice(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, dir string) {
		s := randomPage(r).source(0)
		mustImport(t, dir, s)
		before := specText(t, dir)
		if again := mustImport(t, dir, s); again.Changed() || specText(t, dir) != before {
			t.Errorf("the second time changes\n%s\nto\n%s", before, specText(t, dir))
		}
	})
}

// TestMoved checks that a copy in which everything stands elsewhere changes the lines, the
// digest and nothing else, also where a reviewer removed the doubts.
func TestMoved(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, dir string) {
		p := randomPage(r)
		mustImport(t, dir, p.source(0))
		refused := strings.Contains(specText(t, dir), "the table at line")
		review(t, dir)
		before := specText(t, dir)
		planned := mustImport(t, dir, p.source(3))
		digest := func(text string) string {
			var kept []string
			for line := range strings.Lines(text) {
				if key := strings.TrimSpace(line); !strings.HasPrefix(key, "line: ") && !strings.HasPrefix(key, "sha256: ") {
					kept = append(kept, line)
				}
			}
			return strings.Join(kept, "")
		}
		// What was refused of tables is tried again: without the lines around it, it may fit.
		if now := specText(t, dir); !refused && digest(now) != digest(before) {
			t.Errorf("a copy with other lines changes\n%s\nto\n%s\nwith %v", before, now, planned.Findings())
		}
	})
}

// review removes the doubts, as a reviewer does, and leaves comments.
func review(t *testing.T, dir string) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "specs", "acme", "*.yaml"))
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var kept strings.Builder
		below := -1 // the indentation of a list of doubts
		for line := range strings.Lines(string(data)) {
			indent := len(line) - len(strings.TrimLeft(line, " "))
			if below >= 0 && indent > below {
				continue
			}
			below = -1
			if key := strings.TrimSpace(line); strings.HasPrefix(key, "doubts:") {
				if key == "doubts:" {
					below = indent
				}
				continue
			}
			kept.WriteString(line)
		}
		write(t, name, []byte(kept.String()))
	}
}

// TestNewerCopy checks that after a newer copy each topic of it has the payloads of that
// copy, and that topics that it lacks have a doubt that says so; and that all comments
// of the reviewer are kept.
func TestNewerCopy(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, dir string) {
		first := randomPage(r)
		now := first.changed(r)
		mustImport(t, dir, first.source(0))
		comments := comment(t, r, dir)
		planned := mustImport(t, dir, now.source(1))
		if len(planned.Findings()) > 0 {
			return
		}
		text := specText(t, dir)
		for _, c := range comments {
			if strings.Count(text, c) != 1 {
				t.Errorf("the comment %q is lost:\n%s", c, text)
			}
		}
		both := accepts(t, dir).Platforms[0].Spec
		for _, topic := range both.Topics {
			if !slices.Contains(now.topics, topic.Name) {
				if slices.Contains(first.topics, topic.Name) && !slices.ContainsFunc(topic.Doubts, func(x specs.Item) bool { return strings.HasPrefix(x.Text, noLongerIn) }) {
					t.Errorf("nothing says that %s is gone:\n%s", topic.Name, text)
				}
				continue
			}
			if got, want := payloadsAt(topic), readAt(now.source(1), topic.Name); got != want {
				t.Errorf("%s has the payloads\n%s\nwant\n%s\nin %s", topic.Name, got, want, text)
			}
		}
	})
}

// payloadsAt returns the payloads of a topic that have a line, sorted.
func payloadsAt(t specs.Topic) string {
	var all []string
	for _, x := range t.Examples {
		if x.Line > 0 {
			all = append(all, fmt.Sprintf("%d %s", x.Line, addition.Compact(x.Text)))
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// readAt returns the payloads of a topic as a document has them, each once, sorted.
func readAt(s Source, name string) string {
	var all []string
	seen := make(map[string]bool)
	for _, t := range s.Reading.Topics {
		for _, x := range t.Payloads {
			if tight := addition.Compact(x.Text); t.Name == name && !seen[tight] {
				seen[tight] = true
				all = append(all, fmt.Sprintf("%d %s", newLines(s).line(x.Offset), tight))
			}
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// comment writes comments above and behind keys, and returns them.
func comment(t *testing.T, r *rand.Rand, dir string) []string {
	t.Helper()
	var all []string
	files, _ := filepath.Glob(filepath.Join(dir, "specs", "acme", "*.yaml"))
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for line := range strings.Lines(string(data)) {
			key, _, ok := strings.Cut(strings.TrimSpace(line), ": ")
			isKey := ok && slices.Contains([]string{"line", "event", "document", "documents", "platform", "title"}, key)
			text := fmt.Sprintf("# comment %d.", len(all))
			switch {
			case isKey && r.IntN(4) == 0:
				all = append(all, text)
				out.WriteString(line[:len(line)-len(strings.TrimLeft(line, " "))] + text + "\n" + line)
			case isKey && r.IntN(4) == 0 && key != "documents":
				all = append(all, text)
				out.WriteString(strings.TrimSuffix(line, "\n") + " " + text + "\n")
			default:
				out.WriteString(line)
			}
		}
		write(t, name, []byte(out.String()))
	}
	return all
}

func mustImport(t *testing.T, dir string, sources ...Source) *Planned {
	t.Helper()
	planned, err := importAll(dir, sources)
	if err != nil {
		t.Fatalf("%v\n%s\n%s", err, sources[0].Text, specText(t, dir))
	}
	return planned
}
