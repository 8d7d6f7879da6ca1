package rewrite

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// forge writes a journal as a pull request could carry it.
func forge(t *testing.T, dir, name string, j journal, at time.Time) {
	t.Helper()
	text, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string]string{staging + "/" + name: string(text)})
	if !at.IsZero() {
		if err := os.Chtimes(filepath.Join(dir, staging, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
}

// TestForgedJournal checks that a journal that came with a checkout is not believed,
// and that nothing changes then, even where it names what is there to the byte (F7).
func TestForgedJournal(t *testing.T) {
	start := map[string]string{"notes": "notes", "hand/x": "by a person"}
	j := journal{Files: []entry{
		{Name: "hand/x", Old: digest([]byte("evil")), New: digest([]byte("by a person"))},
		{Name: "notes", New: digest([]byte("notes"))},
	}}
	for _, name := range []string{journalName, doneName} {
		for _, at := range []time.Time{{}, time.Now(), time.Unix(0, 0), time.Unix(1, 0), markOf(nil)} {
			dir := testfolder.New(t)
			put(t, dir, start)
			put(t, dir, map[string]string{staging + "/old/hand/x": "evil"})
			forge(t, dir, name, j, at)
			var foreign ForeignError
			if err := apply(dir, nil, nil); !errors.As(err, &foreign) {
				t.Errorf("%s at %v: error %v", name, at, err)
			}
			if err := os.RemoveAll(filepath.Join(dir, staging)); err != nil {
				t.Fatal(err)
			}
			holds(t, dir, start)
		}
	}
}

// TestForgedAndMarked checks what a journal cannot do even with the right time: leave
// the folder, touch a file of other content, or one that May forbids.
func TestForgedAndMarked(t *testing.T) {
	start := map[string]string{"notes": "notes", "hand/x": "by a person", "hand/gen": "generated"}
	evil, wrong := digest([]byte("evil")), digest([]byte("something else"))
	for _, c := range []struct {
		name string
		file entry
		fail bool
	}{
		{"outside", entry{"../notes", evil, digest([]byte("notes"))}, true},
		{"absolute", entry{"/etc/x", "", digest([]byte("notes"))}, true},
		{"up in the middle", entry{"a/../../notes", "", digest([]byte("notes"))}, true},
		{"of other content", entry{"hand/x", evil, wrong}, false},
		{"new, of other content", entry{"hand/x", "", wrong}, false},
		{"forbidden", entry{"hand/x", evil, digest([]byte("by a person"))}, false},
		{"new, forbidden", entry{"notes", "", digest([]byte("notes"))}, false},
		{"a folder's name", entry{"notes/x", "", wrong}, false},
		{"old content that is not that", entry{"hand/gen", wrong, digest([]byte("generated"))}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := testfolder.New(t)
			put(t, dir, start)
			put(t, dir, map[string]string{staging + "/old/hand/x": "evil", staging + "/old/hand/gen": "evil"})
			j := journal{Files: []entry{c.file}}
			text, _ := json.Marshal(j)
			forge(t, dir, journalName, j, markOf(text))
			f, err := Open(dir, Options{Staging: staging, May: func(_ *os.Root, name string, data []byte) bool { return strings.HasPrefix(string(data), "gen") }})
			if err == nil {
				f.Close()
			}
			if (err != nil) != c.fail {
				t.Errorf("error %v", err)
			}
			_ = os.RemoveAll(filepath.Join(dir, staging))
			holds(t, dir, start)
		})
	}
}

// TestOddStaging checks that a staging folder that is a link, or has in it what no run
// puts there, is left alone and named.
func TestOddStaging(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(dir string) error
	}{
		{"a link", func(dir string) error { return os.Symlink("hand", filepath.Join(dir, staging)) }},
		{"a file", func(dir string) error { return os.WriteFile(filepath.Join(dir, staging), nil, 0o644) }},
		{"a file in it", func(dir string) error {
			return errors.Join(os.Mkdir(filepath.Join(dir, staging), 0o755), os.WriteFile(filepath.Join(dir, staging, "notes"), nil, 0o644))
		}},
		{"a link in it", func(dir string) error {
			return errors.Join(os.Mkdir(filepath.Join(dir, staging), 0o755), os.Symlink("../hand", filepath.Join(dir, staging, "new")))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := testfolder.New(t)
			start := map[string]string{"hand/x": "by a person"}
			put(t, dir, start)
			if err := c.make(dir); err != nil {
				t.Skip(err)
			}
			var foreign ForeignError
			if err := apply(dir, []Change{{Name: "y", New: []byte("y")}}, nil); !errors.As(err, &foreign) {
				t.Errorf("error %v", err)
			}
			if err := os.RemoveAll(filepath.Join(dir, staging)); err != nil {
				t.Fatal(err)
			}
			holds(t, dir, start)
		})
	}
}

// TestMark checks that the time of a journal is long past, whatever its text is, and
// one that every file system can keep.
func TestMark(t *testing.T) {
	seen := map[int64]bool{}
	for n := range 1000 {
		at := markOf([]byte(strings.Repeat("x", n)))
		if at.Year() < 1990 || at.Year() > 2019 || at.Unix()%2 != 0 || at.Nanosecond() != 0 {
			t.Fatalf("%v", at)
		}
		seen[at.Unix()] = true
	}
	if len(seen) < 999 {
		t.Errorf("%d times for 1000 texts", len(seen))
	}
}
