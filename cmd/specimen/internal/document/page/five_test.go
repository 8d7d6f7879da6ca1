package page_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/page"
	"github.com/specimen-go/specimen/specs"
)

// TestDocuments reads the documents that the committed specs name as files, from the folder
// in SPECIMEN_DOCUMENTS, and compares what it reads with the specs. The documents are not
// ours to publish; testdata/documents.txt has what differs, with the reasons.
func TestDocuments(t *testing.T) {
	folder := os.Getenv("SPECIMEN_DOCUMENTS")
	if folder == "" {
		t.Skip("SPECIMEN_DOCUMENTS is not set")
	}
	set, err := specs.Load(os.DirFS("../../../../../specs"), "specs")
	if err != nil {
		t.Fatal(err)
	}
	var report bytes.Buffer
	for _, p := range set.Platforms {
		for _, d := range p.Documents {
			if d.File == "" {
				continue
			}
			data, err := os.ReadFile(filepath.Join(folder, d.File))
			if err != nil {
				t.Fatal(err)
			}
			text, _ := document.Decode(data)
			compare(&report, p, d.ID, page.Read(text))
		}
	}
	const golden = "testdata/documents.txt"
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := report.String(); got != withoutReasons(string(want)) {
		t.Errorf("the documents read otherwise than %s says:\n%s", golden, got)
	}
}

// withoutReasons returns the golden file without what stands behind a dash: why it is so.
func withoutReasons(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), " -- ")
		b.WriteString(line + "\n")
	}
	return b.String()
}

// compare writes what a reading has that a spec has not, and the other way round.
func compare(w *bytes.Buffer, p *specs.Platform, id string, r document.Reading) {
	same, equal, all := 0, 0, 0
	var notes, inSpec []string
	read := make(map[string]document.Topic)
	for _, t := range r.Topics {
		read[t.Name] = t
	}
	for _, t := range p.Topics {
		listed := slices.ContainsFunc(t.Documents, func(x specs.Item) bool { return x.Text == id })
		for _, x := range t.Examples {
			if x.Document != id {
				continue
			}
			all++
			got, ok := payloadFor(read, t.Name)
			switch {
			case !ok:
				notes = append(notes, t.Name+": no payload was read")
			case got.Text == x.Text:
				same++
			case equalJSON(got.Text, x.Text):
				equal++
			default:
				notes = append(notes, t.Name+": another value: "+difference(got.Text, x.Text))
			}
		}
		if _, ok := read[t.Name]; listed && !ok {
			notes = append(notes, t.Name+": the topic was not read")
		}
		if got, ok := read[t.Name]; ok && t.Like.Documented && root(read, got.Name) != root(read, t.Like.Topic) {
			notes = append(notes, t.Name+": the spec has the payload of "+t.Like.Topic+" for it")
		}
		inSpec = append(inSpec, t.Name)
	}
	for name := range read {
		if slices.Contains(inSpec, name) {
			continue
		}
		notes = append(notes, name+": not in the spec")
	}
	slices.Sort(notes)
	fmt.Fprintf(w, "%s %s: %d payloads, %d to the byte, %d equal, %d findings\n", p.Name, id, all, same, equal, len(r.Findings))
	for _, n := range notes {
		fmt.Fprintln(w, "  "+n)
	}
}

// root returns the topic whose payload a topic has.
func root(all map[string]document.Topic, name string) string {
	if t := all[name]; t.Like != "" {
		return t.Like
	}
	return name
}

func payloadFor(all map[string]document.Topic, name string) (document.Payload, bool) {
	t := all[root(all, name)]
	if len(t.Payloads) == 0 {
		return document.Payload{}, false
	}
	return t.Payloads[0], true
}

func equalJSON(a, b string) bool {
	var x, y any
	return json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil && reflect.DeepEqual(x, y)
}

// difference returns the first line in which two payloads differ.
func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || strings.TrimSpace(x[i]) != strings.TrimSpace(y[i]) {
			return fmt.Sprintf("line %d", i+1)
		}
	}
	return "its end"
}
