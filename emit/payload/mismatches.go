package payload

import "slices"

// maxPaths is the length, in bytes, of all paths of a list of mismatches, beyond
// which the list ends, and the first path is allowed whatever its length. A
// thousand elements under one key of a megabyte would make a gigabyte of paths.
const maxPaths = 256 << 10

// Mismatches returns what did not fit its type so far, in the order of the
// text: the first MaxMismatches of it, and fewer where the paths are very long.
func (r *Reader) Mismatches() []Mismatch {
	if len(r.found) == 0 {
		return nil
	}
	// A missing member is found at the end of its object.
	slices.SortStableFunc(r.found, func(a, b finding) int { return a.offset - b.offset })
	offsets := make([]int, len(r.found))
	for i, f := range r.found {
		offsets[i] = f.offset
	}
	paths := pathsAt(r.s[:r.n], offsets, maxPaths)
	list := make([]Mismatch, 0, len(paths))
	most := maxPaths
	for i, path := range paths {
		f := &r.found[i]
		if most -= len(path) + len(f.inner); most < 0 && i > 0 {
			break
		}
		list = append(list, Mismatch{Path: path + f.inner, Offset: f.offset, Want: f.want, Got: f.got})
	}
	return list
}

// strict is Done, and takes a mismatch for an error.
func (r *Reader) strict() error {
	if err := r.Done(); err != nil {
		return err
	}
	if list := r.Mismatches(); list != nil {
		return &MismatchError{Mismatches: list}
	}
	return nil
}

// Root checks, after the root of a body was read, that it was of the kind its
// type wants: got is the kind that it had. It returns the error of the whole
// reading: that of Done, or a *MismatchError for a root of another kind.
func (r *Reader) Root(want, got Kind) error {
	if err := r.Done(); err != nil {
		return err
	}
	if want != got {
		root := newReader(r.s, 0)
		return &MismatchError{Mismatches: []Mismatch{{Offset: root.i, Want: want, Got: got}}}
	}
	return nil
}
