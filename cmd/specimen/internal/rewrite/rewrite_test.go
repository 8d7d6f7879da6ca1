package rewrite

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

const staging = ".staging"

// put makes a folder hold files; an empty folder is a name that ends in a slash.
func put(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if strings.HasSuffix(text, "/") {
			if err := os.MkdirAll(name, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// holds fails unless the folder has exactly these files, by name and content, and
// no empty folder.
func holds(t testing.TB, dir string, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		if e.IsDir() {
			if entries, _ := os.ReadDir(name); len(entries) == 0 && rel != "." {
				got[rel] = "/"
			}
			return nil
		}
		data, err := os.ReadFile(name)
		got[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(got, want) {
		t.Errorf("%s holds\n%q, want\n%q", dir, got, want)
	}
}

// apply opens a folder and makes changes in it.
func apply(dir string, changes []Change, step func(op, name string) error) error {
	f, err := Open(dir, Options{Staging: staging, Step: step})
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Apply(changes)
}

func TestApply(t *testing.T) {
	dir := testfolder.New(t)
	put(t, dir, map[string]string{"a.yaml": "old", "gone/x": "x", "empty": ""})
	if err := os.Chmod(filepath.Join(dir, "a.yaml"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := apply(dir, []Change{
		{Name: "a.yaml", Old: []byte("old"), New: []byte("new")},
		{Name: "b/c.yaml", New: []byte("c")},
		{Name: "gone/x", Old: []byte("x")},
		{Name: "empty", Old: []byte{}, New: []byte("full")},
		{Name: "none", New: []byte{}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, dir, map[string]string{"a.yaml": "new", "b/c.yaml": "c", "empty": "full", "none": ""})
	if info, err := os.Stat(filepath.Join(dir, "a.yaml")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, error %v; want 0600 as before", info.Mode(), err)
	}
}

// TestNothing checks that a run that fails changes no file.
func TestNothing(t *testing.T) {
	start := map[string]string{"a.yaml": "old", "b.yaml": "b", "d": "/", "empty": ""}
	for _, c := range []struct {
		name   string
		change Change
		want   error
	}{
		{"changed", Change{Name: "b.yaml", Old: []byte("x"), New: []byte("new")}, ChangedError{"b.yaml"}},
		{"is there", Change{Name: "b.yaml", New: []byte("new")}, ChangedError{"b.yaml"}},
		{"is there, empty", Change{Name: "empty", New: []byte("new")}, ChangedError{"empty"}},
		{"is gone", Change{Name: "c.yaml", Old: []byte("c"), New: []byte("new")}, ChangedError{"c.yaml"}},
		{"is gone, empty", Change{Name: "c.yaml", Old: []byte{}, New: []byte("new")}, ChangedError{"c.yaml"}},
		{"to be removed, changed", Change{Name: "b.yaml", Old: []byte("x")}, ChangedError{"b.yaml"}},
		{"is a folder", Change{Name: "d", New: []byte("new")}, errNotFile},
		{"is in a file", Change{Name: "b.yaml/e", New: []byte("new")}, errNotFolder},
		{"outside", Change{Name: "../e", New: []byte("new")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := testfolder.New(t)
			put(t, dir, start)
			first := Change{Name: "a.yaml", Old: []byte("old"), New: []byte("new")}
			err := apply(dir, []Change{first, c.change}, nil)
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			holds(t, dir, start)
		})
	}
}

// TestLinks checks that no link is followed, in or out of the folder.
func TestLinks(t *testing.T) {
	other := testfolder.New(t)
	for _, to := range []string{"real", other, "gone"} {
		for _, name := range []string{"link/new", "link/x", "link"} {
			dir := testfolder.New(t)
			put(t, dir, map[string]string{"real/x": "x"})
			put(t, other, map[string]string{"x": "x"})
			if err := os.Symlink(to, filepath.Join(dir, "link")); err != nil {
				t.Skip(err)
			}
			for _, old := range [][]byte{nil, []byte("x")} {
				if err := apply(dir, []Change{{Name: name, Old: old, New: []byte("y")}}, nil); err == nil {
					t.Errorf("%s through a link to %s: no error", name, to)
				}
			}
			holds(t, filepath.Join(dir, "real"), map[string]string{"x": "x"})
			holds(t, other, map[string]string{"x": "x"})
			if got, err := os.Readlink(filepath.Join(dir, "link")); got != to {
				t.Errorf("the link leads to %q, %v", got, err)
			}
		}
	}
}

// The two states between which runs are interrupted.
var (
	oldFiles = map[string]string{"a/x": "old x", "a/y": "y", "b/gone": "gone", "z": "old z"}
	newFiles = map[string]string{"a/x": "new x", "a/y": "y", "c/more": "more", "z": "new z"}
	between  = []Change{
		{Name: "a/x", Old: []byte("old x"), New: []byte("new x")},
		{Name: "b/gone", Old: []byte("gone")},
		{Name: "c/more", New: []byte("more")},
		{Name: "z", Old: []byte("old z"), New: []byte("new z")},
	}
)

// crash runs f, which ends before its step n without any clearing up, or with an
// error where that is given. It reports whether f ended before.
func crash(n int, err error, f func(step func(op, name string) error)) (whole bool) {
	type crashed struct{}
	defer func() {
		if e := recover(); e != nil && e != (crashed{}) {
			panic(e)
		}
	}()
	i := 0
	f(func(string, string) error {
		if i++; i == n+1 {
			if err != nil {
				return err
			}
			panic(crashed{})
		}
		return nil
	})
	return i <= n
}

// TestSaveMeanwhile lets an editor save one of the files before each step in turn:
// what it saved is there at the end, and either all of the run or nothing of it.
func TestSaveMeanwhile(t *testing.T) {
	t.Parallel()
	const saved = "a sentence that took an hour to write"
	for _, name := range []string{"a/x", "b/gone", "c/more", "z"} {
		for _, inPlace := range []bool{true, false} {
			for n := 0; ; n++ {
				dir := testfolder.New(t)
				put(t, dir, oldFiles)
				i, last := 0, ""
				err := apply(dir, between, func(op, file string) error {
					if i++; i == n+1 {
						last = op + " " + file
						// A rename of the same file is the moment after the comparison.
						if !inPlace {
							_ = os.Remove(filepath.Join(dir, name))
						}
						put(t, dir, map[string]string{name: saved})
					}
					return nil
				})
				if last == "" {
					break
				}
				got, _ := os.ReadFile(filepath.Join(dir, name))
				switch justChanged := last == "rename "+name || last == "remove "+name; {
				case justChanged: // the editor was between the comparison and the step itself
				case string(got) != saved:
					t.Errorf("%s saved before %q: lost, there is %q", name, last, got)
				case err != nil && !errors.Is(err, ChangedError{name}):
					t.Errorf("%s saved before %q: %v", name, last, err)
				case err != nil:
					want := maps.Clone(oldFiles)
					want[name] = saved
					holds(t, dir, want)
				}
			}
		}
	}
}

// TestInterrupted ends a run before each step, and the run that undoes it before
// each of its steps; the one after that finds the old files or the new ones, whole,
// and nothing else (F7).
func TestInterrupted(t *testing.T) {
	t.Parallel()
	for n, whole := 0, false; !whole; n++ {
		for k, undone := 0, false; !undone; k++ {
			dir := testfolder.New(t)
			put(t, dir, oldFiles)
			whole = crash(n, nil, func(step func(op, name string) error) { _ = apply(dir, between, step) })
			left := isHalf(t, dir)
			undone = crash(k, nil, func(step func(op, name string) error) { _ = apply(dir, nil, step) })
			if err := apply(dir, nil, nil); err != nil {
				t.Fatalf("step %d, then %d: %v", n, k, err)
			}
			if got, _ := os.ReadFile(filepath.Join(dir, "z")); string(got) == "new z" {
				if left {
					t.Errorf("step %d, then %d: half changed, but all is done", n, k)
				}
				holds(t, dir, newFiles)
			} else {
				holds(t, dir, oldFiles)
			}
			if isHalf(t, dir) {
				t.Errorf("step %d, then %d: half changed after Open", n, k)
			}
			if t.Failed() {
				t.FailNow()
			}
		}
	}
}

func isHalf(t *testing.T, dir string) bool {
	t.Helper()
	end, interrupted, err := View(dir, staging)
	if err != nil {
		t.Fatal(err)
	}
	end()
	return interrupted
}

// TestView checks that a reader sees all of a run or nothing of it, and keeps writers
// waiting; and that it needs no folder.
func TestView(t *testing.T) {
	t.Parallel()
	dir := testfolder.New(t)
	put(t, dir, oldFiles)
	var wait sync.WaitGroup
	done := make(chan struct{})
	wait.Go(func() {
		defer close(done)
		for i := range 40 {
			changes := between
			if i%2 == 1 {
				changes = nil
				for _, c := range between {
					changes = append(changes, Change{Name: c.Name, Old: c.New, New: c.Old})
				}
			}
			if err := apply(dir, changes, nil); err != nil {
				t.Error(err)
			}
		}
	})
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
		}
		end, interrupted, err := View(dir, staging)
		if err != nil || interrupted {
			t.Fatalf("interrupted: %t, %v", interrupted, err)
		}
		want := oldFiles
		if data, _ := os.ReadFile(filepath.Join(dir, "z")); string(data) == "new z" {
			want = newFiles
		}
		holds(t, dir, want)
		end()
		if t.Failed() {
			break
		}
	}
	wait.Wait()
	if end, interrupted, err := View(filepath.Join(dir, "none"), staging); err != nil || interrupted {
		t.Errorf("no folder: %t, %v", interrupted, err)
	} else {
		end()
	}
}

// TestUndoLeavesWork checks that what somebody writes after a run was interrupted, in
// any of its files, is left alone.
func TestUndoLeavesWork(t *testing.T) {
	t.Parallel()
	const work = "work"
	for _, name := range []string{"a/x", "a/y", "b/gone", "c/more", "z", "other"} {
		for n, whole := 0, false; !whole; n++ {
			dir := testfolder.New(t)
			put(t, dir, oldFiles)
			whole = crash(n, nil, func(step func(op, name string) error) { _ = apply(dir, between, step) })
			_ = os.Remove(filepath.Join(dir, name)) // as editors save
			put(t, dir, map[string]string{name: work})
			if err := apply(dir, nil, nil); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(filepath.Join(dir, name)); string(got) != work {
				t.Errorf("%s after step %d: %q, %v", name, n, got, err)
			}
		}
	}
}

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
