package selfcheck

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Failure is a test that fails.
type Failure struct {
	Package string // import path
	Test    string // "TestExamples/orders-create/plain", or "" for the package as a whole
}

// results is the output of go test -json.
type results struct {
	failed []Failure
	ran    map[Failure]bool            // tests that were run, failed or not
	output map[string]*strings.Builder // of packages, but of no test, and of builds
	builds map[string]string           // builds that failed, by the package that needed them
}

func read(events []byte) results {
	r := results{ran: make(map[Failure]bool), output: make(map[string]*strings.Builder), builds: make(map[string]string)}
	for line := range bytes.Lines(events) {
		var e struct{ Action, Package, ImportPath, Test, Output, FailedBuild string }
		if json.Unmarshal(line, &e) != nil {
			continue
		}
		of := Failure{e.Package, e.Test}
		switch e.Action {
		case "fail":
			r.failed = append(r.failed, of)
			if e.FailedBuild != "" {
				r.builds[e.Package] = e.FailedBuild
			}
		case "run":
			r.ran[of] = true
		case "output", "build-output":
			if e.Test != "" {
				continue
			}
			of := e.Package + e.ImportPath
			if r.output[of] == nil {
				r.output[of] = new(strings.Builder)
			}
			r.output[of].WriteString(e.Output)
		}
	}
	return r
}

// failures returns the tests that failed, sorted. It leaves out tests with failed
// subtests, and packages with failed tests.
func (r results) failures() []Failure {
	all := slices.DeleteFunc(slices.Clone(r.failed), func(f Failure) bool {
		return slices.ContainsFunc(r.failed, func(g Failure) bool {
			return g.Package == f.Package && (f.Test == "" && g.Test != "" || strings.HasPrefix(g.Test, f.Test+"/"))
		})
	})
	slices.SortFunc(all, func(a, b Failure) int {
		return strings.Compare(a.Package+" "+a.Test, b.Package+" "+b.Test)
	})
	return all
}

// broken returns an error with the output of go if tests of a package were not run: the
// package does not build or start here. If it failed after some of its tests, these are
// failures.
func (r results) broken(pkg string, tests []string, stderr []byte) error {
	var missing []string
	for _, name := range tests {
		if !r.ran[Failure{pkg, name}] {
			missing = append(missing, name)
		}
	}
	failed := slices.ContainsFunc(r.failed, func(f Failure) bool { return f.Package == pkg })
	all, none := len(missing) == 0, len(missing) == len(tests)
	if all && !(failed && none) || failed && !none {
		return nil
	}
	what := "any test"
	if !none {
		what = strings.Join(missing, ", ")
	}
	said := string(stderr)
	for _, of := range []string{r.builds[pkg], pkg} {
		if b := r.output[of]; b != nil {
			said += b.String()
		}
	}
	return fmt.Errorf("go test did not run %s of %s:\n%s", what, pkg, cut(said))
}

// maxLines is the maximum number of lines shown of the output of go.
const maxLines = 20

// cut returns the first lines of a text.
func cut(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) > maxLines {
		lines = append(lines[:maxLines], fmt.Sprintf("… (%d more lines)", len(lines)-maxLines))
	}
	return strings.Join(lines, "\n")
}
