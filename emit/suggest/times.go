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

// timestamps finds times that the rules of the inference leave open: dates under
// names that do not suggest a time, members of which only some strings are times,
// times without a time zone, Unix times, and members without values.
func timestamps(v *view) []candidate {
	ending := v.timeEndings()
	var all []candidate
	about := make(map[string]*Suggestion) // what only says more of a type is one suggestion for all places
	for _, s := range v.spots {
		if v.decided(s.path) || isVersion(s.key) {
			continue
		}
		x := Suggestion{Kind: "timestamp", Path: s.path, For: s.evidence(jsontext.KindString, jsontext.KindNumber)}
		f := infer.FieldDecision{Type: "timestamp"}
		switch full, some, zoneless := timesIn(s.strings); {
		case s.only(jsontext.KindString) && s.typ == infer.Type(infer.String) && full > 0 && !s.some.notTimestamp.Seen():
			x.Message, f.Why = "every string is a date and time", "a date and time"
		case s.only(jsontext.KindString) && s.typ == infer.Type(infer.String) && some > 0 && !s.some.notTimestamp.Seen():
			x.Message, f.Why, x.Weak = "every string is a date", "a date", !moment.in(s.key)
		case s.only(jsontext.KindString) && s.typ == infer.Type(infer.String) && some > 0 && moment.ends(s.key):
			x.Message, f.Why, x.Weak = "some strings are times, others are not", "a time in most examples", true
			x.Against = []infer.Origin{s.some.notTimestamp.At}
		case s.typ == infer.Type(infer.Timestamp) && zoneless > 0 && v.fields[s.path].About == "" && !s.elem:
			x.Message, x.Weak = "the times have no time zone", true
			f = infer.FieldDecision{About: "A local time, without a time zone.", Why: "no example has a time zone"}
		case s.typ == infer.Type(infer.Int) && moment.in(s.key) && v.fields[s.path].About == "" && !s.elem && !s.more && epoch(s.numbers) != "":
			x.Message, x.Weak = "the numbers are plausible Unix times in "+epoch(s.numbers), true
			f = infer.FieldDecision{About: "Unix time in " + epoch(s.numbers) + ".", Why: "the name suggests a time, and the numbers fit"}
		case s.field.Unseen && !s.elem && s.typ == infer.Type(infer.Value) && len(ending[ident.Last(s.key)]) > 0:
			x.Message, f.Why = "no example has a value; members with the same last word are times", "no value so far; members with the same last word are times"
			x.For = ending[ident.Last(s.key)]
		default:
			continue
		}
		x.Change.Fields = []infer.FieldDecision{v.decision(s.path, f)}
		switch same := about[x.Message]; {
		case f.Type != "":
			all = append(all, one(x))
		case same == nil:
			about[x.Message] = &x
		default:
			same.For = append(same.For, x.For...)
			same.Change.Fields = append(same.Change.Fields, x.Change.Fields...)
		}
	}
	for _, message := range slices.Sorted(maps.Keys(about)) {
		all = append(all, one(*about[message]))
	}
	return all
}

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

// timesIn returns how many texts are a date and time, how many are a date or a time,
// and how many have a time of day without a time zone.
func timesIn(texts []string) (full, some, zoneless int) {
	for _, t := range texts {
		_, zoned, err := timetext.Parse(t, time.UTC)
		if err != nil {
			continue
		}
		some++
		if strings.Contains(t, ":") {
			full++
			if !zoned {
				zoneless++
			}
		}
	}
	return full, some, zoneless
}

// epoch returns the unit of numbers that can be Unix times, or "".
func epoch(literals []string) string {
	all := func(n int) bool {
		return len(literals) > 0 && !slices.ContainsFunc(literals, func(l string) bool {
			return len(l) != n || l[0] < '1' || latestFirstDigit < l[0] || strings.ContainsAny(l, ".eE-")
		})
	}
	switch {
	case all(secondDigits):
		return "seconds"
	case all(millisecondDigits):
		return "milliseconds"
	}
	return ""
}
