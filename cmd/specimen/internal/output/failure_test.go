package output

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

var errStep = errors.New("step failed")

// steps returns how many steps a run from one state to another has.
func steps(t *testing.T, from, to map[string][]byte, links bool) []string {
	var all []string
	dir := testfolder.New(t)
	put(t, dir, from)
	_, err := write(dir, to, linking(links, func(op, name string) error {
		all = append(all, op+" "+name)
		return nil
	}))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// linking returns step, which without links fails to give a file a second name.
func linking(links bool, step func(op, name string) error) func(op, name string) error {
	return func(op, name string) error {
		if err := step(op, name); err != nil || op != "keep" || links {
			return err
		}
		return errStep
	}
}

// starts are what runs begin with, on file systems with second names for files
// and without.
func starts() []start {
	return []start{{before(), true}, {before(), false}, {nil, true}}
}

type start struct {
	files map[string][]byte
	links bool
}

// TestFailure makes each step fail in turn: the old files are there as if nothing had
// been tried (F6, F7).
func TestFailure(t *testing.T) {
	t.Parallel()
	for _, s := range starts() {
		from := s.files
		for i, name := range steps(t, from, after(), s.links) {
			if strings.HasPrefix(name, "clear") || strings.HasPrefix(name, "keep") {
				continue // after the commit: see TestCrash; or there is another way
			}
			dir := filepath.Join(testfolder.New(t), "generated")
			if from != nil {
				put(t, dir, from)
			}
			n := 0
			_, err := write(dir, after(), linking(s.links, func(string, string) error {
				if n++; n == i+1 {
					return errStep
				}
				return nil
			}))
			if !errors.Is(err, errStep) {
				t.Errorf("%s: error %v", name, err)
			}
			if from == nil {
				check(t, filepath.Dir(dir), nil)
			} else {
				check(t, dir, from)
			}
			if t.Failed() {
				t.Fatalf("after step %d, %s", i, name)
			}
		}
	}
}

// TestCrash ends the run before each step, as a crash would: the next run finds
// the old packages or the new ones whole, and makes what it should (F7).
func TestCrash(t *testing.T) {
	t.Parallel()
	for _, s := range starts() {
		from := s.files
		all := steps(t, from, after(), s.links)
		for i, name := range all {
			dir := testfolder.New(t)
			put(t, dir, from)
			crash(dir, after(), i, s.links)
			// What the next run makes of it, before it does anything of its own.
			_, err := write(dir, after(), func(op, name string) error {
				if op == "write" {
					return errStep
				}
				return nil
			})
			committed := strings.HasPrefix(name, "clear")
			switch {
			case committed && err == nil:
				check(t, dir, after())
			case !committed && errors.Is(err, errStep):
				check(t, dir, from)
			default:
				t.Errorf("the next run: %v", err)
			}
			if _, err := Write(dir, before()); err != nil {
				t.Errorf("the run after it: %v", err)
			}
			check(t, dir, before())
			if t.Failed() {
				t.Fatalf("after step %d of %d, %s", i, len(all), name)
			}
		}
	}
}

// crash leaves a run before its step n without any clearing up.
func crash(dir string, files map[string][]byte, n int, links bool) {
	type crashed struct{}
	defer func() {
		if e := recover(); e != nil && e != (crashed{}) {
			panic(e)
		}
	}()
	i := 0
	_, _ = write(dir, files, linking(links, func(string, string) error {
		if i++; i == n+1 {
			panic(crashed{})
		}
		return nil
	}))
}

// TestUndoesOnlyOurs checks that a journal, even one that is believed, has no effect on
// a file without the header, or on testdata that no generated test names.
func TestUndoesOnlyOurs(t *testing.T) {
	t.Parallel()
	type crashed struct{}
	ours := goFile(`var _ = T{File: "testdata/a/x.json"}`)
	for _, c := range []struct {
		name     string
		old, new []byte
		undone   bool
	}{
		{"hand/hand.go", []byte("package hand\n"), []byte("package hand // 2\n"), false},
		{"hand/more.go", nil, []byte("package hand\n"), false},
		{"NOTES.md", nil, []byte("notes"), false},
		{"hand/hand.go", goFile("package hand"), []byte("package hand // by a person\n"), false},
		{"hand/hand.go", []byte("package hand // by a person\n"), goFile("package hand"), false},
		{"acme/testdata/a/y.json", nil, []byte("1"), false},
		{"acme/testdata/a/y.json", []byte("1"), []byte("2"), false},
		{"acme/testdata/a/x.json", nil, []byte("1"), true},
		{"acme/testdata/a/x.json", []byte("1"), []byte("2"), true},
		{"other/gen.go", goFile("package other"), goFile("package other // 2"), true},
		{"other/gen.go", nil, goFile("package other"), true},
		{"acme.html", []byte("<html>"), []byte("<html><p>"), false},
		{"acme.html", []byte(PageHeader + "\n1"), []byte(PageHeader + "\n2"), true},
	} {
		dir := testfolder.New(t)
		put(t, dir, map[string][]byte{"acme/x_test.go": ours})
		if c.old != nil {
			put(t, dir, map[string][]byte{c.name: c.old})
		}
		func() {
			defer func() { _ = recover() }()
			f, err := rewrite.Open(dir, rewrite.Options{Staging: Staging, Step: func(op, _ string) error {
				if op == "end" {
					panic(crashed{})
				}
				return nil
			}})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			t.Error(f.Apply([]rewrite.Change{{Name: c.name, Old: c.old, New: c.new}}))
		}()
		if _, err := Write(dir, nil); err != nil {
			t.Fatal(err)
		}
		want := c.new
		if c.undone {
			want = c.old
		}
		if got, ok := read(t, dir)[c.name]; string(got) != string(want) || ok != (want != nil) {
			t.Errorf("%s, %q to %q: there is %q, want %q", c.name, c.old, c.new, got, want)
		}
	}
}

// TestKilled kills real processes at random moments, and lets the next one put
// things right (F7, F8).
func TestKilled(t *testing.T) {
	if os.Getenv("SPECIMEN_TEST_WRITE") != "" {
		for i := 0; ; i++ {
			files := before()
			if i%2 == 0 {
				files = after()
			}
			if _, err := Write(os.Getenv("SPECIMEN_TEST_WRITE"), files); err != nil {
				t.Fatal(err)
			}
		}
	}
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Parallel()
	dir := testfolder.New(t)
	put(t, dir, before())
	for i := range 10 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "SPECIMEN_TEST_WRITE="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+15*i) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if _, err := Write(dir, before()); err != nil {
			t.Fatal(err)
		}
		check(t, dir, before())
	}
}

// TestTwoWriters lets generators write at once: at the end there is the output
// of one of them, and never an error (F8).
func TestTwoWriters(t *testing.T) {
	t.Parallel()
	dir := testfolder.New(t)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			files := maps.Clone(before())
			if i%2 == 0 {
				files = after()
			}
			for range 5 {
				if _, err := Write(dir, files); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	want := before()
	if string(read(t, dir)["acme/types.go"]) == string(after()["acme/types.go"]) {
		want = after()
	}
	check(t, dir, want)
}
