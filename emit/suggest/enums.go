package suggest

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// enums finds strings and integers with few values. A suggestion is strong where the
// name says that the value is one of few and each value occurs twice on average. That of
// integers is weak, as they might count. The type names the values seen and accepts any
// other.
func enums(v *view) []candidate {
	var found []spot
	for _, s := range v.spots {
		if !v.decided(s.path) && (isChoice(s) || isCode(s)) {
			found = append(found, s)
		}
	}
	var all []candidate
	for _, class := range components(len(found), func(i, j int) bool {
		a, b := found[i], found[j]
		return a.key == b.key && a.typ == b.typ && similar(a.texts(), b.texts())
	}) {
		var members []spot
		for _, i := range class {
			members = append(members, found[i])
		}
		if c, ok := v.enum(members); ok {
			all = append(all, c)
		}
	}
	return all
}

// similar reports whether at least half of all texts are in both lists.
func similar(a, b []string) bool {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return 2*n >= len(a)+len(b)-n
}

// isChoice reports whether the strings of a member are few distinct words.
func isChoice(s spot) bool {
	if s.typ != infer.Type(infer.String) || !s.only(jsontext.KindString) || s.more || s.some.empty.Seen() || len(s.strings) == 0 || len(s.strings) > mostValues {
		return false
	}
	return !slices.ContainsFunc(s.strings, func(t string) bool {
		return !isWord(t) || strings.ToLower(t) != t && strings.ToUpper(t) != t
	})
}

// isCode reports whether the integers of a member are few, and more than yes and no. A
// name that says what they count is no name of a code.
func isCode(s spot) bool {
	yesOrNo := func(text string) bool { return text == "0" || text == "1" }
	return s.typ == infer.Type(infer.Int) && s.only(jsontext.KindNumber) && !s.more &&
		len(s.numbers) > 0 && len(s.numbers) <= mostValues &&
		!quantity.in(s.key) && !amount.in(s.key) &&
		slices.ContainsFunc(s.numbers, func(text string) bool { return !yesOrNo(text) })
}

// texts returns the values of a member: its strings, or the literals of its integers.
func (s spot) texts() []string {
	if s.typ == infer.Type(infer.Int) {
		return s.numbers
	}
	return s.strings
}

// enum returns the suggestion of one enum for members of one name.
func (v *view) enum(class []spot) (candidate, bool) {
	var at, values []string
	count := 0
	x := Suggestion{Kind: "enum", Path: class[0].path}
	for _, s := range class {
		at = append(at, s.path)
		values = append(values, s.texts()...)
		count += s.count
		x.For = append(x.For, s.first)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	integers := class[0].typ == infer.Type(infer.Int)
	if integers {
		slices.SortFunc(values, compareIntegers)
	}
	named := choice.ends(class[0].key)
	again := count - len(values) // values seen before
	switch {
	case len(values) < 2 || len(values) > mostValues:
		return candidate{}, false
	case integers && (!named || again < len(values) || !dense(values)):
		return candidate{}, false
	case integers:
		x.Weak = true
	case named && again >= len(values):
	case (named || maybeChoice.ends(class[0].key)) && again > 0:
		x.Weak = true
	default:
		return candidate{}, false
	}
	x.Message = fmt.Sprintf("%d distinct words in %d strings", len(values), count)
	if integers {
		x.Message = fmt.Sprintf("%d distinct values in %d integers", len(values), count)
	}
	c := candidate{Suggestion: x}
	for _, name := range v.enumNames(class) {
		c.options = append(c.options, Change{Enums: []infer.EnumDecision{{
			Name: name, At: pathRefs(at...), Integers: integers, Values: valuesOf(values), Why: "the values seen in examples; there may be others",
		}}})
	}
	return c, len(c.options) > 0
}

// dense reports whether sorted integers follow each other, but for as many gaps: tables of
// codes number them. A priority of 1 or 14 is a rank.
func dense(values []string) bool {
	first, _ := strconv.ParseInt(values[0], 10, 64)
	last, _ := strconv.ParseInt(values[len(values)-1], 10, 64)
	return uint64(last)-uint64(first) < uint64(2*len(values))
}

// compareIntegers orders literals of integers of 64 bits.
func compareIntegers(a, b string) int {
	x, _ := strconv.ParseInt(a, 10, 64)
	y, _ := strconv.ParseInt(b, 10, 64)
	return cmp.Compare(x, y)
}

// valuesOf returns texts as the values of an enum.
func valuesOf(texts []string) []infer.EnumValue {
	var all []infer.EnumValue
	for _, text := range texts {
		all = append(all, infer.EnumValue{Text: text})
	}
	return all
}

// enumNames returns possible names of an enum, best first: that of the member, with
// the name of the owning type in front where only one type has such a member.
func (v *view) enumNames(class []spot) []string {
	var all []string
	for _, s := range class {
		field := names.GoName(s.key)
		if s.elem {
			field = v.singular(field)
		}
		owner, _ := infer.EventOf(v.names.Struct(s.owner))
		if owner == infer.EnvelopeRoot {
			owner = ""
		}
		if v.owners(class) > 1 {
			all = append(all, field)
		}
		all = append(all, owner+field)
	}
	return slices.Compact(all)
}

// owners returns the number of types that have the members.
func (v *view) owners(class []spot) int {
	var all []*infer.Struct
	for _, s := range class {
		if !slices.Contains(all, s.owner) {
			all = append(all, s.owner)
		}
	}
	return len(all)
}
