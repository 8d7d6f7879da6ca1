package evidence

import (
	"slices"
	"strings"
)

// maxSamples is how many texts Samples keep: enough to see that a member has few
// values, and few enough to keep them for every path.
const maxSamples = 12

// Samples are the least of the distinct texts seen, at most maxSamples. The first
// ones would depend on the order of merging.
type Samples struct {
	Texts []string // sorted
	More  bool     // whether there were others
}

// maxSample is the length of the longest text that is kept.
const maxSample = 64

func (s Samples) merge(t Samples) Samples {
	out := Samples{More: s.More || t.More}
	a, b := s.Texts, t.Texts
	for len(a) > 0 || len(b) > 0 {
		var next string
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			next, a = a[0], a[1:]
		case len(a) == 0 || b[0] < a[0]:
			next, b = b[0], b[1:]
		default:
			next, a, b = a[0], a[1:], b[1:]
		}
		if len(out.Texts) == maxSamples {
			out.More = true
			break
		}
		out.Texts = append(out.Texts, next)
	}
	return out
}

// add adds a text.
func (s *Samples) add(text string) {
	k := len(s.Texts)
	switch {
	case len(text) > maxSample || k == maxSamples && text > s.Texts[k-1]:
		s.More = true
		return
	case k > 0 && text == s.Texts[k-1]:
		return
	}
	i, ok := slices.BinarySearch(s.Texts, text)
	if ok {
		return
	}
	if k == maxSamples {
		s.Texts, s.More = s.Texts[:k-1], true
	}
	// A clone, because the text keeps the whole delivery in memory.
	s.Texts = slices.Insert(s.Texts, i, strings.Clone(text))
}
