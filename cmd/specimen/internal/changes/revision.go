package changes

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/git"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/specs"
)

// Against is the revision to compare with.
type Against struct {
	Revision string // "" for none
	missing  bool   // it need not have specs
}

// AddTo adds the flags for the revision.
func (a *Against) AddTo(set *pflag.FlagSet) {
	set.Var(revision{&a.Revision}, "against", "git revision to compare with: a branch, a tag, a commit")
	set.BoolVar(&a.missing, "allow-missing", false, "the revision may have no specs: every platform is new then")
}

// revision is the value of a flag that names a git revision.
type revision struct{ name *string }

func (r revision) String() string { return *r.name }
func (r revision) Type() string   { return "rev" }

func (r revision) Set(s string) error {
	if s == "" {
		return errors.New("want a git revision")
	}
	*r.name = s
	return nil
}

// Load reads the specs of the revision in a folder. It fails where the revision has
// files but no specs: a comparison with an empty state would report no breaking change.
func (a Against) Load(folder specfolder.Folder) (*specs.Set, error) {
	stage := folder.Log().Start()
	fsys, err := git.FS(folder.Path, a.Revision, isYAML)
	if errors.Is(err, git.ErrNoFolder) && a.missing {
		return new(specs.Set), nil
	}
	if err != nil {
		return nil, a.gitError(err, folder.Name)
	}
	set, err := specs.Load(fsys, folder.Name)
	if err != nil {
		return nil, fmt.Errorf("reading %s of %s: %w", folder.Name, a.Revision, err)
	}
	if entries, _ := fs.ReadDir(fsys, "."); len(entries) > 0 && len(set.Platforms) == 0 && !a.missing {
		return nil, a.gitError(git.ErrNoFolder, folder.Name)
	}
	stage.Done("read %s of %s from git", folder.Name, a.Revision)
	return set, nil
}

// gitError returns an error of package git as one for the user.
func (a Against) gitError(err error, folder string) error {
	switch {
	case errors.Is(err, git.ErrNoFolder):
		return cli.UsageError{
			Message: fmt.Sprintf("%s has no specs in %s to compare with", a.Revision, folder),
			Hint:    "name a revision that has them in this folder; where they are new, use --allow-missing",
		}
	case errors.Is(err, git.ErrNoGit):
		return cli.UsageError{Message: "git is needed to read the specs of a revision, and is not installed", Hint: "install git"}
	case errors.Is(err, git.ErrNoRepository):
		return cli.UsageError{Message: folder + " is not in a git repository", Hint: "--specs names a folder that is"}
	case errors.Is(err, git.ErrNoRevision) && strings.Contains(a.Revision, ".."):
		return cli.UsageError{Message: fmt.Sprintf("%q is not one revision", a.Revision), Hint: "the working tree is compared with one: check out the newer one, or add a worktree of it"}
	case errors.Is(err, git.ErrNoRevision):
		return cli.UsageError{Message: fmt.Sprintf("git knows no revision %q", a.Revision), Hint: "run git fetch; a shallow clone, as in CI, has only the last commit"}
	}
	return fmt.Errorf("reading %s of %s: %w", folder, a.Revision, err)
}

func isYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}
