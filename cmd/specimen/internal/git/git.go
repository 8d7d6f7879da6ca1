// Package git reads files of another revision, without checking it out.
package git

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// The errors that a user can do something about.
var (
	ErrNoGit        = errors.New("there is no git command")
	ErrNoRepository = errors.New("the folder is in no git repository")
	ErrNoRevision   = errors.New("the repository has no such revision")
)

// repository runs git in a folder.
type repository struct{ dir string }

// run returns what git prints. The error has the last line of its complaints.
func (r repository) run(stdin []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"-C", r.dir}, args...)...)
	// Messages in one language, and nothing written to the repository.
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	cmd.Stdin = bytes.NewReader(stdin)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNoGit
	case err != nil && strings.Contains(complaints.String(), "not a git repository"):
		return nil, ErrNoRepository
	case err != nil:
		lines := strings.Split(strings.TrimSpace(complaints.String()), "\n")
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, lines[len(lines)-1])
	}
	return out, nil
}

// tree returns the tree of a folder in a revision, "" where the revision does
// not have the folder.
func (r repository) tree(revision string) (string, error) {
	prefix, err := r.run(nil, "rev-parse", "--show-prefix")
	if err != nil {
		return "", err
	}
	root, err := r.resolve(revision + "^{tree}")
	if err != nil || root == "" {
		return "", errors.Join(err, ErrNoRevision)
	}
	folder := strings.TrimSuffix(strings.TrimSuffix(string(prefix), "\n"), "/")
	if folder == "" {
		return root, nil
	}
	return r.resolve(root + ":" + folder)
}

// resolve returns the object that an expression names, "" for none.
func (r repository) resolve(expression string) (string, error) {
	out, err := r.run(nil, "rev-parse", "--verify", "--quiet", "--end-of-options", expression)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return "", nil
	}
	return strings.TrimSpace(string(out)), err
}
