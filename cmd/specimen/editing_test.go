package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// editingVerbs are command lines that change several files of the specs at once.
var editingVerbs = [][]string{
	{"add", "gamma", "x/y", "p.json"},
	{"suggest", "-w"},
	{"observe", "acme", "d.ndjson", "--write", "--yes"},
}

// editable returns a folder in which each of editingVerbs changes two files of the
// specs or more.
func editable(t *testing.T) *script {
	t.Helper()
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/shop\n\ngo 1.26\n"))
	s.write("p.json", []byte(`{"id": 1}`))
	s.write("d.ndjson", []byte(`{"topic": "x/y", "body": {"id": "2", "price": "1.20", "more": true}}
{"topic": "z/y", "body": {"id": "2", "price": "1.20", "more": true}}
`))
	for _, name := range []string{"acme", "beta"} {
		s.write("specs/"+name+"/platform.yaml", []byte("platform: "+name+"\ntitle: T\ntopic: {header: X-Topic}\n"))
		for _, topic := range []string{"x", "z"} {
			s.write("specs/"+name+"/"+topic+".yaml", fmt.Appendf(nil, "topics:\n  %s/y:\n    event: %s\n    examples:\n      - name: one\n        payload: |\n          {\"id\": 1, \"price\": \"12.30\"}\n", topic, strings.ToUpper(topic)))
		}
	}
	return s
}

// edited returns the specs after a verb, and holds that it changes two files at
// least.
func edited(t *testing.T, args []string) (before, after string) {
	t.Helper()
	s := editable(t)
	before = s.names("specs")
	if code, text := runIn(s.dir, args...); code == cli.ExitFailure || strings.Contains(text, "cannot") {
		t.Fatalf("%v: exit %d\n%s", args, code, text)
	}
	after = s.names("specs")
	changed := 0
	for _, name := range s.files("specs") {
		if !strings.Contains(before, "-- "+name+" --\n"+string(s.read(name))) {
			changed++
		}
	}
	if changed < 2 {
		t.Fatalf("%v changes %d files, want two at least", args, changed)
	}
	return before, after
}

// stepping runs a verb with a function that is called before each step that changes
// a file.
func (s *script) stepping(step func(op, name string) error, args ...string) (code int, text string) {
	env, stdout, stderr := envIn(s.dir)
	env.Step = step
	code = runWith(env, args...)
	return code, stdout.String() + stderr.String()
}

// endingAt runs a verb, and calls end before its nth step, which says how the step fails. step
// is that step, or "" if there are fewer.
func (s *script) endingAt(n int, end func() error, args ...string) (code int, text, step string) {
	i := 0
	code, text = s.stepping(func(op, name string) error {
		if i++; i != n {
			return nil
		}
		step = op + " " + name
		return end()
	}, args...)
	return code, text, step
}

// noRoom and killed are ends for endingAt: a step that fails, and a run that ends without any
// cleanup.
func noRoom() error { return errors.New("no more room") }
func killed() error { panic("killed") }

// TestEditFails makes each step of writing specs fail in turn: the specs are as before,
// and nothing else is there (F7).
func TestEditFails(t *testing.T) {
	t.Parallel()
	for _, args := range editingVerbs {
		before, after := edited(t, args)
		for n := 0; ; n++ {
			s := editable(t)
			code, text, last := s.endingAt(n+1, noRoom, args...)
			if last == "" {
				break
			}
			switch got := s.names("specs"); {
			case strings.HasPrefix(last, "keep"): // there is another way
				if got != after {
					t.Errorf("%v: %s failed: exit %d\n%s\n%s", args, last, code, text, got)
				}
			case code != cli.ExitFailure || !strings.Contains(text, "no more room"):
				t.Errorf("%v: %s failed: exit %d\n%s", args, last, code, text)
			case strings.HasPrefix(last, "clear"): // it is done; the next run clears
			case got != before:
				t.Errorf("%v: %s failed, and the specs are\n%s", args, last, got)
			}
		}
	}
}

// TestEditKilled ends a verb before each step without any cleanup. Verbs that read fail
// where files were being replaced, generate restores them, and the same command then
// succeeds (F7).
func TestEditKilled(t *testing.T) {
	t.Parallel()
	for _, args := range editingVerbs {
		before, after := edited(t, args)
		refused := 0
		for n := 0; ; n++ {
			s := editable(t)
			_, _, last := s.endingAt(n+1, killed, args...)
			if last == "" {
				break
			}
			if code, text := runIn(s.dir, "list"); code == cli.ExitFailure {
				refused++
				if !strings.Contains(text, "was interrupted") {
					t.Errorf("%v, killed before %s: list says %s", args, last, text)
				}
			}
			want := before
			if strings.HasPrefix(last, "clear") {
				want = after
			}
			if n%2 == 0 || want == after {
				if err := specfolder.At(cli.Env{Dir: s.dir}, "specs").Settle(); err != nil {
					t.Errorf("%v, killed before %s: %v", args, last, err)
				}
				if got := s.names("specs"); got != want {
					t.Errorf("%v, killed before %s: then there is\n%s\nwant\n%s", args, last, got, want)
				}
			}
			code, text := runIn(s.dir, args...)
			if got := s.names("specs"); got != after || code == cli.ExitFailure && !strings.Contains(text, "already") {
				t.Errorf("%v, killed before %s: again: exit %d\n%s\n%s", args, last, code, text, got)
			}
		}
		if refused < 2 {
			t.Errorf("%v: half changed %d times, want several", args, refused)
		}
	}
}

// TestEditorSaves lets an editor save a file before each step of a verb that changes
// it: what it saved stays, and the verb says so and changes nothing.
func TestEditorSaves(t *testing.T) {
	t.Parallel()
	for _, args := range editingVerbs[1:] {
		before, _ := edited(t, args)
		for n := 0; ; n++ {
			s, i, last := editable(t), 0, ""
			name := "specs/acme/x.yaml"
			if args[0] == "suggest" {
				name = "specs/acme/platform.yaml"
			}
			saved := string(s.read(name)) + "# a sentence that took an hour to write\n"
			code, text := s.stepping(func(op, file string) error {
				if i++; i == n+1 {
					last = op + " " + file
					if err := os.Remove(filepath.Join(s.dir, name)); err != nil {
						t.Fatal(err)
					}
					s.write(name, []byte(saved))
				}
				return nil
			}, args...)
			if last == "" {
				break
			}
			got := string(s.read(name))
			switch {
			case last == "rename "+strings.TrimPrefix(name, "specs/"): // the editor is between the comparison and the step
			case got != saved:
				t.Errorf("%v: saved before %s: lost, there is\n%s", args, last, got)
			case code == cli.ExitFailure:
				if !strings.Contains(text, name+" changed") {
					t.Errorf("%v: saved before %s: %s", args, last, text)
				}
				s.write(name, []byte(strings.TrimSuffix(saved, "# a sentence that took an hour to write\n")))
				if now := s.names("specs"); now != before {
					t.Errorf("%v: saved before %s: the specs are\n%s", args, last, now)
				}
			}
		}
	}
}

// TestAddsAtOnce lets processes add to one file, and to a new platform, at once:
// all of them are in the spec, and none fails.
func TestAddsAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Parallel()
	s := editable(t)
	for k := range 8 {
		s.write(fmt.Sprintf("p%d.json", k), fmt.Appendf(nil, `{"id": %d, "k%d": 1}`, k, k))
	}
	for _, platform := range []string{"acme", "delta"} {
		var wait sync.WaitGroup
		for k := range 8 {
			cmd, output := startIn(t, s.dir, "add", platform, "x/y", fmt.Sprintf("p%d.json", k), "--name", fmt.Sprintf("n%d", k))
			wait.Go(func() {
				if err := cmd.Wait(); err != nil {
					t.Errorf("n%d: %v\n%s", k, err, output)
				}
			})
		}
		wait.Wait()
		text := string(s.read("specs/" + platform + "/x.yaml"))
		for k := range 8 {
			if strings.Count(text, fmt.Sprintf("name: n%d\n", k)) != 1 {
				t.Errorf("n%d is not in the spec once:\n%s", k, text)
			}
		}
	}
	if names := s.files("specs"); slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "/.") }) {
		t.Errorf("left: %v", names)
	}
}

// TestLinkedPlatform checks that no verb follows a link in the folder of the specs, nor
// writes where it leads.
func TestLinkedPlatform(t *testing.T) {
	for _, target := range []string{"../elsewhere", "acme", "../gone"} {
		s := editable(t)
		s.write("elsewhere/platform.yaml", s.read("specs/acme/platform.yaml"))
		if err := os.Symlink(target, filepath.Join(s.dir, "specs/linked")); err != nil {
			t.Skip(err)
		}
		content := func() string { return s.names("elsewhere") + s.names("specs/acme") }
		before := content()
		for _, args := range [][]string{
			{"add", "linked", "x/z", "p.json"},
			{"suggest", "-w", "linked"},
			{"observe", "linked", "d.ndjson", "--write", "--yes"},
			{"generate", "linked"},
			{"explain", "linked", "XEvent"},
			{"report", "--out", "pages", "linked"},
		} {
			if code, text := runIn(s.dir, args...); code == cli.ExitFine || !strings.Contains(text, "specs/linked: is a symbolic link") {
				t.Errorf("%v: exit %d, %s", args, code, text)
			}
		}
		if got := content(); got != before {
			t.Errorf("a link to %s: now there is\n%s", target, got)
		}
	}
}
