package suggest

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/timetext"
)

// timeRules tell times from texts and numbers. ending has the positions of some times by
// the last word of their members.
func timeRules(v *view, ending timeEndings) []rule {
	undescribed := func(s spot) bool { return v.fields[s.path].About == "" && !s.elem }
	rules := []rule{
		{
			when:    func(s spot) bool { return s.allTimes() && some(s.strings, isDateTime) },
			message: "every string is a date and time",
			decide:  typed("timestamp", "a date and time"),
		},
		{
			when:    func(s spot) bool { return s.allTimes() && some(s.strings, isTime) },
			message: "every string is a date",
			decide:  typed("timestamp", "a date"),
			weak:    func(s spot) bool { return !moment.in(s.key) },
		},
		{
			when:    func(s spot) bool { return s.isText() && moment.ends(s.key) && some(s.strings, isTime) },
			message: "some strings are times, others are not",
			decide:  typed("timestamp", "a time in most examples"),
			weak:    always,
			against: func(s spot) []infer.Origin { return []infer.Origin{s.some.notTimestamp.At} },
		},
		{
			when: func(s spot) bool {
				return s.typ == infer.Type(infer.Timestamp) && undescribed(s) && some(s.strings, isZoneless)
			},
			message: "the times have no time zone",
			decide:  infer.FieldDecision{About: "A local time, without a time zone.", Why: "no example has a time zone"},
			weak:    always,
		},
	}
	for _, u := range unixUnits {
		rules = append(rules, rule{
			when:    func(s spot) bool { return s.unixWord() == u.word },
			message: "the numbers are plausible times, in " + u.name + " since 1970",
			decide:  typed(u.word, "the name says a time, and the numbers are "+u.name+" since 1970"),
		})
	}
	for _, word := range slices.Sorted(maps.Keys(ending.words)) {
		rules = append(rules, rule{
			when: func(s spot) bool {
				return s.field.Unseen && !s.elem && s.typ == infer.Type(infer.Value) && ending.of[ident.Last(s.key)].word == word
			},
			message: "no example has a value; members with the same last word are times",
			decide:  typed(word, "no value so far; members with the same last word are times"),
			support: func(s spot) []infer.Origin { return ending.of[ident.Last(s.key)].at },
		})
	}
	return rules
}

// timestamps finds times that the rules of the inference leave open: dates under
// names that do not suggest a time, members of which only some strings are times,
// times without a time zone, times in numbers, and members without values.
func timestamps(v *view) []candidate {
	found := v.byRules("timestamp", timeRules(v, v.timeEndings()), func(s spot) bool { return !isVersion(s.key) })
	var all []candidate
	about := make(map[string]*candidate) // suggestions that only describe a member: one for all members
	for _, c := range found {
		same := about[c.Message]
		switch {
		case c.Change.Fields[0].Type != "":
			all = append(all, c)
		case same == nil:
			about[c.Message] = &c
		default:
			same.For = append(same.For, c.For...)
			same.Change.Fields = append(same.Change.Fields, c.Change.Fields...)
		}
	}
	for _, message := range slices.Sorted(maps.Keys(about)) {
		all = append(all, one(about[message].Suggestion))
	}
	return all
}

// isText reports whether the values are strings and their type is string.
func (s spot) isText() bool {
	return s.only(jsontext.KindString) && s.typ == infer.Type(infer.String)
}

// allTimes reports whether the type is string although all values are times.
func (s spot) allTimes() bool { return s.isText() && !s.some.notTimestamp.Seen() }

// timeEndings has the members that are times by the last word of their name.
type timeEndings struct {
	of    map[string]ending // by the last word, without words under which other types stand too
	words map[string]bool   // the words of their types
}

type ending struct {
	word string // for the type, "" where there are several types
	at   []infer.Origin
}

// timeEndings returns the positions of some times by the last word of their member, for
// words under which all values are times of one type.
func (v *view) timeEndings() timeEndings {
	all := timeEndings{make(map[string]ending), make(map[string]bool)}
	for _, s := range v.spots {
		last := ident.Last(s.key)
		if !timeEnd.is(last) || s.kinds == 0 || s.kinds.Has(jsontext.KindObject) || s.kinds.Has(jsontext.KindArray) {
			continue // the object of a change says nothing of what changed
		}
		word := timeWord(s.typ)
		old, ok := all.of[last]
		switch {
		case ok && old.word != word:
			all.of[last] = ending{}
		case word != "" && len(old.at) < mostOrigins:
			all.of[last] = ending{word, append(old.at, s.first)}
		case !ok:
			all.of[last] = ending{}
		}
	}
	for _, e := range all.of {
		if e.word != "" {
			all.words[e.word] = true
		}
	}
	return all
}

// timeWord returns the word of a decision for a type of times, "" for other types.
func timeWord(t infer.Type) string {
	switch t {
	case infer.Type(infer.Timestamp), infer.Type(infer.Unix), infer.Type(infer.UnixMilli), infer.Type(infer.UnixMicro):
		return wordFor(t.(infer.Scalar))
	}
	return ""
}

// some reports whether one of the texts has a property.
func some(texts []string, has func(string) bool) bool { return slices.ContainsFunc(texts, has) }

// isTime reports whether a text is a date, or a date and time.
func isTime(text string) bool {
	_, _, err := timetext.Parse(text, time.UTC)
	return err == nil
}

// isDateTime reports whether a text is a date and time.
func isDateTime(text string) bool { return isTime(text) && len(text) > len(time.DateOnly) }

// isZoneless reports whether a text is a date and time without a time zone.
func isZoneless(text string) bool {
	_, zoned, err := timetext.Parse(text, time.UTC)
	return err == nil && !zoned && len(text) > len(time.DateOnly)
}

// unixUnits are the units in which times are numbers.
var unixUnits = [...]struct {
	word, name string
	digits     int // of the numbers, before a fraction
}{
	{"unix", "seconds", secondDigits},
	{"unixmilli", "milliseconds", millisecondDigits},
	{"unixmicro", "microseconds", microsecondDigits},
}

// unixWord returns the word of the unit in which all values of a member can be times, in
// numbers or in digits, or "". The name has to suggest a time. Beside numbers, there may be
// text that is a time: the same member is text in one delivery and a number in another.
func (s spot) unixWord() string {
	if s.elem || !s.only(jsontext.KindNumber, jsontext.KindString) || !saysInstant(s.key) || s.isChange() {
		return ""
	}
	var numbers []string
	for _, text := range slices.Concat(s.numbers, s.strings) {
		if !isTime(text) {
			numbers = append(numbers, text)
		}
	}
	if len(s.numbers) == 0 && len(numbers) < len(s.strings) {
		return "" // text, of which some is digits
	}
	for _, u := range unixUnits {
		if areUnix(numbers, u.digits) {
			return u.word
		}
	}
	return ""
}

// saysInstant reports whether a name says a time, so that a number of the right length is one.
func saysInstant(key string) bool {
	return instant.in(key) || key == "t" || done.ends(key) && !amount.in(key) && !quantity.in(key)
}

// isChange reports whether a member and one beside it are what any value was and what it is now,
// of which a time is only one.
func (s spot) isChange() bool {
	return slices.ContainsFunc(changeKeys[:], func(pair [2]string) bool {
		return slices.Contains(pair[:], s.key) && fieldOf(s.owner, pair[0]) != nil && fieldOf(s.owner, pair[1]) != nil
	})
}

// areUnix reports whether all numbers can be times since 1970, by their length and first
// digit, and some are. 0 may stand for no time.
func areUnix(literals []string, digits int) bool {
	seen := false
	for _, l := range literals {
		whole, fraction, _ := strings.Cut(withoutExponent(l), ".")
		if l == "0" {
			continue
		}
		if len(whole) != digits || whole[0] < '1' || latestFirstDigit < whole[0] || strings.Trim(whole+fraction, "0123456789") != "" {
			return false
		}
		seen = true
	}
	return seen
}

// withoutExponent returns a number without its exponent: 1.7e9 is 1700000000.
func withoutExponent(literal string) string {
	if !strings.ContainsAny(literal, "eE") {
		return literal
	}
	f, err := strconv.ParseFloat(literal, 64)
	if err != nil {
		return literal
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
