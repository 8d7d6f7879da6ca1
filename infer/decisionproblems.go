package infer

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// The causes of problems of decisions.

// unknownType is a word for a type that is not one of the known words.
type unknownType struct {
	word  string
	words []string
}

func (unknownType) Rule() finding.Rule { return finding.UnknownType }

// Message returns for example `unknown type "strng"`.
func (c unknownType) Message() string { return "unknown type " + diagnostic.Quote(c.word) }

// Hint returns the word that is like it, or all of them.
func (c unknownType) Hint() string {
	return cmp.Or(diagnostic.Nearest(c.word, c.words), "the types are "+strings.Join(c.words, ", "))
}

// redundant is a decision for the type that a rule gives anyway.
type redundant struct {
	word string // the type, one of TypeWords
	rule Rule
}

func (redundant) Rule() finding.Rule { return finding.RedundantDecision }

// Message returns for example "redundant: the examples already give number (rule:
// number)".
func (c redundant) Message() string {
	what := "the examples"
	if c.rule == RuleDocumented {
		what = "the documents"
	}
	return fmt.Sprintf("redundant: %s already give %s (rule: %s)", what, c.word, c.rule)
}

// Hint returns what to do with the decision.
func (c redundant) Hint() string { return "remove it" }

// secondDecision is a decision for a path that has another one.
type secondDecision struct{ same bool }

func (c secondDecision) Rule() finding.Rule {
	if c.same {
		return finding.DuplicateDecision
	}
	return finding.ConflictingDecisions
}

// Message says whether the two agree.
func (c secondDecision) Message() string {
	if c.same {
		return "another decision says the same of this path"
	}
	return "another decision is about this path"
}

// Hint returns what to do with one of the decisions.
func (c secondDecision) Hint() string { return "keep one of the two" }

// withOthers is the cause of a problem that stands for those of other decisions too.
type withOthers struct {
	Cause
	others int
}

// Message adds to the message how many other decisions it is about.
func (c withOthers) Message() string {
	switch c.others {
	case 0:
		return c.Cause.Message()
	case 1:
		return c.Cause.Message() + " (1 other decision has the same cause)"
	}
	return fmt.Sprintf("%s (%d other decisions have the same cause)", c.Cause.Message(), c.others)
}

// noPath is a path that no example has.
type noPath struct {
	root string // its first segment, if no event's type and no declared type has this name
	near string // see didYouMean
}

func (noPath) Rule() finding.Rule { return finding.DeadDecision }

// Message says what no example has: the path, or the type that it starts with.
func (c noPath) Message() string {
	if c.root != "" {
		return fmt.Sprintf("no event's type and no declared type is named %q", c.root)
	}
	return "no example has this path"
}

// Hint returns the path that may be meant, or what would give the decision an effect.
func (c noPath) Hint() string {
	return cmp.Or(c.near, "add an example that has it, or remove the decision")
}

// notObjects is a declared type for a path without objects.
type notObjects struct {
	arrays   bool   // whether it has arrays
	elements string // the path of their elements, if these may be meant
}

func (notObjects) Rule() finding.Rule { return finding.NoObjects }

// Message says what the examples have instead.
func (c notObjects) Message() string {
	if c.arrays {
		return "a declared type is for objects, but the examples have arrays here"
	}
	return "a declared type is for objects, but no example has one here"
}

// Hint returns the path of the elements, or what to do with this one.
func (c notObjects) Hint() string {
	if c.elements != "" {
		return "did you mean " + c.elements + "?"
	}
	return "remove the path"
}

// otherType is a declared type for a path with a FieldDecision for another type.
type otherType struct {
	word     string // of the FieldDecision
	elements string // the path of a map's values, which may be meant
}

func (otherType) Rule() finding.Rule { return finding.ConflictingDecisions }

// Message returns for example "another decision says map for this path".
func (c otherType) Message() string { return "another decision says " + c.word + " for this path" }

// Hint returns the path of the values, or what to do with one of the decisions.
func (c otherType) Hint() string {
	if c.elements != "" {
		return "did you mean " + c.elements + "?"
	}
	return "keep one of the two"
}

// incompleteEnum is an enum that does not list all values of the examples.
type incompleteEnum struct {
	lacks, seen int    // numbers of values
	none        bool   // whether it lists none of them
	path        string // the first one of the enum, if this is a warning
	alike       string // a value listed that examples spell differently, or ""
}

func (c incompleteEnum) Rule() finding.Rule {
	if c.path == "" {
		return finding.ForeignEnum
	}
	return finding.IncompleteEnum
}

// Message returns for example "the enum lacks 2 of the 5 values in the examples".
func (c incompleteEnum) Message() string {
	if c.none {
		return "the enum lists none of the values in the examples"
	}
	return fmt.Sprintf("the enum lacks %d of the %d values in the examples", c.lacks, c.seen)
}

// Hint returns how the enum and the examples can agree.
func (c incompleteEnum) Hint() string {
	switch {
	case c.alike != "":
		return fmt.Sprintf("the examples spell %q differently", c.alike)
	case c.none && c.path != "":
		return "if the examples have placeholders, write under ignore: {rule: " + c.Rule().String() + ", at: " + c.path + ", why: …}"
	case c.none:
		return "correct the values, or the paths under at"
	}
	return "add them"
}

// mixedBodies is an event with bodies of several kinds, which has no types below its
// root.
type mixedBodies struct {
	kind      jsontext.Kind // of the body that the problem is at
	decisions int           // the number of those without effect
}

func (mixedBodies) Rule() finding.Rule { return finding.MixedBodies }

// Message says what the body is, and how many decisions have no effect.
func (c mixedBodies) Message() string {
	number := "1 decision has"
	if c.decisions > 1 {
		number = fmt.Sprintf("%d decisions have", c.decisions)
	}
	return fmt.Sprintf("this body is %s, but other bodies of the event are not: the event is a Value, and %s no effect",
		withArticle(c.kind.String()), number)
}

// Hint returns how the event would have one kind of body.
func (c mixedBodies) Hint() string { return "give its topic another event, or leave the body out" }

// takenName is a declared type with the name of an event's type or of the envelope.
type takenName struct {
	name  string
	event string // or "" for the envelope
}

func (takenName) Rule() finding.Rule { return finding.NameCollision }

// Message returns for example "OrderEvent is the type of the event Order".
func (c takenName) Message() string {
	if c.event == "" {
		return c.name + " is the type of the members that events share"
	}
	return c.name + " is the type of the event " + c.event
}

// Hint returns which of the two to rename.
func (c takenName) Hint() string { return "give the type another name" }

// manyMembers is objects with more members than a struct can have.
type manyMembers struct{ path string }

func (manyMembers) Rule() finding.Rule { return finding.ManyMembers }

// Message says how many members are too many.
func (c manyMembers) Message() string {
	return fmt.Sprintf("objects with more than %d different members", MaxMembers)
}

// Hint returns the line that makes a map of the objects, which a whole body cannot be.
func (c manyMembers) Hint() string {
	if !strings.Contains(c.path, "/") {
		return ""
	}
	return "if their names are keys, write under fields: " + c.path + ": {type: map, why: …}"
}

func noEffect() Cause {
	return Say(finding.OverruledDecision, "no effect: a decision above this path gives another type", "remove one of the two")
}

func noContainer() Cause {
	return Say(finding.UnknownContainer, "no table says whether this path leads through a list or a map", "add a line for the path above it")
}

func wholeBody() Cause {
	return Say(finding.WholeBody, "this path is the whole body, which has the event's type", "name a member below it")
}

func notAnObject() Cause {
	return Say(finding.NoObjects, "a declared type is for objects, but this example of it is something else", "write one object")
}

func bodyWithEnvelope() Cause {
	return Say(finding.WholeBody, "the bodies of this event start with the envelope, which a declared type cannot", "name the member that holds the object, or remove the envelope")
}

func noEnvelope() Cause {
	return Say(finding.DeadEnvelope, "no event has all members of the envelope", "list only members that events share")
}

func notInEnvelope() Cause {
	return Say(finding.DeadEnvelope, "no event with the envelope has this member", "remove it from optional")
}

func noObjects() Cause {
	return Say(finding.NoObjects, "no example has an object of this type", "name a path that has one")
}

func endless() Cause {
	return Say(finding.EndlessType, "every value of this type would contain another one", "remove the path from at")
}
