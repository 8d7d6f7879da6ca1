package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// observed returns a file of the spec that tests observe deliveries against; those of cmd/beam
// do, too.
func observed(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "observed", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// observedFolder returns a folder with a spec to observe deliveries against.
func observedFolder(t *testing.T) *script {
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("specs/acme/platform.yaml", observed(t, "platform.yaml"))
	s.write("specs/acme/topics.yaml", observed(t, "topics.yaml"))
	return s
}

// value is a delivery as a tree, so that drift can be planted in it.
type value = map[string]any

// order makes a delivery that fits the types. No two have a value in common, and
// each value can be told from everything that observe writes.
func order(r *rand.Rand) value {
	secret := func() string { return fmt.Sprintf("SECRET%d", r.Int()) }
	number := func() int { return 414_141_000_000 + r.IntN(1_000_000) }
	lines := []any{}
	for range r.IntN(4) {
		lines = append(lines, value{"sku": secret(), "n": number(), "tags": []any{secret()}})
	}
	return value{
		"topic": "orders/create", "id": number(), "price": float64(number()) + 0.5, "at": "2026-01-02", "paid": true,
		"note": secret(), "lines": append(lines, value{"sku": secret(), "n": number(), "tags": []any{}}),
		"by_id": value{fmt.Sprint(number()): value{"n": number()}}, "meta": fmt.Sprintf(`{"a": [%d]}`, number()),
	}
}

// plants are the ways in which a delivery can differ from the types, and what
// observe is to say of each.
func plants() map[string]func(value) {
	line := func(v value) value { return v["lines"].([]any)[len(v["lines"].([]any))-1].(value) }
	anyOf := func(v value) value {
		for _, x := range v["by_id"].(value) {
			return x.(value)
		}
		return nil
	}
	return map[string]func(value){
		"mismatch /id integer string":         func(v value) { v["id"] = "SECRET" },
		"mismatch /id integer number":         func(v value) { v["id"] = 414141.5 },
		"mismatch /at timestamp other text":   func(v value) { v["at"] = "SECRET soon" },
		"mismatch /paid boolean number":       func(v value) { v["paid"] = 414141 },
		"mismatch /price number boolean":      func(v value) { v["price"] = false },
		"mismatch /lines/*/sku string number": func(v value) { line(v)["sku"] = 414141 },
		"mismatch /lines/*/tags array object": func(v value) { line(v)["tags"] = value{} },
		"mismatch /lines/*/tags/* string object": func(v value) {
			line(v)["tags"] = []any{value{"a": "SECRET"}}
		},
		"mismatch /by_id/*/n integer boolean": func(v value) { anyOf(v)["n"] = true },
		"mismatch /meta object string":        func(v value) { v["meta"] = "SECRET" },
		"mismatch /meta/a/* integer string":   func(v value) { v["meta"] = `{"a": ["SECRET"]}` },
		"null /id":                            func(v value) { v["id"] = nil },
		"null /lines/*/tags/*":                func(v value) { line(v)["tags"] = []any{nil} },
		"null /by_id/*/n":                     func(v value) { anyOf(v)["n"] = nil },
		"absent /paid":                        func(v value) { delete(v, "paid") },
		"absent /lines":                       func(v value) { delete(v, "lines") },
		"absent /lines/*/sku":                 func(v value) { delete(line(v), "sku") },
		"unknown /newcomer":                   func(v value) { v["newcomer"] = "SECRET" },
		"unknown /lines/*/color":              func(v value) { line(v)["color"] = "SECRET" },
		"unknown /<email>":                    func(v value) { v["SECRET@example.com"] = 1 },
		"unknown /by_id/*/<id>":               func(v value) { anyOf(v)["key_414141"] = 1 },
	}
}

// planted returns n deliveries as lines of text, and how many of them each plant is in.
func planted(t *testing.T, r *rand.Rand, n int) (lines []string, count map[string]int) {
	t.Helper()
	names := slices.Sorted(maps.Keys(plants()))
	count = map[string]int{}
	for range n {
		v := order(r)
		if r.IntN(20) == 0 {
			name := names[r.IntN(len(names))]
			plants()[name](v)
			count[name]++
		}
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(text))
	}
	return lines, count
}

// found returns how often a report of observe has each finding, written as a plant.
func found(t *testing.T, report string) map[string]int {
	t.Helper()
	count := map[string]int{}
	for line := range strings.Lines(report) {
		var x struct {
			Kind, Path, Want, Got string
			Count                 int
		}
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatal(err)
		}
		if x.Kind != "deliveries" {
			count[strings.TrimSpace(strings.Join([]string{x.Kind, x.Path, x.Want, x.Got}, " "))] += x.Count
		}
	}
	return count
}

// TestObservePlanted checks that drift planted at known places is found, each time and
// at each of them, and nothing else is; whatever way the deliveries are divided and put
// in order; and no value comes out.
func TestObservePlanted(t *testing.T) {
	s := observedFolder(t)
	r := rand.New(rand.NewPCG(1, 1))
	lines, want := planted(t, r, 3000)
	for i := range 4 {
		s.write(fmt.Sprintf("parts/%d.ndjson", i), []byte(strings.Join(lines[i*750:(i+1)*750], "\n")))
		if _, stderr, code := s.output("observe", "acme", fmt.Sprintf("parts/%d.ndjson", i), "--evidence", fmt.Sprintf("%d.json", i)); code != 1 {
			t.Fatal(stderr)
		}
	}
	r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	s.write("whole.ndjson", []byte(strings.Join(lines, "\n")))
	report, stderr, code := s.output("observe", "acme", "whole.ndjson", "--evidence", "whole.json", "--format", "json")
	if code != 1 {
		t.Fatal(stderr)
	}
	if got := found(t, report); !maps.Equal(got, want) {
		t.Errorf("found %v\nplanted %v", got, want)
	}
	if _, stderr, code := s.output("merge", "3.json", "0.json", "2.json", "1.json", "--out", "merged.json"); code != 0 {
		t.Fatal(stderr)
	}
	if string(s.read("merged.json")) != string(s.read("whole.json")) {
		t.Error("the evidence of the parts differs from that of the whole")
	}
	for _, args := range [][]string{{"merged.json"}, {"parts"}, {"0.json", "parts/1.ndjson", "2.json", "parts/3.ndjson"}} {
		if got, _, _ := s.output(append([]string{"observe", "acme", "--format", "json"}, args...)...); got != report {
			t.Errorf("observing %v: got\n%s\nwant\n%s", args, got, report)
		}
	}
	text, _, _ := s.output("observe", "acme", "whole.ndjson")
	github, _, _ := s.output("observe", "acme", "whole.ndjson", "--format", "github")
	for _, out := range []string{text, github, report, string(s.read("whole.json"))} {
		if strings.Contains(out, "SECRET") || strings.Contains(out, "414141") {
			t.Errorf("a value is shown:\n%s", out)
		}
	}
}

// TestObserveHostile checks that what is no delivery is counted, and a file that cannot
// be read to its end stops the run before anything is written.
func TestObserveHostile(t *testing.T) {
	s := observedFolder(t)
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	for range 1000 {
		fmt.Fprintf(w, "{\"topic\": \"orders/create\", \"id\": %d}\n", rand.Int())
	}
	w.Close()
	s.write("whole.gz", z.Bytes())
	s.write("cut.gz", z.Bytes()[:z.Len()/2])
	junk := make([]byte, 1<<20)
	rand.NewChaCha8([32]byte{}).Read(junk)
	s.write("junk", junk)
	s.write("long.ndjson", []byte(`{"topic": "orders/create", "id": "`+strings.Repeat("SECRET", 3<<20)+"\"}\n"))
	s.write("deep.json", []byte(strings.Repeat("[", 1<<20)))
	stdout, stderr, code := s.output("observe", "acme", "whole.gz", "junk", "long.ndjson", "deep.json")
	if code != 1 || stderr != "" || !strings.Contains(stdout, "orders/create: 1000 deliveries") ||
		!strings.Contains(stdout, "too long: 1 delivery [long-delivery]\n") || !strings.Contains(stdout, "names no topic: ") {
		t.Errorf("exit %d: %s%s", code, stdout, stderr)
	}
	stdout, stderr, code = s.output("observe", "acme", "whole.gz", "cut.gz", "--evidence", "e.json")
	if code != 2 || stdout != "" || stderr != "specimen: cut.gz: the compressed file is truncated\n" {
		t.Errorf("exit %d: %s%s", code, stdout, stderr)
	}
	if _, err := os.Stat(filepath.Join(s.dir, "e.json")); err == nil {
		t.Error("there is evidence all the same")
	}
}

// TestObserveFolded checks that where names are data, the report says what was left
// out, the types are compared as ever, and parts give what the whole gives.
func TestObserveFolded(t *testing.T) {
	s := observedFolder(t)
	var whole strings.Builder
	for part := range 3 {
		var b strings.Builder
		for i := range 676 {
			fmt.Fprintf(&b, `{"topic": "users/update", "name": "x", "age": "SECRET"`)
			for j := range 5 {
				name := fmt.Sprintf("%c%c%c", 'a'+i%26, 'a'+i/26, 'a'+5*part+j)
				fmt.Fprintf(&b, `, "q%s": {"r%s": 1}`, name, name)
			}
			b.WriteString("}\n")
		}
		s.write(fmt.Sprintf("parts/%d.ndjson", part), []byte(b.String()))
		whole.WriteString(b.String())
		s.output("observe", "acme", fmt.Sprintf("parts/%d.ndjson", part), "--evidence", fmt.Sprintf("%d.json", part))
	}
	s.write("whole.ndjson", []byte(whole.String()))
	text, _, code := s.output("observe", "acme", "whole.ndjson", "--evidence", "whole.json")
	for _, want := range []string{
		"/age       want integer, got string  2028 of 2028", "/<others>  unknown member",
		"  too many names, values folded [folded-members]:\n    /*  ", "what is inside one was not observed",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("exit %d: no %q in %.2000s", code, want, text)
		}
	}
	lines, _, _ := s.output("observe", "acme", "whole.ndjson", "--format", "json")
	if !strings.Contains(lines, `{"kind":"folded","rule":"folded-members","topic":"users/update","path":"/*","count":`) || !strings.HasSuffix(lines, `{"kind":"depth","count":1}`+"\n") {
		t.Errorf("the JSON does not say what was folded: %.500s", lines)
	}
	if _, stderr, code := s.output("merge", "2.json", "0.json", "1.json", "--out", "merged.json"); code != 0 {
		t.Fatal(stderr)
	}
	if string(s.read("merged.json")) != string(s.read("whole.json")) {
		t.Error("the evidence of the parts differs from that of the whole")
	}
}
