package explain

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// most is how many paths Nearest returns: what a person looks through.
const most = 5

// Nearest returns the paths of a model that a path which is none of them may have
// meant: those that infer takes for it, those that end like it, and those that take
// few letters to get to.
func Nearest(m infer.Model, path string) []string {
	if paths := m.Nearest(path); len(paths) > 0 {
		return paths
	}
	type near struct {
		path string
		far  int
	}
	last := path[strings.LastIndexByte(path, '/')+1:]
	var all []near
	for _, d := range m.Places() {
		switch far := infer.Distance(strings.ToLower(d.Path), strings.ToLower(path)); {
		case far <= len(path)/6+1:
			all = append(all, near{d.Path, far})
		case last != "" && (strings.HasSuffix(d.Path, "/"+last) || strings.HasSuffix(d.Path, "/"+path)):
			all = append(all, near{d.Path, len(path) + far})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return a.far - b.far })
	var paths []string
	for _, n := range all[:min(len(all), most)] {
		if n.far <= all[0].far+1 || n.far >= len(path) {
			paths = append(paths, n.path)
		}
	}
	return paths
}
