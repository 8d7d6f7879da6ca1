package infer

import "slices"

// Rule is the name of a rule of the inference. Messages and `specimen explain` use it,
// and `specimen help rules` prints its text.
type Rule string

// The rules that give a type or require a member. The others are only in the table.
const (
	RuleSpec           Rule = "spec"
	RuleUnseen         Rule = "unseen"
	RuleMixed          Rule = "mixed"
	RuleNumberOrString Rule = "number-or-string"
	RuleBoolean        Rule = "boolean"
	RuleInteger        Rule = "integer"
	RuleNumber         Rule = "number"
	RuleTimestamp      Rule = "timestamp"
	RuleString         Rule = "string"
	RuleList           Rule = "list"
	RuleMap            Rule = "map"
	RuleEmptyObject    Rule = "empty-object"
	RuleStruct         Rule = "struct"
	RuleDocumented     Rule = "documented"
	RuleWholeObject    Rule = "whole-object"
)

// RuleText is a rule and its text.
type RuleText struct {
	Rule  Rule
	Text  string
	Gives bool // whether it gives a type, so that it can be a Decided.Rule
}

// Rules returns all rules: those that give a type, in the order in which Decide tries
// them, and then those that hold for every type.
func Rules() []RuleText {
	return slices.Clone(rules[:])
}

// Text returns the text of the rule.
func (r Rule) Text() string {
	i := slices.IndexFunc(rules[:], func(row RuleText) bool { return row.Rule == r })
	return rules[i].Text
}

var rules = [...]RuleText{
	{RuleSpec, "The spec decides.", true},
	{RuleUnseen, "No example has a value, so any value is taken and kept as raw JSON.", true},
	{RuleMixed, "Values of several kinds were seen. The first of object, array, number, string and boolean has the type, where arrays and objects that were always empty come last; values of the others are kept as raw JSON. Objects with members and arrays with elements both have a type: a struct, and a list. A whole body of several kinds is a Value.", true},
	{RuleNumberOrString, "Numbers and strings were seen. A Number holds both and keeps which it was.", true},
	{RuleBoolean, "Every value is true or false.", true},
	{RuleInteger, "Every value is an integer of 64 bits.", true},
	{RuleNumber, "A number has a fraction or an exponent, or does not fit 64 bits. A Number keeps the exact text.", true},
	{RuleTimestamp, "Every string has the layout of a date or time, and the name ends in at, on, date or time, or there are three different values.", true},
	{RuleString, "Every value is a string. A string of digits stays a string.", true},
	{RuleList, "Every value is an array. Its element type fits the elements of all arrays.", true},
	{RuleMap, "Every value is an object whose keys are numbers, UUIDs, dates or numbered ids, or more than a struct has fields, and whose values have one type.", true},
	{RuleEmptyObject, "Every object is empty, so any members are taken.", true},
	{RuleStruct, "Every value is an object. The struct has a field for each member of any of them.", true},

	{RuleDocumented, "A table of a document says so, and no example has a value with content that says otherwise. Where one does, the type takes both.", true},

	{"presence", "A member seen null or absent is an Opt, which tells null, absent and a value apart, and holds a pointer to a struct. Lists and maps that were only null are nil. Decoders accept null and absence in any case.", false},
	{RuleWholeObject, "The member that holds the whole object of an event is required: absent or null, it is a mismatch. It is an object in every example, and the other members of the body, without the envelope, are scalars, of which none is the id, and fewer than the members that the object always has.", false},
	{"elided", `A value that a document left out is not evidence of a type. The type takes the "" that stands for it, if it is not written as null.`, false},
	{"tolerance", "Decoders accept more than the type: 5.0 for an integer, a number for a string, a numeric string for a number. What does not fit is reported as a mismatch, and kept.", false},
	{"widening", "One more example only widens a type: what it accepted, it still accepts.", false},
	{"json", "JSON in a string is a string, unless the spec says json. Then the JSON in all of the strings is evidence like any other, and so is an object or array that comes plain: the type takes both, and keeps which it was. It has room for null and absence.", false},
	{"enum", "An enum is what the spec says. Its type has a constant for each value listed, and takes any other string, or any other integer where the values are integers.", false},
	{"sharing", "Objects at several paths have one type only where the spec declares it, and the type then has the evidence of all of them. The same goes for the envelope.", false},
	{"recursion", "A type that contains itself holds a pointer where it may be null, absent or of another kind.", false},
	{"order", "What stands first in the spec stands first in the struct: files by name, topics and examples as listed.", false},
	{"names", "A Go name is made of the words of a member's own key, or of a type's path, whatever else there is. Two equal names are an error; the spec can give another one.", false},
}
