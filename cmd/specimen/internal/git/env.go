package git

import (
	"slices"
	"strings"
)

// local lists the variables that make git use a repository other than that of its
// working folder: those of "git rev-parse --local-env-vars" that are not settings, and
// two that say where new objects go. Git sets them for its hooks, and some tools for
// every command.
var local = []string{
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE",
	"GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE", "GIT_NO_REPLACE_OBJECTS",
	"GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
}

// environment returns the environment for git: that of the process without the
// variables in local, with messages in English, and with nothing written to the
// repository.
func environment(ambient []string) []string {
	env := slices.DeleteFunc(slices.Clone(ambient), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(local, strings.ToUpper(name)) // Windows ignores case
	})
	return append(env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
}
