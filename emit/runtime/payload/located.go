package payload

import (
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// maxPaths is the length, in bytes, of all paths of a list of mismatches, beyond which
// the list ends, and the first path is allowed whatever its length. A thousand elements
// under one key of a megabyte would make a gigabyte of paths.
const maxPaths = 256 << 10

// located returns what was found in a body in the order of the body, and with paths from the
// body on: those of found go on from the value at the offset.
func located(body string, found []Mismatch) []Mismatch {
	if len(found) == 0 {
		return nil
	}
	list := slices.Clone(found)
	// A missing member is found at the end of its object.
	slices.SortStableFunc(list, func(a, b Mismatch) int { return a.Offset - b.Offset })
	offsets := make([]int, len(list))
	for i, m := range list {
		offsets[i] = m.Offset
	}
	paths := jsontext.PathsAt(body, offsets, maxPaths)
	most := maxPaths
	for i, path := range paths {
		m := &list[i]
		if most -= len(path) + len(m.Path); most < 0 && i > 0 {
			return slices.Clip(list[:i])
		}
		m.Path = path + m.Path
	}
	return slices.Clip(list[:len(paths)])
}
