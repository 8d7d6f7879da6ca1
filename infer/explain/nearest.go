package explain

import (
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// most is how many paths Nearest returns: a line or two of text.
const most = 5

// Nearest returns the paths of a model that may have been meant by a path that it
// does not have: those of which it is a misspelling, else those that end with it,
// else those that end with its last segment.
func Nearest(m infer.Model, path string) []string {
	if paths := m.Nearest(path); len(paths) > 0 {
		return paths
	}
	last := path[strings.LastIndexByte(path, '/')+1:]
	for _, end := range []string{path, last} {
		var paths []string
		for _, d := range m.All() {
			if end != "" && len(paths) < most && strings.HasSuffix(d.Path, "/"+end) {
				paths = append(paths, d.Path)
			}
		}
		if len(paths) > 0 {
			return paths
		}
	}
	return nil
}
