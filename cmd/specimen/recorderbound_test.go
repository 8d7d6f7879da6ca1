package main

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzarecord"
)

// TestRecorderBounded checks that deliveries whose every name is new do not make a Recorder
// grow, and that what it writes has none of their values.
func TestRecorderBounded(t *testing.T) {
	r := shoplazzarecord.New()
	add := func(from int) {
		for i := from; i < from+2000; i++ {
			var b strings.Builder
			fmt.Fprintf(&b, `{"secret%d":"SECRET%d","order":{"id":"SECRET%d","note":"SECRET%d"`, i, i, i, i)
			for k := range 20 {
				fmt.Fprintf(&b, `,"name_%c%c%c":{"deep":{"SECRET":"SECRET%d","more_%c":[{"x":"SECRET%d"}]}}`, 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, k, 'a'+k, i)
			}
			topic := shoplazza.TopicOrdersCreate
			if i%2 == 0 {
				topic = shoplazza.Topic(fmt.Sprintf("t%d", i))
			}
			event, err := shoplazza.Decode(topic, []byte(b.String()+"}}"))
			if err != nil {
				t.Fatal(err)
			}
			r.Add(event)
		}
	}
	add(0)
	first, text := heap(), r.Evidence()
	add(2000)
	add(4000)
	if grown, most := heap()-first, int64(64<<20); grown > most {
		t.Errorf("grown by %d bytes", grown)
	}
	later := r.Flush()
	if len(later) > 4<<20 || len(later) > 2*len(text)+1<<20 {
		t.Errorf("%d bytes, then %d", len(text), len(later))
	}
	if i := strings.Index(string(later), "SECRET1"); i >= 0 {
		t.Errorf("a value: %s", later[max(0, i-50):i+50])
	}
	if empty := r.Evidence(); len(empty) > 200 {
		t.Errorf("after Flush, there is still\n%s", empty)
	}
}

// TestRecorderAgain checks that a delivery that is sent again is counted without another
// reading of its body, which would allocate: platforms repeat what is not answered.
func TestRecorderAgain(t *testing.T) {
	r := shoplazzarecord.New()
	event, err := shoplazza.Decode(shoplazza.TopicOrdersCreate, []byte(`{"order":{"id":"7","note":"x","line_items":[{"id":"8","price":"2.50"}]},"more":{"a":1}}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Add(event)
	before := r.Evidence()
	if n := testing.AllocsPerRun(100, func() { r.Add(event) }); n > 0 {
		t.Errorf("%v allocations for a delivery that came before", n)
	}
	if after := r.Evidence(); len(after) <= len(before) {
		t.Errorf("it was not counted:\n%s", after)
	}
}

// heap returns the memory in use.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
