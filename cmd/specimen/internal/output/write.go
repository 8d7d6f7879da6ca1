package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrForeign is the error of a Write that would have to touch what is not ours.
// The plan that Write returns says what that is.
var ErrForeign = errors.New("the output folder holds files that were not generated")

// Write makes the output folder hold the files, creating it if it is not there.
// It returns what it changed. Other generators that write to the same folder
// wait until it is done.
func Write(dir string, files map[string][]byte) (Plan, error) {
	return write(dir, files, func(string, string) error { return nil })
}

// write is Write with a function that is called before each step that changes
// the folder, with what it does and to which file. Tests let it fail.
func write(dir string, files map[string][]byte, step func(op, name string) error) (Plan, error) {
	if err := checkNames(files); err != nil {
		return Plan{}, err
	}
	created := missing(dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Plan{}, err
	}
	plan, err := locked(dir, files, step)
	if err != nil {
		for _, d := range created {
			_ = os.Remove(d) // if it is empty
		}
	}
	return plan, err
}

// missing lists the folder and those above it that are not there, the innermost
// first.
func missing(dir string) []string {
	var all []string
	for {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			return all
		}
		all = append(all, dir)
		dir = filepath.Dir(dir)
	}
}

// locked is write where the folder is there.
func locked(dir string, files map[string][]byte, step func(op, name string) error) (Plan, error) {
	unlock, err := lock(dir)
	if err != nil {
		return Plan{}, err
	}
	defer unlock()
	root, err := open(dir)
	if err != nil {
		return Plan{}, err
	}
	defer root.Close()
	t := transaction{root: root, step: step}
	if err := t.recover(); err != nil {
		return Plan{}, fmt.Errorf("undoing an unfinished run in %s: %w", dir, err)
	}
	plan, err := compare(root, files)
	switch {
	case err != nil:
		return Plan{}, err
	case len(plan.Foreign) > 0:
		return plan, ErrForeign
	case len(plan.Changes) == 0:
		return plan, nil
	}
	if err := t.run(plan, files); err != nil {
		return Plan{}, fmt.Errorf("writing to %s: %w", dir, err)
	}
	return plan, nil
}

// checkNames refuses names that could leave the folder or meet on a file system
// that does not tell upper case from lower. Nothing makes such names; this is
// the last place that could notice.
func checkNames(files map[string][]byte) error {
	seen := map[string]string{}
	for name := range files {
		if !fs.ValidPath(name) || !strings.Contains(name, "/") && !isPage(name) || strings.ContainsAny(name, "\\:") {
			return fmt.Errorf("internal error: %q is no name for a generated file", name)
		}
		folded := strings.ToLower(name)
		if other, ok := seen[folded]; ok {
			return fmt.Errorf("internal error: the generated files %q and %q differ only in case", min(name, other), max(name, other))
		}
		seen[folded] = name
	}
	return nil
}
