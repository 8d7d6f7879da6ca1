package observing

import (
	"os"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzatest"
	"github.com/specimen-go/specimen/infer/observe"
)

func recorder(t testing.TB) *Recorder {
	t.Helper()
	o, err := Load(os.DirFS("../../../specs"), "specs", "shoplazza", "")
	if err != nil {
		t.Fatal(err)
	}
	return o.Recorder()
}

// documented returns the first payload that the platform documents for a topic.
func documented(t testing.TB, topic shoplazza.Topic) []byte {
	t.Helper()
	for _, x := range shoplazzatest.Examples() {
		if x.Topic == topic {
			return x.Payload()
		}
	}
	t.Fatal("no payload for ", topic)
	return nil
}

// TestRecorderFlush checks that each delivery is in the evidence of exactly one Flush, while
// others are added.
func TestRecorderFlush(t *testing.T) {
	r, body := recorder(t), documented(t, shoplazza.TopicOrdersCreate)
	const goroutines, each = 4, 200
	var adding, flushing sync.WaitGroup
	for range goroutines {
		adding.Go(func() {
			for range each {
				r.Add(string(shoplazza.TopicOrdersCreate), body)
			}
		})
	}
	files := [][]byte{nil, nil}
	done := make(chan struct{})
	for i := range files {
		flushing.Go(func() {
			for {
				files[i] = merged(t, files[i], r.Flush())
				select {
				case <-done:
					return
				default:
					r.Evidence()
				}
			}
		})
	}
	adding.Wait()
	close(done)
	flushing.Wait()
	all := merged(t, merged(t, files[0], files[1]), r.Flush())
	if _, c, err := observe.Decode(all); err != nil || c.Deliveries() != goroutines*each {
		t.Errorf("%d deliveries, %v, want %d", c.Deliveries(), err, goroutines*each)
	}
	one := recorder(t)
	for range goroutines * each {
		one.Add(string(shoplazza.TopicOrdersCreate), body)
	}
	if got := one.Evidence(); string(got) != string(all) {
		t.Errorf("got\n%s\nwant\n%s", all, got)
	}
}

// merged merges evidence files, of which the first may be nil.
func merged(t *testing.T, a, b []byte) []byte {
	if a == nil {
		return b
	}
	name, c, err := observe.Decode(a)
	_, d, err2 := observe.Decode(b)
	if err != nil || err2 != nil {
		t.Error(err, err2)
	}
	return observe.Encode(name, observe.Join(c, d))
}

// BenchmarkRecorder tells what recording a delivery takes beside decoding it. Iteration for
// iteration, both get the same body.
func BenchmarkRecorder(b *testing.B) {
	r, topic, body := recorder(b), shoplazza.TopicOrdersCreate, documented(b, shoplazza.TopicOrdersCreate)
	var err error
	for name, run := range map[string]func(){
		"decode": func() { _, err = shoplazza.Decode(topic, body) },
		"record": func() { r.Add(string(topic), body) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				run()
			}
		})
	}
	if err != nil {
		b.Fatal(err)
	}
}
