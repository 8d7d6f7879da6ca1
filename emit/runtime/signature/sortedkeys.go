package signature

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// sortKeys returns the sorted keys of members: the beginnings of their names, and their
// indexes in the lowest bits, of which it returns the number. Members of one name stay in
// their order.
func (s *sorted) sortKeys(members []part) (keys []uint64, shift int) {
	shift = 16
	if len(members) > 1<<shift {
		shift = 32
	}
	keys = s.keys[:0]
	all := form(0)
	for i := range members {
		keys = append(keys, s.prefix(&members[i])>>shift<<shift|uint64(i))
		all |= members[i].form
	}
	s.keys = keys
	if all&special != 0 { // which sort in another way
		for i := range keys {
			keys[i] = uint64(i)
		}
	}
	slices.Sort(keys)
	for from, to := 0, 0; from < len(keys); from = to {
		for to = from + 1; to < len(keys) && keys[to]>>shift == keys[from]>>shift; {
			to++
		}
		if to == from+1 {
			continue
		}
		slices.SortFunc(keys[from:to], func(a, b uint64) int {
			if c := s.compare(&members[a&(1<<shift-1)], &members[b&(1<<shift-1)]); c != 0 {
				return c
			}
			return cmp.Compare(a, b)
		})
	}
	return keys, shift
}

// compare compares the names of two members.
func (s *sorted) compare(a, b *part) int {
	if (a.form|b.form)&special != 0 {
		return compareNames(s.text.S[a.name:], s.text.S[b.name:])
	}
	if x, y := s.prefix(a), s.prefix(b); x != y {
		return cmp.Compare(x, y)
	}
	return strings.Compare(s.text.S[a.name+1:a.quote], s.text.S[b.name+1:b.quote])
}

// prefix returns a number that compares like the first eight bytes of a plain name.
func (s *sorted) prefix(p *part) uint64 {
	w := jsontext.Word8(s.text.S, int(p.name)+1)
	if n := p.quote - p.name - 1; n < 8 {
		w &= 1<<(8*n) - 1
	}
	return bits.ReverseBytes64(w)
}
