package suggest

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/timetext"
)

// timeRules tell times from texts and integers. ending has the positions of some
// timestamps by the last word of their members.
func timeRules(v *view, ending map[string][]infer.Origin) []rule {
	undescribed := func(s spot) bool { return v.fields[s.path].About == "" && !s.elem }
	unix := func(unit string, digits int) rule {
		return rule{
			when: func(s spot) bool {
				return s.typ == infer.Type(infer.Int) && moment.in(s.key) && undescribed(s) && !s.more && areUnix(s.numbers, digits)
			},
			message: "the numbers are plausible Unix times in " + unit,
			decide:  infer.FieldDecision{About: "Unix time in " + unit + ".", Why: "the name suggests a time, and the numbers fit"},
			weak:    always,
		}
	}
	return []rule{
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
		unix("seconds", secondDigits),
		unix("milliseconds", millisecondDigits),
		{
			when: func(s spot) bool {
				return s.field.Unseen && !s.elem && s.typ == infer.Type(infer.Value) && len(ending[ident.Last(s.key)]) > 0
			},
			message: "no example has a value; members with the same last word are times",
			decide:  typed("timestamp", "no value so far; members with the same last word are times"),
			support: func(s spot) []infer.Origin { return ending[ident.Last(s.key)] },
		},
	}
}

// timestamps finds times that the rules of the inference leave open: dates under
// names that do not suggest a time, members of which only some strings are times,
// times without a time zone, Unix times, and members without values.
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

// timeEndings returns the positions of some timestamps by the last word of their
// member, for words under which all values are timestamps.
func (v *view) timeEndings() map[string][]infer.Origin {
	seen := make(map[string][]infer.Origin)
	for _, s := range v.spots {
		word := ident.Last(s.key)
		if !timeEnd.is(word) || s.kinds == 0 {
			continue
		}
		if old, ok := seen[word]; s.typ != infer.Type(infer.Timestamp) || ok && old == nil {
			seen[word] = nil
		} else if len(old) < mostOrigins {
			seen[word] = append(old, s.first)
		}
	}
	return seen
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

// areUnix reports whether all numbers can be Unix times, by their length and first
// digit.
func areUnix(literals []string, digits int) bool {
	return len(literals) > 0 && !some(literals, func(l string) bool {
		return len(l) != digits || l[0] < '1' || latestFirstDigit < l[0] || strings.ContainsAny(l, ".eE-")
	})
}
