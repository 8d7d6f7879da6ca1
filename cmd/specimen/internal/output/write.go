package output

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
)

// ErrForeign is the error of a Write that files are in the way of. The plan that Write
// returns lists them.
var ErrForeign = errors.New("files that were not generated are where generated ones have to be")

// Write makes the output folder hold the files, and creates it if it does not exist. It
// returns what it changed. Other processes that write to the same folder wait.
func Write(dir string, files map[string][]byte) (Plan, error) {
	return write(dir, files, nil)
}

// write is Write with a function for [rewrite.Options].Step.
func write(dir string, files map[string][]byte, step func(op, name string) error) (Plan, error) {
	if err := checkNames(files); err != nil {
		return Plan{}, err
	}
	if err := checkFolder(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Plan{}, err
	}
	folder, err := rewrite.Open(dir, rewrite.Options{Staging: Staging, May: oursIn(), Step: step})
	if err != nil {
		return Plan{}, err
	}
	defer folder.Close()
	plan, err := compare(folder.Root, files)
	switch {
	case err != nil:
		return Plan{}, err
	case len(plan.Foreign) > 0:
		return plan, ErrForeign
	}
	var changes []rewrite.Change
	for name, change := range plan.Changes {
		c := rewrite.Change{Name: name, Old: plan.old[name]}
		if change != Leftover {
			c.New = slices.Concat([]byte{}, files[name]) // not nil where it is empty
		}
		changes = append(changes, c)
	}
	if err := folder.Apply(changes); err != nil {
		return Plan{}, fmt.Errorf("writing to %s: %w", dir, err)
	}
	return plan, nil
}

// checkNames fails for names that leave the folder or that differ in case only. It
// guards against bugs.
func checkNames(files map[string][]byte) error {
	seen := map[string]string{}
	for name := range files {
		if !fs.ValidPath(name) || !strings.Contains(name, "/") && !isPage(name) || strings.ContainsAny(name, "\\:") {
			return fmt.Errorf("internal error: %q is not a name for a generated file", name)
		}
		folded := strings.ToLower(name)
		if other, ok := seen[folded]; ok {
			return fmt.Errorf("internal error: the generated files %q and %q differ only in case", min(name, other), max(name, other))
		}
		seen[folded] = name
	}
	return nil
}
