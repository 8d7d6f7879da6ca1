package payload

// Mismatches returns what did not fit its type so far, in the order of the
// text, the first MaxMismatches of it.
func (r *Reader) Mismatches() []Mismatch {
	if len(r.found) == 0 {
		return nil
	}
	offsets := make([]int, len(r.found))
	for i, f := range r.found {
		offsets[i] = f.offset
	}
	paths := pathsAt(r.s[:r.n], offsets)
	list := make([]Mismatch, len(r.found))
	for i, f := range r.found {
		list[i] = Mismatch{Path: paths[i] + f.inner, Offset: f.offset, Want: f.want, Got: f.got}
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
		return &MismatchError{Mismatches: []Mismatch{{Want: want, Got: got}}}
	}
	return nil
}
