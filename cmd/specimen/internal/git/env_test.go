package git

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEnvironment checks that git is told of no other repository: all variables that
// git itself calls local to a repository are gone, but for settings.
func TestEnvironment(t *testing.T) {
	out, err := exec.Command("git", "rev-parse", "--local-env-vars").Output()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("there is no git")
	}
	if err != nil {
		t.Fatal(err)
	}
	ambient := []string{"PATH=/bin", "GIT_CEILING_DIRECTORIES=/", "git_dir=x", "GIT_QUARANTINE_PATH=x"}
	for _, name := range strings.Fields(string(out)) {
		if !strings.HasPrefix(name, "GIT_CONFIG") {
			ambient = append(ambient, name+"=x")
		}
	}
	want := []string{"PATH=/bin", "GIT_CEILING_DIRECTORIES=/", "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0"}
	if got := environment(ambient); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAmbient checks that what git sets for hooks, and in linked worktrees points
// elsewhere, does not change which files are read.
func TestAmbient(t *testing.T) {
	other := newRepo(t)
	other.write("specs/other.yaml", "other")
	other.commit()
	r := newRepo(t)
	r.write("specs/a.yaml", "a")
	r.commit()
	linked := filepath.Join(t.TempDir(), "linked")
	r.git("worktree", "add", "--quiet", linked, "HEAD")
	for _, dir := range []string{r.dir, linked} {
		for name, value := range map[string]string{
			"GIT_DIR": filepath.Join(other.dir, ".git"), "GIT_WORK_TREE": other.dir, "GIT_INDEX_FILE": "index",
			"GIT_PREFIX": "specs/", "GIT_COMMON_DIR": filepath.Join(other.dir, ".git"), "GIT_OBJECT_DIRECTORY": other.dir,
		} {
			t.Run(name, func(t *testing.T) {
				t.Setenv(name, value)
				fsys, err := FS(filepath.Join(dir, "specs"), "HEAD", all)
				if err != nil {
					t.Fatal(err)
				}
				if got, err := fs.ReadFile(fsys, "a.yaml"); err != nil || string(got) != "a" {
					t.Errorf("got %q, %v", got, err)
				}
			})
		}
	}
}

// TestElsewhere checks that settings that give a folder another working tree are an
// error, since the folder's path would be looked up in the wrong one.
func TestElsewhere(t *testing.T) {
	r := newRepo(t)
	r.write("specs/a.yaml", "a")
	r.write("deep/specs/a.yaml", "b")
	r.commit()
	r.git("config", "core.worktree", filepath.Join(r.dir, "deep"))
	if fsys, err := FS(filepath.Join(r.dir, "specs"), "HEAD", all); err == nil {
		t.Errorf("got %v, want an error", fsys)
	}
	r.git("config", "--unset", "core.worktree")
	if _, err := FS(filepath.Join(r.dir, ".git", "refs"), "HEAD", all); !errors.Is(err, ErrNoRepository) {
		t.Errorf("got %v, want %v", err, ErrNoRepository)
	}
}

// TestNoFolder checks that a revision that has other files, but not the folder, is an
// error, and one that has no files is not.
func TestNoFolder(t *testing.T) {
	r := newRepo(t)
	r.git("commit", "--quiet", "--allow-empty", "--message", "nothing")
	r.write("a.yaml", "a")
	r.commit()
	r.write("new/c.yaml", "c")
	dir := filepath.Join(r.dir, "new")
	if _, err := FS(dir, "HEAD", all); !errors.Is(err, ErrNoFolder) {
		t.Errorf("got %v, want %v", err, ErrNoFolder)
	}
	fsys, err := FS(dir, "HEAD~1", all)
	if err != nil {
		t.Fatal(err)
	}
	if entries, err := fs.ReadDir(fsys, "."); err != nil || len(entries) > 0 {
		t.Errorf("got %v, %v", entries, err)
	}
}

// TestSubmodule checks that a folder whose files are in another repository is no empty
// folder.
func TestSubmodule(t *testing.T) {
	inner := newRepo(t)
	inner.write("platform.yaml", "x")
	inner.commit()
	r := newRepo(t)
	r.write("specs/other/platform.yaml", "y")
	if err := os.Rename(inner.dir, filepath.Join(r.dir, "specs", "acme")); err != nil {
		t.Fatal(err)
	}
	r.git("-c", "advice.addEmbeddedRepo=false", "add", "--all")
	r.git("commit", "--quiet", "--message", "x")
	if _, err := FS(filepath.Join(r.dir, "specs"), "HEAD", all); err == nil || !strings.Contains(err.Error(), "acme is a submodule") {
		t.Errorf("got %v", err)
	}
}
