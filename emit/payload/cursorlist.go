package payload

// ArrayAt enters the array at i and reports whether there is one to enter.
// Where it does not, RejectAt says why.
func (r *Reader) ArrayAt(i int) bool { return r.enter(i, '[') }

// ObjectAt enters the object at i, a map, and reports whether there is one to
// enter. Where it does not, RejectAt says why.
func (r *Reader) ObjectAt(i int) bool { return r.enter(i, '{') }

// ItemAt moves from the beginning of an array, or from the end of its nth
// element, to the next element. It reports false after the last one, and where
// there is no memory for one more; in that case the offset is the complement of
// that after the array.
func (r *Reader) ItemAt(i, n int) (int, bool) {
	i, more := r.itemAt(i, n)
	if more && !r.count(i) {
		return r.dropItems(i), false
	}
	return i, more
}

// KeyAt moves from the beginning of an object, or from the end of its nth
// member, to the value of the next member, and puts that one's name into key.
// Where that is not what was written (see String), it sets exact to false. It
// reports false as ItemAt does.
func (r *Reader) KeyAt(i, n int, key *string, exact *bool) (int, bool) {
	if i = r.memberAt(i, n == 0); i < 0 {
		return ^i, false
	}
	end, high := plain(r.s, i+1)
	if r.s[end] == '"' && !high {
		*key = r.s[i+1 : end]
		end++
	} else {
		r.i = i
		name, written := r.text()
		if *key = name; !written {
			*exact = false
		}
		end = r.i
	}
	if end = r.colonAt(end); end >= r.n {
		return r.n, false
	}
	if !r.count(end) {
		return r.dropMembers(end), false
	}
	return end, true
}

// Holds reports whether the parts that were read of a list or map at from, up to i,
// are to be kept. exact says whether every part was exact.
func (r *Reader) Holds(from, i int, exact bool) bool {
	return exact && i >= 0 || r.dropped < from
}

// PartlyAt ends the reading of a list or map: see Holds.
func (r *Reader) PartlyAt(from, i int, exact bool, next string) int {
	switch {
	case exact && i >= 0:
		return r.NextAt(i, next)
	case r.dropped >= from:
		i = max(i, ^i)
		kind := kindAt(r.s[from])
		r.misfit(from, kind, kind, true)
	default:
		r.unset = false
	}
	return r.inexactly(from, i)
}
