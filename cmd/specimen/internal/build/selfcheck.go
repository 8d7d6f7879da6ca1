package build

import (
	"errors"
	"fmt"
	"go/token"
	"go/version"
	"path"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// generatedFor is the version of Go that generated code needs.
const generatedFor = "go1.26"

// isBug is the hint for problems that no spec can cause.
const isBug = "this is a bug in specimen; please report it with the spec"

// selfCheck type-checks the generated packages. A problem is a bug of the program;
// nothing may be written then. It fails where the module is for another version of
// Go, or where the go command cannot be used.
func (b *Build) selfCheck(checker *selfcheck.Checker) error {
	to := b.Target
	if err := to.Check(); err != nil {
		return err
	}
	problems, err := checker.Check(b.generated, to.Base, to.GoVersion)
	var newer selfcheck.NewerGo
	switch {
	case errors.As(err, &newer):
		return cli.UsageError{
			Message: fmt.Sprintf("the go command is that of %s; this specimen was built with an older Go and cannot read its packages", newer.Version),
			Hint:    "build specimen with it, or put an older go command into PATH",
		}
	case err != nil:
		return err
	}
	if len(problems) > 0 && version.Compare("go"+to.GoVersion, generatedFor) < 0 {
		needs := strings.TrimPrefix(generatedFor, "go")
		says := "go.mod says go " + to.GoVersion
		if to.NoVersion {
			says = "go.mod has no go line, which means go " + to.GoVersion
		}
		return cli.UsageError{Message: "the generated code needs Go " + needs + " or later; " + says, Hint: "run: go mod edit -go=" + needs}
	}
	for _, p := range problems {
		p.Pos.Filename = b.file(p.Pos.Filename)
		b.Problems.Add(diagnostic.New(finding.InvalidCode, p.Pos, "", "the generated code does not compile: "+p.Message, isBug))
	}
	return nil
}

// Try runs the tests of the packages: each example is decoded without a mismatch and
// encoded again to an equal value by the generated code. Dir is a folder that holds
// these files already, or "" for none. It returns the tests that fail.
func (b *Build) Try(run func(selfcheck.Trial) ([]selfcheck.Failure, error), dir string) (diagnostic.List, error) {
	trial := selfcheck.Trial{Files: b.Files, Base: b.Target.Base, GoVersion: b.Target.GoVersion, Dir: dir}
	for _, p := range b.Set.Platforms {
		trial.Packages = append(trial.Packages, path.Join(b.Target.Base, p.Spec.Name))
	}
	failed, err := run(trial)
	if err != nil {
		return nil, err
	}
	var list diagnostic.List
	for _, f := range failed {
		message := "the generated code fails its own tests"
		if f.Test != "" {
			message = "the generated code fails " + f.Test
		}
		pos := token.Position{Filename: b.file(strings.TrimPrefix(f.Package, b.Target.Base))}
		list.Add(diagnostic.New(finding.FailingTest, pos, "", message, isBug))
	}
	return list, nil
}
