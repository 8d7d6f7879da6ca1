package platform

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Check returns an error unless each of the named platforms is in one of the sets,
// which were read from a folder that the user calls dir.
func Check(names []string, dir string, sets ...*specs.Set) error {
	var all []string
	for _, set := range sets {
		for _, p := range set.Platforms {
			all = append(all, p.Name)
		}
	}
	for _, name := range names {
		if slices.Contains(all, name) {
			continue
		}
		for _, set := range sets {
			for _, d := range set.Diagnostics { // a link, for example, which is not read
				if d.Pos.Filename == path.Join(dir, name) {
					return cli.UsageError{Message: d.Pos.Filename + ": " + d.Message(), Hint: d.Hint}
				}
			}
		}
		slices.Sort(all)
		return unknown(name, dir, slices.Compact(all))
	}
	return nil
}

// unknown returns the error for a name that none of the platforms of a folder has.
func unknown(name, dir string, all []string) error {
	hint := diagnostic.Nearest(name, all)
	if base := path.Base(filepath.ToSlash(name)); base != name && slices.Contains(all, base) { // a folder, such as specs/acme
		hint = "did you mean " + diagnostic.Quote(base) + "?"
	}
	switch {
	case len(all) == 0:
		hint = `there are none; "specimen init PLATFORM" creates one, --specs names another folder`
	case hint == "":
		hint = "the platforms are " + strings.Join(all, ", ")
	}
	return cli.UsageError{Message: fmt.Sprintf("no platform %q in %s", name, dir), Hint: hint}
}
