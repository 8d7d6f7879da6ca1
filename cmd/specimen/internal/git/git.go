// Package git reads the files of a revision without checking it out.
package git

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The errors that a user can resolve.
var (
	ErrNoGit        = errors.New("git is not installed")
	ErrNoRepository = errors.New("the folder is not in a git repository")
	ErrNoRevision   = errors.New("the repository has no such revision")
	ErrNoFolder     = errors.New("the revision has other files, but not the folder")
)

// repository runs git in a folder.
type repository struct{ dir string }

// run runs git and returns its output. The error has the last line that it wrote to
// stderr.
func (r repository) run(stdin []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"-C", r.dir}, args...)...)
	cmd.Env = environment(os.Environ())
	cmd.Stdin = bytes.NewReader(stdin)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNoGit
	case err != nil && (strings.Contains(complaints.String(), "not a git repository") || strings.Contains(complaints.String(), "must be run in a work tree")):
		return nil, ErrNoRepository
	case err != nil:
		lines := strings.Split(strings.TrimSpace(complaints.String()), "\n")
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, lines[len(lines)-1])
	}
	return out, nil
}

// tree returns the tree of a folder in a revision, or "" for a revision without any
// file.
func (r repository) tree(revision string) (string, error) {
	prefix, err := r.prefix()
	if err != nil {
		return "", err
	}
	root, err := r.resolve(revision + "^{tree}")
	if err != nil || root == "" {
		return "", errors.Join(err, ErrNoRevision)
	}
	if prefix == "" {
		return root, nil
	}
	tree, err := r.resolve(root + ":" + prefix)
	if err != nil || tree != "" {
		return tree, err
	}
	files, err := r.run(nil, "ls-tree", "--full-tree", root)
	if err == nil && len(files) > 0 {
		err = ErrNoFolder
	}
	return "", err
}

// prefix returns the slash-separated path of the folder in its repository. Settings
// such as core.worktree can make git use the files of another folder; so it fails where
// the path does not lead back to the folder.
func (r repository) prefix() (string, error) {
	top, err := r.line("--show-toplevel")
	if err != nil {
		return "", err
	}
	prefix, err := r.line("--show-prefix")
	if err != nil {
		return "", err
	}
	prefix = strings.TrimSuffix(prefix, "/")
	found, err := os.Stat(filepath.Join(filepath.FromSlash(top), filepath.FromSlash(prefix)))
	if err != nil {
		return "", err
	}
	here, err := os.Stat(r.dir)
	if err != nil {
		return "", err
	}
	if !os.SameFile(found, here) {
		return "", fmt.Errorf("git uses %s as the working tree of %s", top, r.dir)
	}
	return prefix, nil
}

// line returns the output of git rev-parse for a flag, which may contain line ends.
func (r repository) line(flag string) (string, error) {
	out, err := r.run(nil, "rev-parse", flag)
	return strings.TrimSuffix(string(out), "\n"), err
}

// resolve returns the object that an expression names, or "".
func (r repository) resolve(expression string) (string, error) {
	out, err := r.run(nil, "rev-parse", "--verify", "--quiet", "--end-of-options", expression)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return "", nil
	}
	return strings.TrimSpace(string(out)), err
}
