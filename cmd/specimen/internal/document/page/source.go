package page

import (
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// topicMember returns the pointer to the member of bodies that holds their topic: the one
// that most often holds a topic of the section, or one of the page where a section names
// none, or else one that is in most bodies and whose name says so. It is "" if there is none.
func (a *attribution) topicMember() string {
	ofSection, ofPage := make(map[string]int), make(map[string]int)
	named := 0
	for _, s := range a.shown {
		if len(s.names) > 0 {
			named++
		}
		for pointer, text := range stringsIn(s.Text) {
			if slices.Contains(s.names, text) {
				ofSection[pointer]++
			} else if len(s.names) == 0 && !s.subscribes && a.byName[text] != nil && (isTopic(text) || isCompound(text)) {
				ofPage[pointer]++
			}
		}
	}
	if best := most(ofSection); best != "" && 2*ofSection[best] >= named {
		return best
	}
	if best := most(ofPage); best != "" && 2*ofPage[best] >= len(a.shown)-named {
		return best
	}
	if named > 0 || len(a.shown) == 0 {
		return ""
	}
	return saysTopic(a.shown, a.words)
}

// most returns the first key with the highest count.
func most(counts map[string]int) string {
	best := ""
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		if counts[key] > counts[best] {
			best = key
		}
	}
	return best
}

// saysTopic returns the member whose name says that it is a topic, in most bodies and with
// the form of one in all of those. Of two, the one is meant whose texts the page has, too.
func saysTopic(all []*shown, words map[string]bool) string {
	type candidate struct{ score, has, inPage, plain int }
	seen := make(map[string]*candidate)
	bad := make(map[string]bool)
	for _, s := range all {
		for pointer, text := range stringsIn(s.Text) {
			score := topicScore(pointer)
			if score == 0 || bad[pointer] {
				continue
			}
			titled := word.MatchString(text) && (inWords(text, s.title) || words[text])
			plain := !isTopic(text) && !isCompound(text)
			if plain && !titled && (score < 2 || !word.MatchString(text)) {
				bad[pointer] = true
				continue
			}
			c := seen[pointer]
			if c == nil {
				c = &candidate{score: score}
				seen[pointer] = c
			}
			c.has++
			if plain {
				c.plain++
			}
			if titled || words[text] {
				c.inPage++
			}
		}
	}
	best, most := "", [2]int{}
	for _, pointer := range slices.Sorted(maps.Keys(seen)) {
		c := seen[pointer]
		if bad[pointer] || c.plain > 0 && 2*c.inPage < c.has || 2*c.has < len(all) || c.has < len(all) && c.score < 2 {
			continue
		}
		rank := [2]int{c.inPage * 4 / c.has, c.score}
		if best == "" || slices.Compare(rank[:], most[:]) > 0 {
			best, most = pointer, rank
		}
	}
	return best
}

// inWords reports whether all words of a name are among those of a title.
func inWords(name, title string) bool {
	have := make(map[string]bool)
	for _, w := range ident.Words(title) {
		have[strings.ToLower(w)] = true
	}
	parts := ident.Words(name)
	for _, w := range parts {
		if !have[strings.ToLower(w)] {
			return false
		}
	}
	return len(parts) > 0
}

// stringsIn returns the strings in an object, and in objects in it, by their pointers.
func stringsIn(text string) map[string]string {
	all := make(map[string]string)
	s := jsontext.NewScanner(text)
	inObject(&s, "", func(pointer string) {
		if s.Kind() != jsontext.KindObject {
			keepString(&s, all, pointer)
			return
		}
		inObject(&s, pointer, func(pointer string) { keepString(&s, all, pointer) })
	})
	return all
}

// inObject calls a function at the value of each member of the object at the cursor, which
// reads it.
func inObject(s *jsontext.Scanner, above string, yield func(pointer string)) {
	if s.Kind() != jsontext.KindObject {
		s.Skip()
		return
	}
	var o jsontext.Object
	for s.Object(&o); s.Next(&o); {
		yield(above + "/" + jsonpointer.Escape(o.Name))
	}
}

// keepString reads the value at the cursor, and keeps it if it is a string.
func keepString(s *jsontext.Scanner, all map[string]string, pointer string) {
	if s.Kind() != jsontext.KindString {
		s.Skip()
		return
	}
	all[pointer], _ = s.String()
}

// stringAt returns the string at a pointer of a payload, or "".
func stringAt(text, pointer string) string {
	if pointer == "" {
		return ""
	}
	return stringsIn(text)[pointer]
}
