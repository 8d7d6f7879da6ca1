package cli

import (
	"cmp"
	"regexp"
	"runtime/debug"
	"strings"
)

// Version is the version of the program, and the revision that it was built from.
type Version struct {
	Module   string // such as v1.2.3, or "(devel)"
	Revision string // in the repository of this program, or ""
	Modified bool   // whether the files differed from the revision
}

// VersionOf returns the version that the go command wrote into a program.
func VersionOf(info *debug.BuildInfo) Version {
	v := Version{Module: cmp.Or(info.Main.Version, "(devel)")}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Revision = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}

// String returns the version as a person reads it.
func (v Version) String() string {
	text := cmp.Or(v.Module, "(devel)")
	if v.Revision != "" {
		text += ", revision " + v.Revision[:min(12, len(v.Revision))]
		if v.Modified {
			text += ", modified"
		}
	}
	return text
}

// Ref returns what a hosting site calls the files that the program was built from: the tag
// of a release, the revision, or the main branch where neither is known.
func (v Version) Ref() string {
	switch {
	case release.MatchString(v.Module):
		return v.Module
	case pseudo.MatchString(v.Module): // which go install gives, with the revision at its end
		plain, _, _ := strings.Cut(v.Module, "+")
		return plain[strings.LastIndexByte(plain, '-')+1:]
	}
	return cmp.Or(v.Revision, "main")
}

var (
	release = regexp.MustCompile(`^v[0-9]+\.[0-9]+\.[0-9]+(-[a-z]+\.?[0-9]*)?$`)
	pseudo  = regexp.MustCompile(`^v[0-9]+\.[0-9]+\.[0-9]+-.*[0-9]{14}-[0-9a-f]{12}(\+.*)?$`)
)
