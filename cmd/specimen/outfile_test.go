package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/evidence"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/infer/capture"
)

// evidenceText is an evidence file of nothing.
func evidenceText() string { return string(capture.Encode("acme", capture.Capture{})) }

// TestOutFileLinks checks that a link is followed, to a file that is replaced as a
// whole, and that no link of any kind leads around what is refused.
func TestOutFileLinks(t *testing.T) {
	dir := testfolder.New(t)
	s := &script{t: t, dir: dir}
	s.write("in.ev", []byte(evidenceText()))
	s.write("real/out.ev", []byte(evidenceText()+"\n"))
	s.write("notes", []byte("by a person"))
	for name, target := range map[string]string{"link.ev": "real/out.ev", "twice.ev": "link.ev", "dead.ev": "gone", "notes.ev": "notes", "in-link.ev": "in.ev"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	if err := os.Link(filepath.Join(dir, "in.ev"), filepath.Join(dir, "in-hard.ev")); err != nil {
		t.Skip(err)
	}
	content := func() string {
		return strings.Join(s.files("."), " ") + string(s.read("in.ev")) + string(s.read("notes")) + string(s.read("real/out.ev"))
	}
	before := content()
	for _, c := range []struct{ out, want string }{
		{"dead.ev", "a link to a file that does not exist"},
		{"notes.ev", "is not evidence"},
		{"in-link.ev", "one of the files that are read"},
		{"in-hard.ev", "one of the files that are read"},
	} {
		for _, force := range []bool{false, true} {
			args := []string{"merge", "in.ev", "--out", c.out}
			if force {
				if c.out == "notes.ev" {
					continue
				}
				args = append(args, "--force")
			}
			if code, text := runIn(dir, args...); code != cli.ExitFailure || !strings.Contains(text, c.want) {
				t.Errorf("%v: exit %d, %s", args, code, text)
			}
		}
	}
	if got := content(); got != before {
		t.Errorf("the folder holds\n%s\nwant\n%s", got, before)
	}
	for _, out := range []string{"link.ev", "twice.ev"} {
		s.write("real/out.ev", []byte(evidenceText()+"\n"))
		if code, text := runIn(dir, "merge", "in.ev", "--out", out); code != cli.ExitFine || text != "" {
			t.Errorf("%s: exit %d, %s", out, code, text)
		}
		if got := string(s.read("real/out.ev")); got != evidenceText() {
			t.Errorf("%s: the target holds %q", out, got)
		}
		if info, err := os.Lstat(filepath.Join(dir, out)); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more", out)
		}
	}
}

// TestOutFileTwice checks that a file is replaced, whatever folder it is in: one below /dev
// may be in memory, and is a file like any other.
func TestOutFileTwice(t *testing.T) {
	s := editable(t)
	name := filepath.Join(s.dir, "out.json")
	for range 2 {
		if code, text := runIn(s.dir, "observe", "acme", "d.ndjson", "--evidence", name); code != cli.ExitFindings {
			t.Fatalf("exit %d, %s", code, text)
		}
		if code, text := runIn(s.dir, "merge", name); code != cli.ExitFine {
			t.Errorf("exit %d, %s", code, text)
		}
	}
}

// TestOutFileIsStdin checks that the file on the standard input is one that is read.
func TestOutFileIsStdin(t *testing.T) {
	dir := editable(t).dir
	name := filepath.Join(dir, "d.ndjson")
	if err := os.WriteFile(name, []byte(`{"topic": "x/y", "body": {"id": 1}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	env, _, stderr := envIn(dir)
	env.Stdin = in
	if code := runWith(env, "observe", "acme", "-", "--evidence", "d.ndjson", "--force"); code != cli.ExitFailure || !strings.Contains(stderr.String(), "are read") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

// TestOutFileFails makes each step of writing evidence fail in turn, and another
// program save the file before each step: what was there is still there, and nothing
// else.
func TestOutFileFails(t *testing.T) {
	old, now := evidenceText(), evidenceText()+"\n"
	const saved = "by a person"
	for _, kind := range []string{"fail", "save"} {
		for n := 0; ; n++ {
			dir := testfolder.New(t)
			s := &script{t: t, dir: dir}
			s.write("out.ev", []byte(old))
			env, _, _ := envIn(dir)
			i, last := 0, ""
			env.Step = func(op, name string) error {
				if i++; i != n+1 {
					return nil
				}
				last = op
				if kind == "fail" {
					return errors.New("no more")
				}
				if err := os.Remove(filepath.Join(dir, "out.ev")); err != nil {
					t.Fatal(err)
				}
				s.write("out.ev", []byte(saved))
				return nil
			}
			err := evidence.File{Name: "out.ev"}.Write(env, []byte(now))
			if last == "" {
				break
			}
			got := string(s.read("out.ev"))
			switch {
			case last == "keep" && kind == "fail" && err == nil && got == now: // another way was found
			case last == "clear" || last == "end" && kind == "save": // it is done already
			case last == "rename" && kind == "save" && err == nil: // between the comparison and the step
			case kind == "save" && got == saved && err != nil:
			case kind == "fail" && got == old && err != nil:
			default:
				t.Errorf("%s at step %d, %s: error %v, and the file holds %q", kind, n, last, err, got)
			}
			if left := s.files("."); last != "clear" && len(left) != 1 {
				t.Errorf("%s at step %d, %s: there are %v", kind, n, last, left)
			}
		}
	}
}
