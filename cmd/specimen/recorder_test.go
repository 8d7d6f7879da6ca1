package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/observing"
	"github.com/specimen-go/specimen/specs"
)

// recorded is a delivery as a receiver has it.
type recorded struct{ topic, body string }

// wrapped returns the deliveries as captures of "specimen observe", a line each.
func wrapped(all []recorded, header bool) []byte {
	var lines []byte
	for _, d := range all {
		line := []byte(d.body)
		if header {
			line, _ = json.Marshal(map[string]string{"topic": d.topic, "body": d.body})
		}
		lines = append(append(lines, line...), '\n')
	}
	return lines
}

// record gives deliveries to a Recorder, from several goroutines.
func record(r *observing.Recorder, all []recorded) {
	var group sync.WaitGroup
	const goroutines = 4
	for part := range goroutines {
		group.Go(func() {
			for i := part; i < len(all); i += goroutines {
				r.Add(all[i].topic, []byte(all[i].body))
			}
		})
	}
	group.Wait()
}

// recorderOf returns a Recorder of a platform in the folder specs of s.
func (s *script) recorderOf(platform, topic string) *observing.Recorder {
	s.t.Helper()
	o, err := observing.Load(os.DirFS(filepath.Join(s.dir, "specs")), "specs", platform, topic)
	if err != nil {
		s.t.Fatal(err)
	}
	return o.Recorder()
}

// observedFile returns the evidence that "specimen observe" writes for a file.
func (s *script) observedFile(platform string, lines []byte) string {
	s.t.Helper()
	s.write("in.ndjson", lines)
	if code, text := runIn(s.dir, "observe", platform, "in.ndjson", "--evidence", "observed.json"); code > 1 {
		s.t.Fatal(text)
	}
	text, err := os.ReadFile(filepath.Join(s.dir, "observed.json"))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

// same checks that a Recorder and "specimen observe" say the same of deliveries, and that
// evidence that is flushed on the way adds up to the same.
func (s *script) sameRecorded(platform string, header bool, all []recorded) {
	s.t.Helper()
	want := s.observedFile(platform, wrapped(all, header))
	r := s.recorderOf(platform, "")
	record(r, all[:len(all)/3])
	first := r.Flush()
	record(r, all[len(all)/3:])
	s.write("a.json", first)
	s.write("b.json", r.Evidence())
	code, text := runIn(s.dir, "merge", "b.json", "a.json", "--out", "merged.json")
	if got, err := os.ReadFile(filepath.Join(s.dir, "merged.json")); code != 0 || err != nil || string(got) != want {
		s.t.Errorf("%s: %s %v: got\n%.3000s\nwant\n%.3000s", platform, text, err, got, want)
	}
}

// TestRecorderDocumented checks that of the documented payloads of each platform, each of
// them several times, a Recorder says what "specimen observe" says.
func TestRecorderDocumented(t *testing.T) {
	set, err := specs.Load(os.DirFS("../../specs"), "specs")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range set.Platforms {
		s := &script{t: t, dir: t.TempDir()}
		if err := os.CopyFS(filepath.Join(s.dir, "specs", p.Name), os.DirFS("../../specs/"+p.Name)); err != nil {
			t.Fatal(err)
		}
		var all []recorded
		for _, topic := range p.Topics {
			for _, x := range topic.Examples {
				all = append(all, recorded{topic.Name, oneLine(t, x.Text)})
			}
		}
		if len(all) == 0 {
			t.Fatalf("%s: no payloads", p.Name)
		}
		s.sameRecorded(p.Name, p.Topic.Header != "", slices.Concat(all, all, all))
	}
}

// oneLine returns a payload on one line.
func oneLine(t *testing.T, payload string) string {
	t.Helper()
	if !json.Valid([]byte(payload)) {
		t.Fatalf("not JSON: %s", payload)
	}
	return strings.ReplaceAll(strings.ReplaceAll(payload, "\r", " "), "\n", " ")
}

// TestRecorderRandom checks the same for random deliveries, in part not JSON, of a
// platform whose topic is in the body and of one whose topic is in a header.
func TestRecorderRandom(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 7))
		header := seed%2 == 0
		s := observedFolder(t)
		if header {
			s.write("specs/acme/platform.yaml", []byte(strings.Replace(string(observed(t, "platform.yaml")), "{member: /topic}", "{header: X-Topic}", 1)))
		}
		all := []recorded{{"gone", "{}"}} // a file whose first line is not a value has values over several lines
		for range r.IntN(400) {
			topic := [...]string{"orders/create", "users/update", "gone", "gone-" + fmt.Sprint(r.IntN(300))}[r.IntN(4)]
			body := random{r}.any(4)
			if o, ok := body.(value); ok && !header && r.IntN(5) > 0 {
				o["topic"] = topic
			}
			text, err := json.Marshal(body)
			if err != nil {
				t.Fatal(err)
			}
			if r.IntN(3) == 0 {
				o := order(r)
				o["topic"] = "orders/create"
				text, _ = json.Marshal(o)
			}
			if r.IntN(6) == 0 {
				text = text[:r.IntN(len(text))]
				if header { // a capture is JSON, which has no half of a character
					text = bytes.ToValidUTF8(text, nil)
				}
			}
			all = append(all, recorded{topic, string(text)})
		}
		s.sameRecorded("acme", header, all)
	}
}

// random makes JSON values.
type random struct{ *rand.Rand }

func (r random) any(depth int) any {
	switch k := r.IntN(9); {
	case k == 0:
		return nil
	case k == 1:
		return r.IntN(2) == 0
	case k == 2:
		return r.IntN(5) - 2
	case k == 3:
		return float64(r.IntN(100)) / 4
	case k == 4 || depth == 0:
		return [...]string{"", "x", "1", "true", "2026-01-02", `{"a":1}`, "[", "\ufffd"}[r.IntN(8)]
	case k == 5:
		list := []any{}
		for range r.IntN(4) {
			list = append(list, r.any(depth-1))
		}
		return list
	}
	object := value{}
	for range r.IntN(6) {
		object[[...]string{"id", "price", "at", "paid", "note", "lines", "sku", "by_id", "meta", "new", "b@c.de", "123"}[r.IntN(12)]] = r.any(depth - 1)
	}
	return object
}

// TestRecorderBounded checks that deliveries whose every name is new do not make a Recorder
// grow, and that what it writes has none of their values.
func TestRecorderBounded(t *testing.T) {
	s := observedFolder(t)
	r := s.recorderOf("acme", "")
	add := func(from int) {
		for i := from; i < from+3000; i++ {
			var b strings.Builder
			fmt.Fprintf(&b, `{"topic":"t%d","secret%d":"SECRET%d"`, i, i, i)
			if i%2 == 0 {
				b.Reset()
				b.WriteString(`{"topic":"orders/create"`)
			}
			for k := range 20 {
				fmt.Fprintf(&b, `,"name_%c%c%c":{"deep":{"SECRET":"SECRET%d","more_%c":[{"x":"SECRET%d"}]}}`, 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, k, 'a'+k, i)
			}
			r.Add("", []byte(b.String()+"}"))
		}
	}
	add(0)
	first, text := heap(), r.Evidence()
	add(3000)
	add(6000)
	if grown, most := heap()-first, int64(64<<20); grown > most {
		t.Errorf("grown by %d bytes", grown)
	}
	later := r.Evidence()
	if len(later) > 4<<20 || len(later) > 2*len(text)+1<<20 {
		t.Errorf("%d bytes, then %d", len(text), len(later))
	}
	if i := strings.Index(string(later), "SECRET1"); i >= 0 {
		t.Errorf("a value: %s", later[max(0, i-50):i+50])
	}
}

// heap returns the memory in use.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// TestRecorderTopic checks deliveries of one topic, of none, and what no file of captures
// can hold: a body that is too long, and one that is empty.
func TestRecorderTopic(t *testing.T) {
	s := observedFolder(t)
	r := s.recorderOf("acme", "orders/create")
	r.Add("", []byte(`{"id":1}`))
	r.Add("x", []byte(" \n{\"id\":1}\n"))
	r.Add("", nil)
	r.Add("", make([]byte, 16<<20+1))
	s.write("in.ndjson", []byte("{\"id\":1}\n{\"id\":1}\n"+strings.Repeat("x", 16<<20+1)+"\n"))
	if code, text := runIn(s.dir, "observe", "acme", "in.ndjson", "--topic", "orders/create", "--evidence", "observed.json"); code != 1 {
		t.Fatal(text)
	}
	s.write("recorded.json", r.Evidence())
	s.run("same observed.json recorded.json")
}
