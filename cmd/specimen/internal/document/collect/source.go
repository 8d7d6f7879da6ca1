package collect

import (
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer/ident"
)

// known is where the cases name their topics.
type known struct {
	place
	values map[*Case]string // what is there
	named  map[string]bool  // values that are the names of their entries
}

// place is a header or a member. The zero place is none.
type place struct {
	header bool
	name   string // of the header, or a JSON Pointer
}

// same reports whether two places are one. Case does not matter in the names of headers.
func (p place) same(q place) bool {
	return p == q || p.header && q.header && strings.EqualFold(p.name, q.name)
}

// sampled is the number of cases that are searched for a place.
const sampled = 1000

// newKnown finds where the cases name their topics, unless that is known.
func newKnown(cases []Case, o Options) known {
	k := known{values: map[*Case]string{}, named: map[string]bool{}}
	sample := cases[:min(len(cases), sampled)]
	switch {
	case o.Source.Header != "":
		k.place = place{true, o.Source.Header}
	case o.Source.Member != "":
		k.place = place{false, o.Source.Member}
	default:
		k.place = find(sample, o.Topic)
	}
	if k.place == (place{}) {
		return k
	}
	look := newLook(k.place)
	for i := range cases {
		c := &cases[i]
		for _, p := range look.pairs(c) {
			if p.same(k.place) && isTopic(p.value) {
				k.values[c] = p.value
				break
			}
		}
		if value := k.values[c]; c.Name != "" && sameWords(value, c.Name) {
			k.named[value] = true
		}
	}
	return k
}

// find returns the place that is most likely, or the zero place. topic is that of cases
// that name none.
func find(cases []Case, topic string) place {
	var best *tally
	for _, t := range count(cases) {
		if t.plausible(cases, topic) && (best == nil || t.better(best)) {
			best = t
		}
	}
	if best == nil {
		return place{}
	}
	return best.place
}

// tally is what was found at a place.
type tally struct {
	place
	values   map[*Case]string
	distinct map[string]bool
	exact    int // values that are the names under which they are listed
	variants int // those of them that are the names of schemas
	examples int // values that are the names of examples
	within   int // values that are parts of these names, or the other way round
}

// count counts what is at each place.
func count(cases []Case) []*tally {
	at := map[place]*tally{}
	var all []*tally
	look := newLook(place{})
	for i := range cases {
		c := &cases[i]
		for _, p := range look.pairs(c) {
			if !isTopic(p.value) {
				continue
			}
			key := p.place
			if key.header {
				key.name = strings.ToLower(key.name)
			}
			t := at[key]
			if t == nil {
				t = &tally{place: p.place, values: map[*Case]string{}, distinct: map[string]bool{}}
				at[key], all = t, append(all, t)
			}
			t.add(c, p.value)
		}
	}
	return all
}

func (t *tally) add(c *Case, value string) {
	if _, ok := t.values[c]; ok {
		return
	}
	t.values[c] = value
	t.distinct[value] = true
	switch {
	case sameWords(value, c.Variant):
		t.exact++
		t.variants++
	case sameWords(value, c.Name):
		t.exact++
	case sameWords(value, c.Payload.Name):
		t.examples++
	case related(value, c.Name), related(value, c.Variant), related(value, c.Payload.Name):
		t.within++
	}
}

// plausible reports whether a place names the topics of cases. Examples may be named after
// any member, such as the state of what they show, so their names count only where the name
// of the place says that it has topics.
func (t *tally) plausible(cases []Case, topic string) bool {
	entries := map[*Entry]bool{}
	named, all := false, 0
	for i := range cases {
		entries[cases[i].Entry] = true
		named = named || cases[i].Name != ""
		if cases[i].Name != "" || cases[i].Shown {
			all++
		}
	}
	rank, n := t.rank(), len(t.values)
	switch {
	case !named && topic != "" && !t.header && len(t.distinct) == 1:
		return t.areAll(topic) && n == all
	case !named: // then a type has to be at the root, because all things have types
		return rank > 1 && 2*n >= all || rank == 1 && n == all && strings.Count(t.name, "/") == 1
	case 2*n < all || len(entries) > 1 && len(t.distinct) < 2:
		return false
	case rank > 1 || rank > 0 && t.header:
		return 2*(t.exact+t.examples+t.within) >= n
	case rank > 0:
		return 2*(t.exact+t.examples) >= n
	}
	return !t.header && 2*t.exact >= n && (len(entries) > 1 || 2*t.variants >= n)
}

// areAll reports whether all values are one name.
func (t *tally) areAll(name string) bool {
	for value := range t.distinct {
		if !sameWords(value, name) {
			return false
		}
	}
	return true
}

// better reports whether a place is more likely than another one, which was found earlier.
func (t *tally) better(than *tally) bool {
	score := func(t *tally) []int {
		header, exact := 0, t.exact
		if t.header {
			header = 1
		}
		if t.rank() > 0 {
			exact += t.examples
		}
		return []int{exact, exact + t.within, header, min(len(t.distinct), 2), len(t.values), t.rank(), -strings.Count(t.name, "/")}
	}
	return slices.Compare(score(t), score(than)) > 0
}

// topicWords are the last words of names that topics have in headers and members, the most
// usual first.
var topicWords = strings.Fields("topic event eventtype eventname eventcode eventkey webhookcode type")

// rank returns how much the name of a place says that a topic is there: 0 for nothing.
func (t *tally) rank() int {
	name := t.name[strings.LastIndexByte(t.name, '/')+1:]
	words := ident.Lower(name)
	for n := min(2, len(words)); n > 0; n-- {
		last := strings.Join(words[len(words)-n:], "")
		if i := slices.Index(topicWords, last); i >= 0 && !(t.header && last == "type") {
			return len(topicWords) - i
		}
	}
	return 0
}

// longestTopic is the length of the longest name of a topic, in bytes.
const longestTopic = 100

// isTopic reports whether a text may be the name of a topic.
func isTopic(text string) bool {
	if text == "" || len(text) > longestTopic || strings.Contains(text, "://") || strings.Count(text, " ") > 4 {
		return false
	}
	control := strings.ContainsFunc(text, unicode.IsControl)
	return !control && strings.ContainsFunc(text, unicode.IsLetter)
}

func sameWords(a, b string) bool {
	return b != "" && (a == b || slices.Equal(ident.Lower(a), ident.Lower(b)))
}

// related reports whether one name has the words of the other in one run.
func related(a, b string) bool {
	x, y := ident.Lower(a), ident.Lower(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for i := 0; len(x) > 0 && i+len(x) <= len(y); i++ {
		if slices.Equal(x, y[i:i+len(x)]) {
			return true
		}
	}
	return false
}

// source returns the place for a Reading.
func (k known) source() document.TopicSource {
	if k.header {
		return document.TopicSource{Header: k.name}
	}
	return document.TopicSource{Member: k.name}
}

// says returns the topic that the body of a case names, or "".
func (k known) says(c *Case) string {
	if k.header {
		return ""
	}
	return k.values[c]
}

// nameOf returns the topic of a case, or "". Where a payload names the topic of another
// entry, it was probably copied from there, and the document is believed.
func (k known) nameOf(c *Case) (name, doubt string) {
	value := k.values[c]
	switch {
	case value == "":
		return c.Name, ""
	case c.Name == "" || !k.named[value] || sameWords(value, c.Name) || sameWords(value, c.Variant) || sameWords(value, c.Payload.Name):
		return value, ""
	}
	return c.Name, "it is listed under this topic, but names another one that is listed as well"
}
