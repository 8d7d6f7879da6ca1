package infer

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/evident"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// examination collects the problems of examples.
type examination struct {
	*evidence.Examiner
	example  *Example
	problems []Problem
}

func newExamination() *examination {
	x := new(examination)
	x.Examiner = evidence.NewExaminer(x)
	return x
}

// add adds the example with an order to t, and its problems to x.
func (x *examination) add(t *evidence.Tally, order int, example *Example) {
	x.example = example
	if i := indexInvalidUTF8(example.Text); i >= 0 {
		x.problem(i, "", invalidUTF8(example.Text))
		return
	}
	var elided map[string]bool
	for _, e := range example.Elided {
		if elided == nil {
			elided = make(map[string]bool)
		}
		elided[e.Pointer] = false
	}
	if err := x.Add(t, order, example.Text, elided); err != nil {
		x.syntax(err)
		return
	}
	for _, e := range example.Elided {
		if !elided[e.Pointer] {
			x.notElided(e)
		}
	}
}

func (x *examination) problem(offset int, path string, c Cause) {
	x.problems = append(x.problems, Problem{Cause: c, Where: Where{Example: x.example.ID, Offset: offset}, Path: path})
}

// syntax reports the error that stopped the reader, and those of the rest of the text.
func (x *examination) syntax(err error) {
	var syntax *jsontext.SyntaxError
	var limit *jsontext.LimitError
	switch {
	case errors.As(err, &syntax):
		eachSyntaxError(x.example.Text, syntax, func(e *jsontext.SyntaxError, hint string) {
			x.problem(e.Offset, e.Path, invalidJSON{e.Problem, hint})
		})
	case errors.As(err, &limit):
		x.problem(limit.Offset, "", deepNesting())
	}
}

// LoneSurrogate implements evidence.Reporter, as the next methods do.
func (x *examination) LoneSurrogate(pointer string, offset int, name bool) {
	x.problem(offset, pointer, loneSurrogate{name})
}

func (x *examination) LongNumber(pointer string, offset int) {
	x.problem(offset, pointer, longNumber())
}

func (x *examination) Elided(pointer string, offset int) {
	x.problem(offset, pointer, elidedValue())
}

// IsBase64 reports whether a string is base64 beyond doubt.
func (*examination) IsBase64(text string) bool { return evident.Base64(text) }

// Duplicate reports the second one of two members with one name.
func (x *examination) Duplicate(pointer string, first, second int) {
	x.problem(second, pointer, duplicateMember())
	x.problems[len(x.problems)-1].Also = []Where{{Example: x.example.ID, Offset: first}}
}

// indexInvalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func indexInvalidUTF8(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, c := range text {
		if c == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return i
		}
	}
	return -1
}
