package rewrite

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

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
