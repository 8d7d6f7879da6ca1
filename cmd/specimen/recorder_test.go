package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/cmd/specimen/observing"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/specs"
)

// recorded is a delivery as a receiver has it.
type recorded struct {
	Topic string
	Body  []byte
}

// drifts makes deliveries of payloads, most of which differ from the types in some way.
type drifts struct{ *rand.Rand }

// scalarMember is a member with a scalar, and what follows it.
var scalarMember = regexp.MustCompile(`("[^"\\{}]*"):\s*("(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*|true|false|null)\s*,`)

// recordedValues are values with many of the properties that evidence tells apart.
var recordedValues = []string{
	"null", "true", "false", "0", "1", "-0", "7", "-7", "5.0", "2.50", "1e2", "1e999", "9223372036854775808", "123456789012345678901.5", "12345678901234567890",
	`""`, `"0"`, `"true"`, `"x"`, `"12.50"`, `"2026-01-02"`, `"2026-01-02T03:04:05Z"`, `"2026-13-02"`, `"Mon, 02 Jan 2006 15:04:05 GMT"`, `"Monday, or so"`,
	`"{\"a\":1}"`, `"[1,\"{}\"]"`, `"{"`, `"[x]"`, `" {}"`, `"\u007b\"a\":2}"`, `"aGVsbG8="`, `"\ud800"`, `"日本"`, `"a\nb"`, "\"\xff\"",
	"[]", "{}", "[1,null,[2.5]]", `[{"a":1},{"b":[]},null]`, `{"a":{"b":{"c":null}}}`, `{"a":1,"a":2}`, `{"123456":1,"b@c.de":{"x":1}}`,
}

// recordedNames are names of all forms, in quotes.
var recordedNames = []string{`"new"`, `"added"`, `"b@c.de"`, `"1234567"`, `"7654321"`, `"\ud800"`, `"a/b"`, `"*"`, `"日本"`, `""`, `"id"`, `"topic"`}

func chosen[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// of returns a payload with some changes. Most have none but white space, so that no two are
// equal and many show nothing new.
func (r drifts) of(text string) []byte {
	if text != "" {
		text = text[:1] + strings.Repeat(" ", r.IntN(300)) + text[1:]
	}
	for range max(0, r.IntN(9)-5) {
		all := scalarMember.FindAllStringSubmatchIndex(text, -1)
		opened := strings.Split(text, "{")
		switch kind := r.IntN(8); {
		case kind == 0 && len(opened) > 1: // one more member, or a duplicate
			i := 1 + r.IntN(len(opened)-1)
			opened[i] = chosen(r.Rand, recordedNames) + ":" + chosen(r.Rand, recordedValues) + "," + opened[i]
			text = strings.ReplaceAll(strings.Join(opened, "{"), ",}", "}")
		case kind == 1 && len(all) > 0: // one member less
			m := chosen(r.Rand, all)
			text = text[:m[0]] + text[m[1]:]
		case kind == 2 && len(all) > 0: // a member twice
			m := chosen(r.Rand, all)
			text = text[:m[0]] + text[m[2]:m[3]] + ":" + chosen(r.Rand, recordedValues) + "," + text[m[0]:]
		case kind == 3 && r.IntN(3) == 0: // the end is missing
			text = text[:r.IntN(len(text)+1)]
		case kind == 4:
			text = " " + text + "\n"
		case kind == 5: // members in another order
			var v any
			if json.Unmarshal([]byte(text), &v) == nil {
				sorted, _ := json.Marshal(v)
				text = string(sorted)
			}
		case len(all) > 0: // another value
			m := chosen(r.Rand, all)
			text = text[:m[4]] + chosen(r.Rand, recordedValues) + text[m[5]:]
		}
	}
	return []byte(text)
}

// deliveries makes deliveries of a platform.
func (r drifts) deliveries(p *specs.Platform, n int) (all []recorded) {
	var topics []specs.Topic
	for _, t := range p.Topics {
		if len(t.Examples) > 0 {
			topics = append(topics, t)
		}
	}
	for range n {
		d := recorded{chosen(r.Rand, []string{"gone", "", "no/such"}), []byte(chosen(r.Rand, recordedValues))}
		if len(topics) > 0 && r.IntN(20) > 0 {
			t := chosen(r.Rand, topics)
			d = recorded{t.Name, r.of(chosen(r.Rand, t.Examples).Text)}
			if len(t.Aliases) > 0 && r.IntN(4) == 0 {
				d.Topic = chosen(r.Rand, t.Aliases).Text
			}
		}
		all = append(all, d)
	}
	return append(all, all[:len(all)/5]...) // platforms send some twice
}

// observedEvidence returns the evidence file of deliveries that observe writes.
func observedEvidence(p *specs.Platform, all []recorded) string {
	o := observing.Of(platform.Of(p, nil), "")
	c := o.Collector()
	for _, d := range all {
		trimmed := bytes.Trim(d.Body, " \t\r\n")
		switch {
		case p.Topic.Header != "":
			c.AddBody(d.Topic, d.Body)
		case len(trimmed) == 0: // an empty line
		case p.Topic.Member != "":
			c.Add(trimmed)
		default:
			c.AddBody(d.Topic, trimmed)
		}
	}
	return string(capture.Encode(p.Name, c.Capture()))
}

// recorderTest is a test of the package that makes Recorders, as a program that receives
// the deliveries of a file. It writes the evidence that goroutines record, and the same in
// parts.
const recorderTest = `package %[1]srecord

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"testing"

	of "example.com/generated/%[1]s"
)

func TestRecord(t *testing.T) {
	text, err := os.ReadFile("deliveries.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []struct{ Topic string; Body []byte }
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	whole, parts := New(), New()
	write := func(name string, text []byte) {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var group sync.WaitGroup
	for k := range 3 {
		group.Go(func() {
			for i := k; i < len(all); i += 3 {
				d := all[i]
				event, err := %[2]s
				if err != nil {
					whole.AddBody(d.Topic, d.Body)
					parts.AddBody(d.Topic, d.Body)
				} else {
					whole.Add(event)
					parts.Add(event)
				}
				if i %% 50 == 0 {
					write(fmt.Sprint("part", i, ".json"), parts.Flush())
				}
			}
		})
	}
	group.Wait()
	write("whole.json", whole.Evidence())
	write("partlast.json", parts.Flush())
}
`

// TestRecorder checks that a Recorder writes what "specimen observe" writes of the same
// bodies, also when it is flushed on the way, for specs of every kind and deliveries that
// differ from their types in every way.
func TestRecorder(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	m := newRandomModule()
	m.addFolder(t, "testdata/platforms")
	first, count := envNumber(t, "SPECIMEN_SEED", 1), envNumber(t, "SPECIMEN_PLATFORMS", 4)
	for seed := first; seed < first+count; seed++ {
		if s, made := randomPlatform(t, seed); s != nil {
			m.add(s.name, s.text(), made)
		}
	}
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/generated\n\ngo 1.26\n"))
	for name, data := range m.files {
		if !strings.HasSuffix(name, "_test.go") && !strings.Contains(name, "/testdata/") {
			s.write(name, data)
		}
	}
	want := map[string]string{}
	args := []string{"test", "-gcflags=example.com/...=-d=checkptr"} // which tells wrong pointers
	for _, name := range slices.Sorted(maps.Keys(m.texts)) {
		folder, evidence := s.deliver(name, m.texts[name], uint64(first))
		want[folder] = evidence
		args = append(args, "./"+folder)
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = s.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go test: %v\n%s", err, out)
	}
	for folder, want := range want {
		s.sameRecorded(folder, want)
	}
}

// deliver writes deliveries of a platform and the test that records them, and returns their
// folder and the evidence that observe writes.
func (s *script) deliver(name, spec string, seed uint64) (folder, evidence string) {
	s.t.Helper()
	set, err := specs.Load(fstest.MapFS{name + "/platform.yaml": {Data: []byte(spec)}}, "specs")
	if err != nil || len(set.Platforms) != 1 {
		s.t.Fatal(err, set.Diagnostics)
	}
	p := set.Platforms[0]
	all := drifts{rand.New(rand.NewPCG(seed, uint64(len(name))))}.deliveries(p, 1500)
	text, err := json.Marshal(all)
	if err != nil {
		s.t.Fatal(err)
	}
	decode := "of.Decode(of.Topic(d.Topic), d.Body)"
	if p.Topic.Member != "" {
		decode = "of.DecodeBody(d.Body)"
	}
	folder = name + "/" + name + "record/"
	s.write(folder+"deliveries.json", text)
	s.write(folder+"record_test.go", fmt.Appendf(nil, recorderTest, name, decode))
	return folder, observedEvidence(p, all)
}

// sameRecorded checks what the test in a folder has written.
func (s *script) sameRecorded(folder, want string) {
	s.t.Helper()
	var parts capture.Capture
	for _, name := range s.files(folder) {
		if strings.Contains(name, "part") {
			_, c, err := capture.Decode(s.read(name))
			if err != nil {
				s.t.Fatal(name, err)
			}
			parts = capture.Join(parts, c)
		}
	}
	name, _, _ := strings.Cut(folder, "/")
	for what, got := range map[string]string{"whole": string(s.read(folder + "whole.json")), "parts": string(capture.Encode(name, parts))} {
		if got != want {
			s.t.Errorf("%s, %s: got\n%.3000s\nwant\n%.3000s\nof\n%s", name, what, got, want, s.read(folder+"deliveries.json"))
		}
	}
}
