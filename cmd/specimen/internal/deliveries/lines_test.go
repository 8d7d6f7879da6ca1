package deliveries

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
)

// readLines returns the deliveries of a text that is read in parts of a number of bytes,
// sorted, and how many were too long.
func readLines(limit int, text string, part int64) ([]string, int, error) {
	var all []string
	long := 0
	s := sink{new(sync.Mutex), &all, &long}
	r := Reading{Limit: limit}
	for from := int64(0); from < int64(len(text)); from += part {
		in := iotest.HalfReader(strings.NewReader(text[max(from-1, 0):]))
		if err := r.Lines(s, in, from, func(offset int64) bool { return offset < from+part }); err != nil {
			return nil, 0, err
		}
	}
	slices.Sort(all)
	return all, long, nil
}

// TestLines checks that the parts of a file of lines have the deliveries of the file,
// wherever it is divided.
func TestLines(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	words := []string{"{}", `{"a":1}`, "[1,\xff", "\n", "\r\n", "\n\n", " ", "\t\n", "7", strings.Repeat("x", 60), "\ufeff"}
	for range 500 {
		var b strings.Builder
		if r.IntN(3) == 0 {
			b.WriteString("\ufeff")
		}
		for range r.IntN(20) {
			b.WriteString(words[r.IntN(len(words))])
			if r.IntN(2) == 0 {
				b.WriteString("\n")
			}
		}
		text := b.String()
		if !HasLines([]byte(text)) {
			continue
		}
		want, wantLong, err := read(50, text)
		part := int64(1 + r.IntN(len(text)+2))
		got, long, err2 := readLines(50, text, part)
		if err != nil || err2 != nil || !slices.Equal(got, want) || long != wantLong {
			t.Fatalf("%q in parts of %d bytes: %q, %d too long, %v, want %q, %d, %v", text, part, got, long, err2, want, wantLong, err)
		}
	}
}

// TestLinesLong checks lines that are longer than a chunk, with white space around them
// that counts towards the limit.
func TestLinesLong(t *testing.T) {
	limit := 2 * chunk
	for _, n := range []int{limit - 1, limit, limit + 1, limit + 2, 3 * limit} {
		for _, line := range []string{strings.Repeat("x", n), strings.Repeat(" ", n), "x" + strings.Repeat(" ", n-1), strings.Repeat(" ", n-1) + "x"} {
			text := "{}\n" + line + "\n[]\n"
			want, wantLong, _ := read(limit, text)
			if wantLong != 0 != (n > limit) {
				t.Errorf("%d bytes: %d too long", n, wantLong)
			}
			got, long, err := readLines(limit, text, int64(chunk))
			if err != nil || !slices.Equal(got, want) || long != wantLong {
				t.Errorf("%d bytes: %d deliveries, %d too long, %v, want %d, %d", n, len(got), long, err, len(want), wantLong)
			}
		}
	}
}

// TestHasLines checks which files can be read in parts.
func TestHasLines(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "{}\n{}\n": true, "\ufeff{}\n7": true, "x\n": true, "{\n\"a\": 1\n}\n": false, "{}{}": false, compressed("{}\n"): false,
	} {
		if got := HasLines([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestLinesFails checks that an error of the file is returned.
func TestLinesFails(t *testing.T) {
	failing := fmt.Errorf("failing")
	for _, offset := range []int64{0, 1} {
		var r Reading
		err := r.Lines(sink{}, iotest.ErrReader(failing), offset, func(int64) bool { return true })
		if err != failing {
			t.Errorf("from %d: %v", offset, err)
		}
	}
}
