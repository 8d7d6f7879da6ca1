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

// timestamps finds members whose times the rules leave open: texts of dates
// under names that do not say so, texts of which only some are times, times
// without a zone, numbers of seconds, and members without a value beside others.
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
			x.Message, f.Why = "every string here is a date and time", "a date and time"
		case s.only(jsontext.KindString) && s.typ == infer.Type(infer.String) && some > 0 && !s.some.notTimestamp.Seen():
			x.Message, f.Why, x.Weak = "every string here is a date", "a date", !moment.in(s.key)
		case s.only(jsontext.KindString) && s.typ == infer.Type(infer.String) && some > 0 && moment.ends(s.key):
			x.Message, f.Why, x.Weak = "some strings here are times and others are not", "a time in most examples", true
			x.Against = []infer.Origin{s.some.notTimestamp.At}
		case s.typ == infer.Type(infer.Timestamp) && zoneless > 0 && v.fields[s.path].About == "" && !s.elem:
			x.Message, x.Weak = "these times name no zone", true
			f = infer.FieldDecision{About: "A local time: it names no zone.", Why: "no example shows a zone"}
		case s.typ == infer.Type(infer.Int) && moment.in(s.key) && v.fields[s.path].About == "" && !s.elem && !s.more && epoch(s.numbers) != "":
			x.Message, x.Weak = "these numbers are plausible times in "+epoch(s.numbers), true
			f = infer.FieldDecision{About: "In " + epoch(s.numbers) + " since 1970, UTC.", Why: "the name is that of a time, and the numbers fit"}
		case s.field.Unseen && !s.elem && s.typ == infer.Type(infer.Value) && len(ending[ident.Last(s.key)]) > 0:
			x.Message, f.Why = "no value was seen, and other members with this last word are times", "no value so far; other members with this last word are times"
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

// timeEndings returns, for the last words of members that hold times, where
// timestamps with that word were seen; none where there are other values under
// names with it.
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

// timesIn counts texts that are a date and time, those that are any time, and
// those with a time of day without a zone.
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

// epoch returns the unit of numbers that may be times since 1970, or "".
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
