// Package outfolder writes files into a folder that the program owns, in whole or in
// part, and compares them with what is there. What is in the way, missing or out of
// date becomes diagnostics.
package outfolder

import (
	"errors"
	"go/token"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// The reasons why a file is in the way of what is written.
const (
	ForPackages = "a generated file goes there"
	ForPage     = "a page has this name"
	ForSchema   = "a schema has this name"
)

// Write writes files, by their names in the folder that the user calls dir. Where
// other files are in the way, it writes nothing and returns them; reason says what
// they are in the way of.
func Write(env cli.Env, dir string, files map[string][]byte, reason string) (diagnostic.List, error) {
	stage := env.Log.Start()
	plan, err := output.Write(env.Path(dir), files)
	if errors.Is(err, output.ErrForeign) {
		return foreign(plan, dir, reason), nil
	}
	if err == nil {
		logChanges(env.Log, plan, filepath.ToSlash(dir))
		stage.Done("changed %d of %s in %s", len(plan.Changes), cli.Count(len(files), "file"), filepath.ToSlash(dir))
	}
	return nil, specfolder.WriteError(err, dir)
}

// logChanges says which files were changed. The files of a new package are counted.
func logChanges(log *cli.Log, plan output.Plan, dir string) {
	added := make(map[string]int)
	for _, name := range slices.Sorted(maps.Keys(plan.Changes)) {
		pkg, _, inside := strings.Cut(name, "/")
		switch {
		case inside && slices.Contains(plan.MissingPackages(), pkg):
			added[pkg]++
		case plan.Changes[name] == output.Leftover:
			log.Note("removed %s", path.Join(dir, name))
		default:
			log.Note("wrote %s", path.Join(dir, name))
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(added)) {
		log.Note("wrote %s: %s", path.Join(dir, pkg), cli.Count(added[pkg], "file"))
	}
}

// foreign returns the files that are in the way.
func foreign(plan output.Plan, dir, reason string) diagnostic.List {
	var list diagnostic.List
	for _, f := range plan.Foreign {
		list.Add(in(finding.ForeignFile, dir, f.Name, f.Why+", and "+reason, "rename it, or choose another folder with --out"))
	}
	return list
}

// in returns a diagnostic about a file in the folder that the user calls dir.
func in(rule finding.Rule, dir, name, message, hint string) diagnostic.Diagnostic {
	pos := token.Position{Filename: path.Join(filepath.ToSlash(dir), name)}
	return diagnostic.New(rule, pos, "", message, hint)
}

// Orphans returns the generated packages in folders that are not among those to keep.
func Orphans(env cli.Env, folders cli.Folders, keep []string) (diagnostic.List, error) {
	var list diagnostic.List
	orphans, err := output.Orphans(env.Path(folders.Out), keep)
	if err != nil {
		return nil, specfolder.ReadError(err, folders.Out)
	}
	for _, o := range orphans {
		folder := path.Join(filepath.ToSlash(folders.Out), o.Name)
		hint := "rm -r " + folder
		if len(o.Own) > 0 {
			hint = "remove the generated files; " + path.Join(filepath.ToSlash(folders.Out), o.Own[0]) + " was not generated"
		}
		list.Add(in(finding.OrphanPackage, folders.Out, o.Name, "no spec for this package", hint))
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
	add := func(rule finding.Rule, name, message, hint string) {
		list.Add(in(rule, folders.Out, name, message, hint))
	}
	stage := env.Log.Start()
	plan, err := output.Compare(env.Path(folders.Out), files)
	if err != nil {
		return nil, specfolder.ReadError(err, folders.Out)
	}
	stage.Done("compared %s with %s", cli.Count(len(files), "file"), filepath.ToSlash(folders.Out))
	generate := "run: " + folders.GenerateCommand()
	if plan.Interrupted {
		add(finding.InterruptedRun, "", "the previous run was interrupted", generate)
		return list, nil
	}
	missing := plan.MissingPackages()
	for _, pkg := range missing {
		add(finding.MissingFile, pkg, "missing", generate)
	}
	for name, change := range plan.Changes {
		if pkg, _, _ := strings.Cut(name, "/"); slices.Contains(missing, pkg) {
			continue
		}
		switch change {
		case output.Missing:
			add(finding.MissingFile, name, "missing", generate)
		case output.Stale:
			add(finding.StaleFile, name, "out of date", generate)
		case output.Leftover:
			add(finding.LeftoverFile, name, "no longer generated", generate)
		}
	}
	return append(list, foreign(plan, folders.Out, ForPackages)...), nil
}
