package deliveries

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
)

// sink keeps deliveries.
type sink struct {
	mu   *sync.Mutex
	all  *[]string
	long *int
}

func (s sink) Add(d []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	*s.all = append(*s.all, string(d))
}

func (s sink) AddTooLong() {
	s.mu.Lock()
	defer s.mu.Unlock()
	*s.long++
}

// read returns the deliveries of texts, sorted, and how many were too long.
func read(limit int, texts ...string) ([]string, int, error) {
	var all []string
	long := 0
	s := sink{new(sync.Mutex), &all, &long}
	var files []File
	for i, text := range texts {
		files = append(files, File{fmt.Sprintf("f%d", i), func() (io.ReadCloser, error) {
			return io.NopCloser(iotest.HalfReader(strings.NewReader(text))), nil
		}})
	}
	r := Reading{Limit: limit}
	err := r.Into([]Sink{s, s, s}, files)
	slices.Sort(all)
	return all, long, err
}

func compressed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.String()
}

func TestRead(t *testing.T) {
	x := strings.Repeat("x", 100)
	for _, c := range []struct {
		text string
		want []string
		long int
	}{
		{"", nil, 0},
		{"{}\n[1]\n", []string{"[1]", "{}"}, 0},
		{"{}\r\n\n\r\n7", []string{"7", "{}"}, 0},
		{"\ufeff{}\n7\n", []string{"7", "{}"}, 0},
		{"{\n\"a\": 1\n}\n{\n}\n", []string{"{\n\"a\": 1\n}", "{\n}"}, 0},
		{"[\n{},\n{}\n]", []string{"[\n{},\n{}\n]"}, 0},
		{`{}{"a":"}"}[]`, []string{`[]`, `{"a":"}"}`, `{}`}, 0},
		{"{} {\n} \"a\\\"b\" 7 true", []string{`"a\"b"`, "7", "true", "{\n}", "{}"}, 0},
		{"{\"a\":1\n{\"b\":2}\n", []string{`{"a":1`, `{"b":2}`}, 0},
		{"{\n\"a\": [1", []string{"{\n\"a\": [1"}, 0},
		{"}}\n{}\n", []string{"{}", "}}"}, 0},
		{"{\"a\":\"" + x + "\"}\n{}\n", []string{"{}"}, 1},
		{"{\n\"a\":\"" + x + "\"}\n{}\n", []string{"{}"}, 1},
		{"\x00\x01\n\xff", []string{"\x00\x01", "\xff"}, 0},
	} {
		for _, text := range []string{c.text, compressed(c.text)} {
			got, long, err := read(50, text)
			if err != nil || !slices.Equal(got, c.want) || long != c.long {
				t.Errorf("%q: %q, %d too long, %v, want %q, %d", c.text, got, long, err, c.want, c.long)
			}
		}
	}
}

// TestReadLong checks that deliveries that are longer than a chunk are read up to the
// limit, and passed over beyond it, in files of lines and of values.
func TestReadLong(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, between := range []string{`":"`, "\":\n\""} {
		var text strings.Builder
		var want []string
		long := 0
		for i := range 60 {
			x := `{"a` + between + strings.Repeat("x", r.IntN(chunk/4)<<r.IntN(5)) + fmt.Sprint(i) + `"}`
			text.WriteString(x + "\n")
			if len(x) > 2*chunk {
				long++
			} else {
				want = append(want, x)
			}
		}
		slices.Sort(want)
		got, gotLong, err := read(2*chunk, text.String(), "{}")
		if want = append(want, "{}"); err != nil || !slices.Equal(got, want) || gotLong != long || long < 3 {
			t.Errorf("%d deliveries, %d too long, %v, want %d, %d", len(got), gotLong, err, len(want), long)
		}
	}
}

// TestReadFails checks that a file that cannot be read does not stop the others, and
// each such file is named.
func TestReadFails(t *testing.T) {
	z := compressed(strings.Repeat("{}\n[]\n", 1000))
	got, _, err := read(50, "7", z[:len(z)/2], "\x1f\x8b"+strings.Repeat("junk", 9), "8")
	if !errors.Is(err, ErrTruncated) || !errors.Is(err, gzip.ErrHeader) || !slices.Contains(got, "7") || !slices.Contains(got, "8") {
		t.Errorf("%d deliveries, %v", len(got), err)
	}
	if lines := strings.Split(err.Error(), "\n"); len(lines) != 2 || !strings.HasPrefix(lines[0], "f1: ") || !strings.HasPrefix(lines[1], "f2: ") {
		t.Errorf("error %q", err)
	}
}

// endless is a line of so many bytes.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range p[:n] {
		p[i] = 'x'
	}
	e.left -= n
	return n, nil
}

// TestReadBounded checks that what a line of 400 MB takes is bounded by the limit.
func TestReadBounded(t *testing.T) {
	var all []string
	long := 0
	file := File{"endless", func() (io.ReadCloser, error) { return io.NopCloser(&endless{400 << 20}), nil }}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := Reading{Limit: 4 << 20}
	err := r.Into([]Sink{sink{new(sync.Mutex), &all, &long}}, []File{file})
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; err != nil || long != 1 || len(all) > 0 || took > 32<<20 {
		t.Errorf("%d deliveries, %d too long, %v, %d bytes allocated", len(all), long, err, took)
	}
	if r.Bytes.Load() != 400<<20 {
		t.Errorf("read %d bytes", r.Bytes.Load())
	}
}
