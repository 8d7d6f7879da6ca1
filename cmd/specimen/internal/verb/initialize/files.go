package initialize

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
)

// attributesName is the file that tells git, and what shows its repositories, about files.
const attributesName = ".gitattributes"

// attributes returns the lines that fold the generated files in a folder in reviews, except
// for the types, or "" for a folder that is not below.
func attributes(out string) string {
	if out == "." || strings.HasPrefix(out, "../") || filepath.IsAbs(out) {
		return ""
	}
	return out + "/** linguist-generated gitlab-generated\n" + out + "/*/types.go -linguist-generated -gitlab-generated\n"
}

// file is one of the files that init writes.
type file struct {
	name  string // as the user would call it
	fresh bool   // whether there is none
	text  []byte // to write, if so
}

// goFile is the name of the Go file that init writes.
const goFile = "generate.go"

// directive returns the Go file that makes "go generate" run this program, which may be there
// already. It is part of the package in the working directory, if there is one. If not, it
// goes into the folder of the specs: here it would be in the way of a package with another
// name.
func (c *command) directive(env cli.Env) (file, error) {
	dir := c.folders.Specs
	there, err := goFilesIn(env.Path(dir))
	if err != nil || there.directive != "" {
		return file{name: filepath.Join(dir, there.directive)}, err
	}
	here, err := goFilesIn(env.Path("."))
	if err != nil || here.directive != "" {
		return file{name: here.directive}, err
	}
	if here.pkg != "" {
		f := file{name: goFile, text: directiveIn("package "+here.pkg, c.folders.GenerateCommand())}
		f.fresh, err = isFree(env.Path(f.name))
		return f, err
	}
	command := "specimen generate" // which finds the folders of the usual names
	if c.folders.GenerateCommand() != command {
		out, err := filepath.Rel(env.Path(dir), env.Path(c.folders.Out))
		if err != nil {
			return file{}, err
		}
		command += " --specs . --out " + filepath.ToSlash(out)
	}
	clause := "package " + there.pkg
	if there.pkg == "" {
		clause = "// Package specs has the specs of webhooks, of which packages are generated.\npackage specs"
	}
	f := file{name: filepath.Join(dir, goFile), text: directiveIn(clause, command)}
	f.fresh, err = isFree(env.Path(f.name))
	return f, err
}

func directiveIn(clause, command string) []byte {
	return fmt.Appendf(nil, "%s\n\n//go:generate go tool %s\n", clause, filepath.ToSlash(command))
}

// goFiles is what the Go files of a folder say.
type goFiles struct {
	pkg       string // the name of the package, or "" if there is none
	directive string // the file that makes "go generate" run this program, or ""
}

func goFilesIn(dir string) (goFiles, error) {
	var found goFiles
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return found, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return found, err
		}
		if directive.Match(text) {
			found.directive = filepath.Base(file)
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, text, parser.PackageClauseOnly)
		if err == nil && found.pkg == "" {
			found.pkg = strings.TrimSuffix(f.Name.Name, "_test")
		}
	}
	return found, nil
}

// directive matches what makes "go generate" run this program.
var directive = regexp.MustCompile(`(?m)^//go:generate .*\bspecimen generate\b`)

// lacks returns those of some lines that a file does not have. free is true where there is no
// such file.
func lacks(name, lines string) (free bool, missing string, err error) {
	if free, err = isFree(name); free || err != nil {
		return free, "", err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return false, "", err
	}
	has := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	for line := range strings.Lines(lines) {
		if !slices.Contains(has, strings.TrimSuffix(line, "\n")) {
			missing += line
		}
	}
	return false, missing, nil
}

// isFree reports whether there is nothing of that name.
func isFree(name string) (bool, error) {
	_, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	return false, err
}
