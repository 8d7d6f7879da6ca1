package git

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// repo is a repository in a temporary folder.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	// Nothing of the machine's settings, no repository above, and not the one whose
	// hook runs the tests.
	for _, name := range local {
		if value, ok := os.LookupEnv(name); ok {
			t.Setenv(name, value) // so that it is put back
			os.Unsetenv(name)
		}
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	r := repo{t, t.TempDir()}
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(r.dir))
	r.git("init", "--quiet", "--initial-branch", "main")
	return r
}

func (r repo) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-C", r.dir, "-c", "user.name=A", "-c", "user.email=a@example.com"}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v: %s", args, err, out)
	}
}

func (r repo) write(name, text string) {
	r.t.Helper()
	name = filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r repo) commit() {
	r.t.Helper()
	r.git("add", "--all")
	r.git("commit", "--quiet", "--message", "x")
}

func all(string) bool { return true }

// TestFS checks that the files are those of the revision, byte by byte, from wherever
// the folder lies in the repository, whatever is in the working tree now.
func TestFS(t *testing.T) {
	r := newRepo(t)
	r.write("deep/in/specs/acme/platform.yaml", "platform: acme\r\n")
	r.write("deep/in/specs/acme/empty.yaml", "")
	r.write("deep/in/specs/名 前/a b.yaml", "\x00\xff\n\n")
	r.write("deep/in/specs/top.yaml", "x")
	r.write("elsewhere.yaml", "no")
	if err := os.Symlink("acme", filepath.Join(r.dir, "deep/in/specs/link")); err != nil {
		t.Fatal(err)
	}
	r.commit()
	r.write("deep/in/specs/acme/platform.yaml", "changed")
	r.write("deep/in/specs/acme/new.yaml", "new")
	if err := os.Remove(filepath.Join(r.dir, "deep/in/specs/top.yaml")); err != nil {
		t.Fatal(err)
	}
	fsys, err := FS(filepath.Join(r.dir, "deep/in/specs"), "main", all)
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(fsys, "acme/platform.yaml", "acme/empty.yaml", "名 前/a b.yaml", "top.yaml", "link"); err != nil {
		t.Error(err)
	}
	for name, want := range map[string]string{"acme/platform.yaml": "platform: acme\r\n", "acme/empty.yaml": "", "名 前/a b.yaml": "\x00\xff\n\n"} {
		if got, err := fs.ReadFile(fsys, name); err != nil || string(got) != want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, want)
		}
	}
	if _, err := fs.Stat(fsys, "acme/new.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that the revision does not have: %v", err)
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
		if e.Name() == "link" && e.Type()&fs.ModeSymlink == 0 {
			t.Error("the link is none")
		}
	}
	if got := strings.Join(names, " "); got != "acme link top.yaml 名 前" {
		t.Errorf("got %s", got)
	}
}

// TestFSOfRoot checks that the folder can be the repository itself. What is not wanted
// has no bytes.
func TestFSOfRoot(t *testing.T) {
	r := newRepo(t)
	r.write("a.yaml", "a")
	r.write("b.txt", "b")
	r.commit()
	fsys, err := FS(r.dir, "HEAD", func(name string) bool { return strings.HasSuffix(name, ".yaml") })
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.yaml": "a", "b.txt": ""} {
		if got, err := fs.ReadFile(fsys, name); err != nil || string(got) != want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, want)
		}
	}
}

// TestErrors checks that each error that a user can resolve is distinct. A revision is
// never taken for a flag of git.
func TestErrors(t *testing.T) {
	r := newRepo(t)
	r.write("a.yaml", "a")
	r.commit()
	for _, revision := range []string{"no-such", "", "--all", "-h", "--output=x", "HEAD~5", "main:nothing", "HEAD:a.yaml", "a b", "\x00"} {
		if _, err := FS(r.dir, revision, all); !errors.Is(err, ErrNoRevision) {
			t.Errorf("%q: got %v, want %v", revision, err, ErrNoRevision)
		}
	}
	outside := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(outside))
	if _, err := FS(outside, "HEAD", all); !errors.Is(err, ErrNoRepository) {
		t.Errorf("got %v, want %v", err, ErrNoRepository)
	}
	t.Setenv("PATH", outside)
	if _, err := FS(r.dir, "HEAD", all); !errors.Is(err, ErrNoGit) {
		t.Errorf("got %v, want %v", err, ErrNoGit)
	}
}
