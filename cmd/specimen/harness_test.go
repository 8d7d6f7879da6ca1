package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/infer/golden"
	"github.com/specimen-go/specimen/specs/edit"
)

// TestScript runs the cases in testdata. The files of an archive are put into an
// empty folder, "script" is run there line by line, and "transcript" is what
// that gave. The commands are
//
//	specimen ARGS     the program; a line of stderr is shown with "2> " before it;
//	                  what follows < is the name of the file on its standard input
//	ls FOLDER         the files in a folder, with their sizes left out
//	cat FILE
//	rm FILE
//	cp FROM TO
//	same FILE FILE    fails unless they are equal
//	git ARGS          git, whose output is not shown; without git, the case is skipped
//	append FILE TEXT  adds a line to a file, which need not be there
//	remember FOLDER   keeps the content of a folder, or that it is not there
//	unchanged FOLDER  fails unless it is still the same
func TestScript(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		t.Parallel()
		s := &script{t: t, dir: testfolder.New(t)}
		for _, f := range a.Inputs(func(name string) bool { return name != "script" && name != "transcript" }) {
			s.write(f.Name, f.Data)
		}
		for line := range strings.Lines(a.Input("script")) {
			s.run(strings.TrimSpace(line))
		}
		a.Require(t, "transcript", s.out.String())
	})
}

// checker is shared by all tests, so that they ask the go command for the standard
// library once.
var checker = new(selfcheck.Checker)

// envIn is an environment in a folder, with what is written to stdout and stderr.
func envIn(dir string) (env cli.Env, stdout, stderr *bytes.Buffer) {
	stdout, stderr = new(bytes.Buffer), new(bytes.Buffer)
	// No time passes, so that what --verbose says of it is the same every time.
	return cli.Env{Now: func() time.Time { return time.Time{} }, Stdin: strings.NewReader(""), Stdout: cli.Stream{Writer: stdout}, Stderr: cli.Stream{Writer: stderr}, Dir: dir}, stdout, stderr
}

// runIn runs the program in a folder and returns what it wrote to stdout and
// stderr, in this order.
func runIn(dir string, args ...string) (code int, text string) {
	env, stdout, stderr := envIn(dir)
	code = runWith(env, args...)
	return code, stdout.String() + stderr.String()
}

// runWith runs the program in an environment.
func runWith(env cli.Env, args ...string) int {
	return cli.Run(env, verbs(checker, selfcheck.Trial.Run), args)
}

// script is a running case.
type script struct {
	t    *testing.T
	dir  string
	out  bytes.Buffer
	kept map[string]string // by folder
	crlf bool              // files have CRLF, as git writes them on Windows
}

func (s *script) write(name string, data []byte) {
	s.t.Helper()
	name = filepath.Join(s.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *script) read(name string) []byte {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

func (s *script) run(line string) {
	s.t.Helper()
	words := strings.Fields(line)
	if len(words) == 0 || strings.HasPrefix(line, "#") {
		return
	}
	fmt.Fprintf(&s.out, "$ %s\n", line)
	args := words[1:]
	switch words[0] {
	case "specimen":
		s.specimen(args)
	case "ls":
		for _, name := range s.files(args[0]) {
			fmt.Fprintln(&s.out, name)
		}
	case "cat":
		s.out.Write(s.read(args[0]))
	case "rm":
		if err := os.RemoveAll(filepath.Join(s.dir, args[0])); err != nil {
			s.t.Fatal(err)
		}
	case "cp":
		s.write(args[1], s.read(args[0]))
	case "same":
		if !bytes.Equal(s.read(args[0]), s.read(args[1])) {
			s.t.Errorf("%s and %s differ:\n%s\n%s", args[0], args[1], s.read(args[0]), s.read(args[1]))
		}
	case "append":
		old, _ := os.ReadFile(filepath.Join(s.dir, args[0]))
		end := "\n"
		if s.crlf {
			end = "\r\n"
		}
		s.write(args[0], append(old, strings.Join(args[1:], " ")+end...))
	case "git":
		s.git(args)
	case "remember":
		if s.kept == nil {
			s.kept = map[string]string{}
		}
		s.kept[args[0]] = s.content(args[0])
	case "unchanged":
		if got := s.content(args[0]); got != s.kept[args[0]] {
			s.t.Errorf("%s has changed: got:\n%s\nwant:\n%s", args[0], got, s.kept[args[0]])
		}
	default:
		s.t.Fatalf("unknown command %q", words[0])
	}
}

// specs returns the texts of the spec files of all folders, by name.
func (s *script) specs() map[string][]byte {
	all := make(map[string][]byte)
	for _, name := range s.files(".") {
		if path.Ext(name) == ".yaml" {
			all[name] = s.read(name)
		}
	}
	return all
}

// checkFormatted checks that spec files that are new, or were formatted before, are
// formatted.
func checkFormatted(t *testing.T, what string, before, after map[string][]byte) {
	t.Helper()
	for name, text := range after {
		old, known := before[name]
		if bytes.Equal(old, text) || known && !formatted(old) {
			continue
		}
		if !formatted(text) {
			now, err := edit.Format(text)
			t.Errorf("%s: %s is not formatted (%v); got\n%s\nwant\n%s", what, name, err, text, now)
		}
	}
}

func formatted(text []byte) bool {
	now, err := edit.Format(text)
	return err == nil && bytes.Equal(now, text)
}

// specimen runs the program.
func (s *script) specimen(args []string) {
	var stdin []byte
	if i := slices.Index(args, "<"); i >= 0 {
		stdin, args = s.read(args[i+1]), args[:i]
	}
	env, stdout, stderr := envIn(s.dir)
	env.Stdin = bytes.NewReader(stdin)
	before := s.specs()
	code := cli.Run(env, verbs(checker, untried), args)
	checkFormatted(s.t, strings.Join(args, " "), before, s.specs())
	s.out.WriteString(s.portable(stdout.String()))
	for line := range strings.Lines(s.portable(stderr.String())) {
		s.out.WriteString("2> " + line)
	}
	if code != 0 {
		fmt.Fprintf(&s.out, "[exit %d]\n", code)
	}
}

// output runs the program and returns what it wrote and its exit code.
func (s *script) output(args ...string) (stdout, stderr string, code int) {
	env, out, errs := envIn(s.dir)
	code = runWith(env, args...)
	return out.String(), errs.String(), code
}

// git runs git as somebody, with nothing of the machine's settings.
func (s *script) git(args []string) {
	s.t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		s.t.Skip("there is no git")
	}
	settings := []string{"-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=" + strconv.FormatBool(s.crlf)}
	cmd := exec.Command("git", append(settings, args...)...)
	cmd.Dir = s.dir
	env := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "GIT_") })
	cmd.Env = append(env, "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		s.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// untried stands for the tests of generated packages, which other tests run.
func untried(selfcheck.Trial) ([]selfcheck.Failure, error) { return nil, nil }

// portable takes the name of the folder and the version of Go out of a text.
func (s *script) portable(text string) string {
	return strings.NewReplacer(s.dir+string(filepath.Separator), "", runtime.Version(), "go1.x").Replace(text)
}

// files lists a folder, as slash-separated names; of a folder that is not there
// it lists nothing.
func (s *script) files(folder string) []string {
	var names []string
	_ = filepath.WalkDir(filepath.Join(s.dir, folder), func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(s.dir, name)
			names = append(names, filepath.ToSlash(rel))
		}
		return nil
	})
	slices.Sort(names)
	return names
}

// content is a folder as one text, with the time of each file.
func (s *script) content(folder string) string {
	var b strings.Builder
	for _, name := range s.files(folder) {
		info, err := os.Lstat(filepath.Join(s.dir, name))
		if err != nil {
			s.t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %v\n%s", name, info.ModTime(), s.read(name))
	}
	return b.String()
}
