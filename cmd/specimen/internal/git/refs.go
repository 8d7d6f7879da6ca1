package git

import "strings"

// Ref is a name of a revision.
type Ref struct{ Name, Kind string } // the kind is branch, remote branch or tag

// Refs returns the branches and tags of the repository of a folder.
func Refs(dir string) ([]Ref, error) {
	out, err := repository{dir}.run(nil, "for-each-ref", "--format=%(refname) %(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
	if err != nil {
		return nil, err
	}
	kinds := map[string]string{"heads": "branch", "tags": "tag", "remotes": "remote branch"}
	var all []Ref
	for line := range strings.Lines(string(out)) {
		full, short, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		kind, _, _ := strings.Cut(strings.TrimPrefix(full, "refs/"), "/")
		all = append(all, Ref{short, kinds[kind]})
	}
	return all, nil
}

// Knows reports whether the repository of a folder has a revision.
func Knows(dir, revision string) bool {
	found, err := repository{dir}.resolve(revision + "^{commit}")
	return err == nil && found != ""
}
