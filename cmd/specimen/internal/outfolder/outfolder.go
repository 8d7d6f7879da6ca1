// Package outfolder writes files into a folder that the program owns, in whole or in
// part, and compares them with what is there. What is in the way, missing or out of
// date becomes diagnostics.
package outfolder

import (
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// The reasons why a file is in the way of what is written.
const (
	ForPackages = "a generated file goes there"
	ForPage     = "a page has this name"
)

// Write writes files, by their names in the folder that the user calls dir. Where
// other files are in the way, it writes nothing and returns them; reason says what
// they are in the way of.
func Write(env cli.Env, dir string, files map[string][]byte, reason string) (diagnostic.List, error) {
	plan, err := output.Write(env.Path(dir), files)
	if errors.Is(err, output.ErrForeign) {
		return foreign(plan, dir, reason), nil
	}
	return nil, specfolder.WriteError(err, dir)
}

// foreign returns the files that are in the way.
func foreign(plan output.Plan, dir, reason string) diagnostic.List {
	var list diagnostic.List
	for _, f := range plan.Foreign {
		list.Add(in(dir, f.Name, f.Why+", and "+reason, "rename it, or choose another folder with --out"))
	}
	return list
}

// in returns a diagnostic about a file in the folder that the user calls dir.
func in(dir, name, message, hint string) diagnostic.Diagnostic {
	d := diagnostic.Diagnostic{Message: message, Hint: hint}
	d.Pos.Filename = path.Join(filepath.ToSlash(dir), name)
	return d
}

// Orphans returns the generated packages that belong to none of the platforms.
func Orphans(env cli.Env, folders cli.Folders, platforms []string) (diagnostic.List, error) {
	var list diagnostic.List
	orphans, err := output.Orphans(env.Path(folders.Out), append([]string{"internal", "payload", "receive"}, platforms...))
	if err != nil {
		return nil, err
	}
	for _, o := range orphans {
		folder := path.Join(filepath.ToSlash(folders.Out), o.Name)
		hint := "rm -r " + folder
		if len(o.Own) > 0 {
			hint = "remove the generated files; " + path.Join(filepath.ToSlash(folders.Out), o.Own[0]) + " was not generated"
		}
		list.Add(in(folders.Out, o.Name, "no spec for this package", hint))
	}
	return list, nil
}

// Compare returns how the folder of the generated packages differs from what the
// specs give: files, which are nil where the specs have errors.
func Compare(env cli.Env, folders cli.Folders, files map[string][]byte) (diagnostic.List, error) {
	if files == nil {
		return nil, nil
	}
	var list diagnostic.List
	add := func(name, message, hint string) { list.Add(in(folders.Out, name, message, hint)) }
	plan, err := output.Compare(env.Path(folders.Out), files)
	if err != nil {
		return nil, err
	}
	generate := "run: " + folders.GenerateCommand()
	if plan.Interrupted {
		add("", "the previous run was interrupted", generate)
		return list, nil
	}
	missing := plan.MissingPackages()
	for _, pkg := range missing {
		add(pkg, "missing", generate)
	}
	for name, change := range plan.Changes {
		if pkg, _, _ := strings.Cut(name, "/"); slices.Contains(missing, pkg) {
			continue
		}
		switch change {
		case output.Missing:
			add(name, "missing", generate)
		case output.Stale:
			add(name, "out of date", generate)
		case output.Leftover:
			add(name, "no longer generated", generate)
		}
	}
	return append(list, foreign(plan, folders.Out, ForPackages)...), nil
}
