package infer

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
)

// The causes of problems of examples.

func invalidUTF8(text string) Cause {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return Say(finding.InvalidText, "the text is UTF-16", "save it as UTF-8")
	}
	if strings.HasPrefix(text, "\x1f\x8b") {
		return Say(finding.InvalidText, "the text is compressed with gzip", "unpack it")
	}
	return Say(finding.InvalidText, "invalid UTF-8", `write the character in UTF-8, or as a \u escape`)
}

func deepNesting() Cause {
	return Say(finding.DeepNesting, fmt.Sprintf("nested more than %d levels deep", evidence.MaxDepth), "")
}

func duplicateMember() Cause {
	return Say(finding.DuplicateMember, "duplicate member", "remove one of the two")
}

func longNumber() Cause {
	return Say(finding.LongNumber, fmt.Sprintf("number of more than %d digits", jsontext.MaxNumber), "no type holds it: shorten it")
}

// loneSurrogate is an unpaired surrogate in a \u escape, in a string or in a name.
type loneSurrogate struct{ name bool }

func (loneSurrogate) Rule() finding.Rule { return finding.InvalidText }

// Message says where the surrogate is.
func (c loneSurrogate) Message() string {
	if c.name {
		return "unpaired surrogate in the name of a member"
	}
	return "unpaired surrogate in a string"
}

// Hint returns how JSON writes the character.
func (c loneSurrogate) Hint() string { return "write the character itself, or both halves of the pair" }

// invalidJSON is a syntax error.
type invalidJSON struct {
	problem string // of the jsontext.SyntaxError
	hint    string // see syntaxHint
}

func (invalidJSON) Rule() finding.Rule { return finding.InvalidJSON }

// Message returns what the reader says.
func (c invalidJSON) Message() string { return c.problem }

// Hint returns what was probably meant, or "".
func (c invalidJSON) Hint() string { return c.hint }

// notElided is a path under elided at which the example has no value, or one that is
// neither "" nor null.
type notElided struct {
	pointer string
	exists  bool
	near    string // see didYouMean
}

func (notElided) Rule() finding.Rule { return finding.NotElided }

// Message says whether the example has another value there, or none.
func (c notElided) Message() string {
	if c.exists {
		return "the value at " + c.pointer + " of this example is not elided"
	}
	return "this example has no value at " + c.pointer
}

// Hint returns the pointer that may be meant, or what to do with this one.
func (c notElided) Hint() string {
	switch {
	case c.exists:
		return `an elided value is written as "" or null: remove the path from elided`
	case c.near != "":
		return c.near
	}
	return `an elided value is written as "" or null in the payload`
}

func elidedValue() Cause {
	return Say(finding.NotElided, `listed under elided, but this value is neither "" nor null`, "remove the path from elided")
}

// didYouMean returns a hint that asks for one of some paths, or "" if there are none.
func didYouMean(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return "did you mean " + strings.Join(paths, " or ") + "?"
}
