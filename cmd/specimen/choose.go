package main

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// hasErrors reports whether the spec of a platform has any errors.
func hasErrors(list diagnostic.List, p *specs.Platform) bool {
	folder := path.Dir(p.At("").Filename) + "/"
	return slices.ContainsFunc(list, func(d diagnostic.Diagnostic) bool {
		return d.Severity == diagnostic.Error && strings.HasPrefix(d.Pos.Filename, folder)
	})
}

// choose returns the named platforms and the problems of their specs, or all of
// them when there are no names.
func choose(set *specs.Set, dir string, names []string) ([]*specs.Platform, diagnostic.List, error) {
	if len(names) == 0 {
		return set.Platforms, slices.Clone(set.Diagnostics), nil
	}
	var all []string
	for _, p := range set.Platforms {
		all = append(all, p.Name)
	}
	var problems diagnostic.List
	for _, name := range names {
		if !slices.Contains(all, name) {
			for _, d := range set.Diagnostics { // a link, for example, which is not read
				if d.Pos.Filename == path.Join(filepath.ToSlash(dir), name) {
					return nil, nil, usageError{d.Pos.Filename + ": " + d.Message, d.Hint}
				}
			}
			return nil, nil, unknownPlatform(name, dir, all)
		}
	}
	var chosen []*specs.Platform
	for _, p := range set.Platforms {
		if !slices.Contains(names, p.Name) {
			continue
		}
		chosen = append(chosen, p)
		folder := path.Dir(p.At("").Filename) + "/"
		for _, d := range set.Diagnostics {
			if strings.HasPrefix(d.Pos.Filename, folder) {
				problems.Add(d)
			}
		}
	}
	return chosen, problems, nil
}

// unknownPlatform is the error of a platform that is not among all of a folder.
func unknownPlatform(name, dir string, all []string) error {
	hint := diagnostic.Nearest(name, all)
	switch {
	case len(all) == 0:
		hint = `there are none; "specimen add" begins one, --specs names another folder`
	case hint == "":
		hint = "the platforms are " + strings.Join(all, ", ")
	}
	return usageError{fmt.Sprintf("no platform %q in %s", name, dir), hint}
}
