package selfcheck

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Trial is generated packages and the tests to run.
type Trial struct {
	Files     map[string][]byte // by name in the output folder, slash-separated
	Base      string            // import path of the output folder
	GoVersion string            // of its module, as "1.26"
	Packages  []string          // import paths of those to test
	// Dir is the output folder if it holds the files already, or "". The go command
	// caches the results of tests there.
	Dir string
}

// Run runs the tests and returns those that fail, sorted. They decode and encode every
// example and one edit of each of its values. It fails if the tests cannot be run,
// all of them.
//
// If tests fail in the output folder, the cause may be the module around it. So only a
// success counts there; otherwise the tests run in a new module in a temporary folder.
// Generated packages import only the standard library and each other.
func (t Trial) Run() (failed []Failure, err error) {
	sweep(os.TempDir())
	err = interruptible(func(ctx context.Context) error {
		if t.Dir != "" {
			if failed, err := t.test(ctx, t.Dir); err == nil && len(failed) == 0 || ctx.Err() != nil {
				return err
			}
		}
		dir, err := os.MkdirTemp("", checkPrefix)
		if err != nil {
			return err
		}
		defer remove(dir)
		if err := t.write(dir); err != nil {
			return err
		}
		failed, err = t.test(ctx, dir)
		return err
	})
	return failed, err
}

// write writes the files and a go.mod into a folder.
func (t Trial) write(dir string) (err error) {
	write := func(name string, data []byte) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		err = errors.Join(err, os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, data, 0o644))
	}
	text := "module " + t.Base + "\n"
	if t.GoVersion != "" {
		text += "\ngo " + t.GoVersion + "\n"
	}
	write("go.mod", []byte(text))
	for name, data := range t.Files {
		write(name, data)
	}
	return err
}

// test runs the tests in a folder of their module.
func (t Trial) test(ctx context.Context, dir string) ([]Failure, error) {
	args := append([]string{"test", "-json", "-short", "-vet=off"}, t.Packages...)
	stdout, stderr, err := run(ctx, dir, nil, args)
	if err != nil && len(stdout) == 0 {
		return nil, err
	}
	r := read(stdout)
	var broken []error
	for _, pkg := range t.Packages {
		broken = append(broken, r.broken(pkg, t.tests(pkg), stderr))
	}
	failed := r.failures()
	if broken := errors.Join(broken...); broken != nil || len(failed) > 0 {
		return failed, broken
	}
	return nil, err
}

var testFunction = regexp.MustCompile(`(?m)^func (Test\w*)\(\w* ?\*testing\.T\)`)

// tests returns the names of the tests of a package.
func (t Trial) tests(pkg string) []string {
	var all []string
	for name, data := range t.Files {
		if path.Join(t.Base, path.Dir(name)) != pkg || !strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range testFunction.FindAllSubmatch(data, -1) {
			all = append(all, string(m[1]))
		}
	}
	slices.Sort(all)
	return all
}
